import HTML
import Operations
import Program

/// What everybody in the agency learns of the programme: what it is, where its limits are, how to find it. To show in a
/// training or to print (IACP-6.3, OCP-II.B.6).
enum OrientationPage {
    static func orientation(_ agency: Agency, _ visit: Visit) -> HTML {
        let policy = agency.policy
        let front = StartAddresses.agency.link(PathID(agency.slug))
        let material = policy.awareness.material(.orientation)
        let statements = policy.statements(in: .orientation)
        return page(
            material?.title ?? "Peer support, in short", in: Shells.seeker(agency, visit.site),
            lead: "For everybody here: what peer support is, and what it cannot keep. \(material?.basis.notes)",
            back: Crumb(policy.terms.programme, front),
            main: """
                \(section("What it is", "\(ruledWords(statements, policy))\(ruledList(policy.scope.objectives))"))
                \(section(
                    "What stays between you, and what cannot",
                    ConfidenceWords.advisement(policy, besides: statements)))
                \(section("How far it is protected", ConfidenceWords.levels(policy)))
                \(ConfidenceWords.rights(policy).map { section("Your rights", $0) })
                \(ConfidenceWords.investigation(policy).map { section("If you are under investigation", $0) })
                \(actions(
                    linkButton("As slides", to: AwarenessAddresses.slides.link(PathID(agency.slug)), icon: .print)))
                \(section("Where to find it", finding(policy, at: visit.address(of: front))))
                """)
    }

    private static func finding(_ policy: PolicyPack, at address: String?) -> HTML {
        prose(
            """
            <p>Nobody has to say who they are to ask for a \(policy.terms.supporter)\
            \(address.map { ": <strong>\($0)</strong>" as HTML }).</p>
            """)
    }
}
