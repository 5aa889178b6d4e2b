import HTML
import HTTPTypes
import Operations
import Program
import Store

/// What members do about their own time on call.
enum OnCallActs {
    /// The form to give a shift away; the shift is named by its list and its beginning.
    @Sendable
    static func newOffer(_ visit: StaffVisit) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        return .page(OnCallForms.offer(own.asked(visit, among: own.shifts), own, visit))
    }

    @Sendable
    static func offer(_ visit: StaffVisit) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        var sent = SentRoster(visit)
        let list = RosterList.Kind(visit.form["list"])
        if list == nil { sent.note("list", "Choose one of your shifts.") }
        guard let given = sent.stretch(), let list else { return refusedOffer(Refusal(sent.problems), own, visit) }
        let inReturn = sent.chosen("inReturn").flatMap { own.returned($0, on: list) }
        if inReturn == nil, sent.chosen("inReturn") != nil {
            return refusedOffer(Refusal("In return: one of the shifts shown.", field: "inReturn"), own, visit)
        }
        let offer = ShiftOffer(list: list, given: given, to: sent.chosen("to"), inReturn: inReturn)
        switch try await visit.programmes.offerShift(offer, by: visit.staff) {
        case .success: return .see(OnCallAddresses.own.link())
        case .failure(let refusal): return refusedOffer(refusal, own, visit)
        case nil: return refusedOffer(Refusal("Choose one of your shifts.", field: "list"), own, visit)
        }
    }

    private static func refusedOffer(_ refusal: Refusal, _ own: OwnRoster, _ visit: StaffVisit) -> Answer {
        .page(
            OnCallForms.offer(own.asked(visit, among: own.shifts), own, visit, refused: refusal),
            status: .unprocessableContent)
    }

    @Sendable
    static func take(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await after(try await visit.programmes.takeShift(id.text, by: visit.staff), visit)
    }

    @Sendable
    static func endOffer(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await after(try await visit.programmes.endOffer(id.text, by: visit.staff), visit)
    }

    /// The form to go on call in a gap.
    @Sendable
    static func newShift(_ visit: StaffVisit) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        return .page(OnCallForms.shift(own.asked(visit, among: own.gaps), own, visit))
    }

    @Sendable
    static func takeGap(_ visit: StaffVisit) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        func refused(_ refusal: Refusal) -> Answer {
            .page(
                OnCallForms.shift(own.asked(visit, among: own.gaps), own, visit, refused: refusal),
                status: .unprocessableContent)
        }
        var sent = SentRoster(visit)
        let list = RosterList.Kind(visit.form["list"])
        if list == nil { sent.note("list", "Choose a list.") }
        guard let stretch = sent.stretch(), let list else { return refused(Refusal(sent.problems)) }
        switch try await visit.programmes.takeGap(stretch, on: list, by: visit.staff) {
        case .success: return .see(OnCallAddresses.own.link())
        case .failure(let refusal): return refused(refusal)
        case nil: return refused(Refusal("Choose a list that you are on.", field: "list"))
        }
    }

    @Sendable
    static func takeLeave(_ visit: StaffVisit) async throws -> Answer {
        var sent = SentRoster(visit)
        let firstDay = sent.day("firstDay", "First day")
        let lastDay = sent.day("lastDay", "Last day")
        guard let firstDay, let lastDay else { return try await refused(Refusal(sent.problems), .leave, visit) }
        switch try await visit.programmes.takeLeave(from: firstDay, to: lastDay, by: visit.staff) {
        case .success: return .see(OnCallAddresses.own.link())
        case .failure(let refusal): return try await refused(refusal, .leave, visit)
        }
    }

    @Sendable
    static func endLeave(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await after(try await visit.programmes.endLeave(id.text, by: visit.staff), visit)
    }

    @Sendable
    static func openHours(_ visit: StaffVisit) async throws -> Answer {
        var sent = SentRoster(visit)
        let kind = OwnHours.Kind(rawValue: visit.form["kind"])
        if kind == nil { sent.note("kind", "Choose one.") }
        let hours = sent.hours("weekdays", "from", "until")
        guard let kind, let hours else { return try await refused(Refusal(sent.problems), .hours, visit) }
        switch try await visit.programmes.openHours(hours, kind, by: visit.staff) {
        case .success: return .see(OnCallAddresses.own.link())
        case .failure(let refusal): return try await refused(refusal, .hours, visit)
        }
    }

    @Sendable
    static func closeHours(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        try await after(try await visit.programmes.closeHours(id.text, by: visit.staff), visit)
    }

    /// The link is shown this once.
    @Sendable
    static func makeFeed(_ visit: StaffVisit) async throws -> Answer {
        .page(OnCallForms.feed(try await visit.programmes.makeRosterFeed(by: visit.staff), visit))
    }

    @Sendable
    static func revokeFeed(_ visit: StaffVisit) async throws -> Answer {
        _ = try await visit.programmes.revokeRosterFeed(by: visit.staff)
        return .see(OnCallAddresses.own.link())
    }

    // MARK: What comes next

    /// Back to one's own page, with the reason where it was refused; nothing where there was nothing to act on.
    private static func after<Done>(
        _ outcome: Result<Done, Refusal>?, _ visit: StaffVisit
    ) async throws -> Answer? {
        switch outcome {
        case .success: .see(OnCallAddresses.own.link())
        case .failure(let refusal): try await refused(refusal, .button, visit)
        case nil: nil
        }
    }

    private static func refused(
        _ refusal: Refusal, _ act: OnCallPages.AuditKind, _ visit: StaffVisit
    ) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        return .page(OnCallPages.own(own, visit, refused: (act, refusal)), status: .unprocessableContent)
    }
}

extension OwnRoster {
    /// Which of those the visitor means: by the link they followed or the form they sent.
    func asked(_ visit: StaffVisit, among stretches: [Listed<Stretch>]) -> Listed<Stretch>? {
        let list = visit.visit.query("list") ?? visit.form["list"]
        let from = visit.visit.query("from").flatMap { Int64($0) }
        return stretches.first { $0.list.text == list && (from == nil || $0.value.from.milliseconds == from) }
    }

    /// Coming shifts of colleagues on that list, with whose they are.
    func othersShifts(on kind: RosterList.Kind, besides account: String) -> [(account: String, stretch: Stretch)] {
        guard let list = lists.first(where: { $0.kind == kind }),
            let window = Stretch(from: now, until: now.adding(seconds: Int64(OwnRoster.daysAhead) * 86_400))
        else { return [] }
        let others = list.holders.keys.filter { $0 != account }
        return others.flatMap { other in list.shifts(of: other, in: window).map { (other, $0) } }
            .filter { $0.1.from > now }
            .sorted { ($0.1.from, $0.0) < ($1.1.from, $1.0) }.map { (account: $0.0, stretch: $0.1) }
    }

    /// The shift that an answer of the form names by its beginning and end.
    func returned(_ answer: String, on kind: RosterList.Kind) -> Stretch? {
        let parts = answer.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 2 else { return nil }
        return Stretch(from: Instant(milliseconds: parts[0]), until: Instant(milliseconds: parts[1]))
    }
}
