import HTML
import Program

/// What everybody on the team agrees to, with the parts of the policy that belong to it written out; to read and to print.
enum AgreementPage {
    static func agreement(_ visit: StaffVisit) -> HTML {
        let pack = visit.pack
        let rule = pack.agreement
        return page(
            rule.title, in: Shells.staff(visit),
            lead: """
                What every \(pack.terms.supporter) agrees to before the first request. To print, use your browser’s print. \
                \(rule.basis.notes)
                """,
            back: Crumb("Handbook", HandbookAddresses.handbook.link()),
            main: """
                \(section("I agree", ruledList(rule.items) ?? .empty))
                \(ruledWords(further(pack), pack).map { section("I know besides", $0) })
                \(rule.includes.map { part($0, of: pack) }.joined())
                \(rule.consequences.map { consequences in
                    section("If confidence is broken", prose("<p>\(consequences.value) \(consequences.basis.notes)</p>"))
                })
                \(section("When these words change", prose(changing(pack))))
                """)
    }

    /// What is said in the agreement and no item says already.
    private static func further(_ pack: PolicyPack) -> [Statement] {
        let said = Set(
            (pack.agreement.items.map(\.basis) + [pack.agreement.consequences?.basis].compactMap { $0 })
                .flatMap(\.clauses))
        return pack.statements(in: .agreement, to: Set(Statement.Audience.allCases)).filter { statement in
            statement.basis.clauses.isEmpty || !said.isSuperset(of: statement.basis.clauses)
        }
    }

    private static func part(_ part: AgreementRule.Part, of pack: PolicyPack) -> HTML {
        switch part {
        case .exceptions: section("When confidence ends", HandbookPage.exceptions(pack))
        case .advisement: section("What I say before we begin", advisement(pack))
        case .leave: section("A pause", prose(leave(pack.membership, pack)))
        case .removalGrounds: section("How a membership ends", prose(removal(pack.membership.removal, pack)))
        }
    }

    private static func advisement(_ pack: PolicyPack) -> HTML {
        """
        \(prose("<p>“\(pack.confidentiality.advisement.opening)” \(pack.confidentiality.advisement.basis.notes)</p>"))
        \(ruledWords(pack.statements(in: .advisement), pack))
        """
    }

    private static func leave(_ rules: MembershipRules, _ pack: PolicyPack) -> HTML {
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

    private static func removal(_ rules: RemovalRules, _ pack: PolicyPack) -> HTML {
        let grounds = rules.grounds.map { "<li>\($0.label) \($0.basis.notes)</li>" as HTML }
        return """
            <p>\(rules.procedure.words(pack)) \(rules.basis.notes(with: .procedure))</p>
            \(grounds.isEmpty ? nil : "<p>These are the grounds:</p><ul>\(grounds)</ul>")
            """
    }

    private static func changing(_ pack: PolicyPack) -> HTML {
        let rule = pack.agreement.signAgainWithinDays
        return """
            <p>A new version is signed again within \(rule.value.number) days. This is version \(pack.version). \
            \(rule.basis.notes)</p>
            <p>Nothing is signed in this system. Print this page and sign it on paper.</p>
            """
    }
}

extension RemovalProcedure {
    fileprivate func words(_ pack: PolicyPack) -> String {
        switch self {
        case .ballot(let committee, _):
            "The \(pack.committee(committee)?.title ?? committee.text) may end a membership by a vote."
        case .approved(let by, let approvedBy):
            "The \(pack.title(by)) may end a membership, once the \(pack.title(approvedBy)) has approved it."
        case .decision(let by): "The \(pack.title(by)) may end a membership."
        case .atWill(let by): "The \(pack.title(by)) may end a membership at any time, without a ground."
        }
    }
}
