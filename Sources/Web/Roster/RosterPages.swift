import HTML
import Operations
import Program

/// The call-out lists, for those who keep them: what is missing first.
enum RosterPages {
    static func overview(_ board: RosterBoard, _ area: AreaOnPage, _ visit: StaffVisit) -> HTML {
        let used = board.lists.filter { $0.kind == .supporters || !$0.rotations.isEmpty || !$0.overrides.isEmpty }
        let others = board.lists.filter { list in !used.contains { $0.kind == list.kind } }
        return page(
            "Call-out lists", in: Shells.staff(visit), lead: "Who can be called, at every hour.", width: .wide,
            main: """
                \(gaps(of: board.lists, board, visit))
                \(area.line(own: RosterAddresses.roster.link(), whole: AreaOnPage.whole(of: RosterAddresses.roster)))
                \(reached(board, visit))
                \(unreachable(board.lists, board))
                \(section("Lists", cards(used.map { card(of: $0, board, visit) })))
                \(others.isEmpty ? nil : section("Lists to begin", cards(others.map { card(of: $0, board, visit) })))
                """)
    }

    static func list(_ name: RosterListName, _ visit: StaffVisit, again refused: Refused? = nil) async throws -> Answer?
    {
        let area = try await visit.area(for: .keepRoster)
        let board = try await visit.programmes.rosterBoard(in: area.areas, by: visit.staff)
        return board.list(name.list).map { .page(list($0, name, board, area, visit, refused), again: refused) }
    }

    private static func list(
        _ list: RosterList, _ name: RosterListName, _ board: RosterBoard, _ area: AreaOnPage, _ visit: StaffVisit,
        _ refused: Refused?
    ) -> HTML {
        page(
            visit.pack.title(of: list.kind), in: Shells.staff(visit), lead: onCallWords(list, board), back: back,
            width: .wide,
            main: """
                \(gaps(of: [list], board, visit))
                \(area.line(
                    own: RosterAddresses.list.link(name),
                    whole: RosterAddresses.list.link(name, query: AreaOnPage.widening)))
                \(unreachable([list], board))
                \(section("Rotations", rotations(list, board) + actions(
                    linkButton(
                        "New rotation", to: RosterAddresses.newRotation.link(name), style: .primary, icon: .add))))
                \(section(
                    "Somebody else for a while", "\(overrides(list, board, visit))\(overrideForm(list, board, visit, refused))"))
                \(section("The next \(RosterBoard.daysShown) days", coverage(list, board)))
                """)
    }

    static let back = Crumb("Call-out lists", RosterAddresses.roster.link())

    // MARK: What is missing

    /// Gaps come first on every page of the roster (OCP-II.A-1).
    private static func gaps(of lists: [RosterList], _ board: RosterBoard, _ visit: StaffVisit) -> HTML {
        let found = lists.flatMap { list in
            board.gaps(of: list).map { (list, $0) }
        }.sorted { ($0.1.from, $0.0.kind.text) < ($1.1.from, $1.0.kind.text) }
        guard !found.isEmpty else {
            return callout("No gap in the next \(board.daysAhead) days.", tone: .good)
        }
        let items = found.map { list, gap -> HTML in
            """
            <li><a\(href: RosterAddresses.list.link(RosterListName(list.kind)))>\(visit.pack.title(of: list.kind))</a>: \
            \(list.calendar.words(gap))</li>
            """
        }
        let title = found.count == 1 ? "One gap ahead" : "\(found.count) gaps ahead"
        return callout(title, tone: .warning, "<p>Nobody can be called then.</p><ul>\(items)</ul>")
    }

    /// How many of the team can be told of a request just now.
    private static func reached(_ board: RosterBoard, _ visit: StaffVisit) -> HTML {
        let reach = TeamReach(board)
        let untold = reach.untold.joined(separator: ", ")
        return callout(
            HomeReach.words(reach.tally, visit.pack.terms), tone: reach.tally.canBeTold == 0 ? .bad : .neutral,
            reach.untold.isEmpty ? nil : "<p>Nothing that is sent reaches \(untold).</p>")
    }

    private static func unreachable(_ lists: [RosterList], _ board: RosterBoard) -> HTML? {
        let accounts = Set(lists.flatMap { board.unreachable(on: $0) }).filter { board.concerns([$0]) }
        guard !accounts.isEmpty else { return nil }
        return callout(
            "On call soon, and no way to reach them", tone: .warning,
            """
            <p>\(accounts.map(board.name).sorted().joined(separator: ", ")). Ask them to add a way to be reached in their \
            account.</p>
            """)
    }

    // MARK: A list

    private static func card(of list: RosterList, _ board: RosterBoard, _ visit: StaffVisit) -> HTML {
        linkCard(
            visit.pack.title(of: list.kind), detail: onCallWords(list, board),
            to: RosterAddresses.list.link(RosterListName(list.kind)), icon: .clock)
    }

    private static func onCallWords(_ list: RosterList, _ board: RosterBoard) -> HTML {
        HTML(text: onCallWords(list, board))
    }

    private static func onCallWords(_ list: RosterList, _ board: RosterBoard) -> String {
        let onCall = list.onCall(at: board.now)
        guard onCall.isEmpty else { return "On call now: \(board.names(onCall))" }
        let opened = list.opened(at: board.now)
        return opened.isEmpty ? "Nobody is on call now" : "Can be asked now: \(board.names(opened))"
    }

    private static func rotations(_ list: RosterList, _ board: RosterBoard) -> HTML {
        guard !list.rotations.isEmpty else {
            return emptyState("No rotation yet", "A rotation says whose turn it is, week by week.")
        }
        let shown = list.rotations.filter { board.concerns($0.members + $0.shadows) }
        guard !shown.isEmpty else { return emptyState("No rotation here", "None has anybody of your area in it.") }
        return dataTable(
            "Called in this order", columns: ["Rotation", "Hours", "Turns", "Members"],
            rows: shown.map { rotation in
                [
                    "<a\(href: RosterAddresses.rotation.link(PathID(rotation.id)))>\(rotation.name)</a>",
                    HTML(text: rotation.shiftWords), HTML(text: rotation.turnWords),
                    HTML(text: memberWords(rotation, board)),
                ]
            })
    }

    private static func memberWords(_ rotation: Rotation, _ board: RosterBoard) -> String {
        let looking = rotation.shadows.isEmpty ? "" : ". Looking on: \(board.names(rotation.shadows))"
        return board.names(rotation.members) + looking
    }

    private static func coverage(_ list: RosterList, _ board: RosterBoard) -> HTML {
        // A gap leaves everybody without, wherever they are.
        let spans = board.coverage(of: list).filter { $0.isGap || board.concerns($0.onCall + $0.opened) }
        guard !spans.isEmpty else {
            return emptyState("Nobody of your area", "In these days others are on call, and there is no gap.")
        }
        let rows = spans.map { span -> [HTML] in
            [HTML(text: list.calendar.words(span.stretch)), whoCell(span, board), HTML(text: board.names(span.opened))]
        }
        return dataTable(
            "Who can be called",
            columns: ["When", "On call", "Can be asked besides"], rows: rows,
            captioned: .unseen)
    }

    private static func whoCell(_ span: RosterSpan, _ board: RosterBoard) -> HTML {
        if span.isGap { return badge("Nobody: a gap", tone: .warning) }
        return span.onCall.isEmpty ? "Nobody" : HTML(text: board.names(span.onCall))
    }

    // MARK: Overrides

    private static func overrides(_ list: RosterList, _ board: RosterBoard, _ visit: StaffVisit) -> HTML? {
        guard !list.overrides.isEmpty else { return nil }
        return dataTable(
            "In force or to come", columns: ["When", "On call", "Instead of", ""],
            rows: list.overrides.map { override in
                [
                    HTML(text: list.calendar.words(override.stretch)), HTML(text: board.name(override.account)),
                    HTML(text: override.instead.map(board.name) ?? "Nobody, besides the others"),
                    RosterActs.removeOverride.asButton("Take back", visit, PathID(override.id), style: .quiet),
                ]
            })
    }

    private static func overrideForm(
        _ list: RosterList, _ board: RosterBoard, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let people = board.options(list.joined)
        return RosterActs.addOverride.form(
            visit, RosterListName(list.kind),
            filled: Filled(
                options: ["account": people, "instead": people], first: ["from": list.calendar.local(board.now)]),
            refused: refused, button: "Put on call")
    }
}

extension RosterBoard {
    /// Accounts to choose from, by name.
    func options(_ accounts: some Sequence<String>) -> [FieldOption] {
        accounts.map { (name($0), $0) }.sorted { $0 < $1 }.map { FieldOption($0.1, $0.0) }
    }
}
