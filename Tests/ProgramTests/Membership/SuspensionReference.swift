/// What must become of members who are taken off the team at once, reckoned apart from the product: it knows of the policy that one
/// suspends and another has the last word, and of no holding, day or notice.
struct SuspensionReference {
    enum Answer: String {
        case done, refused
    }

    enum Place: Equatable {
        case isOnTheTeam
        case isOff
        /// Waits for the last word.
        case isSuspended(by: String)
        case isRemoved
    }

    var places: [String: Place]

    mutating func suspend(_ member: String, by suspender: String) -> Answer {
        guard places[member] == .isOnTheTeam, member != suspender else { return .refused }
        places[member] = .isSuspended(by: suspender)
        return .done
    }

    /// - Parameter lifts: everything is as before; otherwise it is for good.
    mutating func decide(on member: String, lifts: Bool, by decider: String) -> Answer {
        guard case .isSuspended(let suspender) = places[member], decider != suspender, decider != member else {
            return .refused
        }
        places[member] = lifts ? .isOnTheTeam : .isRemoved
        return .done
    }

    /// Whoever waits for the last word is given no role of the team; whoever was removed may be one day.
    mutating func give(to member: String) -> Answer {
        if case .isSuspended = places[member] { return .refused }
        places[member] = .isOnTheTeam
        return .done
    }

    mutating func end(_ member: String) {
        if places[member] == .isOnTheTeam { places[member] = .isOff }
    }
}
