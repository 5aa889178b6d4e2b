import Program
import Sealing
import Store

extension Programmes {
    /// Takes a request. Of several who try at once exactly one does; from then on nobody else but its seeker can open it.
    ///
    /// A tie that the pack bars passes the offer on, and so is refused with its clause. Nothing where it was never offered to
    /// them, or is no more, as from the moment that an incident bars them.
    package func accept(
        _ id: String, _ attestation: Attestation, by staff: Staff
    ) async throws -> Result<Acceptance, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            let (staff, agency, transaction, now) = (doing.staff, doing.agency, doing.transaction, doing.now)
            guard let offered = try offered(id, to: staff, at: now, transaction) else {
                // Whoever was asked too may know that somebody came first; anybody else learns nothing.
                return try transaction.requestRoutes.isReserved(id, for: staff.account, agency: agency.id)
                    ? .refused(.somebodyWasFirst) : .nothing
            }
            let answer = offered.offer.answered(
                attestation, isTied: try isTied(staff, to: offered, transaction), under: doing.policy.requests, at: now,
                reachedAt: offered.request.card.time, in: agency.calendar)
            func carryOut(_ change: RequestChange) throws -> Bool {
                try self.carryOut(change, on: offered.request, in: agency, at: now, transaction)
            }
            switch answer {
            case .taken(let change, let acceptance):
                return try carryOut(change) ? .done(acceptance, .request) : .refused(.somebodyWasFirst)
            case .refused(let change, let refusal):
                _ = try carryOut(change)
                return .refused(refusal)
            case .withdrawn:
                try hide(offered, doing)
                return .nothing
            }
        }
    }
}
