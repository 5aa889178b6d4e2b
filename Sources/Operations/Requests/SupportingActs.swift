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
        try await support(id, by: staff) { request, _, doing in
            request.advised(
                isSupervisor: try doing.transaction.isSupervisor(doing.staff), withAdmonishment: withAdmonishment,
                under: doing.policy.confidentiality
            ).outcome
        }
    }

    /// Writes to the seeker. It is a contact too, once a day: the timer of the first one stops.
    package func write(_ text: String, on id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, opened, doing in
            let written = request.written(on: doing.staff.today, under: doing.policy).outcome
            guard case .success = written else { return written }
            let refusal = try doing.transaction.keepMessage(
                text, fromSeeker: false, in: opened, doing.agency, at: doing.now)
            return refusal.map { .failure($0) } ?? written
        }
    }

    /// The supporter was in touch. It stops the timer of the first contact and is counted on this request alone; the stat sheet
    /// is another matter, and nothing leads from one to the other.
    package func madeContact(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            request.inTouch(on: doing.staff.today, under: doing.policy).outcome
        }
    }

    /// Reminds the supporter, and nobody else, on that day.
    package func remind(
        _ id: String, on day: Day, of kind: ReminderKind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            let routes = doing.transaction.requestRoutes
            let reminder = RandomId().text
            let reminded = request.reminding(
                on: day, of: kind, as: reminder, besides: try routes.reminders(of: id).count, today: doing.staff.today)
            if case .success = reminded { try routes.insertReminder(id: reminder, on: day, request: id) }
            return reminded.outcome
        }
    }

    /// What a reminder was for is done. Nothing where there is no such reminder.
    package func doneReminder(
        _ reminder: String, on id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            try doing.transaction.requestRoutes.deleteReminder(reminder, request: id)
                ? .success(RequestOutcome(request.done(reminder: reminder))) : nil
        }
    }

    /// Ends support. The seeker can open it again until it is destroyed.
    ///
    /// - Parameter outcome: what came of an inquiry's approach; needed for one, and kept nowhere (PD-B.2.a.1).
    package func closeRequest(
        _ id: String, outcome: InquiryOutcome? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            let today = doing.staff.today
            let closed = request.closed(outcome: outcome, on: today, under: doing.policy.retention)
            guard let closed else { throw AgencyFault.clockOutOfRange }
            return closed.outcome
        }
    }

    /// Does something to a request that the supporter has, and carries out what came of it. Nothing where they do not have it.
    ///
    /// No entry of the chain tells of it: when a supporter took, wrote or closed a request would tell who was needed, and when.
    func support(
        _ id: String, by staff: Staff,
        _ act:
            @escaping @Sendable (SupportedRequest, OpenedRequest, Doing) throws -> Result<RequestOutcome, Refusal>?
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard let (request, opened) = try doing.transaction.supported(id, by: doing.staff) else { return .nothing }
            switch try act(request, opened, doing) {
            case .success(let outcome):
                try carryOut(outcome, on: opened, in: doing.agency, at: doing.now, doing.transaction)
                return .done(.request)
            case .failure(let refusal): return .refused(refusal)
            case nil: return .nothing
            }
        }
    }
}

extension Result<RequestChange, Refusal> {
    /// The same, where nobody is told of it.
    fileprivate var outcome: Result<RequestOutcome, Refusal> { map { RequestOutcome($0) } }
}
