import HTML
import HTTPTypes
import Operations
import Program
import Store

/// What members do about their own time on call: each act once, for its form and for programs.
enum OnCallActs {
    static let routes: [Route] =
        offer.routes + take.routes + endOffer.routes + takeGap.routes + takeLeave.routes + endLeave.routes
        + openHours.routes + closeHours.routes + makeFeed.routes + revokeFeed.routes

    static let offer = Act(
        "offerShift",
        "Offer a shift of yours to a colleague, or to everyone on the list. It stays yours until it is taken.",
        at: OnCallAddresses.offers, for: .signedIn,
        taking: Input(
            RosterFields.list, RosterFields.from, RosterFields.until,
            .found(
                maybe: "to", "To", nobody: "Everyone on the list",
                FieldWords(about: "Left out for everyone.", isNullable: true)),
            .inReturn
        ) { list, from, until, to, inReturn throws(Refusal) in
            ShiftOffer(list: list, given: try Stretch.asked(from: from, until: until), to: to, inReturn: inReturn)
        }, then: .created("Offered.", at: OnCallAddresses.offer),
        see: { _ in OnCallAddresses.own.link() },
        refused: { visit, refused in try await OnCallForms.offer(visit, again: refused) },
        perform: { visit, offer in
            try await visit.programmes.offerShift(offer, by: visit.staff) ?? .failure(RosterFields.noSuchList)
        })

    static let take = Act(
        "takeShift", "Take a shift that was offered to you.", at: OnCallAddresses.acceptance, for: .signedIn,
        taking: .nothing, then: .done("It is yours."),
        see: { _, _ in OnCallAddresses.own.link() }, refused: { visit, refused, _ in try await again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.takeShift(id.text, by: visit.staff) })

    static let endOffer = Act(
        "endOffer", "Take your own offer back, or say no to one asked of you.", at: OnCallAddresses.offerEnd, .delete,
        interface: OnCallAddresses.offer, for: .signedIn, taking: .nothing, then: .done("Ended; nothing is kept."),
        see: { _, _ in OnCallAddresses.own.link() }, refused: { visit, refused, _ in try await again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.endOffer(id.text, by: visit.staff) })

    static let takeGap = Act(
        "takeGap", "Go on call in a gap.", at: OnCallAddresses.shifts, for: .signedIn,
        taking: Input(RosterFields.list, RosterFields.from, RosterFields.until) {
            list, from, until throws(Refusal) in
            Listed(try Stretch.asked(from: from, until: until), on: list)
        }, then: .done("You are on call then."),
        see: { _ in OnCallAddresses.own.link() },
        refused: { visit, refused in try await OnCallForms.shift(visit, again: refused) },
        perform: { visit, gap in
            try await visit.programmes.takeGap(gap.value, on: gap.list, by: visit.staff)
                ?? .failure(RosterFields.noSuchList)
        })

    static let takeLeave = Act(
        "takeLeave", "Days on which you cannot be called. No reason is asked.", at: OnCallAddresses.leaves,
        for: .signedIn, taking: Input(.day("firstDay", "First day"), .day("lastDay", "Last day")) { ($0, $1) },
        then: .created("Taken.", at: OnCallAddresses.leave),
        see: { _ in OnCallAddresses.own.link() }, refused: again,
        perform: { visit, days in try await visit.programmes.takeLeave(from: days.0, to: days.1, by: visit.staff) })

    static let endLeave = Act(
        "endLeave", "Take days off back.", at: OnCallAddresses.leaveEnd, .delete, interface: OnCallAddresses.leave,
        for: .signedIn, taking: .nothing, then: .done("Taken back."), mayRefuse: false,
        see: { _, _ in OnCallAddresses.own.link() }, refused: { visit, refused, _ in try await again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.endLeave(id.text, by: visit.staff) })

    static let openHours = Act(
        "openHours", "Weekly hours in which you can be asked, by your own choice.", at: OnCallAddresses.ownHours,
        for: .signedIn,
        taking: Input(kind, WeekFields().weekdays, WeekFields().from, WeekFields().until) {
            kind, days, from, until throws(Refusal) in
            (kind, try WeeklyHours.asked(days, from: from, until: until))
        }, then: .created("Opened.", at: OnCallAddresses.hours),
        see: { _ in OnCallAddresses.own.link() }, refused: again,
        perform: { visit, own in try await visit.programmes.openHours(own.1, own.0, by: visit.staff) })

    static let closeHours = Act(
        "closeHours", "Close hours of your own.", at: OnCallAddresses.hoursEnd, .delete,
        interface: OnCallAddresses.hours, for: .signedIn, taking: .nothing, then: .done("Closed."), mayRefuse: false,
        see: { _, _ in OnCallAddresses.own.link() }, refused: { visit, refused, _ in try await again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.closeHours(id.text, by: visit.staff) })

    static let makeFeed = Act(
        "makeCalendarLink", "Make a link for your calendar; one you had before no longer works.",
        at: OnCallAddresses.feed, for: .signedIn, taking: .nothing, then: feed, mayRefuse: false,
        see: { _ in OnCallAddresses.feed.link() }, handing: { $0.token },
        refused: again,
        perform: { visit, _ in try await visit.programmes.makeRosterFeed(by: visit.staff) })

    static let revokeFeed = Act(
        "revokeCalendarLink", "Take your calendar link back.", at: OnCallAddresses.feedEnd, .delete,
        interface: OnCallAddresses.feed, for: .signedIn, taking: .nothing, then: .done("No link works."),
        mayRefuse: false,
        see: { _ in OnCallAddresses.own.link() }, refused: again,
        // Afterwards no link works, whether or not one did.
        perform: { visit, _ in try await visit.programmes.revokeRosterFeed(by: visit.staff) ?? .success(()) })

    private static let kind = Field<OwnHours.Kind>.choice("kind", "These are", layout: .chips) { $0.words }

    /// What was made is found where the link leads.
    private static let feed = Outcome<RosterFeedKey>(
        success: .created("The link, shown this once.", .object([Schema.Property("path", .string(maxLength: 64))])),
        json: { done in
            guard let key = done.made else { return ProblemDocument.doneBefore }
            let link = OnCallAddresses.calendar.link(CalendarLink(key))
            return Answer.json(["path": .string(link.location)], status: .created).at(link)
        }, id: { _ in nil })

    @Sendable
    private static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await OnCallPages.own(visit, again: refused)
    }
}
