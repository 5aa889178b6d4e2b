import Program
import Sealing
import Store

extension Programmes {
    /// Looks after the seats of every agency: reminds once before a term's end, and ends seats whose holders are not what they ask for
    /// any more, however that came about.
    package func keepSeats() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let (_, entries) = try vacateSeats(in: agency, by: .server, at: now, transaction)
            for entry in entries {
                try transaction.record(
                    entry.kind, in: agency, by: .server, on: entry.subject, under: entry.clauses,
                    details: entry.details, at: now)
            }
            for row in try transaction.openSeats(agency: agency.id, on: today) where row.seat.isHeld(on: today) {
                try remind(of: row.seat, in: agency, on: today, at: now, transaction)
            }
        }
    }

    private func remind(
        of seat: Seat, in agency: Agency, on today: Day, at now: Instant, _ transaction: any Transaction
    ) throws {
        guard let rule = agency.policy.committee(seat.committee), let term = rule.term, let until = seat.until,
            let begins = until.adding(days: -term.reminderDays.number), begins <= today
        else { return }
        let addressees: [NoticeAddressee] = [.account(seat.account), .role(agency.policy.convener(of: rule))]
        for (place, addressee) in addressees.enumerated() {
            try transaction.remindOnce(
                NewNotice(
                    kind: place == 0 ? .ownSeatEnds : .seatEnds, to: addressee, about: seat.id,
                    under: term.basis.clauses), dueOn: until, in: agency, at: now)
        }
    }
}
