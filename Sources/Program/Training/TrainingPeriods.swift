extension Period {
    private var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The calendar period of the day.
    package func days(around day: Day) -> ClosedRange<Day> { days(around: day, periods: 1) }

    /// The calendar period of the day with those right before it, so many together.
    package func days(around day: Day, periods: Int) -> ClosedRange<Day> {
        let first = day.month.adding(-((day.month.number - 1) % months))
        return first.adding(-months * (periods - 1)).firstDay...first.adding(months - 1).lastDay
    }
}

extension Month {
    package var firstDay: Day { days[0] }
    package var lastDay: Day { days[numberOfDays - 1] }
}

extension YearlyDate {
    /// The day in that year; the last of its month where the month is shorter.
    package func day(in year: Int) -> Day? {
        Month(year: year, number: month.number).flatMap {
            Day(month: $0, number: min(day.number, $0.numberOfDays))
        }
    }
}

extension RecurringTraining {
    /// The days in which what is due on that day is counted: calendar periods of the agency, or from one yearly date to the next.
    package func days(around day: Day) -> ClosedRange<Day> {
        let periods = every?.number ?? 1
        guard let by, let this = by.day(in: day.month.year) else { return per.days(around: day, periods: periods) }
        let year = day <= this ? day.month.year : day.month.year + 1
        guard let last = by.day(in: year), let before = by.day(in: year - periods)?.adding(days: 1) else {
            return per.days(around: day, periods: periods)
        }
        return before...last
    }

    /// How much is wanted, in the unit of ``counted(_:in:)``.
    package var wanted: Int {
        switch unit {
        case .hours: amount.number * 60
        case .meetings, .sessions, .meetingsOrSessions, .refreshers: amount.number
        }
    }

    /// How much of it a member has in those days: minutes where hours are asked for, else times.
    ///
    /// - Parameter initial: the courses without which nobody is active. They are no continuing education.
    package func counted(_ record: TrainingRecord, in days: ClosedRange<Day>, besides initial: Set<String>) -> Int {
        let gatherings = record.attended.filter { $0.plan.committee == nil && days.contains($0.day) }
        let courses = record.completions.filter {
            $0.isConfirmed && $0.gathering == nil && days.contains($0.doneOn)
        }
        switch unit {
        case .hours:
            return gatherings.filter(\.plan.kind.isTraining).reduce(0) { $0 + $1.minutes }
                + courses.reduce(0) { $0 + $1.minutes }
        case .meetings: return gatherings.count { $0.plan.kind == .meeting }
        case .sessions: return gatherings.count(where: \.plan.kind.isTraining) + courses.count
        case .meetingsOrSessions:
            return gatherings.count { $0.plan.kind == .meeting || $0.plan.kind.isTraining } + courses.count
        case .refreshers:
            return gatherings.count { $0.plan.kind == .refresher }
                + courses.count { $0.course.map { !initial.contains($0) } ?? true }
        }
    }

    /// Whether a gathering of the kind lets members fulfil it.
    package func isServed(by kind: GatheringKind) -> Bool {
        switch unit {
        case .hours, .sessions: kind.isTraining
        case .meetings: kind == .meeting
        case .meetingsOrSessions: kind == .meeting || kind.isTraining
        case .refreshers: kind == .refresher
        }
    }
}

/// What one member has done, of the days that were asked for.
package struct TrainingRecord: Sendable, Equatable {
    /// The gatherings they were at.
    package var attended: [Gathering]
    package var completions: [CourseCompletion]

    package init(attended: [Gathering] = [], completions: [CourseCompletion] = []) {
        self.attended = attended
        self.completions = completions
    }

    /// What may count towards the record's credit (SAC-VII-3), in minutes.
    package func creditMinutes(in days: ClosedRange<Day>) -> Int {
        attended.filter { days.contains($0.day) }.reduce(0) { $0 + ($1.plan.creditMinutes ?? 0) }
            + completions.filter { $0.isConfirmed && $0.gathering == nil && days.contains($0.doneOn) }
            .reduce(0) { $0 + $1.creditMinutes }
    }
}
