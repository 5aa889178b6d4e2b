import HTML
import Operations
import Program

/// A coordinator's area on their home: who is in it, and who of it can be called now (OCP-I.C.2.a).
enum HomeArea {
    static func today(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        guard let area = duties.area else { return nil }
        let line = area.shown.line(own: HomeAddresses.home.link(), whole: AreaOnPage.whole(of: HomeAddresses.home))
        guard case .areas(let names, _, let people) = area.shown.view, !area.shown.isWidened else { return line }
        return section(
            "Today in \(names.joined(separator: ", "))",
            """
            \(line)
            \(figures([
                Figure("People", "\(people)"),
                Figure(visit.pack.terms.supporters, "\(area.supporters)", detail: "on the call-out list"),
                Figure("On call now", "\(area.onCall)", detail: "of \(area.onCallAnywhere) in all"),
            ]))
            \(actions(
                linkButton("People", to: PeopleAddresses.people.link(), icon: .people),
                linkButton("Call-out lists", to: RosterAddresses.roster.link(), icon: .clock)))
            """)
    }
}

/// What a coordinator looks after today.
struct AreaToday: Sendable {
    let shown: AreaOnPage
    /// Of the area, on the team's list.
    let supporters: Int
    let onCall: Int
    let onCallAnywhere: Int

    /// - Parameter board: the lists as far as they are looked after.
    init(_ shown: AreaOnPage, _ board: RosterBoard) {
        self.shown = shown
        let list = board.list(.supporters)
        let onCall = list?.onCall(at: board.now) ?? []
        supporters = list.map { $0.joined.count { board.concerns([$0]) } } ?? 0
        self.onCall = onCall.count { board.concerns([$0]) }
        onCallAnywhere = onCall.count
    }
}
