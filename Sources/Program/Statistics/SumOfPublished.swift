/// What several publications of months tell together: sums of what each of them told, so that nothing in it is new.
package struct SumOfPublished: Sendable {
    /// In the order of their months.
    private let publications: [Publication]

    package init(_ publications: [Publication]) {
        self.publications = publications.sorted { $0.period.lastMonth < $1.period.lastMonth }
    }

    /// A table summed over the months that tell it.
    package struct Table: Sendable, Equatable {
        package let rows: [PublishedTable.Row]
        package let total: DisclosedValue
        /// The months whose sheets it counts.
        package let months: [Month]

        /// The value of the row of those numbers and no others.
        package func value(of keys: [CountKey]) -> DisclosedValue {
            let keys = Set(keys)
            let within = rows.filter { !keys.isDisjoint(with: $0.of) }
            guard within.allSatisfy({ keys.isSuperset(of: $0.of) }), Set(within.flatMap(\.of)) == keys else {
                return .suppressed
            }
            return within.map(\.value).toldSum
        }
    }

    /// Nothing where no month tells the table. A month that shows nothing of it is left out whole, and named by those who show the sum.
    package func table(_ title: String) -> Table? {
        let tellings = publications.compactMap { publication in
            publication.tables.first { $0.title == title && $0.isShown }.map { (publication.months, $0) }
        }
        guard !tellings.isEmpty else { return nil }
        let tables = tellings.map(\.1)
        let groups = Self.groups(of: tables)
        let rows = groups.map { Self.row($0, in: tables) }
        let keys = tables.map { Set($0.rows.flatMap(\.of)) }
        let agree = keys.allSatisfy { $0 == keys.first }
        let total = agree ? tables.map(\.whole).toldSum : rows.filter(\.isShown).map(\.value).toldSum
        return Table(rows: rows, total: total, months: tellings.flatMap(\.0).sorted())
    }

    /// The finest groups of rows in which every table tells its numbers, in the order of the latest.
    private static func groups(of tables: [PublishedTable]) -> [[PublishedTable.Row]] {
        tables.reversed().flatMap(\.rows).reduce(into: [[PublishedTable.Row]]()) { groups, row in
            let touched = groups.indices.filter { index in
                groups[index].contains { !Set($0.of).isDisjoint(with: row.of) }
            }
            guard let first = touched.first else {
                groups.append([row])
                return
            }
            let joined = touched.dropFirst().flatMap { groups[$0] }
            groups[first] += joined + [row]
            for index in touched.dropFirst().reversed() { groups.remove(at: index) }
        }
    }

    /// What stands together in any of them, shown where each of them tells all of it: a sum over some of its months would mislead.
    private static func row(_ group: [PublishedTable.Row], in tables: [PublishedTable]) -> PublishedTable.Row {
        let keys = Set(group.flatMap(\.of))
        let parts = tables.map { table in table.rows.filter { !keys.isDisjoint(with: $0.of) } }
        let isWhole = parts.allSatisfy { Set($0.flatMap(\.of)) == keys }
        return PublishedTable.Row(
            labels: group.flatMap(\.labels).withoutRepetition, of: group.flatMap(\.of).withoutRepetition,
            value: isWhole ? parts.map { $0.map(\.value).toldSum }.toldSum : .suppressed, unit: group.first?.unit)
    }
}

extension PublishedTable {
    /// The sum of its rows, where they exclude each other: that of one row is the row.
    package var whole: DisclosedValue { total ?? (rows.count == 1 ? rows[0].value : .suppressed) }
}

extension [DisclosedValue] {
    /// Their sum; not shown where one is not. Times that were told to the minute count as whole hours.
    package var toldSum: DisclosedValue {
        guard !isEmpty, allSatisfy({ $0 != .suppressed }) else { return .suppressed }
        let minutes = reduce(0) { if case .minutes(let minutes) = $1 { $0 + minutes } else { $0 } }
        let hours = reduce(0) { if case .hours(let hours) = $1 { $0 + hours } else { $0 } }
        let isTime = contains { if case .count = $0 { false } else { true } }
        return isTime ? .hours(hours + minutes / 60) : .count(compactMap(\.count).reduce(0, +))
    }
}
