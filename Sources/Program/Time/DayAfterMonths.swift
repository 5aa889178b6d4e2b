extension Day {
    /// The same day so many months later, or the last of a shorter month.
    package func afterMonths(_ months: Int) -> Day? {
        let later = month.adding(months)
        return Day(month: later, number: min(number, later.numberOfDays))
    }
}
