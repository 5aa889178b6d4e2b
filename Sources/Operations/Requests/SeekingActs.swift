import Program
import Sealing
import Store

extension Programmes {
    /// Writes to the supporter. Nothing where the request has been destroyed.
    package func write(
        _ text: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { seeking in
            let (request, transaction, now) = (seeking.request, seeking.transaction, seeking.now)
            if let refusal = request.life.mayWriteAsSeeker() { return .failure(refusal) }
            let isWaiting = try transaction.newMessages(of: request.row.id).contains {
                try request.message($0).fromSeeker
            }
            if let refusal = try transaction.keepMessage(text, fromSeeker: true, in: request, agency, at: now) {
                return .failure(refusal)
            }
            if let supporter = request.life.toldOfMessage(whileOneWaits: isWaiting) {
                try transaction.ping(
                    [supporter], .routine, key: "message \(RandomId().text)", in: agency, at: now)
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
        try await change(by: pass, in: agency) { seeking in
            seeking.request.life.changingSupporter(isUnwanted: unwanted)
        }
    }

    /// Ends it, whatever its state. No reason is asked (SAC-V-1, PD-B.2.a).
    package func endRequest(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { seeking in
            let today = try seeking.today
            guard let change = seeking.request.life.endedBySeeker(on: today, under: agency.policy.retention) else {
                throw AgencyFault.clockOutOfRange
            }
            return .success(change)
        }
    }

    /// Opens a closed request again: it is offered, to whoever had it first.
    package func reopen(by pass: SeekerPass, in agency: Agency) async throws -> Result<Void, Refusal>? {
        try await change(by: pass, in: agency) { seeking in seeking.request.life.reopened(on: try seeking.today) }
    }

    /// Ends a consultation: whoever was consulted can read nothing any more. Nothing where there is none.
    package func endConsultation(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: pass, in: agency) { seeking in
            try seeking.routes.deleteConsultation(id, on: seeking.request.row.id) ? .done(.request) : .nothing
        }
    }

    /// Lets whoever is consulted read along, where the pack leaves that to the seeker (IACP-6.5, PD-B.2.b). Nothing where there
    /// is no such consultation, or the pack leaves it closed.
    package func authoriseConsultation(
        _ id: String, by pass: SeekerPass, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: pass, in: agency) { seeking in
            let open = try seeking.routes.consultations(on: seeking.request.row.id, at: seeking.now)
            guard let consultation = open.first(where: { $0.id == id }),
                agency.policy.requests.mayBeAuthorised(consultation.consulted),
                let copy = try copy(
                    of: seeking.request, for: consultation.account,
                    holding: agency.policy.roles(of: consultation.consulted),
                    in: agency, on: try seeking.today, seeking.transaction)
            else { return .nothing }
            try seeking.routes.openConsultation(id, with: copy)
            return .done(.request)
        }
    }

    /// Does something to the seeker's own request, which is offered again first where whoever had it is no longer there.
    /// Nothing where it has been destroyed.
    func change(
        by pass: SeekerPass, in agency: Agency,
        _ change: @escaping @Sendable (Seeking) throws -> Result<RequestChange, Refusal>
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: pass, in: agency) { arrived in
            var seeking = arrived
            if try offerAgainIfLeft(arrived) {
                guard let request = try arrived.transaction.opened(by: pass, in: agency, at: arrived.now) else {
                    return .nothing
                }
                seeking.request = request
            }
            switch try change(seeking) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let change):
                try carryOut(change, on: seeking.request, in: agency, at: seeking.now, seeking.transaction)
                return .done(.request)
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
}
