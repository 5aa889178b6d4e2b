import HTML
import Program

/// Who leads the programme, who answers to whom, and how its rules are made.
enum HandbookGovernance {
    static func governance(_ pack: PolicyPack) -> HTML? {
        let rules = pack.governance
        let content: HTML = """
            \(ruledLines([
                rules.accountability.map { accountability($0, pack) },
                rules.sponsor.map(sponsor),
            ] + rules.reporting.map { reporting($0, pack) } + [
                rules.policyRevision.map { revision($0, pack) }, rules.conformance.map { conformance($0, pack) },
                rules.announcements.map { announcements($0, pack) }, rules.budget.map { budget($0, pack) },
            ]))
            \(ruledPart("Beside the team", ruledLines(rules.consultants.map { consultant($0, pack) })))
            \(ruledPart("Accounts and offices", offices(pack)))
            """
        return content
    }

    static func committees(_ pack: PolicyPack) -> HTML? {
        let committees = pack.governance.committees.map { committee($0, pack) }
        return committees.isEmpty ? nil : committees.joined()
    }

    private static func accountability(_ rule: Accountability, _ pack: PolicyPack) -> HTML {
        ruledLine(
            "\(rule.division.capitalisedFirst) is accountable for the programme, by the \(pack.title(rule.role)).",
            rule.basis)
    }

    private static func sponsor(_ rule: SponsorRule) -> HTML {
        ruledLine(
            "A leader of the agency stands behind the programme\(rule.strength == .recommended ? ", where one can be found" : "").",
            rule.basis)
    }

    private static func reporting(_ line: ReportingLine, _ pack: PolicyPack) -> HTML {
        ruledLine(
            "The \(pack.title(line.from)) answers to \(pack.title(line.to, designeeAllowed: line.designeeAllowed)) for the programme.",
            line.basis)
    }

    private static func revision(_ rule: PolicyRevision, _ pack: PolicyPack) -> HTML {
        let reviewed =
            rule.reviewedBy.map {
                " \(pack.title($0).capitalisedFirst)\(rule.designeeAllowed ? ", or whom they name," : "") reviews it."
            } ?? ""
        return ruledLine(
            """
            \(rule.parts.map(\.words).listed().capitalisedFirst) of the programme are drafted by \(pack.title(rule.draftedBy)) and \
            approved by \(pack.title(rule.approvedBy)).\(reviewed)
            """, rule.basis)
    }

    private static func conformance(_ rule: ConformanceRule, _ pack: PolicyPack) -> HTML {
        ruledLine(
            "That every duty of the policy is met is watched by \(pack.allOf(rule.watchedBy)).", rule.basis)
    }

    private static func announcements(_ rule: AnnouncementRule, _ pack: PolicyPack) -> HTML {
        ruledLine(
            """
            \(pack.anyOf(rule.from).capitalisedFirst) may write to \(pack.allOf(rule.to))\(rule.acknowledged ? ", who acknowledge it" : "").
            """, rule.basis)
    }

    private static func budget(_ rule: BudgetRule, _ pack: PolicyPack) -> HTML {
        let seen = (rule.seenBy ?? []).map { "the \(pack.title($0))" }
        return ruledLine(
            """
            The \(pack.title(rule.keptBy)) keeps the budget, by line: \(rule.lines.map { $0.words.lowercased() }.listed()).\
            \(seen.isEmpty ? "" : " It is seen by \(seen.listed()).")
            """, rule.basis)
    }

    private static func consultant(_ rule: ConsultantRule, _ pack: PolicyPack) -> HTML {
        let facts = [
            rule.licensed ? "licensed" : nil, rule.aroundTheClock ? "reached at any hour" : nil,
            rule.strength == .recommended ? "recommended" : nil,
        ].compactMap(\.self)
        return ruledLine(
            "\(pack.title(rule.role))\(facts.isEmpty ? "" : ": \(facts.listed())").", rule.basis)
    }

    private static func offices(_ pack: PolicyPack) -> HTML? {
        let administration = pack.administration
        let apart = pack.offices?.apart ?? []
        return ruledLines(
            [
                ruledLine(
                    "The \(pack.title(administration.by)) keeps the personnel directory and the accounts.",
                    administration.basis)
            ]
                + apart.map { group in
                    ruledLine(
                        "One person holds only one of these offices: \(group.offices.map { pack.title($0) }.listed()).",
                        group.basis)
                }
                + [
                    pack.offices.map { rule in
                        ruledLine(
                            "An appointment to an office that checks others needs a second yes, by \(pack.anyOf(rule.confirmedBy.value)).",
                            rule.confirmedBy.basis)
                    }
                ])
    }

    private static func committee(_ rule: CommitteeRule, _ pack: PolicyPack) -> HTML {
        let chair = rule.chair.map { ruledLine("The \(pack.title($0)) is in the chair.", rule.basis) }
        let seats = rule.seats.map { seat in
            ruledLine("\(size(seat.count)): \(seat.title).", seat.basis)
        }
        let term = rule.term.map { term in
            ruledLine(
                """
                A seat is held for \(counted(term.months.number, "month"))\(term.voluntary ? ", by whoever accepts it" : ""). Its holder is \
                reminded \(counted(term.reminderDays.number, "day")) before; whose term is over has no vote.
                """, term.basis)
        }
        let election = rule.newMembers.map { election in
            let seats = rule.seats.filter { election.seats.contains($0.id) }.map(\.title).listed()
            return ruledLine(
                "The committee chooses by its own vote, \(election.majority.words): \(seats).", election.basis)
        }
        let quorum = rule.quorum.map { quorum in
            ruledLine("A vote counts where \(quorum.share.words) of those who may vote have voted.", quorum.basis)
        }
        return """
            <h3>\(rule.title)\(rule.strength == .recommended ? " (recommended)" : nil)</h3>
            \(ruledLines([chair] + seats + [term, election, quorum] + rule.tasks.map { ruledLine($0.task.words, $0.basis) }))
            """
    }

    /// `One seat`, `3 to 5 seats`, `At least 1 seat`.
    private static func size(_ count: ClosedRange<Seats>) -> String {
        let (few, many) = (count.lowerBound.number, count.upperBound.number)
        return few == many ? counted(few, "seat") : "\(few) to \(many) seats"
    }
}

extension PolicyRevision.Part {
    fileprivate var words: String {
        switch self {
        case .rules: "the rules"
        case .training: "the training"
        case .confidentialityText: "the words on confidence"
        }
    }
}

extension QuorumRule.Share {
    fileprivate var words: String {
        switch self {
        case .half: "more than half"
        case .twoThirds: "two thirds"
        case .all: "all"
        }
    }
}

extension CommitteeTask.Task {
    /// As a sentence of what the committee does.
    var words: String {
        switch self {
        case .developsRules: "It develops the rules of the programme."
        case .oversees: "It oversees the programme."
        case .recruits: "It helps to find people for the team."
        case .selectsSupporters: "It chooses who joins the team."
        case .selectsOwnMembers: "It chooses its own new members."
        case .removesSupporters: "It decides whether a membership ends."
        case .interviews: "It talks with applicants."
        case .decidesOnDebriefing: "It decides whether a debriefing is held."
        case .identifiesProviders: "It names providers of further help."
        case .adoptsConfidentialityText: "It adopts the words on confidence."
        case .guides: "It guides the programme."
        case .schedulesTraining: "It arranges training."
        }
    }
}
