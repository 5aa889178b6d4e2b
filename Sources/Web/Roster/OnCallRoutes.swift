import HTML
import Operations
import Program

/// A member's own shifts. Whoever holds a role may be on its list, so everyone signed in has this page, with their own time
/// and nothing else in it.
enum OnCallPlaces {
    static let own = Place("on-call")
    static let newOffer = Place("on-call", "offers", "new")
    static let offers = Place("on-call", "offers")
    static let acceptance = PlaceOf<PathID>("on-call", "offers", by: "offer", then: ["acceptance"])
    static let offerEnd = PlaceOf<PathID>("on-call", "offers", by: "offer", then: ["end"])
    static let newShift = Place("on-call", "shifts", "new")
    static let shifts = Place("on-call", "shifts")
    static let leave = Place("on-call", "leave")
    static let leaveEnd = PlaceOf<PathID>("on-call", "leave", by: "leave", then: ["end"])
    static let hours = Place("on-call", "hours")
    static let hoursEnd = PlaceOf<PathID>("on-call", "hours", by: "hours", then: ["end"])
    static let feed = Place("on-call", "calendar")
    static let feedEnd = Place("on-call", "calendar", "end")
    /// For the calendar program of whoever has the link.
    static let calendar = PlaceOf<CalendarLink>("calendars", by: "calendar")
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
        .staff(.get, OnCallPlaces.own, for: .signedIn) { visit in
            .page(OnCallPages.own(try await visit.programmes.ownRoster(of: visit.staff), visit))
        },
        .staff(.get, OnCallPlaces.newOffer, for: .signedIn, OnCallActs.newOffer),
        .staff(.post, OnCallPlaces.offers, for: .signedIn, OnCallActs.offer),
        .staff(.post, OnCallPlaces.acceptance, for: .signedIn, OnCallActs.take),
        .staff(.post, OnCallPlaces.offerEnd, for: .signedIn, OnCallActs.endOffer),
        .staff(.get, OnCallPlaces.newShift, for: .signedIn, OnCallActs.newShift),
        .staff(.post, OnCallPlaces.shifts, for: .signedIn, OnCallActs.takeGap),
        .staff(.post, OnCallPlaces.leave, for: .signedIn, OnCallActs.takeLeave),
        .staff(.post, OnCallPlaces.leaveEnd, for: .signedIn, OnCallActs.endLeave),
        .staff(.post, OnCallPlaces.hours, for: .signedIn, OnCallActs.openHours),
        .staff(.post, OnCallPlaces.hoursEnd, for: .signedIn, OnCallActs.closeHours),
        .staff(.post, OnCallPlaces.feed, for: .signedIn, OnCallActs.makeFeed),
        .staff(.post, OnCallPlaces.feedEnd, for: .signedIn, OnCallActs.revokeFeed),
        .open(.get, OnCallPlaces.calendar) { visit, link in
            try await visit.programmes.onCallCalendar(link.key).map {
                .file(CalendarFile($0).bytes, type: "text/calendar; charset=utf-8")
            }
        },
    ]
}
