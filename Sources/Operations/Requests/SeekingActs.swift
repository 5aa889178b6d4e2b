import Program
import Sealing
import Store

extension Programmes {
    /// Writes to the supporter. Nothing where the request has been destroyed.
    package func write(
        _ text: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            switch request.standing {
            case .closed: return .isClosed
            case .offered where request.card.isInquiry, .accepted where request.card.isInquiry:
                return Refusal("Thank you. There is nothing more for you to do.")
            case .offered, .accepted: break
            }
            let isWaiting = try transaction.newMessages(of: request.row.id).contains {
                try request.message($0).fromSeeker
            }
            if let refusal = try transaction.keepMessage(text, fromSeeker: true, in: request, agency, at: now) {
                return refusal
            }
            // Whoever was told of a message and has not looked yet need not be told of the next.
            if let supporter = request.standing.supporter, !isWaiting {
                try transaction.ping(
                    [supporter], .routine, key: "message \(RandomId().text)", agency: agency.id, at: now)
            }
            return nil
        }
    }

    /// Asks for another supporter. No reason is asked.
    ///
    /// - Parameter unwanted: whether the present one must not be offered it again.
    package func changeSupporter(
        unwanted: Bool, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            guard let supporter = request.standing.supporter, !request.card.isInquiry else {
                return Refusal("Nobody has this request, so there is nobody to change.")
            }
            if unwanted { request.course.barred.insert(supporter) }
            try offerAgain(request, wanted: [], in: agency, at: now, transaction)
            return nil
        }
    }

    /// Ends it, whatever its state. No reason is asked (SAC-V-1, PD-B.2.a).
    package func endRequest(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            guard request.standing.state != .closed else { return nil }
            try transaction.close(request, in: agency, at: now)
            return nil
        }
    }

    /// Opens a closed request again: it is offered, to whoever had it first.
    package func reopen(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { request, transaction, now in
            guard case .closed(let destroyed) = request.standing else { return nil }
            guard !request.card.isInquiry, try agency.day(at: now) < destroyed else {
                return Refusal("This can no longer be opened again.")
            }
            let former = request.course.former.map { [$0] } ?? []
            try offerAgain(request, wanted: former, in: agency, at: now, transaction)
            return nil
        }
    }

    /// Ends a consultation: whoever was consulted can read nothing any more. Nothing where there is none.
    package func endConsultation(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            guard let request = try transaction.opened(by: pass, in: agency),
                try transaction.deleteConsultation(id, on: request.row.id)
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
                let consultation = try transaction.consultations(on: request.row.id, at: now).first(where: {
                    $0.id == id
                }),
                agency.policy.requests.consultation(with: consultation.consulted)?.sharing == .asSeekerAuthorised,
                let copy = try transaction.copy(of: request, for: consultation.account, in: agency)
            else { return nil }
            try transaction.openConsultation(id, with: copy)
            return .success(())
        }
    }

    /// Does something to the seeker's own request, which is offered again first where whoever had it is no longer there.
    /// Nothing where it has been destroyed.
    func change(
        by pass: SeekerPass, in agency: Agency,
        _ act: @escaping @Sendable (inout OpenedRequest, any Transaction, Instant) throws -> Refusal?
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            try offerAgainIfLeft(by: pass, in: agency, at: now, transaction)
            guard var request = try transaction.opened(by: pass, in: agency) else { return nil }
            return try act(&request, transaction, now).map { .failure($0) } ?? .success(())
        }
    }
}

extension Transaction {
    /// Keeps a message, sealed; or says what is wrong with it.
    func keepMessage(
        _ text: String, fromSeeker: Bool, in request: OpenedRequest, _ agency: Agency, at now: Instant
    ) throws -> Refusal? {
        guard !text.allSatisfy(\.isWhitespace), text.count <= RequestMessage.longest, !text.contains("\0") else {
            return Refusal("Write something, of at most \(RequestMessage.longest) characters.", field: "text")
        }
        let message = SealedMessage(fromSeeker: fromSeeker, day: try agency.day(at: now), text: text)
        guard try message.sealable.count <= RequestPart.message.mostBytes else {
            return Refusal("This is too long.", field: "text")
        }
        let id = RandomId()
        let sealed = try request.key.seal(message, as: .message, request: request.id, of: id)
        guard try insertMessage(sealed, id: id.text, request: request.row.id) else {
            return Refusal("There is no room for another message here. Speak with each other, or begin a new request.")
        }
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

extension Refusal {
    static let isClosed = Refusal("This request is closed. Open it again first.")
}
