import HTML
import Operations
import Program

/// Changes of many on one day, which wait for a word.
enum DirectoryChangesPart {
    static let allow = Act(
        "allowDirectoryChanges",
        "Let through what the directory changes today, however many people it is about. The directory sends it again by itself.",
        at: DirectoryAddresses.changes, for: .holding(.managePeople), taking: .nothing, then: .done("Let through."),
        mayRefuse: false, see: { _ in DirectoryAddresses.directory.link() }, refused: DirectoryPage.again,
        perform: { visit, _ in try await visit.programmes.allowDirectoryChanges(by: visit.staff) })

    static let refuse = Act(
        "refuseDirectoryChanges",
        "Put aside what the directory wants to change. Where it wants to again, it waits again.",
        at: DirectoryAddresses.changesRefusal, for: .holding(.managePeople), taking: .nothing,
        then: .done("Put aside."),
        mayRefuse: false, see: { _ in DirectoryAddresses.directory.link() }, refused: DirectoryPage.again,
        perform: { visit, _ in try await visit.programmes.refuseDirectoryChanges(by: visit.staff) })

    static func waiting(_ held: [ListedPerson], _ visit: StaffVisit) -> HTML? {
        guard !held.isEmpty else { return nil }
        let rows = held.prefix(DirectoryPreview.listed).map { [HTML(text: OrientationDuePages.name($0.record))] }
        let more = held.count - rows.count
        return section(
            "The directory wants to change many people",
            lead: """
                Units, divisions, shifts, ranks, kinds or supervisors of more people than a day usually brings, or of several who \
                would lose a role by it. A column that was mixed up does that; so does a reorganisation.
                """,
            """
            \(dataTable("\(people(held.count)) waiting", columns: ["Person"], rows: rows))
            \(more > 0 ? "<p>… and \(more) more.</p>" as HTML : nil)
            \(allow.asConfirmation(
                "Let today's changes through",
                "<p>Whatever else the directory changes today goes through too. It sends what waits again by itself.</p>",
                button: "Let them through", visit))
            \(actions(refuse.asButton("Put them aside", visit)))
            """)
    }

    /// On the home of whoever manages people.
    static func card(_ held: [ListedPerson]) -> HTML? {
        guard !held.isEmpty else { return nil }
        return linkCard(
            "The directory wants to change \(people(held.count))", detail: "By your word",
            to: DirectoryAddresses.directory.link(), icon: .people, badge: badge("To decide", tone: .warning))
    }

    private static func people(_ count: Int) -> String { "\(count) \(count == 1 ? "person" : "people")" }
}
