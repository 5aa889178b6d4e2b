import Program
import Store

extension Programmes {
    /// What shows today that the team is trained: counts alone.
    func training(in agency: Agency, on today: Day, _ transaction: any Transaction) throws -> [Evidence] {
        let rules = agency.policy.training
        let serving = try transaction.trainedMembers(of: agency, on: today).filter { $0.activeSince != nil }
        let last = rules.schedule.per.days(around: today).lowerBound.adding(days: -1) ?? today
        let windows = rules.recurring.map { $0.days(around: last) } + [rules.schedule.per.days(around: today)]
        let from = windows.map(\.lowerBound).min() ?? today
        let until = windows.map(\.upperBound).max() ?? today
        let records = try transaction.trainingRecords(
            of: serving.map(\.account), agency: agency, on: from...until)
        func without(_ day: Day, _ isCourse: Bool) -> Int {
            serving.count { member in
                rules.standings(of: member, records[member.account] ?? TrainingRecord(), on: day, seenOn: today)
                    .contains {
                        $0.state == .missing && $0.requirement.isCourse == isCourse
                    }
            }
        }
        let untrained = without(today, true)
        let missed = without(last, false)
        let gatherings = try transaction.gatherings(agency: agency.id, on: rules.schedule.per.days(around: today))
        let gap = rules.periodsWithoutSession(gatherings, on: today, count: 1).contains(where: \.isDue)
        let hasRecurring = rules.requirements.contains { !$0.isCourse && $0.strength == .required }
        return [
            Evidence(.trained, done: serving.count - untrained, of: serving.count, missing: untrained),
            hasRecurring
                ? Evidence(.recurringTraining, done: serving.count - missed, of: serving.count, missing: missed) : nil,
            Evidence(.sessions, done: gap ? 0 : 1, of: 1, missing: gap ? 1 : 0),
        ].compactMap { $0 }
    }
}
