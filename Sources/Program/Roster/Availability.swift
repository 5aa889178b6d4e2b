/// Who can be called at one moment, on every list of an agency.
package struct Availability: Sendable {
    private let lists: [RosterList.Kind: RosterState]
    private let away: Set<String>

    package init(_ lists: [RosterList], at instant: Instant) {
        self.lists = Dictionary(
            lists.map { ($0.kind, $0.state(at: instant)) }, uniquingKeysWith: { first, _ in first })
        away = Set(lists.flatMap { list in list.awayAccounts(at: instant) })
    }

    /// Whoever is on call on that list, the first to be called first.
    package func onCall(_ list: RosterList.Kind) -> [String] { lists[list]?.onCall ?? [] }

    /// Whoever of that list can be called: those on call, then those at work, then those who opened hours off duty.
    package func reachable(_ list: RosterList.Kind) -> [String] {
        lists[list].map { $0.onCall + $0.opened } ?? []
    }

    /// The team's members who can be called, in that order.
    package var order: [String] { reachable(.supporters) }

    /// Whether the account can be called on any list: it is on call, or in hours of its own. Never on leave.
    package func isAvailable(_ account: String) -> Bool {
        lists.values.contains { $0.onCall.contains(account) || $0.opened.contains(account) }
    }

    /// Whether the account has taken leave that day, so that it is asked for nothing.
    package func isOnLeave(_ account: String) -> Bool { away.contains(account) }
}
