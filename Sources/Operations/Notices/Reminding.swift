import Program
import Store

extension Transaction {
    /// Reminds somebody of a day, once: of a term's end, a review, a certificate that runs out. Nothing is sent a second time for the
    /// same thing and the same day, however often housekeeping looks.
    ///
    /// - Parameters:
    ///   - notice: what is raised; its `about` is whose or what it is.
    ///   - dueOn: the day that it reminds of.
    package func remindOnce(_ notice: NewNotice, dueOn: Day, in agency: Agency, at now: Instant) throws {
        guard try keepReminder(notice.kind, about: notice.about ?? "", dueOn: dueOn, agency: agency.id) else { return }
        try raise(notice, in: agency, at: now)
    }
}

extension Programmes {
    /// Forgets which reminders were given once the days they were of are over for three years.
    package func forgetReminders() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            try transaction.deleteReminders(before: today.adding(days: -1_100) ?? today, agency: agency.id)
        }
    }
}
