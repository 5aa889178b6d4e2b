extension StatSheet {
    /// What the submitted sheet adds to its month's counts: only what the summary's tables show.
    package func counts(for rule: SummaryRule) -> MonthCounts {
        var counts = MonthCounts()
        counts.addSheet()
        for entry in entries {
            let confirmations = Dictionary(uniqueKeysWithValues: entry.confirmed.map { ($0, Set(["yes"])) })
            counts.addEntry(
                kind: entry.kind, choices: entry.choices.merging(confirmations) { chosen, _ in chosen },
                amounts: entry.amounts, for: rule)
        }
        return counts
    }
}
