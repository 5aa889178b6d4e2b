import HTML
import Operations
import Program

/// The call-out lists, for those who keep them: what is missing first.
enum RosterPages {
    /// How far ahead a list is shown, in days.
    static let daysShown = 28

    static func overview(_ board: RosterBoard, _ area: AreaOnPage, _ visit: StaffVisit) -> HTML {
        let used = board.lists.filter { $0.kind == .supporters || !$0.rotations.isEmpty || !$0.overrides.isEmpty }
        let others = board.lists.filter { list in !used.contains { $0.kind == list.kind } }
        return page(
            "Call-out lists", in: Shells.staff(visit), lead: "Who can be called, at every hour.", width: .wide,
            main: """
                \(gaps(of: board.lists, board, visit))
                \(area.line(own: RosterAddresses.roster.link(), whole: AreaOnPage.whole(of: RosterAddresses.roster)))
                \(unreachable(board.lists, board))
                \(section("Lists", cards(used.map { card(of: $0, board, visit) })))
                \(others.isEmpty ? nil : section("Lists to begin", cards(others.map { card(of: $0, board, visit) })))
                """)
    }

    static func list(
        _ list: RosterList, _ board: RosterBoard, _ area: AreaOnPage, _ visit: StaffVisit, refused: Refusal? = nil
    ) -> HTML {
        let name = RosterListName(list.kind)
        return page(
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
                \(section("The next \(daysShown) days", coverage(list, board)))
                """)
    }

    static let back = Crumb("Call-out lists", RosterAddresses.roster.link())

    // MARK: What is missing

    /// Gaps come first on every page of the roster (OCP-II.A-1).
    private static func gaps(of lists: [RosterList], _ board: RosterBoard, _ visit: StaffVisit) -> HTML {
        let found = lists.flatMap { list in
            (board.announced.map { list.gaps(from: $0.from, until: $0.until) } ?? []).map { (list, $0) }
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

    private static func unreachable(_ lists: [RosterList], _ board: RosterBoard) -> HTML? {
        guard let window = board.ahead(days: daysShown) else { return nil }
        let accounts = Set(lists.flatMap { $0.withoutContactMethod(in: window, working: board.reachable) })
            .filter { board.concerns([$0]) }
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
            "Called in this order", columns: ["Rotation", "Hours", "Turns", "Members"].map { TableColumn($0) },
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
        let window = board.ahead(days: daysShown)
        // A gap leaves everybody without, wherever they are.
        let spans = (window.map { list.spans(in: $0) } ?? []).filter {
            $0.isGap || board.concerns($0.onCall + $0.opened)
        }
        let rows = spans.map { span -> [HTML] in
            [HTML(text: list.calendar.words(span.stretch)), whoCell(span, board), HTML(text: board.names(span.opened))]
        }
        return dataTable(
            "Who can be called",
            columns: [TableColumn("When"), TableColumn("On call"), TableColumn("Can be asked besides")], rows: rows,
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
            "In force or to come", columns: ["When", "On call", "Instead of", ""].map { TableColumn($0) },
            rows: list.overrides.map { override in
                [
                    HTML(text: list.calendar.words(override.stretch)), HTML(text: board.name(override.account)),
                    HTML(text: override.instead.map(board.name) ?? "Nobody, besides the others"),
                    buttonForm(
                        "Take back", to: RosterAddresses.overrideRemoval.link(PathID(override.id)),
                        token: visit.formToken, style: .quiet),
                ]
            })
    }

    private static func overrideForm(
        _ list: RosterList, _ board: RosterBoard, _ visit: StaffVisit, _ refused: Refusal?
    ) -> HTML {
        let form = visit.form(
            to: RosterAddresses.overrides.link(RosterListName(list.kind)), typed: refused == nil ? nil : visit.form,
            problems: refused)
        let people = board.people(of: list)
        return form.html(
            """
            \(form.select("account", "On call", people, prompt: "Choose somebody"))
            \(form.select(
                "instead", "Instead of", people, prompt: "Nobody, besides the others", isOptional: true))
            \(RosterFields.stretch(form, from: list.calendar.stamp(board.now), until: nil))
            """, actions: button("Put on call"))
    }
}

extension RosterBoard {
    /// Everybody who holds the list's role and may be put on call, by name.
    func people(of list: RosterList) -> [FieldOption] {
        list.joined.map { (name($0), $0) }.sorted { $0 < $1 }.map { FieldOption($0.1, $0.0) }
    }

    /// Everybody on any list, by name.
    var everyone: [FieldOption] {
        Set(lists.flatMap(\.holders.keys)).map { (name($0), $0) }.sorted { $0 < $1 }.map { FieldOption($0.1, $0.0) }
    }
}

/// Fields that several forms of the roster have.
enum RosterFields {
    static func stretch(_ form: Form, from: String?, until: String?) -> HTML {
        """
        \(form.text("from", "From", kind: .code, first: from, hint: "Day and time, such as 2026-11-20 18:00.", maxLength: 16))
        \(form.text("until", "Until", kind: .code, first: until, hint: "Day and time.", maxLength: 16))
        """
    }

    static func weekdays(_ form: Form, _ name: String, first: Weekdays?, isOptional: Bool) -> HTML {
        form.choices(
            name, "Days", zip(1...7, Weekdays.names).map { FieldOption(String($0), $1) },
            first: first?.days.map { String($0) } ?? [], isOptional: isOptional)
    }

    static func times(
        _ form: Form, from: String, until: String, first: WeeklyHours?, isOptional: Bool
    ) -> HTML {
        """
        \(form.text(
            from, "Begins at", kind: .code, first: first.map { ClockMinute.time($0.from) },
            hint: "On the agency’s clock, such as 18:00.", isOptional: isOptional, maxLength: 5))
        \(form.text(
            until, "Ends at", kind: .code, first: first.map { ClockMinute.time($0.until) },
            hint: "Where it is not later, it ends on the next day.", isOptional: isOptional, maxLength: 5))
        """
    }
}
