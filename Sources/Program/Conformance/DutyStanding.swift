/// How a duty stands today, for whoever answers for the programme: from what becomes of it in the system, and from what is counted.
package enum DutyStanding: String, Sendable, CaseIterable {
    /// Something of it is late or missing.
    case overdue
    /// Something of it is still to come, in time.
    case due
    /// Carried out, and whatever is counted of it is there.
    case inOrder = "in-order"
    /// Its words are said, and nothing of it can be late.
    case said
    /// For people to see to: nothing in the system, or not all that is needed, goes by it.
    case people

    /// - Parameters:
    ///   - evidence: what is counted of it today.
    ///   - people: how many at least hold the office for each of its acts; nothing where no act of it takes an office.
    package init(of duty: DutyConformance, evidence: [Evidence], people: Int?) {
        self =
            switch duty.state {
            case .writtenDown: .people
            case .said: .said
            case .carriedOut:
                if people == 0 || evidence.contains(where: { !$0.isWhole }) {
                    .overdue
                } else {
                    evidence.contains(where: \.isAwaited) ? .due : .inOrder
                }
            }
    }
}

extension Evidence {
    /// Whether some of it is still to come, none of it late.
    package var isAwaited: Bool { isWhole && done < of && !Self.voluntary.contains(kind) }

    /// What nobody owes anybody.
    private static let voluntary: Set<Kind> = [.cards]
}
