/// Who can be told of something just now, decided in one place: by the pack, by the hours of the lists, by the ways that were proved
/// and by what is known to be wrong with them. Whatever says of somebody that they can be reached asks this, so that no two pages
/// say different things: one's own home, the coordinator's, the desk, the lists, the seekers' page, and asking around.
package struct Reachability: Sendable {
    private let asking: AskingNow
    private let ways: [String: [ContactMethod]]
    private let carried: Set<ContactMethod.Kind>

    /// - Parameters:
    ///   - ways: of each account its contact methods, proved or not.
    ///   - carried: the kinds this installation has a gateway for.
    package init(
        asking: AskingNow, ways: [String: [ContactMethod]],
        carried: Set<ContactMethod.Kind> = Set(ContactMethod.Kind.allCases)
    ) {
        self.asking = asking
        self.ways = ways
        self.carried = carried
    }

    /// Why nothing that is sent reaches the account, at whatever hour; nothing where something does.
    package func hindrance(of account: String) -> ReachHindrance? { (ways[account] ?? []).hindrance(carried: carried) }

    /// Whether a word that is sent to the account reaches it, as far as anybody can tell.
    package func canBeTold(_ account: String) -> Bool { hindrance(of: account) == nil }

    /// Whether the account can be reached at this moment: it is on call or in hours of its own, and a way to it was proved. This is
    /// what may be said to seekers.
    package func canBeReachedNow(_ account: String) -> Bool {
        asking.availability.isAvailable(account) && canBeTold(account)
    }

    /// How the account stands to a request of just now.
    package func standing(of account: String) -> ReachStanding {
        guard asking.mayBeAsked(account) else { return .leftInPeace }
        return hindrance(of: account).map { .cannotBeTold($0) } ?? .canBeTold
    }

    /// How many of those accounts can be told of a request of just now.
    package func tally(of accounts: some Sequence<String>) -> ReachTally {
        accounts.reduce(into: ReachTally()) { tally, account in
            switch standing(of: account) {
            case .canBeTold: tally.canBeTold += 1
            case .leftInPeace: tally.leftInPeace += 1
            case .cannotBeTold: tally.cannotBeTold.append(account)
            }
        }
    }
}

/// How somebody stands to a request of just now.
package enum ReachStanding: Sendable, Equatable {
    /// They would be asked, and a word reaches them.
    case canBeTold
    /// On leave, or off duty where the pack has nobody asked then who did not open those hours (KSO-J.1).
    case leftInPeace
    /// They would be asked and find it here when they look, but no word reaches them.
    case cannotBeTold(ReachHindrance)
}

/// Why nothing that is sent reaches somebody.
package enum ReachHindrance: String, Sendable, Equatable, CaseIterable {
    /// They have set no way.
    case noWay = "no-way"
    /// They have set a way, and no code sent there came back.
    case notProved = "not-proved"
    /// Every way that was proved is known not to work any more.
    case inTrouble = "in-trouble"
    /// Their ways are of kinds that this installation has no gateway for.
    case notCarried = "not-carried"
}

/// Of some people: how many can be told of a request now, how many are left in peace, and who would be asked and cannot be told.
package struct ReachTally: Sendable, Equatable {
    package var canBeTold = 0
    package var leftInPeace = 0
    /// By account, in the order they came.
    package var cannotBeTold: [String] = []

    package var all: Int { canBeTold + leftInPeace + cannotBeTold.count }
}

extension [ContactMethod] {
    /// Why nothing that is sent by one of these arrives; nothing where something does. A way that refused the last word is still
    /// tried, but nobody counts on it.
    ///
    /// - Parameter carried: the kinds this installation has a gateway for.
    package func hindrance(carried: Set<ContactMethod.Kind>) -> ReachHindrance? {
        if isEmpty { return .noWay }
        let usable = filter { carried.contains($0.kind) }
        if usable.isEmpty { return .notCarried }
        // What has ended was proved once, and is so no longer.
        let proved = usable.filter { $0.isConfirmed || $0.trouble?.isEnd == true }
        if proved.isEmpty { return .notProved }
        return proved.contains { $0.isConfirmed && $0.trouble == nil } ? nil : .inTrouble
    }
}
