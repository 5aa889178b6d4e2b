/// Where a request stands. At the end of its retention it is destroyed, and nothing of it stands anywhere.
package enum RequestStatus: String, Sendable, CaseIterable {
    /// Waits for a supporter.
    case offered
    /// A supporter has it.
    case accepted
    /// Ended by either side; the seeker may open it again until it is destroyed.
    case closed
}
