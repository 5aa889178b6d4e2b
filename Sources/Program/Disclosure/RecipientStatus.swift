/// Where the telling of one recipient of a disclosure is.
package enum RecipientStatus: Sendable, Equatable {
    /// The notice is out, and nobody has acknowledged it yet.
    case waiting
    /// Everybody was asked who could answer, and nobody has: the supporter calls somebody who is there.
    case unanswered
    /// Somebody has: who, when and how.
    case known(by: String, Acknowledgement)
    /// The supporter tells them by voice and writes down that it is done. `isVacant`: nobody holds the role just now.
    case toTell(isVacant: Bool)
    case told(at: Instant, how: Means)

    /// Where it is, by what is there of it.
    ///
    /// - Parameters:
    ///   - told: that the supporter told them by voice.
    ///   - notice: the one that tells them; nothing where the supporter tells somebody outside of the programme.
    ///   - name: of whoever answered the notice.
    ///   - isUnanswered: whether everybody was asked who could answer it.
    ///   - isReached: whether the notice, or one in its place, is for anybody today; asked only where nobody has answered it.
    package init(
        told: (at: Instant, how: Means)?, notice: Notice?, answeredBy name: String,
        isUnanswered: Bool = false, isReached: () throws -> Bool
    ) rethrows {
        if let told {
            self = .told(at: told.at, how: told.how)
        } else if let answer = notice?.acknowledgement {
            self = .known(by: name, answer)
        } else if notice != nil {
            self = try !isReached() ? .toTell(isVacant: true) : isUnanswered ? .unanswered : .waiting
        } else {
            self = .toTell(isVacant: false)
        }
    }

    /// Whether the time by which they have to know passed, and they do not.
    package func isOverdue(due: Instant?, at now: Instant) -> Bool { !isDone && due.map { $0 < now } ?? false }

    package var isDone: Bool {
        switch self {
        case .known, .told: true
        case .waiting, .unanswered, .toTell: false
        }
    }

    /// Whether they have still to be told or to answer, where the pack sets a time for it.
    package func isOpen(_ deadline: Recipient.Deadline) -> Bool {
        switch self {
        case .waiting, .unanswered: true
        case .toTell: deadline != .open
        case .known, .told: false
        }
    }

    /// What keeps the supporter from writing down that they told them, if anything.
    package func mayBeTold(how: Means, under clauses: [ClauseID]) -> Refusal? {
        switch self {
        case .waiting, .known: return Refusal("This recipient answers the notice themselves.", clauses: clauses)
        case .told: return .toldAlready
        case .unanswered, .toTell:
            return how == .page
                ? Refusal("Tell them by telephone or in person.", field: "how", clauses: clauses) : nil
        }
    }
}

extension ConfidentialityRules {
    /// The exception of that id, to be carried out by somebody who gives support.
    package func carryingOut(_ exception: String) -> Result<DisclosureException, Refusal> {
        guard let given = self.exception(exception) else {
            return .failure(Refusal("Choose one of the exceptions of this programme.", field: "exception"))
        }
        guard given.force != .unsettled else {
            return .failure(
                Refusal(
                    "The agency has not settled yet whom this is told. Call the emergency number, or ask your coordinator.",
                    field: "exception", clauses: given.basis.clauses))
        }
        return .success(given)
    }
}

extension Refusal {
    package static let toldAlready = Refusal("This is written down already.")
    /// Another's form, or the same for another exception.
    package static let formSentBefore = Refusal("This form was sent before. Begin again.")
    package static let onlySupportersDisclose = Refusal("Only whoever gives support carries out an exception.")
}
