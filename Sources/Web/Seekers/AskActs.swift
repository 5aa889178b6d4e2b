import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What the form that asks for support does.
enum AskActs {
    @Sendable
    static func show(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        return try await page(AskForm(policy: agency.policy, sent: nil), in: agency, visit)
    }

    @Sendable
    static func send(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        let form = AskForm(policy: agency.policy, sent: visit.form)
        switch try await asked(form.ask, in: agency, visit) {
        case .success(let receipt):
            return try .see(SeekerAddresses.newReceipt.link(slug)).showingOnce(
                receipt.text, sealedBy: visit.programmes, at: visit.site)
        case .failure(.manyAsking):
            return try await page(form, in: agency, visit, .busyNow, status: .serviceUnavailable)
        case .failure(let refusal):
            return try await page(form, in: agency, visit, refusal, status: .unprocessableContent)
        }
    }

    private static func asked(
        _ ask: Result<Ask, Refusal>, in agency: Agency, _ visit: Visit
    ) async throws -> Result<Receipt, Refusal> {
        switch ask {
        case .success(let ask): try await visit.programmes.ask(ask, in: agency, once: visit.once)
        case .failure(let refusal): .failure(refusal)
        }
    }

    /// The form with everything that was filled in: nothing typed is lost.
    private static func page(
        _ form: AskForm, in agency: Agency, _ visit: Visit, _ refusal: Refusal? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let supporters = try await visit.programmes.supportersToChoose(in: agency)
        return .scriptedPage(AskPages.ask(form, supporters, in: agency, visit, refusal), status: status)
    }
}

extension Refusal {
    /// Said to seekers in place of ``busy``: nothing of what they typed is lost.
    static let busyNow = Refusal(
        "Very many people are here just now. Please send it again in a moment; nothing is lost.")
}
