import HTML
import Operations
import Program
import Sealing

/// What the keepers of the roster do: each act once, for its form and for programs.
enum RosterActs {
    static let routes: [Route] =
        addRotation.routes + changeRotation.routes + removeRotation.routes + addOverride.routes + removeOverride.routes

    static let addRotation = Act(
        "addRotation", "Add a rotation to a list, called after those it has.", at: RosterAddresses.rotations,
        for: .holding(.keepRoster), taking: rotation, then: .created("Added.", at: RosterAddresses.rotation),
        see: { _, name in RosterAddresses.list.link(name) },
        refused: { visit, refused, name in try await RotationPages.new(visit, on: name, again: refused) },
        perform: { visit, rotation, name in
            try await visit.programmes.addRotation(rotation(RandomId().text), to: name.list, by: visit.staff)
        })

    static let changeRotation = Act(
        "changeRotation", "Change a rotation. Swaps agreed before stand.", at: RosterAddresses.rotation, .put,
        for: .holding(.keepRoster), taking: rotation, then: Outcome<RosterList.Kind>.done("Changed."),
        see: { done, _ in
            done.made.map { RosterAddresses.list.link(RosterListName($0)) } ?? RosterAddresses.roster.link()
        },
        refused: { visit, refused, id in try await RotationPages.present(visit, id, again: refused) },
        perform: { visit, rotation, id in
            try await visit.programmes.changeRotation(rotation(id.text), by: visit.staff)
        })

    static let removeRotation = Act(
        "removeRotation", "End a rotation at once.", at: RosterAddresses.rotationRemoval, .delete,
        interface: RosterAddresses.rotation, for: .holding(.keepRoster), taking: .nothing, then: .done("Removed."),
        see: { _, _ in RosterAddresses.roster.link() },
        refused: { visit, refused, id in try await RotationPages.present(visit, id, again: refused) },
        perform: { visit, _, id in try await visit.programmes.removeRotation(id.text, by: visit.staff) })

    static let addOverride = Act(
        "addOverride", "Put somebody on call for a while, for somebody or besides the others.",
        at: RosterAddresses.overrides, for: .holding(.keepRoster),
        taking: Input(
            .found("account", "On call"),
            .found(
                maybe: "instead", "Instead of", nobody: "Nobody, besides the others",
                FieldWords(about: insteadAbout, isNullable: true)),
            RosterFields.from, RosterFields.until
        ) { account, instead, from, until throws(Refusal) in
            RosterOverride(
                id: RandomId().text, account: account, instead: instead,
                stretch: try Stretch.asked(from: from, until: until))
        }, then: .created("Added.", at: RosterAddresses.override),
        see: { _, name in RosterAddresses.list.link(name) },
        refused: { visit, refused, name in try await RosterPages.list(name, visit, again: refused) },
        perform: { visit, override, name in
            try await visit.programmes.addOverride(override, to: name.list, by: visit.staff)
        })

    static let removeOverride = Act(
        "removeOverride", "Take an override back.", at: RosterAddresses.overrideRemoval, .delete,
        interface: RosterAddresses.override, for: .holding(.keepRoster), taking: .nothing, then: .done("Taken back."),
        // Taking one back is never refused.
        see: { _, _ in RosterAddresses.roster.link() }, refused: { _, _, _ in nil },
        perform: { visit, _, id in try await visit.programmes.removeOverride(id.text, by: visit.staff) })

    static let insteadAbout = "Whom the account stands in for."

    /// A rotation but for its id.
    typealias AskedRotation = @Sendable (_ id: String) -> Rotation

    static let rotation: Input<AskedRotation> = Input(
        .text("name", "Name", longest: 120, FieldWords(hint: "Such as Nights, or First call.")),
        .day(
            "startsOn", "First hand-over",
            FieldWords(
                hint: "Later ones come on the same day of the week.", about: "The day of the first hand-over.")),
        .time(
            "handOver", "Handed over at",
            FieldWords(hint: "On the agency’s clock.", about: "On the agency's clock, such as `08:00`.")),
        .number(
            "weeks", "Each turn lasts", 1...RosterList.mostWeeks, unit: "weeks",
            FieldWords(about: "How long a turn lasts.")),
        .day(
            maybe: "until", "Last hand-over",
            FieldWords(
                hint: "After it the rotation no longer runs. Leave it empty for no end.",
                about: "The day of the last hand-over.", isNullable: true)),
        .turns, .shifts, .shadows
    ) { name, startsOn, handOver, weeks, until, members, shifts, shadows in
        { id in
            Rotation(
                id: id, name: name, members: members, shadows: shadows, startsOn: startsOn, until: until,
                handOver: handOver, weeks: weeks, shifts: shifts)
        }
    }
}
