import HTML
import Operations
import Program

/// The page on which a rotation is made or changed.
enum RotationPages {
    static func new(
        _ visit: StaffVisit, on name: RosterListName, again refused: Refused? = nil
    ) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        return board.list(name.list).map { list in
            let first = ["startsOn": board.today.text, "handOver": "08:00", "weeks": "1"]
            let form = RosterActs.addRotation.form(
                visit, name, filled: Filled(options: board.people(of: list), first: first), refused: refused,
                button: "Add rotation")
            return .page(around("New rotation", on: list, visit, form), again: refused)
        }
    }

    static func present(
        _ visit: StaffVisit, _ id: PathID, again refused: Refused? = nil
    ) async throws -> Answer? {
        let board = try await visit.programmes.rosterBoard(by: visit.staff)
        return board.rotation(id.text).map { rotation, list in
            var filled = rotation.filled
            filled.options = board.people(of: list)
            let form = RosterActs.changeRotation.form(
                visit, id, filled: filled, refused: refused, button: "Keep changes")
            return .page(around(rotation.name, on: list, visit, "\(form)\(removal(id, visit))"), again: refused)
        }
    }

    private static func around(_ title: String, on list: RosterList, _ visit: StaffVisit, _ form: HTML) -> HTML {
        let name = visit.pack.title(of: list.kind)
        return page(
            title, in: Shells.staff(visit),
            lead: "On the list of \(name). Swaps that members agreed on stand, whatever you change here.",
            back: Crumb(name, RosterAddresses.list.link(RosterListName(list.kind))),
            main: "\(joining(list))\(form)")
    }

    /// Why somebody may be missing among those to choose from.
    private static func joining(_ list: RosterList) -> HTML? {
        guard let membership = list.membership, membership.joining == .voluntary else { return nil }
        return callout(
            "Joining is voluntary", tone: .neutral,
            """
            <p>You can choose whoever has opened hours of their own. Anybody else can still take an open shift.</p>
            \(membership.basis.note)
            """)
    }

    private static func removal(_ id: PathID, _ visit: StaffVisit) -> HTML {
        RosterActs.removeRotation.asConfirmation(
            "Remove this rotation", "<p>It ends at once. Where nobody else is on call, there will be a gap.</p>",
            button: "Remove it", visit, id, style: .danger)
    }
}

extension Rotation {
    /// As the form of a rotation shows it.
    var filled: Filled {
        var filled = Filled(
            first: [
                "name": name, "startsOn": startsOn.text, "handOver": ClockMinute.time(handOver),
                "weeks": String(weeks),
            ], ticked: ["members": members, "shadows": shadows])
        filled.first["until"] = until?.text
        return shifts.enumerated().reduce(filled) { filled, shift in
            WeekFields(shift: shift.offset + 1).filled(shift.element, in: filled)
        }
    }
}

extension RosterBoard {
    /// The rotation of that id, with its list.
    fileprivate func rotation(_ id: String) -> (rotation: Rotation, list: RosterList)? {
        for list in lists {
            if let rotation = list.rotations.first(where: { $0.id == id }) { return (rotation, list) }
        }
        return nil
    }

    /// Whom a rotation on the list may have: in turns whoever may be put on call, looking on anybody.
    fileprivate func people(of list: RosterList) -> [String: [FieldOption]] {
        ["members": options(list.joined), "shadows": options(Set(lists.flatMap(\.holders.keys)))]
    }
}
