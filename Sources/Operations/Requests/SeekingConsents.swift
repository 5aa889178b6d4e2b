import Program
import Sealing
import Store

extension Programmes {
    /// The seeker agrees in writing that their supporter tells somebody something (KSO-H.4.d, PD-B.2.b).
    package func consent(
        _ consent: NewConsent, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            let today = try agency.day(at: now)
            let refusal = request.life.mayConsent(
                consent, besides: try transaction.consents(of: request.row.id).count, on: today,
                under: agency.policy.confidentiality)
            if let refusal { return .failure(refusal) }
            try transaction.keep(SealedConsent(consent, givenOn: today), as: RandomId(), in: request)
            return .success(.noted(request.record))
        }
    }

    /// Takes a consent back from today on. Nothing where there is none.
    package func revokeConsent(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        let today = try agency.day(at: now)
        return try await database.write { transaction in
            guard let request = try transaction.opened(by: pass, in: agency), let consentID = RandomId(text: id),
                let row = try transaction.consents(of: request.row.id).first(where: { $0.id == id })
            else { return nil }
            let consent = try request.consent(row)
            switch agency.policy.confidentiality.revoked(consent, on: today) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let revoked):
                if revoked != consent { try transaction.keep(revoked, as: consentID, in: request) }
                return .success(())
            }
        }
    }

    /// The seeker agrees, or no longer agrees, to a note to their supervisor for time away from the post (OCP-II.H.2).
    package func agreeToTimeOffNote(
        _ agreed: Bool, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, _, _ in
            request.life.agreeing(toTimeOffNote: agreed, under: agency.policy.requests)
        }
    }
}

extension Transaction {
    fileprivate func keep(_ consent: SealedConsent, as id: RandomId, in request: OpenedRequest) throws {
        let sealed = try request.key.seal(consent, as: .consent, request: request.id, of: id)
        try setConsent(sealed, id: id.text, request: request.row.id)
    }
}
