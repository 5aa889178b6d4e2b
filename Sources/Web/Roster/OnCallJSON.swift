import HTML
import HTTPTypes
import Operations
import Program
import Store

enum OnCallInterfaceAddresses {
    static let own = FixedAddress("api/v1/on-call")
    static let offers = FixedAddress("api/v1/on-call/offers")
    static let offer = Address<PathID>("api/v1/on-call/offers/{offer}")
    static let acceptance = Address<PathID>("api/v1/on-call/offers/{offer}/acceptance")
    static let shifts = FixedAddress("api/v1/on-call/shifts")
    static let leaves = FixedAddress("api/v1/on-call/leave")
    static let leave = Address<PathID>("api/v1/on-call/leave/{leave}")
    static let ownHours = FixedAddress("api/v1/on-call/hours")
    static let hours = Address<PathID>("api/v1/on-call/hours/{hours}")
    static let feed = FixedAddress("api/v1/on-call/calendar")
}

extension Routes {
    static let onCallInterface: [Route] = [
        .api(.get, OnCallInterfaceAddresses.own, for: .signedIn, OnCallEndpoints.own) { call in
            .success(.json(OnCallJSON.own(try await call.programmes.ownRoster(of: call.staff))))
        },
        .api(.post, OnCallInterfaceAddresses.offers, for: .signedIn, OnCallEndpoints.offer, OnCallInterface.offer),
        .api(.post, OnCallInterfaceAddresses.acceptance, for: .signedIn, OnCallEndpoints.take) { call, id in
            try await call.programmes.takeShift(id.text, by: call.staff)?.map { .done }
        },
        .api(.delete, OnCallInterfaceAddresses.offer, for: .signedIn, OnCallEndpoints.endOffer) { call, id in
            try await call.programmes.endOffer(id.text, by: call.staff)?.map { .done }
        },
        .api(.post, OnCallInterfaceAddresses.shifts, for: .signedIn, OnCallEndpoints.takeGap, OnCallInterface.takeGap),
        .api(.post, OnCallInterfaceAddresses.leaves, for: .signedIn, OnCallEndpoints.takeLeave) { call in
            guard let firstDay = Day(call.text("firstDay")), let lastDay = Day(call.text("lastDay")) else {
                return .failure(Refusal("Two days such as 2026-11-20.", field: "firstDay"))
            }
            return try await call.programmes.takeLeave(from: firstDay, to: lastDay, by: call.staff).map {
                .json(["id": .string($0)], status: .created).at(OnCallInterfaceAddresses.leave.link(PathID($0)))
            }
        },
        .api(.delete, OnCallInterfaceAddresses.leave, for: .signedIn, OnCallEndpoints.endLeave) { call, id in
            try await call.programmes.endLeave(id.text, by: call.staff)?.map { .done }
        },
        .api(
            .post, OnCallInterfaceAddresses.ownHours, for: .signedIn, OnCallEndpoints.openHours,
            OnCallInterface.openHours),
        .api(.delete, OnCallInterfaceAddresses.hours, for: .signedIn, OnCallEndpoints.closeHours) { call, id in
            try await call.programmes.closeHours(id.text, by: call.staff)?.map { .done }
        },
        .api(.post, OnCallInterfaceAddresses.feed, for: .signedIn, OnCallEndpoints.makeFeed) { call in
            let key = try await call.programmes.makeRosterFeed(by: call.staff)
            let link = OnCallAddresses.calendar.link(CalendarLink(key))
            return .success(.json(["path": .string(link.location)], status: .created).at(link))
        },
        .api(.delete, OnCallInterfaceAddresses.feed, for: .signedIn, OnCallEndpoints.revokeFeed) { call in
            _ = try await call.programmes.revokeRosterFeed(by: call.staff)
            return .success(.done)
        },
    ]
}

private enum OnCallInterface {
    /// The list of the body; whoever is on none of that name is told so.
    private static func list(_ call: APICall) -> RosterList.Kind? { RosterList.Kind(call.text("list")) }

    private static let noSuchList = Refusal("No list of yours has this name.", field: "list")

    @Sendable
    static func offer(_ call: APICall) async throws -> APIResult {
        guard let list = list(call) else { return .failure(noSuchList) }
        var inReturn: Stretch?
        if let wanted = call.body["inReturn"], wanted != .null {
            switch RosterJSON.stretch(wanted) {
            case .failure(let refusal):
                return .failure(refusal.atFormFields(["from": "inReturn", "until": "inReturn"]))
            case .success(let stretch): inReturn = stretch
            }
        }
        switch RosterJSON.stretch(call.body) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let given):
            let offer = ShiftOffer(list: list, given: given, to: call.body["to"]?.string, inReturn: inReturn)
            return try await call.programmes.offerShift(offer, by: call.staff)?.map {
                .json(["id": .string($0)], status: .created).at(OnCallInterfaceAddresses.offer.link(PathID($0)))
            } ?? .failure(noSuchList)
        }
    }

    @Sendable
    static func takeGap(_ call: APICall) async throws -> APIResult {
        guard let list = list(call) else { return .failure(noSuchList) }
        switch RosterJSON.stretch(call.body) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let stretch):
            return try await call.programmes.takeGap(stretch, on: list, by: call.staff)?.map { .done }
                ?? .failure(noSuchList)
        }
    }

    @Sendable
    static func openHours(_ call: APICall) async throws -> APIResult {
        guard let kind = OwnHours.Kind(rawValue: call.text("kind")) else {
            return .failure(Refusal("Choose one.", field: "kind"))
        }
        switch RosterJSON.hours(call.body) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let hours):
            return try await call.programmes.openHours(hours, kind, by: call.staff).map {
                .json(["id": .string($0)], status: .created).at(OnCallInterfaceAddresses.hours.link(PathID($0)))
            }
        }
    }
}

enum OnCallEndpoints {
    static let own = Endpoint(
        "readOwnRoster", "Your own shifts and offers, days off, hours of your own, and gaps you may take.",
        success: .ok("What the call-out lists say about you.") { _ in
            .object([
                Schema.Property("shifts", .list(of: .object(listed))),
                Schema.Property("shadowing", .list(of: .object(listed)), about: "You look on and are not called."),
                Schema.Property("toTake", .list(of: offerSchema), about: "What colleagues offer you."),
                Schema.Property("offered", .list(of: offerSchema), about: "What you offer, while nobody has taken it."),
                Schema.Property(
                    "gaps", .list(of: .object(listed)), about: "When nobody is on call on a list of yours."),
                Schema.Property("leave", .list(of: .object([Schema.Property("id", .id)] + days))),
                Schema.Property("hours", .list(of: .object([Schema.Property("id", .id)] + hours))),
                Schema.Property("hasCalendarLink", .boolean),
            ])
        }, mayRefuse: false)

    static let offer = Endpoint(
        "offerShift",
        "Offer a shift of yours to a colleague, or to everyone on the list. It stays yours until it is taken.",
        body: { _ in
            .object(
                listed + [
                    Schema.Property("to", .nullable(.id), required: false, about: "Left out for everyone."),
                    Schema.Property(
                        "inReturn", .nullable(.object(RosterJSON.stretchSchema)), required: false,
                        about: "A shift of theirs that you take over."),
                ])
        }, success: .created("Offered.", .object([Schema.Property("id", .id)])))

    static let take = Endpoint("takeShift", "Take a shift that was offered to you.", success: .done("It is yours."))

    static let endOffer = Endpoint(
        "endOffer", "Take your own offer back, or say no to one asked of you.",
        success: .done("Ended; nothing is kept."))

    static let takeGap = Endpoint(
        "takeGap", "Go on call in a gap.", body: { _ in .object(listed) }, success: .done("You are on call then."))

    static let takeLeave = Endpoint(
        "takeLeave", "Days on which you cannot be called. No reason is asked.", body: { _ in .object(days) },
        success: .created("Taken.", .object([Schema.Property("id", .id)])))

    static let endLeave = Endpoint("endLeave", "Take days off back.", success: .done("Taken back."), mayRefuse: false)

    static let openHours = Endpoint(
        "openHours", "Weekly hours in which you can be asked, by your own choice.", body: { _ in .object(hours) },
        success: .created("Opened.", .object([Schema.Property("id", .id)])))

    static let closeHours = Endpoint(
        "closeHours", "Close hours of your own.", success: .done("Closed."), mayRefuse: false)

    static let makeFeed = Endpoint(
        "makeCalendarLink", "Make a link for your calendar; one you had before no longer works.",
        success: .created(
            "The link, shown this once.", .object([Schema.Property("path", .string(maxLength: 64))])), mayRefuse: false)

    static let revokeFeed = Endpoint(
        "revokeCalendarLink", "Take your calendar link back.", success: .done("No link works."), mayRefuse: false)

    private static let listed = [Schema.Property("list", .string(maxLength: 64))] + RosterJSON.stretchSchema

    private static let days = [Schema.Property("firstDay", .day), Schema.Property("lastDay", .day)]

    private static let hours =
        [Schema.Property("kind", .choice(OwnHours.Kind.allCases.map(\.rawValue)))] + RosterJSON.hoursSchema

    private static let offerSchema = Schema.object(
        [Schema.Property("id", .id), Schema.Property("giver", RosterEndpoints.person)] + listed + [
            Schema.Property("to", .nullable(RosterEndpoints.person)),
            Schema.Property("inReturn", .nullable(.object(RosterJSON.stretchSchema))),
        ])
}

enum OnCallJSON {
    static func own(_ own: OwnRoster) -> JSON {
        [
            "shifts": .array(own.shifts.map(listed)), "shadowing": .array(own.shadowing.map(listed)),
            "toTake": .array(own.toTake.map { offer($0, own) }), "offered": .array(own.offered.map { offer($0, own) }),
            "gaps": .array(own.gaps.map(listed)),
            "leave": .array(
                own.leaves.map {
                    [
                        "id": .string($0.id), "firstDay": .string($0.firstDay.text),
                        "lastDay": .string($0.lastDay.text),
                    ]
                }),
            "hours": .array(
                own.ownHours.map {
                    let kind: JSON = ["id": .string($0.id), "kind": .string($0.kind.rawValue)]
                    return kind.joined(RosterJSON.written($0.hours))
                }),
            "hasCalendarLink": .boolean(own.hasFeed),
        ]
    }

    private static func listed(_ stretch: Listed<Stretch>) -> JSON {
        let list: JSON = ["list": .string(stretch.list.text)]
        return list.joined(RosterJSON.written(stretch.value))
    }

    private static func offer(_ swap: Listed<Swap>, _ own: OwnRoster) -> JSON {
        let who: JSON = [
            "id": .string(swap.value.id), "giver": person(swap.value.giver, own),
            "to": swap.value.taker.map { person($0, own) } ?? .null,
            "inReturn": swap.value.inReturn.map(RosterJSON.written) ?? .null,
        ]
        return who.joined(listed(Listed(swap.value.given, on: swap.list)))
    }

    private static func person(_ account: String, _ own: OwnRoster) -> JSON {
        ["account": .string(account), "name": .string(own.name(account))]
    }
}
