import Program
import Store

extension Programmes {
    /// Reminds members of courses that soon count no more or are soon due, and whoever plans of a period that is soon over without a
    /// session: each once, on its day in the agency's time zone (KSO-D.3, OCP-I.C.3.g, PD-A.6).
    package func remindOfTraining() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let (today, rules) = (try agency.day(at: now), agency.policy.training)
            let members = try transaction.trainedMembers(of: agency, on: today)
            let completions = Dictionary(
                grouping: try transaction.completions(of: members.map(\.account), agency: agency.id), by: \.account)
            for member in members {
                let record = TrainingRecord(completions: completions[member.account] ?? [])
                for reminder in rules.reminders(for: member, record, on: today) {
                    let notice = NewNotice(
                        kind: .trainingDue, to: .account(member.account),
                        about: "\(member.account) \(reminder.course.id)", under: reminder.course.basis.clauses)
                    try transaction.remindOnce(notice, dueOn: reminder.dueOn, in: agency, at: now)
                }
            }
            let days = rules.schedule.per.days(around: today)
            let gatherings = try transaction.gatherings(agency: agency.id, on: days)
            for gap in rules.periodsWithoutSession(gatherings, on: today, count: 1) where gap.isDue {
                let notice = NewNotice(
                    kind: .periodWithoutSession, to: .role(rules.planner), about: "period",
                    under: rules.schedule.basis.clauses)
                try transaction.remindOnce(notice, dueOn: gap.days.upperBound, in: agency, at: now)
            }
        }
    }
}
