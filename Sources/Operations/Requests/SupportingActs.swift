import Program
import Sealing
import Store

extension Programmes {
    /// The supporter gave the advisement; from now on they read the words and get in touch (SAC-II.D.3.a, IACP-6.3).
    ///
    /// - Parameter withAdmonishment: a supervisor also said the further words (SAC-VI.F).
    package func giveAdvisement(
        _ id: String, withAdmonishment: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, _, transaction, _ in
            request.advised(
                isSupervisor: try transaction.isSupervisor(staff), withAdmonishment: withAdmonishment,
                under: staff.policy.confidentiality)
        }
    }

    /// Writes to the seeker. It is a first contact too: the timer stops.
    package func write(_ text: String, on id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, opened, transaction, now in
            let written = request.written(under: staff.policy)
            guard case .success = written else { return written }
            let refusal = try transaction.keepMessage(text, fromSeeker: false, in: opened, staff.agency, at: now)
            return refusal.map { .failure($0) } ?? written
        }
    }

    /// The supporter was in touch. It stops the timer of the first contact and is counted on this request alone; the stat sheet
    /// is another matter, and nothing leads from one to the other.
    package func madeContact(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, _, _, _ in request.inTouch(under: staff.policy) }
    }

    /// Reminds the supporter, and nobody else, on that day.
    package func remind(
        _ id: String, on day: Day, of kind: ReminderKind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, _, transaction, _ in
            let reminder = RandomId().text
            let reminded = request.reminding(
                on: day, of: kind, as: reminder, besides: try transaction.requestRoutes.reminders(of: id).count,
                today: staff.today)
            if case .success = reminded {
                try transaction.requestRoutes.insertReminder(id: reminder, on: day, request: id)
            }
            return reminded
        }
    }

    /// What a reminder was for is done. Nothing where there is no such reminder.
    package func doneReminder(
        _ reminder: String, on id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, _, transaction, _ in
            try transaction.requestRoutes.deleteReminder(reminder, request: id)
                ? .success(request.done(reminder: reminder)) : nil
        }
    }

    /// Ends support. The seeker can open it again until it is destroyed.
    ///
    /// - Parameter outcome: what came of an inquiry's approach; needed for one, and counted and nothing else (PD-B.2.a.1).
    package func closeRequest(
        _ id: String, outcome: InquiryOutcome? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, _, transaction, _ in
            let closed = request.closed(outcome: outcome, on: staff.today, under: staff.policy.retention)
            guard let closed else { throw AgencyFault.clockOutOfRange }
            if case .success = closed, let outcome {
                try transaction.countRequest(outcome.figure, agency: staff.agency.id, month: staff.today.month)
            }
            return closed
        }
    }

    /// An act on a request that the supporter has, of which nobody is told.
    private func change(
        _ id: String, by staff: Staff,
        _ act:
            @escaping @Sendable (SupportedRequest, OpenedRequest, any Transaction, Instant) throws -> Result<
                RequestChange, Refusal
            >?
    ) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, opened, transaction, now in
            try act(request, opened, transaction, now).map { $0.map { RequestOutcome($0) } }
        }
    }

    /// Does something to a request that the supporter has, and carries out what came of it. Nothing where they do not have it.
    func support(
        _ id: String, by staff: Staff,
        _ act:
            @escaping @Sendable (SupportedRequest, OpenedRequest, any Transaction, Instant) throws -> Result<
                RequestOutcome, Refusal
            >?
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let (request, opened) = try transaction.supported(id, by: staff) else { return nil }
            switch try act(request, opened, transaction, now) {
            case .success(let outcome):
                try carryOut(outcome, on: opened, in: staff.agency, at: now, transaction)
                return .success(())
            case .failure(let refusal): return .failure(refusal)
            case nil: return nil
            }
        }
    }
}

extension InquiryOutcome {
    fileprivate var figure: RequestFigure {
        switch self {
        case .wanted: .inquiriesWanted
        case .notWanted: .inquiriesNotWanted
        }
    }
}
