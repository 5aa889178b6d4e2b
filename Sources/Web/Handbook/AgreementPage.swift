import HTML
import Operations
import Program

/// What everybody on the team agrees to, with the parts of the policy that belong to it written out; to read and to print.
enum AgreementPage {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, refused: refused)
    }

    static func answer(
        _ visit: StaffVisit, after change: MembershipChange? = nil, refused: Refused? = nil
    ) async throws -> Answer {
        let own = try await visit.programmes.ownAgreement(of: visit.staff)
        return .page(agreement(visit, own, change, refused), again: refused)
    }

    private static func agreement(
        _ visit: StaffVisit, _ own: OwnAgreement, _ change: MembershipChange?, _ refused: Refused?
    ) -> HTML {
        let pack = visit.pack
        let rule = pack.agreement
        return page(
            rule.title, in: Shells.staff(visit),
            lead: """
                What every \(pack.terms.supporter) agrees to before the first request. To print, use your browser’s print. \
                \(rule.basis.notes)
                """,
            back: Crumb("Handbook", HandbookAddresses.handbook.link()),
            announcement: change?.announcement ?? refused?.announcement,
            main: """
                \(own.changes.flatMap { AgreementSigning.changes($0) })
                \(section("I agree", ruledList(rule.items) ?? .empty))
                \(ruledWords(further(pack), pack).map { section("I know besides", $0) })
                \(rule.includes.map { part($0, of: pack) }.joined())
                \(rule.consequences.map { consequences in
                    section("If confidence is broken", prose("<p>\(consequences.value) \(consequences.basis.notes)</p>"))
                })
                \(section("When these words change", prose(changing(pack))))
                \(AgreementSigning.part(own, visit, refused))
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
        case .leave: section("A pause", prose(HandbookMembership.leave(pack.membership, pack)))
        case .removalGrounds:
            section("How a membership ends", prose(HandbookMembership.removal(pack.membership.removal, pack)))
        }
    }

    private static func advisement(_ pack: PolicyPack) -> HTML {
        """
        \(prose("<p>“\(pack.confidentiality.advisement.opening)” \(pack.confidentiality.advisement.basis.notes)</p>"))
        \(ruledWords(pack.statements(in: .advisement), pack))
        """
    }

    private static func changing(_ pack: PolicyPack) -> HTML {
        let rule = pack.agreement.signAgainWithinDays
        return """
            <p>A new version is signed again within \(rule.value.number) days. This is version \(pack.version). \
            \(rule.basis.notes)</p>
            <p>Whoever has not signed by then is inactive until they do.</p>
            """
    }
}
