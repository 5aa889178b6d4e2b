import HTML
import Program

/// How a membership begins, pauses and ends.
enum HandbookMembership {
    static func membership(_ pack: PolicyPack) -> HTML {
        let rules = pack.membership
        return """
            \(ruledPart("Before you are active", ruledLines(rules.activation.map { ruledLine($0.need.words(pack), $0.basis) })))
            \(ruledPart("How long it lasts", ruledLines([rules.term.map(term), rules.annualReview.map { review($0, pack) }])))
            \(ruledPart("A pause", prose("\(leave(rules, pack))\(placed(rules, pack))")))
            \(ruledPart("How it ends", prose(removal(rules.removal, pack))))
            """
    }

    /// What the agreement leaves open: when its words change, they are signed again.
    static func agreement(_ pack: PolicyPack) -> HTML {
        let rule = pack.agreement
        return """
            \(prose("<p>Every \(pack.terms.supporter) signs: \(rule.title). \(rule.basis.notes)</p>"))
            \(ruledList(rule.items))
            \(ruledLines([
                rule.consequences.map { ruledLine($0.value, $0.basis) },
                ruledLine("New words are signed again within \(counted(rule.signAgainWithinDays.value.number, "day")).", rule.signAgainWithinDays.basis),
            ]))
            """
    }

    private static func term(_ rule: MembershipTerm) -> HTML {
        ruledLine(
            """
            A membership runs for \(counted(rule.months.number, "month")) from its activation. You are reminded \
            \(counted(rule.reminderDays.number, "day")) before it ends; a term that ended makes you inactive.
            """, rule.basis)
    }

    private static func review(_ rule: AnnualReviewRule, _ pack: PolicyPack) -> HTML {
        ruledLine(
            """
            Every \(counted(rule.everyMonths.number, "month")) the \(pack.title(rule.by)) reviews \
            \(rule.parts.map(\.words).listed()), by passed or not passed and nothing more.
            """, rule.basis)
    }

    /// A pause and an end by one's own act.
    static func leave(_ rules: MembershipRules, _ pack: PolicyPack) -> HTML {
        let own = rules.inactivity.byOwnNotice.map { own -> HTML in
            let reason =
                switch own.reason {
                case .notAsked: "You are not asked why."
                case .optional: "You may say why, and need not."
                }
            return """
                <p>You may pause: tell \(pack.anyOf(own.notice)). \(reason) \
                \(own.encouraged ? "Do it whenever your own life needs you." : nil) \(own.basis.notes(with: .notice))</p>
                """
        }
        return """
            \(own)
            <p>You may leave the team: tell \(pack.anyOf(rules.withdrawal.notice)). \(rules.withdrawal.basis.notes)</p>
            """
    }

    private static func placed(_ rules: MembershipRules, _ pack: PolicyPack) -> HTML {
        let placed = rules.inactivity.byOthers.map { rule -> HTML in
            """
            <p>\(pack.anyOf(rule.by).capitalisedFirst) may place you on inactive status, at once, for one of these reasons. \(rule.basis.everyNote)</p>
            <ul>\(rule.reasons.map { "<li>\($0.label)</li>" as HTML })</ul>
            """
        }
        let sees = rules.inactivity.reasonVisibleTo
        let words =
            sees.value.isEmpty
            ? "No reason is kept. Others see only that you are not on the list."
            : "Only \(pack.allOf(sees.value)) may see a reason. Others see only that you are not on the list."
        return "\(placed)<p>\(words) \(sees.basis.notes)</p>"
    }

    /// How others end a membership, and for what.
    static func removal(_ rules: RemovalRules, _ pack: PolicyPack) -> HTML {
        let grounds = rules.grounds.map { "<li>\($0.label) \($0.basis.notes)</li>" as HTML }
        let ground = rules.suspension.flatMap { rule in rules.grounds.first { $0.id == rule.ground } }
        return """
            <p>\(rules.procedure.words(pack)) \(rules.basis.notes(with: .procedure))</p>
            \(grounds.isEmpty ? nil : "<p>These are the grounds:</p><ul>\(grounds)</ul>")
            \(rules.consultation.map { "<p>Heard first: \(pack.allOf($0.value)). \($0.basis.notes)</p>" as HTML })
            \(rules.suspension.map { suspension($0, ground, pack) })
            """
    }

    private static func suspension(_ rule: SuspensionRule, _ ground: RemovalGround?, _ pack: PolicyPack) -> HTML {
        """
        <p>The \(pack.title(rule.by)) may take somebody off the team at once, before the procedure\
        \(ground.map { ": \($0.label)" } ?? "."). \(rule.basis.notes)</p>
        """
    }
}

extension ActivationRequirement.Need {
    fileprivate func words(_ pack: PolicyPack) -> String {
        switch self {
        case .selectionCompleted: "You were selected, by every step."
        case .agreementSigned: "You signed: \(pack.agreement.title)."
        case .blockingCoursesCompleted: "You completed every course that is required."
        case .employee: "The directory has you as an employee."
        case .recordedTraining: "A training in peer support is recorded of you."
        }
    }
}

extension AnnualReviewRule.Part {
    fileprivate var words: String {
        switch self {
        case .criminal: "your criminal record"
        case .administrative: "your administrative record"
        }
    }
}

extension RemovalProcedure {
    fileprivate func words(_ pack: PolicyPack) -> String {
        switch self {
        case .ballot(let committee, let majority):
            "\(pack.title(.committee(committee)).capitalisedFirst) may end a membership by a vote: \(majority.words)."
        case .approved(let by, let approvedBy):
            "The \(pack.title(by)) may end a membership, once the \(pack.title(approvedBy)) has approved it."
        case .decision(let by): "The \(pack.title(by)) may end a membership."
        case .atWill(let by): "The \(pack.title(by)) may end a membership at any time, without a ground."
        }
    }
}
