/// What is done after an attempt to send.
package enum Conclusion: Sendable, Equatable {
    /// It is on its way.
    case sent
    /// It is tried again after so many seconds.
    case again(after: Int64)
    /// It is not tried again; the next method of the ping is used at once.
    case never
}

extension Carriage {
    /// Seconds before the second attempt, the third and so on: quickly at first, since someone waits, then less often. The
    /// last comes about an hour after the first.
    private static let waits: [Int64] = [5, 10, 20, 40, 60, 120, 240, 480, 960, 1800]

    /// The most attempts that are made.
    package static let mostAttempts = waits.count + 1

    /// - Parameter attempt: which attempt it was, from 1.
    package func conclusion(ofAttempt attempt: Int) -> Conclusion {
        switch self {
        case .accepted: .sent
        case .refused, .gone, .uncarried: .never
        // Whether it was taken is not known, and a word too many does less harm than none.
        case .failed, .unavailable, .unwelcome, .unknown:
            attempt < Self.mostAttempts ? .again(after: Self.waits[max(attempt, 1) - 1]) : .never
        }
    }

    /// As the receipt of that attempt keeps it.
    package func outcome(ofAttempt attempt: Int) -> DeliveryOutcome {
        switch (self, conclusion(ofAttempt: attempt)) {
        case (.accepted, _): .accepted
        case (.refused, _), (.gone, _), (.uncarried, _): .refused
        case (.failed, .never), (.unavailable, .never), (.unwelcome, .never), (.unknown, .never): .givenUp
        case (.failed, _), (.unavailable, _), (.unwelcome, _): .failed
        case (.unknown, _): .unknown
        }
    }
}
