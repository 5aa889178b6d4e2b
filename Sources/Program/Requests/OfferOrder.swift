extension OfferCard {
    /// Whether it stands before another where somebody looks at what is offered to them: whoever asked most urgently comes first.
    package func isMoreUrgent(than other: OfferCard) -> Bool { urgency.place < other.urgency.place }
}

extension Urgency {
    /// The most urgent first.
    fileprivate var place: Int {
        switch self {
        case .now: 0
        case .today: 1
        case .thisWeek: 2
        }
    }
}
