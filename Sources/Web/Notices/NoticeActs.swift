import HTML
import HTTPTypes
import Operations
import Program

/// What people do with notices.
enum NoticeActs {
    @Sendable
    static func answer(_ visit: StaffVisit, notice: PathID) async throws -> Answer? {
        let sent = SentAnswer(visit.form, at: visit.programmes.clock())
        guard let sent else { return try await shown(again: notice, Refusal("Say how.", field: "how"), visit) }
        switch try await visit.programmes.acknowledge(notice.text, how: sent.how, at: sent.at, by: visit.staff) {
        case .success: return .see(NoticeAddresses.notices.link())
        case .failure(let refusal): return try await shown(again: notice, refusal, visit)
        case nil: return nil
        }
    }

    /// Says yes to activating a supporter after hours (OCP-I.C.2.c).
    @Sendable
    static func approve(_ visit: StaffVisit, notice: PathID) async throws -> Answer? {
        switch try await visit.programmes.approve(notice.text, by: visit.staff) {
        case .success: return .see(NoticeAddresses.notices.link())
        case .failure(let refusal): return try await shown(again: notice, refusal, visit)
        case nil: return nil
        }
    }

    static func shown(again notice: PathID, _ refusal: Refusal, _ visit: StaffVisit) async throws -> Answer? {
        guard try await visit.programmes.notice(notice.text, for: visit.staff) != nil else { return nil }
        let inbox = try await visit.programmes.notices(for: visit.staff)
        return .page(
            NoticePages.inbox(inbox, visit, refused: (notice.text, refusal)), status: .unprocessableContent)
    }

    /// Asks a supporter to get in touch.
    @Sendable
    static func ask(_ visit: StaffVisit) async throws -> Answer {
        switch try await visit.programmes.askToGetInTouch(visit.form["supporter"], by: visit.staff) {
        case .success: return .see(NoticeAddresses.overview.link())
        case .failure(let refusal):
            let supporters = try await visit.programmes.supportersToAsk(by: visit.staff)
            return .page(NoticePages.ask(supporters, visit, refusal), status: .unprocessableContent)
        }
    }

    /// Says that one responds in person.
    @Sendable
    static func respond(_ visit: StaffVisit) async throws -> Answer {
        let vehicle = visit.form["vehicle"]
        let response = NewResponse(vehicle: vehicle.isEmpty ? nil : vehicle)
        switch try await visit.programmes.tellResponse(response, by: visit.staff) {
        case .success: return .page(ResponsePages.told(visit))
        case .failure(let refusal):
            return .page(ResponsePages.respond(visit, refusal), status: .unprocessableContent)
        }
    }
}

/// How and when somebody came to know, or told, as a form sends it.
struct SentAnswer {
    let how: Means
    let at: Instant

    init?(_ form: FormAnswers, at now: Instant) {
        let ago = form["minutesAgo"]
        guard let how = Means(word: form["how"]), let minutes = ago.isEmpty ? 0 : Int64(ago),
            SentAnswer.minutesAgo.contains(minutes)
        else { return nil }
        self.how = how
        at = now.adding(seconds: -60 * minutes)
    }

    /// As far back as somebody may write it down later.
    static let minutesAgo: ClosedRange<Int64> = 0...10_080
}
