/// Where the telling of one recipient of a disclosure is.
package enum RecipientStatus: Sendable, Equatable {
    /// The notice is out, and nobody has acknowledged it yet.
    case waiting
    /// Somebody has: who, when and how.
    case known(by: String, Acknowledgement)
    /// The supporter tells them by voice and writes down that it is done. `isVacant`: nobody holds the role just now.
    case toTell(isVacant: Bool)
    case told(at: Instant, how: Means)

    package var isDone: Bool {
        switch self {
        case .known, .told: true
        case .waiting, .toTell: false
        }
    }

    /// Whether they have still to be told or to answer, where the pack sets a time for it.
    package func isOpen(_ deadline: Recipient.Deadline) -> Bool {
        switch self {
        case .waiting: true
        case .toTell: deadline != .open
        case .known, .told: false
        }
    }

    /// What keeps the supporter from writing down that they told them, if anything.
    package func mayBeTold(how: Means, under clauses: [ClauseID]) -> Refusal? {
        switch self {
        case .waiting, .known: return Refusal("This recipient answers the notice themselves.", clauses: clauses)
        case .told: return .toldAlready
        case .toTell:
            return how == .page
                ? Refusal("Tell them by telephone or in person.", field: "how", clauses: clauses) : nil
        }
    }
}

extension ConfidentialityRules {
    /// The exception of that id, to be carried out by somebody who gives support.
    package func carryingOut(_ exception: String) -> Result<DisclosureException, Refusal> {
        self.exception(exception).map { .success($0) }
            ?? .failure(Refusal("Choose one of the exceptions of this programme.", field: "exception"))
    }
}

extension Refusal {
    package static let toldAlready = Refusal("This is written down already.")
    /// Another's form, or the same for another exception.
    package static let formSentBefore = Refusal("This form was sent before. Begin again.")
    package static let onlySupportersDisclose = Refusal("Only whoever gives support carries out an exception.")
}
