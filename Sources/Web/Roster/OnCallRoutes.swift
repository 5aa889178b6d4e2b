import Operations
import Program

/// A member's own shifts. Whoever holds a role may be on its list, so everyone signed in has this page, with their own time
/// and nothing else in it.
enum OnCallAddresses {
    static let own = FixedAddress("on-call")
    static let newOffer = FixedAddress("on-call/offers/new")
    static let offers = FixedAddress("on-call/offers")
    static let offer = Address<PathID>("on-call/offers/{offer}")
    static let acceptance = Address<PathID>("on-call/offers/{offer}/acceptance")
    static let offerEnd = Address<PathID>("on-call/offers/{offer}/end")
    static let newShift = FixedAddress("on-call/shifts/new")
    static let shifts = FixedAddress("on-call/shifts")
    static let leaves = FixedAddress("on-call/leave")
    static let leave = Address<PathID>("on-call/leave/{leave}")
    static let leaveEnd = Address<PathID>("on-call/leave/{leave}/end")
    static let ownHours = FixedAddress("on-call/hours")
    static let hours = Address<PathID>("on-call/hours/{hours}")
    static let hoursEnd = Address<PathID>("on-call/hours/{hours}/end")
    /// The link to one's own calendar: made there, and shown there this once.
    static let feed = FixedAddress("on-call/calendar")
    static let feedEnd = FixedAddress("on-call/calendar/end")
    /// For the calendar program of whoever has the link.
    static let calendar = Address<CalendarLink>("calendars/{calendar}")
}

/// The last part of a calendar's address: its key and `.ics`.
struct CalendarLink: PathValue {
    let key: RosterFeedKey

    init(_ key: RosterFeedKey) { self.key = key }

    init?(pathText: String) {
        guard pathText.hasSuffix(".ics"), let key = RosterFeedKey(token: String(pathText.dropLast(4))) else {
            return nil
        }
        self.key = key
    }

    var pathText: String { "\(key.token).ics" }
}

extension Routes {
    static let onCall: [Route] =
        [
            .staff(.get, OnCallAddresses.own, for: .signedIn) { visit in try await OnCallPages.own(visit) },
            .staff(.get, OnCallAddresses.newOffer, for: .signedIn) { visit in try await OnCallForms.offer(visit) },
            .staff(.get, OnCallAddresses.newShift, for: .signedIn) { visit in try await OnCallForms.shift(visit) },
            .staff(.get, OnCallAddresses.feed, for: .signedIn) { visit in
                guard let key = visit.visit.shownOnce.flatMap({ RosterFeedKey(token: $0) }) else {
                    return .see(OnCallAddresses.own.link())
                }
                return .page(OnCallForms.feed(key, visit))
            },
            .open(.get, OnCallAddresses.calendar) { visit, link in
                try await visit.programmes.onCallCalendar(link.key).map {
                    .file(CalendarFile($0).bytes, type: "text/calendar; charset=utf-8")
                }
            },
        ] + OnCallActs.routes
}
