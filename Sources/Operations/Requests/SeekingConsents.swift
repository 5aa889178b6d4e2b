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
            guard agency.policy.confidentiality.writtenConsent != nil else {
                return Refusal("This programme has no written consent: what is said stays where it is.")
            }
            guard request.standing.state != .closed else { return .isClosed }
            if let refusal = consent.refusal(on: today) { return refusal }
            guard try transaction.consents(of: request.row.id).count < mostConsents else {
                return Refusal("There is no room for another consent here.")
            }
            try transaction.keep(SealedConsent(consent, givenOn: today), as: RandomId(), in: request)
            return nil
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
            if let rule = agency.policy.confidentiality.writtenConsent, !rule.revocable {
                return .failure(
                    Refusal("This programme's consent cannot be taken back.", clauses: rule.basis.clauses))
            }
            var sealed = try request.consent(row)
            guard sealed.revokedOn == nil else { return .success(()) }
            sealed.revokedOn = today
            try transaction.keep(sealed, as: consentID, in: request)
            return .success(())
        }
    }

    /// The seeker agrees, or no longer agrees, to a note to their supervisor for time away from the post (OCP-II.H.2).
    package func agreeToTimeOffNote(
        _ agreed: Bool, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, _ in
            guard agency.policy.requests.timeOffPost != nil else {
                return Refusal("This programme writes no such notes.")
            }
            guard request.standing.state != .closed else { return .isClosed }
            request.course.agreesToTimeOffNote = agreed
            try transaction.keepCourse(of: request)
            return nil
        }
    }
}

/// The most consents of one request.
private let mostConsents = 50

extension Transaction {
    fileprivate func keep(_ consent: SealedConsent, as id: RandomId, in request: OpenedRequest) throws {
        let sealed = try request.key.seal(consent, as: .consent, request: request.id, of: id)
        try setConsent(sealed, id: id.text, request: request.row.id)
    }
}

extension NewConsent {
    fileprivate func refusal(on today: Day) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if to.isEmpty || !to.fits(Self.longestTo) {
            problems.append(Refusal.Problem(field: "to", message: "Say who may be told, in a few words."))
        }
        if scope.isEmpty || !scope.fits(Self.longestScope) {
            problems.append(Refusal.Problem(field: "scope", message: "Say of what, in a sentence or two."))
        }
        if let until, until < today {
            problems.append(Refusal.Problem(field: "until", message: "Choose today or a later day."))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}
