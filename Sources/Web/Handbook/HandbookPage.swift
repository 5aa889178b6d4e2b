import HTML
import Operations
import Program

/// How the programme runs, for everybody in it: made from the rules that the system itself works by, so that what people read
/// is what happens.
enum HandbookPage {
    static func handbook(_ visit: StaffVisit) -> HTML {
        let pack = visit.pack
        return page(
            pack.awareness.material(.handbook)?.title ?? "\(pack.terms.team) handbook", in: Shells.staff(visit),
            lead: "How this programme runs. Made from the rules that the system works by, version \(pack.version).",
            main: """
                \(beside(visit))
                \(section("What it is for", purpose(pack)))
                \(yourPart(pack))
                \(section("What stays in confidence", ConfidenceWords.levels(pack)))
                \(section("When confidence ends", exceptions(pack)))
                \(HandbookTraining.training(pack))
                \(HandbookTraining.incidents(pack))
                \(whoDoesWhat(pack))
                \(glossary(pack))
                \(facts([
                    ("Made from", HTML(text: pack.source.title)),
                    ("Pack", "<code>\(pack.id.text)</code>, version \(pack.version)"),
                ]))
                """)
    }

    /// A way here from somebody's home.
    static let card = section(
        "To read",
        cards([
            linkCard(
                "Handbook", detail: "How this programme runs, and what members agree to",
                to: HandbookAddresses.handbook.link(), icon: .sheet)
        ]))

    private static func beside(_ visit: StaffVisit) -> HTML {
        let slug = PathID(visit.staff.agency.slug)
        return actions(
            linkButton(visit.pack.agreement.title, to: HandbookAddresses.agreement.link()),
            linkButton("For everybody here", to: AwarenessAddresses.orientation.link(slug), style: .quiet),
            linkButton("For supervisors", to: AwarenessAddresses.supervisors.link(slug), style: .quiet))
    }

    private static func purpose(_ pack: PolicyPack) -> HTML {
        """
        \(ruledList(pack.scope.objectives))
        \(ruledWords(pack.statements(in: .handbook)))
        """
    }

    /// What the agency asks of supporters, of the supervisors among them, and of supervisors.
    private static func yourPart(_ pack: PolicyPack) -> HTML {
        let parts: [(String, Set<Statement.Audience>)] = [
            ("Your part as a \(pack.terms.supporter)", [.supporters]),
            ("If you are a supervisor yourself", [.supervisingSupporters]),
            ("What supervisors are told", [.supervisors]),
        ]
        return parts.compactMap { title, audiences in
            ruledWords(pack.statements(in: .handbook, to: audiences)).map { section(title, $0) }
        }.joined()
    }

    /// Every case in which confidence ends, who is told and how fast (IACP-6.2).
    static func exceptions(_ pack: PolicyPack) -> HTML {
        let parts = DisclosureException.Force.allCases.compactMap { force -> HTML? in
            let exceptions = pack.confidentiality.exceptions(force)
            guard !exceptions.isEmpty else { return nil }
            let items = exceptions.map { exception -> HTML in
                "<li>\(exception.quotedLabel) \(exception.told(pack)) \(exception.basis.notes)</li>"
            }
            return "<h3>\(force.title)</h3><p>\(force.lead(pack))</p><ul>\(items)</ul>"
        }
        return prose(parts.joined())
    }

    private static func whoDoesWhat(_ pack: PolicyPack) -> HTML? {
        let roles = pack.roles.compactMap { role -> HTML? in
            let duties = pack.governance.duties.filter { $0.role == role.id }
            guard !duties.isEmpty else { return nil }
            return """
                <h3>\(role.title)</h3>
                <ul>\(duties.map { "<li>\($0.duty) \($0.basis.notes)</li>" as HTML })</ul>
                """
        }
        return roles.isEmpty ? nil : section("Who does what", prose(roles.joined()))
    }

    private static func glossary(_ pack: PolicyPack) -> HTML? {
        let entries = pack.terms.glossary
        guard !entries.isEmpty else { return nil }
        return section("Words", facts(entries.map { ($0.term, "\($0.meaning) \($0.basis.notes)") }))
    }
}
