import HTML
import Operations
import Program

/// The requests of a supporter.
enum SupportingPages {
    /// Everything that is with them just now.
    static func list(_ own: OwnSupport, _ visit: StaffVisit, after change: SupportingChange? = nil) -> HTML {
        page(
            "Requests", in: Shells.staff(visit, at: SupportingAddresses.requests),
            announcement: change?.announcement(visit.pack),
            main: own.isEmpty
                ? emptyState("Nothing with you just now", "Offers and your open requests will be here.")
                : parts(own, visit))
    }

    /// Offers first, then what is open, then what is lent.
    static func parts(_ own: OwnSupport, _ visit: StaffVisit) -> HTML {
        """
        \(OwnPagePages.pages(own.pages, visit))
        \(own.offers.isEmpty ? nil : section("Offered to you", OfferPages.offered(own.offers, visit)))
        \(own.requests.isEmpty ? nil : section("Yours", cards(own.requests.map { link($0, visit) })))
        \(own.consultations.isEmpty
            ? nil : section("You are consulted", cards(own.consultations.map { ConsultPages.link($0, visit) })))
        """
    }

    static func link(_ request: OpenRequest, _ visit: StaffVisit) -> HTML {
        linkCard(
            request.card.title, detail: detail(request, visit),
            to: SupportingAddresses.request.link(PathID(request.id)),
            icon: .people, badge: state(request, visit))
    }

    private static func detail(_ request: OpenRequest, _ visit: StaffVisit) -> String {
        if let due = request.firstContactDue { return "Be in touch by \(time(due, visit))" }
        if let day = request.nextReminder, day > visit.staff.today { return "Reminder on \(day.longName)" }
        return request.card.detail
    }

    private static func state(_ request: OpenRequest, _ visit: StaffVisit) -> HTML? {
        if request.mustHandOff { return badge("Hand off", tone: .warning) }
        if request.hasNewMessage { return badge("New message", tone: .good) }
        if request.firstContactDue != nil { return badge("Get in touch", tone: .warning) }
        if let day = request.nextReminder, day <= visit.staff.today { return badge("Reminder", tone: .warning) }
        return nil
    }

    /// `14:32`, with the day where it is not today.
    static func time(_ instant: Instant, _ visit: StaffVisit) -> String {
        let clock = visit.staff.agency.calendar.clock(at: instant)
        guard let day = clock.day, day != visit.staff.today else { return clock.time }
        return "\(clock.time) on \(day.shortName)"
    }

    /// One request: the advisement until it is confirmed, then everything.
    static func request(
        _ request: SupporterView, _ supporter: Supporter, after change: SupportingChange? = nil,
        refused: Refused? = nil
    ) -> HTML {
        let visit = supporter.visit
        return page(
            request.card.title, in: Shells.staff(visit), back: Crumb("Requests", SupportingAddresses.requests.link()),
            announcement: change?.announcement(visit.pack) ?? refused?.announcement(on: request),
            main: request.isAdvisementGiven
                ? RequestPages.opened(request, supporter, refused) : unopened(request, supporter, refused))
    }

    private static func unopened(
        _ request: SupporterView, _ supporter: Supporter, _ refused: Refused?
    ) -> HTML {
        let visit = supporter.visit
        return """
                \(supporter.told(in: .acceptance))
                \(RequestPages.timer(request, visit, withButton: false))
            \(AdvisementPages.advisement(request, visit, refused))
            \(section("What you know so far", facts(request.card.facts)))
            \(section("If it gets serious at once", cards(ConfidenceLinks.cards(visit))))
            \(RequestPages.leaving(request, visit))
            """
    }
}

/// One request before its supporter.
enum RequestPage {
    static func answer(
        _ id: PathID, _ visit: StaffVisit, after change: SupportingChange? = nil, _ refused: Refused? = nil
    ) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff) else { return nil }
        let supporter = Supporter(visit: visit, supervises: try await visit.programmes.supervises(visit.staff))
        return .page(
            SupportingPages.request(request, supporter, after: change, refused: refused), again: refused)
    }

    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await answer(id, visit, after: nil, refused)
    }
}

/// A supporter before a page of a request.
struct Supporter: Sendable {
    let visit: StaffVisit
    /// Whether they supervise others and so have further duties.
    let supervises: Bool

    /// What the agency says to them in that place.
    func told(in place: Statement.Place) -> HTML? {
        said(visit.pack.statementsToSupporters(in: place, whoSupervise: supervises))
    }
}

extension Refused {
    /// Said at the top of the request's page, where it has no form of the act.
    fileprivate func announcement(on request: SupporterView) -> HTML? {
        guard request.isAdvisementGiven else { return announcement(besides: SupportingActs.advise.id) }
        if request.isInquiry, act == SupportingActs.write.id { return words }
        return act == SupportingActs.advise.id ? words : announcement
    }
}
