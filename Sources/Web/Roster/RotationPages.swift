import HTML
import Operations
import Program

/// The page on which a rotation is made or changed.
enum RotationPages {
    static func form(
        _ rotation: Rotation?, on list: RosterList, _ board: RosterBoard, _ visit: StaffVisit, refused: Refusal? = nil
    ) -> HTML {
        let name = RosterListName(list.kind)
        let place =
            rotation.map { RosterAddresses.rotation.link(PathID($0.id)) } ?? RosterAddresses.rotations.link(name)
        let form = visit.form(to: place, typed: refused == nil ? nil : visit.form, problems: refused)
        let title = visit.pack.title(of: list.kind)
        return page(
            rotation?.name ?? "New rotation", in: Shells.staff(visit),
            lead: "On the list of \(title). Swaps that members agreed on stand, whatever you change here.",
            back: Crumb(title, RosterAddresses.list.link(name)),
            main: """
                \(joining(list))
                \(form.html(
                    """
                    \(form.text("name", "Name", first: rotation?.name, hint: "Such as Nights, or First call.", maxLength: 120))
                    \(turns(rotation, form, board))
                    \(members(rotation, form, board.people(of: list)))
                    \(shifts(rotation, form))
                    \(shadows(rotation, form, board.everyone))
                    """, actions: button(rotation == nil ? "Add rotation" : "Keep changes")))
                \(rotation.map { removal($0, visit) })
                """)
    }

    /// Why somebody may be missing among those to choose from.
    private static func joining(_ list: RosterList) -> HTML? {
        guard let membership = list.membership, membership.joining == .voluntary else { return nil }
        return callout(
            "Joining is voluntary", tone: .neutral,
            """
            <p>You can choose whoever has opened hours of their own. Anybody else can still take an open shift.</p>
            \(membership.basis.clauses.first.map { clauseNote($0.text) })
            """)
    }

    private static func turns(_ rotation: Rotation?, _ form: Form, _ board: RosterBoard) -> HTML {
        """
        \(form.text(
            "startsOn", "First hand-over", kind: .code, first: rotation?.startsOn.text ?? board.today.text,
            hint: "Year, month and day. Later ones come on the same day of the week.", maxLength: 10))
        \(form.text(
            "handOver", "Handed over at", kind: .code, first: ClockMinute.time(rotation?.handOver ?? 480),
            hint: "On the agency’s clock, such as 08:00.", maxLength: 5))
        \(form.number(
            "weeks", "Each turn lasts", range: 1...RosterList.mostWeeks, first: rotation?.weeks ?? 1, unit: "weeks"))
        \(form.text(
            "until", "Last hand-over", kind: .code, first: rotation?.until?.text,
            hint: "After it the rotation no longer runs. Leave it empty for no end.", isOptional: true, maxLength: 10))
        """
    }

    /// As many as there are and a few more, in the order of their turns.
    private static func members(_ rotation: Rotation?, _ form: Form, _ people: [FieldOption]) -> HTML {
        let members = rotation?.members ?? []
        let count = min(max(members.count + 3, 6), RosterList.mostMembers)
        return (1...count).map { number -> HTML in
            form.select(
                "member-\(number)", "Turn \(number)", people,
                first: number <= members.count ? members[number - 1] : nil, prompt: "Nobody",
                isOptional: number > 1)
        }.joined()
    }

    private static func shifts(_ rotation: Rotation?, _ form: Form) -> HTML {
        let shifts = rotation?.shifts ?? []
        let count = min(shifts.count + 2, RosterList.mostShifts)
        let fields = (1...count).map { number -> HTML in
            let first = number <= shifts.count ? shifts[number - 1] : nil
            return card(
                "Shift \(number)", level: .third,
                """
                \(RosterFields.weekdays(
                    form, "shift-\(number)-days", first: first?.weekdays, isOptional: true))
                \(RosterFields.times(
                    form, from: "shift-\(number)-from", until: "shift-\(number)-until", first: first,
                    isOptional: true))
                """)
        }
        return section(
            "Hours", lead: "Leave every shift empty for a rotation that is on call all the time.", fields.joined())
    }

    /// Somebody who learns it sees the shifts and is never called.
    private static func shadows(_ rotation: Rotation?, _ form: Form, _ people: [FieldOption]) -> HTML {
        let shadows = rotation?.shadows ?? []
        let count = min(shadows.count + 1, RosterList.mostShadows)
        return (1...count).map { number -> HTML in
            form.select(
                "shadow-\(number)", "Looks on", people,
                first: number <= shadows.count ? shadows[number - 1] : nil, prompt: "Nobody",
                hint: "To learn it: sees the shifts and is never called.", isOptional: true)
        }.joined()
    }

    private static func removal(_ rotation: Rotation, _ visit: StaffVisit) -> HTML {
        confirmation(
            "Remove this rotation", style: .danger,
            """
            <p>It ends at once. Where nobody else is on call, there will be a gap.</p>
            \(buttonForm(
                "Remove it", to: RosterAddresses.rotationRemoval.link(PathID(rotation.id)), token: visit.formToken,
                style: .danger))
            """)
    }
}
