/// A period in which nothing is planned that the team would come together for.
package struct PeriodWithoutSession: Sendable, Equatable {
    package let days: ClosedRange<Day>
    /// Whether it is so near that whoever plans is told.
    package let isDue: Bool
}

extension TrainingRules {
    /// The kinds of gathering with which a period is served: those that let members fulfil what is required of them as often; any of the
    /// team's where nothing is.
    package func serves(_ kind: GatheringKind) -> Bool {
        let rules = recurring.filter { $0.strength == .required && $0.per == schedule.per && $0.everyone != true }
        let team = kind.isTraining && kind != .conference || kind == .meeting
        return rules.isEmpty ? team : team && rules.contains { $0.isServed(by: kind) }
    }

    /// The present period and the next ones without a session or meeting, each shown ahead (KSO-D.3).
    ///
    /// - Parameters:
    ///   - gatherings: those of the days that are looked at.
    ///   - count: how many periods are looked at.
    package func periodsWithoutSession(
        _ gatherings: [Gathering], on today: Day, count: Int = 2
    ) -> [PeriodWithoutSession] {
        var periods: [ClosedRange<Day>] = []
        var day: Day? = today
        while let next = day, periods.count < count {
            periods.append(schedule.per.days(around: next))
            day = periods.last?.upperBound.adding(days: 1)
        }
        let served = gatherings.filter { !$0.isCancelled && $0.plan.committee == nil && serves($0.plan.kind) }
        return periods.filter { days in !served.contains { days.contains($0.day) } }.map { days in
            let left = days.upperBound.daysSince1970 - today.daysSince1970
            return PeriodWithoutSession(days: days, isDue: left <= Int64(schedule.warningDays.number))
        }
    }

    /// From which day on a period that ends then is warned of.
    package func warnsFrom(_ end: Day) -> Day { end.adding(days: -schedule.warningDays.number) ?? end }
}

/// What somebody who was at a conference still owes the team: to pass on what they learned (OCP-II.I.3).
package struct ConferenceDebt: Sendable, Equatable {
    package let conference: Gathering
    package let account: String
}

extension TrainingRules {
    /// Who owes the team a session, the oldest conference first. A session is owed until it was held.
    ///
    /// - Parameters:
    ///   - conferences: those that were held.
    ///   - attended: who was there, by conference.
    ///   - sessions: whatever passes a conference on.
    package func debts(
        conferences: [Gathering], attended: [String: Set<String>], sessions: [Gathering]
    ) -> [ConferenceDebt] {
        guard conference?.attendeesTrainTheTeam == true else { return [] }
        return conferences.filter(\.isHeld).sorted { $0.day < $1.day }.flatMap { conference in
            let paid = sessions.filter { $0.isHeld && $0.plan.passesOn == conference.id }
                .reduce(into: Set<String>()) { $0.formUnion($1.plan.holders) }
            return (attended[conference.id] ?? []).subtracting(paid).sorted().map {
                ConferenceDebt(conference: conference, account: $0)
            }
        }
    }
}
