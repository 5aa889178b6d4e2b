import Program
import Sealing
import Store

/// A code that was just made. It is shown this once.
package struct MadeSupervisorCode: Sendable {
    package let code: SupervisorCode
    /// The last day on which it does anything.
    package let endsOn: Day

    package init(code: SupervisorCode, endsOn: Day) {
        self.code = code
        self.endsOn = endsOn
    }
}

// A supervisor of whoever has a request asks for somebody else, without an account and without learning of the request (KSO-G.3).
extension Programmes {
    /// A code that the supporter hands to their supervisor. One that they made before for this request does nothing any more. Nothing
    /// where they do not have it.
    package func makeSupervisorCode(
        for id: String, by staff: Staff
    ) async throws -> Result<MadeSupervisorCode, Refusal>? {
        let code = SupervisorCode()
        return try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard let (request, opened) = try doing.transaction.supported(id, by: doing.staff) else { return .nothing }
            if let refusal = request.mayLetSupervisorAsk(under: doing.policy.requests) { return .refused(refusal) }
            guard let last = CannotLeavePostRule.lastDay(ofCodeFrom: doing.staff.today) else {
                throw AgencyFault.clockOutOfRange
            }
            try doing.transaction.setSupervisorCode(
                code.storedId(with: keys), mark: keys.supervisorCodeMark(of: id),
                sealed: try opened.key.sealed(under: code, request: opened.id, with: keys), endsOn: last,
                agency: doing.agency.id)
            return .done(MadeSupervisorCode(code: code, endsOn: last), .request)
        }
    }

    /// The supervisor asks for somebody else, as the supporter themselves could. A code that never did anything and one that does
    /// nothing any more are refused alike.
    package func askForAnother(
        with code: SupervisorCode, in agency: Agency
    ) async throws -> Result<Void, Refusal> {
        let now = clock()
        // Whoever sends codes that are none, however many, takes the turn of nobody who writes.
        guard try await database.read({ transaction in try leaving(by: code, in: agency, at: now, transaction) }) != nil
        else { return .failure(.unknownSupervisorCode) }
        return try await quietAct(provingAt: agency) { transaction, now in
            guard let (request, opened) = try leaving(by: code, in: agency, at: now, transaction) else {
                return .nothing
            }
            switch request.left(underPost: agency.policy.requests, askedBy: .supervisor) {
            case .success(let outcome):
                try carryOut(outcome, on: opened, in: agency, at: now, transaction)
                return .done(.request)
            case .failure: return .nothing
            }
        } ?? .failure(.unknownSupervisorCode)
    }

    /// The request for which a code was made, as whoever has it has it; nothing where the code does nothing.
    private func leaving(
        by code: SupervisorCode, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> (SupportedRequest, OpenedRequest)? {
        guard let row = try transaction.supervisorCode(code.storedId(with: keys), agency: agency.id),
            CannotLeavePostRule.isGood(until: row.endsOn, on: try agency.day(at: now)),
            let (id, key) = try? RequestKey.opened(row.sealed, under: code, with: keys),
            let request = try transaction.request(id: id.text), request.agency == agency.id,
            let opened = OpenedRequest(request, id: id, key: key),
            let supporter = opened.standing.supporter, let supported = opened.life.supported(by: supporter)
        else { return nil }
        return (supported, opened)
    }

    /// Forgets the codes whose last day is over. Harmless to repeat.
    package func forgetSupervisorCodes() async throws {
        let now = clock()
        try await forEveryAgency { row in
            let ended = try await database.read { transaction -> (Day, Day)? in
                let today = try agency(row, in: transaction).day(at: now)
                guard let last = CannotLeavePostRule.lastDay(ofCodeFrom: today),
                    try transaction.hasSupervisorCodes(agency: row.id, endedBefore: today, orAfter: last)
                else { return nil }
                return (today, last)
            }
            guard let (today, last) = ended else { return }
            try await database.write(inTurnOf: row.id) { transaction in
                try transaction.deleteSupervisorCodes(agency: row.id, endedBefore: today, orAfter: last)
            }
        }
    }
}
