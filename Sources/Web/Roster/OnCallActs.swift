import HTML
import HTTPTypes
import Operations
import Program
import Store

/// What members do about their own time on call: each act once, for its form and for programs.
enum OnCallActs {
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
        }, then: .created("Offered.", at: OnCallAddresses.offer))

    static let take = Act(
        "takeShift", "Take a shift that was offered to you.", at: OnCallAddresses.acceptance, for: .signedIn,
        taking: .nothing, then: .done("It is yours."))

    static let endOffer = Act(
        "endOffer", "Take your own offer back, or say no to one asked of you.", at: OnCallAddresses.offerEnd, .delete,
        interface: OnCallAddresses.offer, for: .signedIn, taking: .nothing, then: .done("Ended; nothing is kept."))

    static let takeGap = Act(
        "takeGap", "Go on call in a gap.", at: OnCallAddresses.shifts, for: .signedIn,
        taking: Input(RosterFields.list, RosterFields.from, RosterFields.until) {
            list, from, until throws(Refusal) in
            Listed(try Stretch.asked(from: from, until: until), on: list)
        }, then: .done("You are on call then."))

    static let takeLeave = Act(
        "takeLeave", "Days on which you cannot be called. No reason is asked.", at: OnCallAddresses.leaves,
        for: .signedIn, taking: Input(.day("firstDay", "First day"), .day("lastDay", "Last day")) { ($0, $1) },
        then: .created("Taken.", at: OnCallAddresses.leave))

    static let endLeave = Act(
        "endLeave", "Take days off back.", at: OnCallAddresses.leaveEnd, .delete, interface: OnCallAddresses.leave,
        for: .signedIn, taking: .nothing, then: .done("Taken back."), mayRefuse: false)

    static let openHours = Act(
        "openHours", "Weekly hours in which you can be asked, by your own choice.", at: OnCallAddresses.ownHours,
        for: .signedIn,
        taking: Input(kind, WeekFields().weekdays, WeekFields().from, WeekFields().until) {
            kind, days, from, until throws(Refusal) in
            (kind, try WeeklyHours.asked(days, from: from, until: until))
        }, then: .created("Opened.", at: OnCallAddresses.hours))

    static let closeHours = Act(
        "closeHours", "Close hours of your own.", at: OnCallAddresses.hoursEnd, .delete,
        interface: OnCallAddresses.hours, for: .signedIn, taking: .nothing, then: .done("Closed."), mayRefuse: false)

    static let makeFeed = Act(
        "makeCalendarLink", "Make a link for your calendar; one you had before no longer works.",
        at: OnCallAddresses.feed, for: .signedIn, taking: .nothing, then: feed, mayRefuse: false)

    static let revokeFeed = Act(
        "revokeCalendarLink", "Take your calendar link back.", at: OnCallAddresses.feedEnd, .delete,
        interface: OnCallAddresses.feed, for: .signedIn, taking: .nothing, then: .done("No link works."),
        mayRefuse: false)

    private static let kind = Field<OwnHours.Kind>.choice("kind", "These are", layout: .chips) { $0.words }

    /// What was made is found where the link leads.
    private static let feed = Outcome<RosterFeedKey>(
        success: .created("The link, shown this once.", .object([Schema.Property("path", .string(maxLength: 64))])),
        json: { done in
            guard let key = done.made else { return ProblemDocument.doneBefore }
            let link = OnCallAddresses.calendar.link(CalendarLink(key))
            return Answer.json(["path": .string(link.location)], status: .created).at(link)
        }, id: { _ in nil })
}

extension Routes {
    static let onCallActs: [Route] = offerShift + takeGap + takeLeave + openHours + ofOwnTime + makeFeed + revokeFeed

    private static let offerShift = OnCallActs.offer.routes(
        see: { _ in OnCallAddresses.own.link() },
        refused: { visit, refused in try await OnCallForms.offer(visit, again: refused) },
        perform: { visit, offer in
            try await visit.programmes.offerShift(offer, by: visit.staff) ?? .failure(RosterFields.noSuchList)
        })

    private static let takeGap = OnCallActs.takeGap.routes(
        see: { _ in OnCallAddresses.own.link() },
        refused: { visit, refused in try await OnCallForms.shift(visit, again: refused) },
        perform: { visit, gap in
            try await visit.programmes.takeGap(gap.value, on: gap.list, by: visit.staff)
                ?? .failure(RosterFields.noSuchList)
        })

    private static let takeLeave = onOwnPage(OnCallActs.takeLeave) { visit, days in
        try await visit.programmes.takeLeave(from: days.0, to: days.1, by: visit.staff)
    }

    private static let openHours = onOwnPage(OnCallActs.openHours) { visit, own in
        try await visit.programmes.openHours(own.1, own.0, by: visit.staff)
    }

    /// Afterwards no link works, whether or not one did.
    private static let revokeFeed = onOwnPage(OnCallActs.revokeFeed) { visit, _ in
        try await visit.programmes.revokeRosterFeed(by: visit.staff) ?? .success(())
    }

    private static let makeFeed = OnCallActs.makeFeed.routes(
        see: { _ in OnCallAddresses.feed.link() }, handing: { $0.token },
        refused: { visit, refused in try await OnCallPages.own(visit, again: refused) },
        perform: { visit, _ in try await visit.programmes.makeRosterFeed(by: visit.staff) })

    private static let ofOwnTime: [Route] =
        button(OnCallActs.take) { try await $0.programmes.takeShift($1, by: $0.staff) }
        + button(OnCallActs.endOffer) { try await $0.programmes.endOffer($1, by: $0.staff) }
        + button(OnCallActs.endLeave) { try await $0.programmes.endLeave($1, by: $0.staff) }
        + button(OnCallActs.closeHours) { try await $0.programmes.closeHours($1, by: $0.staff) }

    /// An act whose form is on one's own page, where it leads to.
    private static func onOwnPage<Value, Made>(
        _ act: Act<StaffVisit, Value, Made>,
        _ perform: @escaping @Sendable (StaffVisit, Value) async throws -> Result<Made, Refusal>?
    ) -> [Route] {
        act.routes(
            see: { _ in OnCallAddresses.own.link() },
            refused: { visit, refused in try await OnCallPages.own(visit, again: refused) }, perform: perform)
    }

    /// A button at one of the rows of that page.
    private static func button(
        _ act: Act<StaffVisit, Void, Void, PathID>,
        _ perform: @escaping @Sendable (StaffVisit, String) async throws -> Result<Void, Refusal>?
    ) -> [Route] {
        act.routes(
            see: { _, _ in OnCallAddresses.own.link() },
            refused: { visit, refused, _ in try await OnCallPages.own(visit, again: refused) },
            perform: { visit, _, id in try await perform(visit, id.text) })
    }
}
