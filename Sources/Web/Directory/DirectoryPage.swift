import HTML
import Operations
import Program
import Store

/// How the agency's directory pushes its changes, for whoever manages people.
enum DirectoryPage {
    static func answer(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer {
        let connection = try await visit.programmes.directoryConnection(for: visit.staff)
        let address = DirectoryAddresses.interface.link(PathID(visit.agency.slug))
        let html = page(
            "Your directory", in: Shells.staff(visit),
            lead: "A personnel or sign-in directory that speaks SCIM 2.0 can push each change as it is made.",
            back: Crumb("People", PeopleAddresses.people.link()),
            announcement: refused?.announcement(
                besides: DirectoryActs.defaults.id, DirectoryActs.allow.id) ?? told(visit),
            main: """
                \(waiting(connection, visit, refused))
                \(DirectoryChangesPart.waiting(connection.held, visit))
                \(section("Where it pushes to", prose(
                    """
                    <p><code>\(visit.visit.address(of: address) ?? address.location)</code></p>
                    <p>A change has the same consequences as a file's. Whoever the directory ends has left as of that day and is not \
                    deleted. Where more than a tenth of the people, and more than five, would end on one day, the rest waits here for \
                    your word; and so it does where it would change that many in their unit, division, shift, rank, kind or \
                    supervisor, or where more than five would lose a role by it.</p>
                    """)))
                \(tokens(connection, visit))
                \(section(
                    "Where your directory says nothing",
                    lead: "What stands here holds then. What it neither says nor stands here is refused.",
                    DirectoryActs.defaults.form(
                        visit, filled: filled(connection.defaults), refused: refused, button: "Remember this")))
                """)
        return .page(html, again: refused)
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, .some(refused))
    }

    /// What the directory wants to end, on the home of whoever manages people.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.staff.powers.contains(.managePeople) else { return [] }
        let connection = try await visit.programmes.directoryConnection(for: visit.staff)
        let changes = [DirectoryChangesPart.card(connection.held)].compactMap(\.self)
        let count = connection.waiting.count
        guard count > 0 else { return changes }
        return changes + [
            linkCard(
                "The directory wants to end \(count) \(count == 1 ? "person" : "people")",
                detail: "By your word", to: DirectoryAddresses.directory.link(), icon: .people,
                badge: badge("To decide", tone: .warning))
        ]
    }

    /// A token, or what was done, told once.
    private static func told(_ visit: StaffVisit) -> HTML? {
        visit.visit.shownOnce.map { words in
            callout(
                "Told once", tone: .good,
                words.split(separator: "\n").map { "<p><code>\(String($0))</code></p>" as HTML }.joined())
        }
    }

    private static func filled(_ defaults: DirectoryDefaults) -> Filled {
        Filled(
            first: Dictionary(
                defaults.values.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }

    private static func waiting(
        _ connection: DirectoryConnection, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML? {
        let count = connection.waiting.count
        guard count > 0 else { return nil }
        let rows = connection.waiting.prefix(DirectoryPreview.listed).map { person in
            [HTML(text: OrientationDuePages.name(person.record))]
        }
        let more = count - rows.count
        return section(
            "The directory wants to end people",
            lead: "Look whether that is right: a wrong setting of a directory ends everybody it does not know.",
            """
            \(dataTable("\(count) \(count == 1 ? "person" : "people")", columns: ["Person"], rows: rows))
            \(more > 0 ? "<p>… and \(more) more.</p>" as HTML : nil)
            \(DirectoryActs.allow.form(visit, refused: refused, button: "End them", style: .danger))
            \(actions(DirectoryActs.refuse.asButton("Put them aside", visit)))
            """)
    }

    private static func tokens(_ connection: DirectoryConnection, _ visit: StaffVisit) -> HTML {
        let rows = connection.tokens.map { token in
            [
                HTML(text: token.madeOn.text), HTML(text: token.usedOn?.text ?? "not yet"),
                DirectoryActs.revoke.asButton("Take it back", visit, PathID(token.id)),
            ]
        }
        return section(
            "Tokens",
            """
            \(rows.isEmpty
                ? emptyState("No token", "Without one nothing is pushed.")
                : dataTable("Tokens", columns: ["Made on", "Newest push", "Take it back"], rows: rows))
            \(actions(DirectoryActs.make.asButton("Make a token", visit)))
            """)
    }
}
