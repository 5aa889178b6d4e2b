import Foundation
import HTTPTypes
import Operations
import Program
import Sealing

enum RosterInterfaceAddresses {
    static let roster = FixedAddress("api/v1/roster")
    static let list = Address<RosterListName>("api/v1/roster/lists/{list}")
    static let rotations = Address<RosterListName>("api/v1/roster/lists/{list}/rotations")
    static let rotation = Address<PathID>("api/v1/roster/rotations/{rotation}")
    static let overrides = Address<RosterListName>("api/v1/roster/lists/{list}/overrides")
    static let override = Address<PathID>("api/v1/roster/overrides/{override}")
}

extension Routes {
    static let rosterInterface: [Route] = [
        .api(.get, RosterInterfaceAddresses.roster, for: .holding(.keepRoster), RosterEndpoints.overview) { call in
            .success(.json(RosterJSON.overview(try await call.programmes.rosterBoard(by: call.staff), call.pack)))
        },
        .api(.get, RosterInterfaceAddresses.list, for: .holding(.keepRoster), RosterEndpoints.list) { call, name in
            let board = try await call.programmes.rosterBoard(by: call.staff)
            return board.list(name.list).map { .success(.json(RosterJSON.list($0, board, call.pack))) }
        },
        .api(
            .post, RosterInterfaceAddresses.rotations, for: .holding(.keepRoster), RosterEndpoints.addRotation
        ) { call, name in
            let id = RandomId().text
            switch RosterJSON.rotation(call.body, id: id) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let rotation):
                return try await call.programmes.addRotation(rotation, to: name.list, by: call.staff)?.map { _ in
                    .json(["id": .string(id)], status: .created).at(RosterInterfaceAddresses.rotation.link(PathID(id)))
                }
            }
        },
        .api(
            .put, RosterInterfaceAddresses.rotation, for: .holding(.keepRoster), RosterEndpoints.changeRotation
        ) { call, id in
            switch RosterJSON.rotation(call.body, id: id.text) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let rotation):
                return try await call.programmes.changeRotation(rotation, by: call.staff)?.map { .done }
            }
        },
        .api(
            .delete, RosterInterfaceAddresses.rotation, for: .holding(.keepRoster), RosterEndpoints.removeRotation
        ) { call, id in
            try await call.programmes.removeRotation(id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, RosterInterfaceAddresses.overrides, for: .holding(.keepRoster), RosterEndpoints.addOverride
        ) { call, name in
            let id = RandomId().text
            switch RosterJSON.stretch(call.body) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let stretch):
                let override = RosterOverride(
                    id: id, account: call.text("account"), instead: call.body["instead"]?.string, stretch: stretch)
                return try await call.programmes.addOverride(override, to: name.list, by: call.staff)?.map { _ in
                    .json(["id": .string(id)], status: .created).at(RosterInterfaceAddresses.override.link(PathID(id)))
                }
            }
        },
        .api(
            .delete, RosterInterfaceAddresses.override, for: .holding(.keepRoster), RosterEndpoints.removeOverride
        ) { call, id in
            try await call.programmes.removeOverride(id.text, by: call.staff)?.map { .done }
        },
    ]
}

enum RosterEndpoints {
    static let overview = Endpoint(
        "readRoster", "Every call-out list: who can be called now, and the gaps ahead.",
        success: .ok("The lists, the team's first.") { _ in
            .object([Schema.Property("lists", .list(of: .object(summary)))])
        }, mayRefuse: false)

    static let list = Endpoint(
        "readRosterList",
        "One call-out list: its rotations and overrides, and who can be called in the next four weeks.",
        success: .ok("The list.") { _ in
            .object(
                summary + [
                    Schema.Property("members", .list(of: person), about: "Everybody who may be put on call."),
                    Schema.Property(
                        "rotations", .list(of: .object([Schema.Property("id", .id)] + rotation)),
                        about: "In the order in which they are called."),
                    Schema.Property(
                        "overrides", .list(of: .object([Schema.Property("id", .id)] + override)),
                        about: "In force or to come."),
                    Schema.Property(
                        "coverage",
                        .list(
                            of: .object(
                                RosterJSON.stretchSchema + [
                                    Schema.Property("onCall", .list(of: .id)),
                                    Schema.Property("opened", .list(of: .id)), Schema.Property("gap", .boolean),
                                ])), about: "One after the other, without a break."),
                ])
        }, mayRefuse: false)

    static let addRotation = Endpoint(
        "addRotation", "Add a rotation to a list, called after those it has.", body: { _ in .object(rotation) },
        success: .created("Added.", .object([Schema.Property("id", .id)])))

    static let changeRotation = Endpoint(
        "changeRotation", "Change a rotation. Swaps agreed before stand.", body: { _ in .object(rotation) },
        success: .done("Changed."))

    static let removeRotation = Endpoint(
        "removeRotation", "End a rotation at once.", success: .done("Removed."))

    static let addOverride = Endpoint(
        "addOverride", "Put somebody on call for a while, for somebody or besides the others.",
        body: { _ in .object(override) }, success: .created("Added.", .object([Schema.Property("id", .id)])))

    static let removeOverride = Endpoint(
        "removeOverride", "Take an override back.", success: .done("Taken back."))

    static let person = Schema.object([Schema.Property("account", .id), Schema.Property("name", .words)])

    private static let summary = [
        Schema.Property("list", .string(maxLength: 64)), Schema.Property("title", .words),
        Schema.Property("onCall", .list(of: person), about: "Now, the first to be called first."),
        Schema.Property("opened", .list(of: person), about: "Who can be asked besides, by hours of their own."),
        Schema.Property("gaps", .list(of: .object(RosterJSON.stretchSchema))),
        Schema.Property(
            "withoutContactMethod", .list(of: person), about: "On call in the next four weeks, and not to be reached."),
    ]

    private static let rotation = [
        Schema.Property("name", .string(maxLength: 120)),
        Schema.Property("members", .list(of: .id, atLeast: 1, unique: true), about: "In the order of their turns."),
        Schema.Property("shadows", .list(of: .id), required: false, about: "Who looks on and is never called."),
        Schema.Property("startsOn", .day, about: "The day of the first hand-over."),
        Schema.Property("until", .nullable(.day), required: false, about: "The day of the last hand-over."),
        Schema.Property("handOver", RosterJSON.time, about: "On the agency's clock, such as `08:00`."),
        Schema.Property("weeks", .integer(1...RosterList.mostWeeks), about: "How long a turn lasts."),
        Schema.Property(
            "shifts", .list(of: .object(RosterJSON.hoursSchema)), required: false,
            about: "Left empty, somebody is on call all the time."),
    ]

    private static let override =
        [
            Schema.Property("account", .id),
            Schema.Property("instead", .nullable(.id), required: false, about: "Whom the account stands in for."),
        ] + RosterJSON.stretchSchema
}

/// How the roster is written and read by programs. Moments are in UTC; hours of the week are on the agency's clock.
enum RosterJSON {
    static let moment = Schema.string(maxLength: 20)
    static let time = Schema.string(maxLength: 5)

    static let stretchSchema = [
        Schema.Property("from", moment, about: "In UTC, such as `2026-11-20T18:00:00Z`."),
        Schema.Property("until", moment, about: "In UTC; the first moment after it."),
    ]

    static let hoursSchema = [
        Schema.Property(
            "weekdays", .list(of: .integer(1...7), atLeast: 1, unique: true), about: "Monday is 1, Sunday 7."),
        Schema.Property("from", time, about: "On the agency's clock, such as `18:00`."),
        Schema.Property("until", time, about: "Where it is not later than `from`, on the next day."),
    ]

    // MARK: Written

    static func overview(_ board: RosterBoard, _ pack: PolicyPack) -> JSON {
        ["lists": .array(board.lists.map { .object(summary($0, board, pack)) })]
    }

    static func list(_ list: RosterList, _ board: RosterBoard, _ pack: PolicyPack) -> JSON {
        var members = summary(list, board, pack)
        members["members"] = people(list.joined, board)
        members["rotations"] = .array(list.rotations.map(written))
        members["overrides"] = .array(
            list.overrides.map { override in
                let who: JSON = [
                    "id": .string(override.id), "account": .string(override.account),
                    "instead": JSON(override.instead),
                ]
                return who.joined(written(override.stretch))
            })
        let spans = board.ahead(days: RosterPages.daysShown).map { list.spans(in: $0) } ?? []
        members["coverage"] = .array(
            spans.map { span in
                let who: JSON = [
                    "onCall": .array(span.onCall.map { .string($0) }),
                    "opened": .array(span.opened.map { .string($0) }), "gap": .boolean(span.isGap),
                ]
                return who.joined(written(span.stretch))
            })
        return .object(members)
    }

    private static func summary(_ list: RosterList, _ board: RosterBoard, _ pack: PolicyPack) -> [String: JSON] {
        let gaps = board.announced.map { list.gaps(from: $0.from, until: $0.until) } ?? []
        let unreachable =
            board.ahead(days: RosterPages.daysShown).map {
                list.withoutContactMethod(in: $0, working: board.reachable)
            } ?? []
        return [
            "list": .string(list.kind.text), "title": .string(pack.title(of: list.kind)),
            "onCall": people(list.onCall(at: board.now), board), "opened": people(list.opened(at: board.now), board),
            "gaps": .array(gaps.map(written)), "withoutContactMethod": people(unreachable, board),
        ]
    }

    private static func people(_ accounts: [String], _ board: RosterBoard) -> JSON {
        .array(accounts.map { ["account": .string($0), "name": .string(board.name($0))] })
    }

    private static func written(_ rotation: Rotation) -> JSON {
        [
            "id": .string(rotation.id), "name": .string(rotation.name),
            "members": .array(rotation.members.map { .string($0) }),
            "shadows": .array(rotation.shadows.map { .string($0) }), "startsOn": .string(rotation.startsOn.text),
            "until": JSON(rotation.until?.text), "handOver": .string(ClockMinute.time(rotation.handOver)),
            "weeks": .integer(rotation.weeks), "shifts": .array(rotation.shifts.map(written)),
        ]
    }

    static func written(_ hours: WeeklyHours) -> JSON {
        [
            "weekdays": .array(hours.weekdays.days.map { .integer($0) }),
            "from": .string(ClockMinute.time(hours.from)), "until": .string(ClockMinute.time(hours.until)),
        ]
    }

    static func written(_ stretch: Stretch) -> JSON {
        ["from": .string(stretch.from.text), "until": .string(stretch.until.text)]
    }

    // MARK: Read

    static func stretch(_ json: JSON) -> Result<Stretch, Refusal> {
        guard let from = Instant(json.text("from")) else { return .failure(notAMoment("from")) }
        guard let until = Instant(json.text("until")) else { return .failure(notAMoment("until")) }
        guard let stretch = Stretch(from: from, until: until) else {
            return .failure(Refusal("Until: after the beginning.", field: "until"))
        }
        return .success(stretch)
    }

    private static func notAMoment(_ field: String) -> Refusal {
        Refusal("A moment in UTC such as 2026-11-20T18:00:00Z.", field: field)
    }

    static func hours(_ json: JSON, at path: String = "") -> Result<WeeklyHours, Refusal> {
        let days = Weekdays((json["weekdays"]?.array ?? []).compactMap(\.integer))
        guard let from = ClockMinute.minuteOfDay(json.text("from")) else { return .failure(notATime(path + "from")) }
        guard let until = ClockMinute.minuteOfDay(json.text("until")) else {
            return .failure(notATime(path + "until"))
        }
        guard let hours = WeeklyHours(days, from: from, until: until) else {
            return .failure(Refusal("At least one day.", field: path + "weekdays"))
        }
        return .success(hours)
    }

    private static func notATime(_ field: String) -> Refusal { Refusal("A time such as 18:00.", field: field) }

    static func rotation(_ json: JSON, id: String) -> Result<Rotation, Refusal> {
        var shifts: [WeeklyHours] = []
        for shift in json["shifts"]?.array ?? [] {
            switch hours(shift, at: "shifts.") {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hours): shifts.append(hours)
            }
        }
        guard let startsOn = Day(json.text("startsOn")) else {
            return .failure(Refusal("A day such as 2026-11-20.", field: "startsOn"))
        }
        guard let handOver = ClockMinute.minuteOfDay(json.text("handOver")) else {
            return .failure(notATime("handOver"))
        }
        return .success(
            Rotation(
                id: id, name: json.text("name"), members: (json["members"]?.array ?? []).compactMap(\.string),
                shadows: (json["shadows"]?.array ?? []).compactMap(\.string), startsOn: startsOn,
                until: Day(json.text("until")), handOver: handOver, weeks: json["weeks"]?.integer ?? 0,
                shifts: shifts))
    }
}

extension JSON {
    /// Both objects' members as one object.
    func joined(_ other: JSON) -> JSON {
        .object((object ?? [:]).merging(other.object ?? [:]) { first, _ in first })
    }
}

extension Instant {
    /// Reads what ``text`` writes, between 1970 and 2199; nothing else is a moment.
    init?(_ text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        let instant = Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
        guard instant.milliseconds >= 0, instant.text == text, instant.milliseconds < 7_258_118_400_000 else {
            return nil
        }
        self = instant
    }
}
