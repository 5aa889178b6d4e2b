/// What shows today that a duty is carried out: counts of what is on time and what is missing. Nobody's name, and nothing of requests or
/// disclosures, of which a count alone can point at somebody.
package struct Evidence: Sendable, Equatable {
    package let kind: Kind
    /// How many are as they should be, and out of how many.
    package let done: Int
    package let of: Int
    /// How many are late or missing.
    package let missing: Int
    /// The month that it is about, and the day on which it was done, where it has one.
    package let month: Month?
    package let day: Day?
    /// Where there are fewer than that, and no number is told.
    package let fewerThan: Int?

    package enum Kind: String, Sendable, CaseIterable {
        /// Sheets of last month: handed in, expected, and late.
        case sheets
        /// Days ahead that are looked at, and gaps on the call-out lists in them.
        case roster
        /// Offices that a rule sends somebody to: those with nobody there are missing.
        case offices
        /// Words to supporters that are answered in the pack's time: answered, sent in thirty days, overdue.
        case notices
        /// Months whose summary is published, of those that are due: the latest with its day.
        case summary
        /// Members who can be chosen by a card.
        case cards
        /// Members whom the audit chain vouches for, so that a request can be sealed to them.
        case keys
        /// Applications of the past year: decided, and all of them. How long one may wait is people's judgement.
        case applications
        /// Members who have every required course, of those who serve.
        case trained
        /// Members who had what is required again and again, in the periods that ended last.
        case recurringTraining
        /// Whether a session or a meeting is planned or was held in the present period.
        case sessions
        /// Roles of professionals beside the team that somebody holds, with a licence that holds where the policy asks for one.
        case consultants
        /// What members have of the programme's: with them, of all that the register holds, and due back.
        case equipment
        /// What was done in the past year to make the programme known, and a period soon over without anything.
        case awareness
        /// Lines of this year's budget with something planned, of those of the policy, and those overspent.
        case budget
        /// New employees who came to the orientation, of those who are or were due; late are those past the policy's time.
        case orientation
        /// Entries of the directory of further help: those that were looked at in time, of all, and those past their check.
        case referrals

        /// The rules beside which it is shown, by their keys.
        package var rules: [String] {
            switch self {
            case .sheets: ["stat-sheet", "contact-form"]
            case .roster: ["availability.hours", "availability.list", "availability.gap-warning-days"]
            case .offices: ["escalation.steps[]", "confidentiality.exceptions[]"]
            case .notices: ["availability.acknowledgement"]
            case .summary:
                ["summary", "summary.tables[].kinds", "summary.tables[].answers", "summary.tables[].sums"]
            case .cards: ["requests.choice-of-supporter"]
            case .keys: ["confidentiality.access"]
            case .applications: ["selection.steps[]", "selection.recruitment"]
            case .trained: ["training.courses[]"]
            case .recurringTraining: ["training.recurring[]", "training.attendance"]
            case .sessions: ["training.schedule"]
            case .consultants: ["governance.consultants[]"]
            case .equipment: ["awareness.equipment"]
            case .awareness: ["awareness.activities[]", "awareness.activity-every"]
            case .budget: ["governance.budget"]
            case .orientation: ["awareness.orientation"]
            case .referrals: ["referrals.identified-by", "referrals.categories[]"]
            }
        }
    }

    package init(_ kind: Kind, done: Int, of: Int, missing: Int, month: Month? = nil, day: Day? = nil) {
        fewerThan = nil
        self.kind = kind
        self.done = done
        self.of = of
        self.missing = missing
        self.month = month
        self.day = day
    }

    /// Too few to be counted.
    package init(_ kind: Kind, fewerThan smallest: Int) {
        self.kind = kind
        (done, of, missing, month, day) = (0, 0, 0, nil, nil)
        fewerThan = smallest
    }

    /// Of the applications of the past year, where they are enough not to point at somebody.
    package static func applications(decided: Int, underWay: Int, under threshold: DisclosureThreshold) -> Evidence {
        let smallest = threshold.smallestCount.number
        return decided + underWay < smallest
            ? Evidence(.applications, fewerThan: smallest)
            : Evidence(.applications, done: decided, of: decided + underWay, missing: 0)
    }

    /// Whether nothing is late or missing.
    package var isWhole: Bool { missing == 0 }
}

/// What shows that duties are carried out, found by the rules that carry them.
package struct ShownEvidence: Sendable, Equatable {
    package let all: [Evidence]
    /// By a rule's key, where in ``all`` it stands.
    private let places: [String: [Int]]

    package init(_ all: [Evidence]) {
        self.all = all
        places = all.indices.reduce(into: [:]) { places, place in
            for rule in all[place].kind.rules { places[rule, default: []].append(place) }
        }
    }

    /// What shows something of the duty: it stands beside a rule by which the duty is carried out.
    package func of(_ duty: DutyConformance) -> [Evidence] {
        let carrying = duty.rules.filter { $0.state == .carriedOut }
        return Set(carrying.flatMap { places[$0.key] ?? [] }).sorted().map { all[$0] }
    }
}

extension Evidence {
    /// Of the sheets of a month.
    ///
    /// - Parameter filings: by account.
    package static func sheets(
        of month: Month, expected: Set<String>, filings: [String: Filing], under rule: StatSheetRule, on today: Day
    ) -> Evidence {
        let everyone = expected.union(filings.keys)
        let late = filings.values.count(where: \.late)
        let overdue = rule.isLate(month, on: today) ? everyone.count - filings.count : 0
        return Evidence(.sheets, done: filings.count, of: everyone.count, missing: late + overdue, month: month)
    }

    /// Of the words that supporters answer in the pack's time.
    package static func notices(_ notices: [Notice], at now: Instant) -> Evidence {
        let sent = notices.filter { $0.kind == .getInTouch }
        return Evidence(
            .notices, done: sent.count { !$0.isOpen }, of: sent.count, missing: sent.count { $0.isOverdue(at: now) })
    }

    /// Of the summaries of the past two years.
    ///
    /// - Parameter day: when the latest was published.
    package static func summary(_ standings: [ReleaseStanding], day: Day?) -> Evidence {
        let published = standings.filter { $0.status == .published }
        return Evidence(
            .summary, done: published.count, of: standings.count, missing: standings.count { $0.status == .overdue },
            month: published.first?.period.lastMonth, day: day)
    }
}

extension PolicyPack {
    /// Of the offices that a rule sends somebody to, by those whom nobody is there for or nobody of whom can be told.
    package func evidenceOfOffices(_ vacancies: [Vacancy]) -> Evidence {
        let steps = escalation.steps.compactMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        let activation = escalation.afterHoursActivation.map { [$0.approvedBy, $0.then] } ?? []
        let relied = officesToldOfDisclosures.union(steps + activation)
        let vacant = Set(
            vacancies.compactMap { vacancy -> RoleID? in
                switch vacancy {
                case .noLastResort(let role), .nobodyTold(let role), .nobodyReachable(let role),
                    .nobodyApproves(let role):
                    role
                case .takesNoRequests, .noSupporter, .nobodyOnCall, .nobodyReceivesSheets, .noRosterKeeper, .noKeeper,
                    .noSecondKeeper:
                    nil
                }
            }
        ).intersection(relied)
        return Evidence(.offices, done: relied.count - vacant.count, of: relied.count, missing: vacant.count)
    }
}
