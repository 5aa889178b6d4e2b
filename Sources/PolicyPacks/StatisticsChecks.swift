import Program

extension PackChecks {
    /// That each duty of the programme's figures and accounts has somebody with the power for it, and nobody else has.
    func checkRoles() {
        for power in [Power.keepStatSheet] where pack.roles(with: power).isEmpty {
            contradiction("No role has \(power.rawValue); give it to one.", at: "roles")
        }
        need(.receiveStatSheets, of: pack.statSheet.receivedBy, at: "stat-sheet.received-by")
        need(.publishSummary, of: pack.summary.preparedBy, at: "summary.prepared-by")
        need(.managePeople, of: pack.administration.by, at: "administration.by")
        need(.manageAccounts, of: pack.administration.by, at: "administration.by")
        for reader in pack.summary.readers { need(.readSummaries, of: reader, at: "summary.readers") }
        for release in pack.releases ?? [] {
            if release.preparedBy != pack.summary.preparedBy {
                need(.publishSummary, of: release.preparedBy, at: "releases[\(release.id)].prepared-by")
            }
            for reader in release.readers { need(.readSummaries, of: reader, at: "releases[\(release.id)].readers") }
        }
        let circles = pack.allReleases.flatMap { $0.readers + [$0.preparedBy] }
        for role in pack.roles {
            if role.powers.contains(.readSummaries), !circles.contains(role.id) {
                contradiction(
                    "The role has read-summaries and is one of the readers of no release.",
                    at: "roles[\(role.id)].powers")
            }
            if let appointing = role.appointedBy.flatMap(pack.role),
                appointing.powers.isDisjoint(with: [.appointRoles, .manageAccounts])
            {
                contradiction(
                    "The role '\(appointing.id)' appoints to it and has neither appoint-roles nor manage-accounts.",
                    at: "roles[\(role.id)].appointed-by")
            }
            if !role.needsSecondFactor, !role.powers.isSubset(of: [.keepStatSheet, .takeRequests]) {
                contradiction(
                    "A role above supporter needs a second factor: true.",
                    at: "roles[\(role.id)].needs-second-factor")
            }
        }
    }

    func need(_ power: Power, of id: RoleID, at path: String) {
        guard let role = pack.role(id), !role.powers.contains(power) else { return }
        contradiction("The role '\(id)' does not have \(power.rawValue); add it to roles[\(id)].powers.", at: path)
    }

    func checkContactForm() {
        for kind in pack.contactForm.kinds {
            let path = "contact-form.kinds[\(kind.id)].questions"
            var quantities: Set<Quantity> = []
            for question in kind.questions {
                switch question.answer {
                case .amount(let quantity, _, _) where !quantities.insert(quantity).inserted:
                    contradiction(
                        "Two questions of one kind ask for \(quantity.rawValue); ask once.",
                        at: "\(path)[\(question.id)]")
                case .one(let options) where options.count < 2:
                    contradiction("At least two options are needed.", at: "\(path)[\(question.id)].answer")
                case .several(let options, let atLeast) where options.isEmpty || atLeast.number > options.count:
                    contradiction(
                        "At least \(max(atLeast.number, 1)) options are needed, as at-least says.",
                        at: "\(path)[\(question.id)].answer")
                case .amount, .one, .several, .confirmation: break
                }
            }
            let most = ContactKind.greatestNumberOfSlots
            if kind.numberOfSlots > most {
                contradiction(
                    "A kind has at most \(most) options and confirmations in all; these are \(kind.numberOfSlots).",
                    at: path)
            }
        }
    }

    func checkStatistics() {
        if pack.summary.dueDay < pack.statSheet.dueDay {
            contradiction(
                "The summary is due on day \(pack.summary.dueDay), before the sheets on day \(pack.statSheet.dueDay).",
                at: "summary.due-day")
        }
        // A count of one is one person's: every system promises figures that nobody can be found in (anonymous-figures).
        for (number, key) in [
            (pack.threshold.smallestCount.number, "smallest-count"),
            (pack.threshold.smallestPopulation.number, "smallest-population"),
        ] where number < 2 {
            contradiction(
                "A figure about \(number) person is not anonymous, and anonymous figures are promised to everybody. Write 2 at "
                    + "the least; 11 is usual.", at: "threshold.\(key)")
        }
        checkWidths()
        check(pack.summary.tables, at: "summary.tables")
        for release in pack.releases ?? [] { check(release) }
    }

    /// What is asked of the range in which a small count may lie can be no wider than the small counts themselves.
    private func checkWidths() {
        if let interval = pack.threshold.interval, interval.number >= pack.threshold.smallestCount.number {
            contradiction(
                "A count below \(pack.threshold.smallestCount) can lie in a range \(pack.threshold.smallestCount.number - 1) wide "
                    + "at the most, and this asks for \(interval).", at: "threshold.interval")
        }
    }

    private func check(_ release: LongerReleaseRule) {
        let path = "releases[\(release.id)]"
        if release.id == Publication.summary {
            contradiction("This is the month's release; give it another id.", at: "\(path).id")
        }
        if release.per != .year, release.tables != nil {
            contradiction(
                "Only a year has tables of its own; a shorter time is the sum of its months.", at: "\(path).tables")
        }
        check(release.tables ?? [], at: "\(path).tables")
        for table in release.tables ?? [] where pack.summary.tables.contains(where: { $0.tellsTheSame(as: table) }) {
            contradiction("'\(table.title)' is told with the summary's tables already.", at: "\(path).tables")
        }
    }

    private func check(_ tables: [SummaryTable], at list: String) {
        let asked = Set(pack.contactForm.kinds.flatMap(\.questions).compactMap(\.quantity))
        for (position, table) in tables.enumerated() {
            let path = "\(list)[\(position + 1)]"
            switch table {
            case .kinds: break
            case .answers(_, let kind, let question, _, _): checkAnswers(kind: kind, question: question, at: path)
            case .sums(_, let quantities, _, _):
                for quantity in quantities where !asked.contains(quantity) {
                    contradiction(
                        "The form does not ask for \(quantity.rawValue), so it cannot be summed.",
                        at: "\(path).sums.quantities")
                }
            }
        }
    }

    private func checkAnswers(kind: String, question: String, at path: String) {
        guard let form = pack.contactForm.kind(kind) else {
            contradiction("The form has no kind '\(kind)'.", at: "\(path).answers.kind")
            return
        }
        guard let asked = form.questions.first(where: { $0.id == question }) else {
            contradiction("The kind '\(kind)' has no question '\(question)'.", at: "\(path).answers.question")
            return
        }
        if asked.answer.options.isEmpty {
            contradiction("The question '\(question)' has no options to count by.", at: "\(path).answers.question")
        }
    }
}

extension Question {
    fileprivate var quantity: Quantity? {
        switch answer {
        case .amount(let quantity, _, _): quantity
        case .one, .several, .confirmation: nil
        }
    }
}

extension SummaryTable {
    /// Whether both tell the same numbers, which have one grain.
    fileprivate func tellsTheSame(as other: SummaryTable) -> Bool {
        switch (self, other) {
        case (.kinds, .kinds): true
        case (.answers(_, let kind, let question, _, _), .answers(_, let otherKind, let otherQuestion, _, _)):
            kind == otherKind && question == otherQuestion
        case (.sums(_, let quantities, _, _), .sums(_, let others, _, _)):
            !Set(quantities).isDisjoint(with: others)
        case (.kinds, _), (.answers, _), (.sums, _): false
        }
    }
}
