import HTML
import Operations
import Program

/// A member's own shifts. Whoever holds a role may be on its list, so everyone signed in has this page, with their own time
/// and nothing else in it.
enum OnCallAddresses {
    static let own = FixedAddress("on-call")
    static let newOffer = FixedAddress("on-call/offers/new")
    static let offers = FixedAddress("on-call/offers")
    static let acceptance = Address<PathID>("on-call/offers/{offer}/acceptance")
    static let offerEnd = Address<PathID>("on-call/offers/{offer}/end")
    static let newShift = FixedAddress("on-call/shifts/new")
    static let shifts = FixedAddress("on-call/shifts")
    static let leave = FixedAddress("on-call/leave")
    static let leaveEnd = Address<PathID>("on-call/leave/{leave}/end")
    static let hours = FixedAddress("on-call/hours")
    static let hoursEnd = Address<PathID>("on-call/hours/{hours}/end")
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
    static let onCall: [Route] = [
        .staff(.get, OnCallAddresses.own, for: .signedIn) { visit in
            .page(OnCallPages.own(try await visit.programmes.ownRoster(of: visit.staff), visit))
        },
        .staff(.get, OnCallAddresses.newOffer, for: .signedIn, OnCallActs.newOffer),
        .staff(.post, OnCallAddresses.offers, for: .signedIn, OnCallActs.offer),
        .staff(.post, OnCallAddresses.acceptance, for: .signedIn, OnCallActs.take),
        .staff(.post, OnCallAddresses.offerEnd, for: .signedIn, OnCallActs.endOffer),
        .staff(.get, OnCallAddresses.newShift, for: .signedIn, OnCallActs.newShift),
        .staff(.post, OnCallAddresses.shifts, for: .signedIn, OnCallActs.takeGap),
        .staff(.post, OnCallAddresses.leave, for: .signedIn, OnCallActs.takeLeave),
        .staff(.post, OnCallAddresses.leaveEnd, for: .signedIn, OnCallActs.endLeave),
        .staff(.post, OnCallAddresses.hours, for: .signedIn, OnCallActs.openHours),
        .staff(.post, OnCallAddresses.hoursEnd, for: .signedIn, OnCallActs.closeHours),
        .staff(.post, OnCallAddresses.feed, for: .signedIn, OnCallActs.makeFeed),
        .staff(.post, OnCallAddresses.feedEnd, for: .signedIn, OnCallActs.revokeFeed),
        .open(.get, OnCallAddresses.calendar) { visit, link in
            try await visit.programmes.onCallCalendar(link.key).map {
                .file(CalendarFile($0).bytes, type: "text/calendar; charset=utf-8")
            }
        },
    ]
}
