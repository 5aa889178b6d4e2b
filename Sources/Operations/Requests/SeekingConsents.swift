import Program
import Sealing
import Store

extension Programmes {
    /// The seeker agrees in writing that their supporter tells somebody something (KSO-H.4.d, PD-B.2.b).
    package func consent(
        _ consent: NewConsent, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { seeking in
            let (request, transaction, today) = (seeking.request, seeking.transaction, try seeking.today)
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
        try await act(by: pass, in: agency) { seeking in
            let (request, transaction) = (seeking.request, seeking.transaction)
            guard let consentID = RandomId(text: id),
                let row = try transaction.consents(of: request.row.id).first(where: { $0.id == id })
            else { return .nothing }
            let consent = try request.consent(row)
            switch agency.policy.confidentiality.revoked(consent, on: try seeking.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let revoked):
                if revoked == consent { return .done(.unchanged) }
                try transaction.keep(revoked, as: consentID, in: request)
                return .done(.request)
            }
        }
    }

    /// The seeker agrees, or no longer agrees, to a note to their supervisor for time away from the post (OCP-II.H.2).
    package func agreeToTimeOffNote(
        _ agreed: Bool, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { seeking in
            seeking.request.life.agreeing(toTimeOffNote: agreed, under: agency.policy.requests)
        }
    }
}

extension Transaction {
    fileprivate func keep(_ consent: SealedConsent, as id: RandomId, in request: OpenedRequest) throws {
        let sealed = try request.key.seal(consent, as: .consent, request: request.id, of: id)
        try setConsent(sealed, id: id.text, request: request.row.id)
    }
}
