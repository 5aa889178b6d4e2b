/// One anonymous entry of a supporter, exactly as far as the form asks. It names nobody and bears no words and no time
/// of day.
package struct ContactEntry: Sendable, Equatable {
    /// The id of its ``ContactKind``.
    package let kind: String
    /// The day of support, where the form keeps days; otherwise only the sheet's month is known.
    package let day: Day?
    /// The chosen options of each question that has options; questions nothing was chosen for are absent.
    package let choices: [String: Set<String>]
    /// The confirmations given.
    package let confirmed: Set<String>
    package let amounts: [Quantity: Int]

    /// All time of support in it, in minutes.
    package var minutes: Int {
        amounts.reduce(0) { sum, amount in amount.key.isTime ? sum + amount.value : sum }
    }

    init(
        kind: String, day: Day?, choices: [String: Set<String>], confirmed: Set<String>, amounts: [Quantity: Int]
    ) {
        self.kind = kind
        self.day = day
        self.choices = choices
        self.confirmed = confirmed
        self.amounts = amounts
    }
}
