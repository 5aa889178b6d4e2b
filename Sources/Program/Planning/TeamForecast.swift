/// What is known of how the team changed: past months, as far as they were kept.
package struct TeamPast: Sendable, Equatable {
    /// Memberships that ended in the twelve months before today.
    package let left: Int
    /// Members whom an update of the directory moved to another division in those months.
    package let transferred: Int
    /// Members whom an update of the directory gave another rank or made a supervisor in those months.
    package let promoted: Int

    package init(left: Int, transferred: Int, promoted: Int) {
        self.left = left
        self.transferred = transferred
        self.promoted = promoted
    }
}

/// The team's size in the months to come, by what is known today. Nobody's decision is foreseen: a term that ends may be renewed.
package struct TeamForecast: Sendable, Equatable {
    package struct Quarter: Sendable, Equatable {
        package let from: Month
        /// The last month of it.
        package let to: Month
        package let termEnds: Int
        package let retirements: Int
        /// Members at its end if every term that ends is renewed, and if none is.
        package let atMost: Int
        package let atLeast: Int
    }

    package let members: Int
    package let quarters: [Quarter]
    package let past: TeamPast
    package let rule: ForecastRule

    package init(_ rule: ForecastRule, members: [TeamMember], past: TeamPast, on today: Day) {
        self.rule = rule
        self.members = members.count
        self.past = past
        let causes = Set(rule.causes)
        let last = today.month.adding(rule.monthsAhead.number)
        var quarters: [Quarter] = []
        var (first, most, least) = (today.month, members.count, members.count)
        while first < last {
            let to = min(first.adding(2), last)
            func comes(_ day: Day?) -> Bool { day.map { $0 > today && first <= $0.month && $0.month <= to } ?? false }
            let retiring = causes.contains(.retirements) ? members.filter { comes($0.retiresOn) } : []
            let ending = causes.contains(.termEnds) ? members.filter { comes($0.endsOn) } : []
            most -= retiring.count
            // Whoever's term ended before they retire is counted once.
            least -= Set(ending.map(\.account)).union(retiring.filter { !$0.endsBeforeRetiring }.map(\.account)).count
            quarters.append(
                Quarter(
                    from: first, to: to, termEnds: ending.count, retirements: retiring.count, atMost: most,
                    atLeast: least))
            first = to.next
        }
        self.quarters = quarters
    }

    package var table: PlanTable {
        let ends = rule.causes.contains(.termEnds)
        let retirements = rule.causes.contains(.retirements)
        return PlanTable(
            title: "Members in the months ahead",
            columns: ["Until the end of"] + (ends ? ["Terms that end"] : [])
                + (retirements ? ["Retirements"] : []) + ["Members if every term is renewed", "If none is"],
            rows: quarters.map { quarter in
                [quarter.to.name] + (ends ? [String(quarter.termEnds)] : [])
                    + (retirements ? [String(quarter.retirements)] : [])
                    + [String(quarter.atMost), String(quarter.atLeast)]
            },
            notes: [
                "\(members.of("member", "members")) today. Only what has a day is counted: ends of terms, and the retirement "
                    + "dates of the personnel directory."
            ] + pastWords, basis: rule.basis)
    }

    /// What past months were like, as far as they were kept.
    private var pastWords: [String] {
        var words = [
            "\(past.left.of("membership", "memberships")) ended in the past twelve months, for whatever reason."
        ]
        if rule.causes.contains(.transfers) {
            words.append(
                "\(past.transferred.of("member was", "members were")) moved to another division by updates of the directory."
            )
        }
        if rule.causes.contains(.promotions) {
            words.append(
                "\(past.promoted.of("member was", "members were")) given another rank, or made a supervisor, by updates of the directory."
            )
        }
        return words
    }
}

extension TeamMember {
    fileprivate var endsBeforeRetiring: Bool {
        guard let endsOn, let retiresOn else { return false }
        return endsOn <= retiresOn
    }
}
