/// Hours of support by supporter, as filed within a quarter that is over. One filing changes none of them until its quarter is over, and
/// then those of everybody come at once.
package struct SupporterHours: Sendable, Equatable {
    package let quarter: Quarter
    /// Whole hours by account; whoever filed nothing has none.
    package let hours: [String: Int]

    /// Nothing as long as the quarter is not over.
    package init?(_ quarter: Quarter, minutes: [String: Int], on today: Day) {
        guard quarter.isOver(on: today) else { return nil }
        self.quarter = quarter
        hours = minutes.mapValues { ($0 + 30) / 60 }
    }
}
