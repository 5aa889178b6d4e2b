/// What only the planners know, as simple entries of their own with the day on which each was made.
package struct SizingEntry: Sendable, Equatable {
    package let factor: SizingRule.Factor
    package let value: Int
    package let enteredOn: Day

    package init(factor: SizingRule.Factor, value: Int, enteredOn: Day) {
        self.factor = factor
        self.value = value
        self.enteredOn = enteredOn
    }
}

extension SizingRule.Factor {
    /// Which numbers the planners enter themselves; nothing for what is counted.
    package var entered: ClosedRange<Int>? {
        switch self {
        case .crimeLevel: 0...100
        case .area: 0...200
        case .budget: 0...10_000
        case .divisions, .turnover, .retirements, .promotions: nil
        }
    }

    /// What an entry means.
    package var meaning: String? {
        switch self {
        case .crimeLevel: "Per cent added where heavy events are frequent; 0 for a usual level"
        case .area: "Sites too far from the next for a colleague to come over"
        case .budget: "The most members that the budget carries; 0 where it sets no limit"
        case .divisions, .turnover, .retirements, .promotions: nil
        }
    }
}

/// A suggested size of the team with its reasoning: a number that people can follow and change, and no decision.
package struct SuggestedSize: Sendable, Equatable {
    /// One line of the reasoning.
    package struct Step: Sendable, Equatable {
        package let what: String
        /// The number that it came to.
        package let number: String
        package let from: Origin

        package enum Origin: String, Sendable, CaseIterable {
            /// Counted in the directory or in the team.
            case counted
            /// Entered by whoever plans.
            case entered
            /// A rule of thumb of this program, since no source gives one.
            case ours
            /// Worked out from the lines before.
            case reckoned
        }
    }

    package let suggested: Int
    package let steps: [Step]
    /// What could not be taken into account.
    package let notes: [String]

    /// One member for so many people. No source gives a number: ours.
    package static let peopleForOneMember = 30
    /// Two in each division, so that somebody else is there where one of them may not support. Ours.
    package static let membersForDivision = 2

    package init(
        _ rule: SizingRule, headcount: Headcount, past: TeamPast, retirements: Int, entries: [SizingEntry]
    ) {
        let factors = Set(rule.factors)
        let entered = Dictionary(entries.map { ($0.factor, $0) }, uniquingKeysWith: { first, _ in first })
        var (steps, notes): ([Step], [String]) = ([], [])
        func entry(_ factor: SizingRule.Factor) -> SizingEntry? {
            guard factors.contains(factor) else { return nil }
            if let entry = entered[factor] { return entry }
            notes.append("Not entered yet, so not taken into account: \(factor.title.lowercased()).")
            return nil
        }

        let people = headcount.total
        let byPeople = (people + Self.peopleForOneMember - 1) / Self.peopleForOneMember
        steps.append(Step(what: "People of the agency", number: String(people), from: .counted))
        steps.append(
            Step(
                what: "One member for \(Self.peopleForOneMember) people, rounded up", number: String(byPeople),
                from: .ours))
        var size = byPeople
        if factors.contains(.divisions) {
            let divisions = headcount.divisions.count
            steps.append(Step(what: "Divisions", number: String(divisions), from: .counted))
            steps.append(
                Step(
                    what: "At least \(Self.membersForDivision) in each division",
                    number: String(divisions * Self.membersForDivision), from: .ours))
            size = max(size, divisions * Self.membersForDivision)
        }
        steps.append(Step(what: "The larger of the two", number: String(size), from: .reckoned))
        if let sites = entry(.area) {
            size += sites.value
            steps.append(
                Step(
                    what: "One more for each site too far from the next", number: "+\(sites.value)", from: .entered))
        }
        if let level = entry(.crimeLevel) {
            let more = (size * level.value + 99) / 100
            size += more
            steps.append(
                Step(what: "\(level.value) per cent for heavy events", number: "+\(more)", from: .entered))
        }
        if factors.contains(.turnover) {
            size += past.left
            steps.append(
                Step(
                    what: "As many as left in the past twelve months, so that the size is kept",
                    number: "+\(past.left)", from: .counted))
        }
        if factors.contains(.retirements) {
            size += retirements
            steps.append(
                Step(what: "Retirements within a year", number: "+\(retirements)", from: .counted))
        }
        if factors.contains(.promotions) {
            size += past.promoted
            steps.append(
                Step(
                    what: "As many as were promoted in the past twelve months", number: "+\(past.promoted)",
                    from: .counted))
        }
        if let budget = entry(.budget), budget.value > 0 {
            if size > budget.value {
                notes.append(
                    "Without the budget's limit \(size) would be suggested: \(size - budget.value) more than it carries."
                )
            }
            size = min(size, budget.value)
            steps.append(
                Step(what: "The budget carries at most", number: String(budget.value), from: .entered))
        }
        suggested = size
        self.steps = steps + [Step(what: "Suggested", number: String(size), from: .reckoned)]
        self.notes = notes
    }
}

extension SizingRule.Factor {
    package var title: String {
        switch self {
        case .crimeLevel: "Level of heavy events"
        case .area: "Area"
        case .divisions: "Divisions"
        case .turnover: "Turnover"
        case .retirements: "Retirements"
        case .promotions: "Promotions"
        case .budget: "Budget"
        }
    }
}

extension PolicyPack {
    /// Whether that is a number for that factor, which the pack takes into account and planners enter.
    package func sizingEntry(_ value: Int, for factor: SizingRule.Factor) -> Refusal? {
        guard let rule = team.sizing, rule.factors.contains(factor), let range = factor.entered else {
            return Refusal("This is not entered here.", field: "factor", basis: team.sizing?.basis)
        }
        guard range.contains(value) else {
            return Refusal(
                "\(factor.title): a whole number from \(range.lowerBound) to \(range.upperBound).", field: "value",
                basis: rule.basis)
        }
        return nil
    }
}
