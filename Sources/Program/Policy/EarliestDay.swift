extension Month {
    private init(januaryOf year: Int) {
        self.year = year
        self.number = 1
    }

    /// January 1900, before which nothing is dated.
    package static let earliest = Month(januaryOf: 1900)
}

extension Day {
    private init(firstOf month: Month) {
        self.month = month
        self.number = 1
    }

    /// The first day that can be named at all.
    package static let earliest = Day(firstOf: .earliest)
}
