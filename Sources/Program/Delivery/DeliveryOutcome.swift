/// What became of one attempt to send.
package enum DeliveryOutcome: String, Sendable, CaseIterable {
    /// Being made just now, or cut short by a crash.
    case begun
    /// The gateway took it.
    case accepted
    /// The gateway will not take it for this address, however often it is tried.
    case refused
    /// The gateway did not take it this time.
    case failed
    /// The gateway did not answer in time: it may have taken it.
    case unknown
    /// It was the last attempt, and it was not taken either.
    case givenUp = "given-up"

    /// For how many days its owner can see it. More would be a count of who was needed on which day.
    package static let daysKept: Int64 = 2
}
