import HTML
import HTTPTypes
import Operations
import Program

/// What a seeker does on their request's page. The page comes again and shows what came of it; nothing of it is in an address.
enum SupportActs {
    @Sendable
    static func show(_ visit: SeekerVisit) async throws -> Answer? { try await page(visit) }

    @Sendable
    static func write(_ visit: SeekerVisit) async throws -> Answer? {
        let text = visit.form[SupportForm.text].replacing("\r\n", with: "\n")
        return try await answer(
            try await visit.programmes.write(text, by: visit.pass, in: visit.agency), visit, at: .message)
    }

    @Sendable
    static func change(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(
            try await visit.programmes.changeSupporter(
                unwanted: visit.form[SupportForm.unwanted] == "yes", by: visit.pass, in: visit.agency), visit)
    }

    @Sendable
    static func endConsultation(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(
            try await visit.programmes.endConsultation(visit.form[SupportForm.id], by: visit.pass, in: visit.agency),
            visit)
    }

    @Sendable
    static func authoriseConsultation(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(
            try await visit.programmes.authoriseConsultation(
                visit.form[SupportForm.id], by: visit.pass, in: visit.agency), visit)
    }

    @Sendable
    static func consent(_ visit: SeekerVisit) async throws -> Answer? {
        switch SupportForm.consent(visit.form) {
        case .failure(let refusal): return try await answer(.failure(refusal), visit, at: .consent)
        case .success(let consent):
            return try await answer(
                try await visit.programmes.consent(consent, by: visit.pass, in: visit.agency), visit, at: .consent)
        }
    }

    @Sendable
    static func revokeConsent(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(
            try await visit.programmes.revokeConsent(visit.form[SupportForm.id], by: visit.pass, in: visit.agency),
            visit)
    }

    @Sendable
    static func agreeToTimeOffNote(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(
            try await visit.programmes.agreeToTimeOffNote(
                visit.form[SupportForm.agreed] == "yes", by: visit.pass, in: visit.agency), visit)
    }

    @Sendable
    static func end(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(try await visit.programmes.endRequest(by: visit.pass, in: visit.agency), visit)
    }

    @Sendable
    static func reopen(_ visit: SeekerVisit) async throws -> Answer? {
        try await answer(try await visit.programmes.reopen(by: visit.pass, in: visit.agency), visit)
    }

    /// Takes the pass out of the browser. The request stays as it is.
    @Sendable
    static func close(_ visit: SeekerVisit) async throws -> Answer? {
        .see(StartAddresses.agency.link(PathID(visit.agency.slug))).takingPass(at: visit.site)
    }

    private static func answer(
        _ outcome: Result<Void, Refusal>?, _ visit: SeekerVisit, at part: SupportForm.Part = .other
    ) async throws -> Answer? {
        switch outcome {
        case .success: return .see(SupportAddresses.support.link())
        case .failure(let refusal): return try await page(visit, SupportForm.Refused(part: part, problems: refusal))
        case nil: return nil
        }
    }

    /// The request; where it has been destroyed since the pass was given, the pass is over too.
    private static func page(_ visit: SeekerVisit, _ refused: SupportForm.Refused? = nil) async throws -> Answer {
        guard let view = try await visit.programmes.request(of: visit.pass, in: visit.agency) else {
            return Answer.see(SupportAddresses.closed.link()).takingPass(at: visit.site)
        }
        let cards = try await visit.programmes.supportersToChoose(in: visit.agency)
        let card = view.supporter.flatMap { supporter in cards.first { $0.account == supporter.account } }
        return .scriptedPage(
            SupportPages.support(view, card, visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }
}
