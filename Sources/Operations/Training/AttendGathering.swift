import Program
import Store

// What a member does about a session or a meeting by themselves.
extension Programmes {
    /// Takes a place.
    package func signUp(for id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await standing(to: id, by: staff) { doing, gathering, own, isMeant in
            let taken = try doing.transaction.placesTaken(at: id, agency: doing.agency.id)
            let refusal = doing.policy.maySignUp(
                for: gathering, own, isMeant: isMeant, taken: taken, at: doing.now)
            if let refusal { return .failure(refusal) }
            own.isSignedUp = true
            own.outcome = nil
            own.asksToBeExcused = false
            return .success(())
        }
    }

    /// Gives the place back.
    package func withdraw(from id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await standing(to: id, by: staff) { doing, gathering, own, _ in
            if let refusal = doing.policy.mayWithdraw(from: gathering, own, at: doing.now) { return .failure(refusal) }
            own.isSignedUp = false
            return .success(())
        }
    }

    /// Asks to be excused. Why is asked nowhere.
    package func askToBeExcused(from id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await standing(to: id, by: staff) { doing, gathering, own, isMeant in
            guard isMeant, doing.policy.isRequired(gathering, own), own.outcome != .attended, !gathering.isCancelled
            else {
                return .failure(
                    Refusal("You do not have to be there.", clauses: doing.policy.attendanceClauses))
            }
            guard own.outcome != .excused else {
                return .failure(Refusal("You are excused already.", clauses: doing.policy.attendanceClauses))
            }
            own.asksToBeExcused = true
            return .success(())
        }
    }

    /// "I am here", by the code that is shown in the room: good on the days of the gathering and on no other.
    package func sayHere(by code: String, _ staff: Staff) async throws -> Result<Void, Refusal>? {
        let id = try await database.read { transaction in
            try transaction.gathering(code: code, agency: staff.agency.id)?.id
        }
        guard let id else { return nil }
        return try await standing(to: id, by: staff) { doing, gathering, own, isMeant in
            let last = try doing.agency.day(at: gathering.plan.until)
            let refusal = doing.policy.maySayHere(
                at: gathering, own, isMeant: isMeant, on: doing.staff.today,
                days: gathering.day...max(gathering.day, last))
            if let refusal { return .failure(refusal) }
            own.outcome = .attended
            own.asksToBeExcused = false
            return .success(())
        }
    }

    private func standing(
        to id: String, by staff: Staff,
        _ body: @escaping @Sendable (Doing, Gathering, inout Attendance, Bool) throws -> Result<Void, Refusal>
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let gathering = try transaction.gathering(id, agency: agency.id),
                !gathering.plan.kind.isForOthers
            else { return .nothing }
            let isMeant = try transaction.meant(by: gathering, in: agency).contains(account)
            let known = try transaction.attendance(of: account, at: id, agency: agency.id)
            guard isMeant || known != nil else { return .nothing }
            var own = known ?? Attendance(gathering: id, account: account)
            if case .failure(let refusal) = try body(doing, gathering, &own, isMeant) { return .refused(refusal) }
            try transaction.set(own, agency: agency.id)
            return .done(.entry(.attendanceChanged, on: account, under: doing.policy.attendanceClauses))
        }
    }
}
