import Program
import Testing

/// What follows an attempt.
@Suite struct RetryingTests {
    @Test(arguments: [
        (Carriage.accepted, 1, Conclusion.sent, DeliveryOutcome.accepted),
        (.accepted, 11, .sent, .accepted),
        (.refused, 1, .never, .refused),
        (.gone, 1, .never, .refused),
        (.failed, 1, .again(after: 5), .failed),
        (.failed, 2, .again(after: 10), .failed),
        (.unknown, 1, .again(after: 5), .unknown),
        (.failed, 10, .again(after: 1800), .failed),
        (.failed, 11, .never, .givenUp),
        (.unknown, 11, .never, .givenUp),
        (.failed, 12, .never, .givenUp),
        (.unwelcome, 1, .again(after: 5), .failed),
        (.unwelcome, 11, .never, .givenUp),
        (.unavailable, 3, .again(after: 20), .failed),
        (.unavailable, 11, .never, .givenUp),
        (.uncarried, 1, .never, .refused),
    ])
    func after(_ carriage: Carriage, _ attempt: Int, _ conclusion: Conclusion, _ outcome: DeliveryOutcome) {
        #expect(carriage.conclusion(ofAttempt: attempt) == conclusion)
        #expect(carriage.outcome(ofAttempt: attempt) == outcome)
    }

    /// What is known of the way itself: only what was said of it, and until something is taken there.
    @Test(arguments: Carriage.allCases) func troubleAfter(_ carriage: Carriage) {
        let expected: ContactMethod.Trouble? =
            switch carriage {
            case .accepted: nil
            case .refused: .refused
            case .gone: .gone
            case .failed, .unavailable, .unwelcome, .unknown, .uncarried: .otherKey
            }
        #expect(carriage.trouble(after: .otherKey) == expected)
    }

    /// Someone waits, so it is tried often at first; and it comes to an end.
    @Test func theWaitsGrowAndEnd() {
        let waits = (1...Carriage.mostAttempts).compactMap { attempt -> Int64? in
            guard case .again(let seconds) = Carriage.failed.conclusion(ofAttempt: attempt) else { return nil }
            return seconds
        }
        #expect(waits == waits.sorted() && waits.count == Carriage.mostAttempts - 1)
        #expect(waits.prefix(4).reduce(0, +) <= 90)
        #expect((3000...5400).contains(waits.reduce(0, +)))
    }
}
