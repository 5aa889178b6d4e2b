import Program
import Store

extension Programmes {
    /// What becomes of a follow-up on one of the policy's days.
    package func keepFollowUp(
        after days: Int, _ word: FollowUpWord, toHowMany offered: Int?, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff, .holding(.leadIncidents), .followUpKept, under: .followUp) { file, doing in
            guard doing.policy.incidents.followUp != nil else { return nil }
            return file.keepingFollowUp(after: days, word, toHowMany: offered, under: doing.policy, at: doing.now)
        }
    }

    /// Tells those who run an incident that a follow-up is due, and supporters that it is the day to offer support or to try again:
    /// once for each day.
    package func remindAfterIncidents() async throws {
        let now = clock()
        try await forEveryAgency { [keys] agency, transaction in
            let today = try agency.day(at: now)
            if agency.policy.incidents.outreach != nil {
                for row in try transaction.outreachDue(agency: agency.id, on: today) {
                    try transaction.remind(of: row.offer, in: agency, at: now)
                }
            }
            guard let rule = agency.policy.incidents.followUp else { return }
            for row in try transaction.openIncidentFiles(agency: agency.id) {
                let file = try keys.opened(row).file
                for days in file.dueFollowUps(under: agency.policy, at: now) {
                    try transaction.remindOfFollowUp(after: days, file, under: rule, in: agency, at: now)
                }
            }
        }
    }

    /// Destroys what is left of outreach to those of incidents whose names are destroyed: names not yet offered, and the marks.
    func destroyOutreach(before first: Day, in agency: Agency, _ transaction: any Transaction) throws {
        for incident in try transaction.incidentsWithOutreach(agency: agency.id) {
            guard let file = try transaction.incidentFile(incident, agency: agency.id), file.happenedOn < first else {
                continue
            }
            for row in try transaction.outreachOffers(in: incident, agency: agency.id) {
                try transaction.end(row, isAnswered: false, agency: agency.id)
                try transaction.withdrawNotices(about: row.offer.id, in: agency)
            }
            try transaction.deleteOutreachMarks(of: incident, agency: agency.id)
        }
    }
}

extension Transaction {
    fileprivate func remindOfFollowUp(
        after days: Int, _ file: IncidentFile, under rule: IncidentFollowUpRule, in agency: Agency, at now: Instant
    ) throws {
        guard let due = agency.calendar.day(at: file.hours(days * 24)) else { return }
        guard try keepReminder(.followUpDue, about: file.id, dueOn: due, agency: agency.id) else { return }
        for role in agency.policy.incidents.ledBy?.value ?? [] {
            try raise(
                NewNotice(kind: .followUpDue, to: .role(role), about: file.id, under: rule.basis.clauses), in: agency,
                at: now)
        }
    }
}
