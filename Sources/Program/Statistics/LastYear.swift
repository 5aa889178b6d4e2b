/// What last year's published figures carry: which kinds are told each month, and which options have to stand together for it. It is
/// worked out from published numbers alone, so that how fine a month is told says nothing of the month itself.
struct LastYear: Sendable {
    /// Of each number what was told of it in a year; numbers that were told together share theirs alike.
    private let told: [CountKey: Int]
    /// What a number has in a year, at least, for each month to have enough: twice the threshold a month.
    private let leastOfAYear: Int

    /// - Parameter years: the published releases of calendar years; the latest counts.
    init(_ years: [Publication], _ threshold: DisclosureThreshold) {
        leastOfAYear = 12 * 2 * threshold.smallestCount.number
        let latest = years.filter { $0.period.length == .year && !$0.waits }
            .max { $0.period.lastMonth < $1.period.lastMonth }
        var told: [CountKey: Int] = [:]
        for row in latest?.tables.flatMap(\.rows) ?? [] {
            guard case .count(let count) = row.value else { continue }
            for key in row.of { told[key] = count / max(row.of.count, 1) }
        }
        self.told = told
    }

    func carries(_ key: CountKey) -> Bool { told[key, default: 0] >= leastOfAYear }

    /// The numbers in the order in which they are joined: what was told least stands first, so that few join few. Without figures, and
    /// among equals, as the pack has them.
    func inOrder<Item>(_ items: [Item], by key: (Item) -> CountKey) -> [Item] {
        items.enumerated().sorted { left, right in
            (told[key(left.element), default: 0], left.offset) < (told[key(right.element), default: 0], right.offset)
        }.map(\.element)
    }

    /// The numbers in groups that each are carried by a month; fewer than two groups where nothing finer than all of them is.
    func groups<Item>(_ items: [Item], by key: (Item) -> CountKey) -> [[Item]] {
        var groups: [[Item]] = []
        var (group, sum): ([Item], Int) = ([], 0)
        for item in inOrder(items, by: key) {
            group.append(item)
            sum += told[key(item), default: 0]
            if sum >= leastOfAYear {
                groups.append(group)
                (group, sum) = ([], 0)
            }
        }
        guard let last = groups.popLast() else { return [items] }
        return groups + [last + group]
    }
}
