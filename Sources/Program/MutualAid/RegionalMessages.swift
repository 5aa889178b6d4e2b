/// Whom a message between the teams of a region is for. Every team that has agreed is meant, the writer's own too.
package enum RegionalReaders: String, Sendable, CaseIterable, Codable {
    /// Whoever plans each team's sessions and meetings.
    case coordinators
    /// Everybody who serves, and whoever plans.
    case teams
}

/// A message between the teams of a region. All of it is sealed: whose it is, for whom, and its words.
package struct RegionalMessage: Sendable, Equatable, Codable {
    package let readers: RegionalReaders
    package let words: String
    /// Whose it is, by name.
    package let author: String
    /// Of which agency, by its name.
    package let agency: String

    package init(for readers: RegionalReaders, _ words: String, by author: String, of agency: String) {
        self.readers = readers
        self.words = words
        self.author = author
        self.agency = agency
    }

    /// Characters.
    package static let longest = 1500
}

extension RegionalTeamRule {
    /// The days that a message is kept, and then destroyed. Ours, where the policy names none.
    package var messagesKeptFor: Int { (messagesKeptDays ?? 30).number }

    /// What keeps a message from being written, if anything.
    ///
    /// - Parameter partners: how many agencies of the regional team have sealed messages too.
    package func mayWrite(_ words: String, partners: Int) -> Refusal? {
        if let refusal = mayWrite(partners: partners) { return refusal }
        if words.allSatisfy(\.isWhitespace) {
            return Refusal("Your words: write something.", field: "words", basis: basis)
        }
        return nil
    }

    /// The same before anything was written.
    package func mayWrite(partners: Int) -> Refusal? {
        guard sealedMessages else {
            return Refusal(
                "The policy has no sealed messages between the teams, so there are none here.", field: "words",
                basis: basis)
        }
        guard partners > 0 else {
            return Refusal(
                "No agreement on a regional team is in force with an agency that has sealed messages.", field: "words",
                basis: basis)
        }
        return nil
    }

    /// Refused where no partner has anybody who could open it.
    package var nobodyReads: Refusal {
        Refusal("Nobody of a partner team can open this yet.", field: "words", basis: basis)
    }
}

extension Sequence<RegionalTeamRule> {
    /// The last day on which a message of that day is there: by the agency that keeps it shortest.
    package func messageIsKept(from day: Day) -> Day? {
        map(\.messagesKeptFor).min().flatMap { day.adding(days: $0 - 1) }
    }
}

extension PolicyPack {
    /// The roles whose holders read a message of the region.
    package func roles(of readers: RegionalReaders) -> [RoleID] {
        let team = supporterRoles.map(\.id)
        return switch readers {
        case .coordinators: [training.planner]
        case .teams: team.contains(training.planner) ? team : team + [training.planner]
        }
    }
}
