import Program
import Sealing
import Store

extension Programmes {
    /// Writes to the supporter. Nothing where the request has been destroyed.
    package func write(
        _ text: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            if let refusal = request.life.mayWriteAsSeeker() { return .failure(refusal) }
            let isWaiting = try transaction.newMessages(of: request.row.id).contains {
                try request.message($0).fromSeeker
            }
            if let refusal = try transaction.keepMessage(text, fromSeeker: true, in: request, agency, at: now) {
                return .failure(refusal)
            }
            // Whoever was told of a message and has not looked yet need not be told of the next.
            if let supporter = request.standing.supporter, !isWaiting {
                try transaction.ping(
                    [supporter], .routine, key: "message \(RandomId().text)", agency: agency.id, at: now)
            }
            return .success(.noted(request.record))
        }
    }

    /// Asks for another supporter. No reason is asked.
    ///
    /// - Parameter unwanted: whether the present one must not be offered it again.
    package func changeSupporter(
        unwanted: Bool, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, _, _ in
            request.life.changingSupporter(isUnwanted: unwanted)
        }
    }

    /// Ends it, whatever its state. No reason is asked (SAC-V-1, PD-B.2.a).
    package func endRequest(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, _, now in
            let today = try agency.day(at: now)
            guard let change = request.life.endedBySeeker(on: today, under: agency.policy.retention) else {
                throw AgencyFault.clockOutOfRange
            }
            return .success(change)
        }
    }

    /// Opens a closed request again: it is offered, to whoever had it first.
    package func reopen(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, _, now in
            request.life.reopened(on: try agency.day(at: now))
        }
    }

    /// Ends a consultation: whoever was consulted can read nothing any more. Nothing where there is none.
    package func endConsultation(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            guard let request = try transaction.opened(by: pass, in: agency),
                try transaction.requestRoutes.deleteConsultation(id, on: request.row.id)
            else { return nil }
            return .success(())
        }
    }

    /// Lets whoever is consulted read along, where the pack leaves that to the seeker (IACP-6.5, PD-B.2.b). Nothing where there
    /// is no such consultation, or the pack leaves it closed.
    package func authoriseConsultation(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let request = try transaction.opened(by: pass, in: agency),
                let consultation = try transaction.requestRoutes.consultations(on: request.row.id, at: now).first(
                    where: {
                        $0.id == id
                    }),
                agency.policy.requests.mayBeAuthorised(consultation.consulted),
                let copy = try transaction.copy(of: request, for: consultation.account, in: agency)
            else { return nil }
            try transaction.requestRoutes.openConsultation(id, with: copy)
            return .success(())
        }
    }

    /// Does something to the seeker's own request, which is offered again first where whoever had it is no longer there.
    /// Nothing where it has been destroyed.
    func change(
        by pass: SeekerPass, in agency: Agency,
        _ act: @escaping @Sendable (OpenedRequest, any Transaction, Instant) throws -> Result<RequestChange, Refusal>
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            try offerAgainIfLeft(by: pass, in: agency, at: now, transaction)
            guard let request = try transaction.opened(by: pass, in: agency) else { return nil }
            switch try act(request, transaction, now) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let change):
                try carryOut(change, on: request, in: agency, at: now, transaction)
                return .success(())
            }
        }
    }
}

extension Transaction {
    /// Keeps a message, sealed; or says what is wrong with it.
    func keepMessage(
        _ text: String, fromSeeker: Bool, in request: OpenedRequest, _ agency: Agency, at now: Instant
    ) throws -> Refusal? {
        let place = try nextMessagePlace(in: request.row.id)
        if let refusal = RequestMessage.mayWrite(text, at: place) { return refusal }
        let message = SealedMessage(fromSeeker: fromSeeker, day: try agency.day(at: now), text: text)
        guard try message.sealable.count <= RequestPart.message.mostBytes else {
            return Refusal("This is too long.", field: "text")
        }
        let id = RandomId()
        let sealed = try request.key.seal(message, as: .message, request: request.id, of: id)
        try insertMessage(sealed, id: id.text, at: place, request: request.row.id)
        return nil
    }

    /// A copy of the request's key for another account; nothing where that account cannot be sealed to.
    func copy(of request: OpenedRequest, for account: String, in agency: Agency) throws -> [UInt8]? {
        guard let found = try sealableAccount(account, agency: agency.id),
            let publicKey = AccountPublicKey(bytes: found.publicKey)
        else { return nil }
        return try request.key.sealed(to: publicKey, request: request.id, holder: account)
    }
}
