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
        let now = clock()
        return try await database.write { transaction in
            guard let offered = try offered(id, to: staff, at: now, transaction) else {
                // Whoever was asked too may know that somebody came first; anybody else learns nothing.
                return try transaction.isReserved(id, for: staff.account, agency: staff.agency.id)
                    ? .failure(.somebodyWasFirst) : nil
            }
            if try isTied(staff, to: offered, transaction) {
                try passOn(offered, by: staff, at: now, transaction)
                return nil
            }
            switch staff.policy.requests.ruling(
                on: attestation, areOthersAsked: offered.wave != .chain, isWanted: offered.wave == .preferred)
            {
            case .barred(let refusal):
                try passOn(offered, by: staff, at: now, transaction)
                return .failure(refusal)
            case .othersFirst(let refusal):
                try putLast(offered, by: staff, transaction)
                return .failure(refusal)
            case .clear: return try take(offered, isInChain: false, by: staff, at: now, transaction)
            case .clearWithPrompt(let consulted):
                return try take(offered, isInChain: true, consults: consulted, by: staff, at: now, transaction)
            case .oneContact: return try take(offered, isInChain: true, by: staff, at: now, transaction)
            }
        }
    }

    private func take(
        _ offered: OfferedRequest, isInChain: Bool, consults consulted: RoleID? = nil, by staff: Staff, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Result<Acceptance, Refusal> {
        var request = offered.request
        let due = staff.policy.requests.firstContact.due(
            acceptedAt: now, reachedAt: request.card.time, in: staff.agency.calendar)
        guard try transaction.take(request.row.id, account: staff.account, firstContactDue: due) else {
            return .failure(.somebodyWasFirst)
        }
        try reserveOthers(of: request, besides: staff.account, in: staff.agency, transaction)
        request.course.beginAnew()
        request.course.isInChain = isInChain
        request.course.former = staff.account
        try transaction.keepCourse(of: request)
        try transaction.settle(offering: offered.offering, in: staff.agency)
        return .success(
            Acceptance(
                id: request.row.id, firstContactDue: due,
                isForOneContact: isInChain
                    && staff.policy.requests.chainOfCommand?.handling == .oneContactThenHandOff,
                consults: consulted))
    }

    /// Deletes every copy but the supporter's. The others' are locked away under the server's key until the first contact,
    /// so that a supporter who does not get in touch does not leave the seeker alone.
    private func reserveOthers(
        of request: OpenedRequest, besides supporter: String, in agency: Agency, _ transaction: any Transaction
    ) throws {
        let reserves = try transaction.copies(of: request.row.id).compactMap { copy -> ReservedCopy? in
            guard copy.account != supporter, let wave = copy.wave else { return nil }
            let locked = try keys.lock(copy.sealed, request: request.id, holder: copy.account)
            return ReservedCopy(account: copy.account, locked: locked, wave: wave)
        }
        for reserve in reserves { try transaction.deleteCopy(of: reserve.account, request: request.row.id) }
        try transaction.insert(reserves, request: request.row.id, agency: agency.id)
        try transaction.setWave(nil, of: [supporter], request: request.row.id)
    }

    /// Somebody outside the chain of command is asked first; it comes back to this one if nobody takes it (IACP-7.2).
    private func putLast(_ offered: OfferedRequest, by staff: Staff, _ transaction: any Transaction) throws {
        var request = offered.request
        request.course.chain.insert(staff.account)
        try transaction.keepCourse(of: request)
        try transaction.setWave(.chain, of: [staff.account], request: request.row.id)
        try transaction.hasten(
            offered.request.row, at: offered.stage, offering: offered.offering, offered.around)
    }
}

extension Refusal {
    static let somebodyWasFirst = Refusal("Thank you. Somebody else has just taken this, so they are in good hands.")
}
