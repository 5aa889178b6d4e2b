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
        try await change(id, by: staff) { request, transaction, _ in
            let refusal = staff.policy.confidentiality.mayAdvise(
                isSupervisor: try transaction.isSupervisor(staff), withAdmonishment: withAdmonishment)
            if let refusal { return refusal }
            request.course.isAdvised = true
            return nil
        }
    }

    /// Writes to the seeker. It is a first contact too: the timer stops.
    package func write(_ text: String, on id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, transaction, now in
            if let refusal = staff.policy.confidentiality.mustAdviseFirst(request.course) { return refusal }
            if staff.policy.requests.mustHandOff(request.course) {
                return staff.policy.requests.mayMakeContact(request.course, isInquiry: request.card.isInquiry)
            }
            if let refusal = try transaction.keepMessage(text, fromSeeker: false, in: request, staff.agency, at: now) {
                return refusal
            }
            try transaction.stopFirstContact(of: request)
            return nil
        }
    }

    /// The supporter was in touch. It stops the timer of the first contact and is counted on this request alone; the stat sheet
    /// is another matter, and nothing leads from one to the other.
    package func madeContact(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, transaction, _ in
            if let refusal = staff.policy.confidentiality.mustAdviseFirst(request.course) { return refusal }
            let refusal = staff.policy.requests.mayMakeContact(request.course, isInquiry: request.card.isInquiry)
            if let refusal { return refusal }
            request.course.contacts += 1
            try transaction.stopFirstContact(of: request)
            return nil
        }
    }

    /// Reminds the supporter, and nobody else, on that day.
    package func remind(
        _ id: String, on day: Day, of kind: ReminderKind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff) { request, transaction, _ in
            guard day >= staff.today, let last = staff.today.adding(days: 366), day <= last else {
                return Refusal("Choose a day from today on, within a year.", field: "day")
            }
            guard try transaction.reminders(of: id).count < mostReminders else {
                return Refusal("There are \(mostReminders) reminders already. Finish one first.")
            }
            let reminder = RandomId().text
            try transaction.insertReminder(id: reminder, on: day, request: id)
            request.course.reminders[reminder] = kind
            return nil
        }
    }

    /// What a reminder was for is done. Nothing where there is no such reminder.
    package func doneReminder(
        _ reminder: String, on id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            guard var request = try transaction.request(id, of: staff),
                try transaction.deleteReminder(reminder, request: id)
            else { return nil }
            request.course.reminders[reminder] = nil
            try transaction.keepCourse(of: request)
            return .success(())
        }
    }

    /// Does something to a request that the supporter has, and keeps its course. Nothing where they do not have it.
    private func change(
        _ id: String, by staff: Staff,
        _ act: @escaping @Sendable (inout OpenedRequest, any Transaction, Instant) throws -> Refusal?
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard var request = try transaction.request(id, of: staff) else { return nil }
            let before = request.course
            if let refusal = try act(&request, transaction, now) { return .failure(refusal) }
            if request.course != before { try transaction.keepCourse(of: request) }
            return .success(())
        }
    }
}

/// The most reminders of one request.
private let mostReminders = 20

extension Transaction {
    /// The first contact was made: its timer and the others' locked copies go.
    fileprivate func stopFirstContact(of request: OpenedRequest) throws {
        guard case .accepted(let supporter, .some) = request.standing else { return }
        _ = try move(
            request.row.id, from: request.standing, to: .accepted(supporter: supporter, firstContactDue: nil))
        try deleteReserves(of: request.row.id)
    }
}
