import HTML
import Operations
import Program

/// Whom to call for each authority of the pack, to be set by the agency.
enum AuthorityPages {
    static func list(
        _ authorities: [AuthorityView], _ visit: StaffVisit, refused: (authority: String, what: Refused)? = nil
    ) -> HTML {
        let missing = authorities.count { $0.set == nil }
        return page(
            "Whom to call", in: Shells.staff(visit),
            lead:
                "Whoever carries out an exception to confidence finds these names and numbers beside it. Ask your counsel who is responsible where you are.",
            back: Crumb("Home", HomeAddresses.home.link()),
            main: """
                \(missing == 0 ? nil : callout(
                    "\(missing) of \(authorities.count) not set yet", tone: .warning,
                    "<p>Until they are, whoever must tell them is shown the emergency number alone.</p>"))
                \(authorities.map { authority($0, visit, refused) }.joined())
                """)
    }

    private static func authority(
        _ authority: AuthorityView, _ visit: StaffVisit, _ refused: (authority: String, what: Refused)?
    ) -> HTML {
        let id = authority.rule.id.text
        let needed = visit.pack.confidentiality.exceptions.filter { exception in
            exception.recipients.contains { $0.who.authority == authority.rule.id }
        }
        let first = authority.set.map { ["name": $0.name, "telephone": $0.telephone] } ?? [:]
        return card(
            authority.rule.title, badge: authority.set == nil ? badge("Not set", tone: .warning) : nil,
            """
            <ul>\(needed.map { "<li>\($0.quotedLabel) \($0.basis.notes)</li>" as HTML })</ul>
            \(AuthorityActs.set.form(
                visit, PathID(id), filled: Filled(first: first),
                refused: refused?.authority == id ? refused?.what : nil, button: "Set it"))
            """)
    }
}
