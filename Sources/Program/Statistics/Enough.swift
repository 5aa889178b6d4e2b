/// When a number has enough behind it to be told: the only place where "few" is decided.
package struct Enough: Sendable {
    /// The smallest count that is shown.
    let threshold: Int
    /// How many sheets with entries one month of a period has at least.
    let fewestSheets: Int
    /// Whether whoever filed one sheet may take their own part away and still find no small number.
    let withoutTheLargest: Bool

    /// - Parameter largest: the largest part of one sheet; of several months or kinds the sum of theirs, which is never less.
    package func holds(_ sum: Int, largest: Int) -> Bool {
        sum - (withoutTheLargest ? largest : 0) >= threshold
    }
}

extension DisclosureThreshold {
    package var enough: Enough {
        Enough(
            threshold: smallestCount.number, fewestSheets: (fewestSheets ?? 3).number,
            withoutTheLargest: (insiders ?? .one) == .one)
    }

    /// How wide the range stays, at least, in which a number that is not shown may lie, for whoever has everything that is shown.
    package var promisedWidth: Int { interval?.number ?? smallestCount.number - 1 }
}
