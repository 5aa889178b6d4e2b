import Program
import Store

extension Programmes {
    /// Destroys duty time whose time is over by the agency's own rule, and releases whose day is over. Of the month in which the time ends,
    /// what is older goes and the rest stays, in boxes of one size.
    package func destroyDutyTime() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            try transaction.destroyReleases(before: today, agency: agency.id)
            let days = agency.policy.retention.dutyTimeDays.value.number
            guard let first = today.adding(days: -days) else { return }
            try transaction.deleteDutyBoxes(before: first.month, agency: agency.id)
            try transaction.deletePayrollExports(until: first, agency: agency.id)
            for var month in try dutyMonths([first.month], agency: agency, transaction) {
                var isChanged = false
                for (account, entries) in month.entries {
                    let kept = try entries.filter { try agency.day(at: $0.time.start) >= first }
                    guard kept.count < entries.count else { continue }
                    month[account] = kept
                    isChanged = true
                }
                if isChanged { _ = try keep(month, agency: agency, on: today, transaction) }
            }
        }
    }
}
