import Program
import Store

/// What the call-out lists say about one member, as they see it themselves.
package struct OwnRoster: Sendable {
    package let now: Instant
    /// The lists the member is on.
    package let lists: [RosterList]
    /// By account.
    package let names: [String: String]
    /// Their own time on call, list by list.
    package let shifts: [Listed<Stretch>]
    /// The time in which they only look on, to learn it.
    package let shadowing: [Listed<Stretch>]
    /// Shifts of colleagues that they may take.
    package let toTake: [Listed<Swap>]
    /// Shifts of their own that nobody has taken yet.
    package let offered: [Listed<Swap>]
    /// When nobody is on call on a list of theirs.
    package let gaps: [Listed<Stretch>]
    package let leaves: [Leave]
    package let ownHours: [OwnHours]
    /// Whether there is a calendar link.
    package let hasFeed: Bool

    /// How far ahead it looks, in days.
    package static let daysAhead = 56
}

extension Programmes {
    /// The staff member's own shifts and what they can do about them.
    package func ownRoster(of staff: Staff) async throws -> OwnRoster {
        let now = clock()
        return try await database.read { transaction in
            let board = try transaction.rosterBoard(of: staff.agency, at: now, carried: carried)
            let own = board.lists.filter { $0.holders[staff.account] != nil }
            let swaps = own.flatMap { list in
                list.swaps.filter { $0.isOpen(at: now) }.map { Listed($0, on: list.kind) }
            }
            return OwnRoster(
                now: now, lists: own, names: board.names,
                shifts: board.own(OwnRoster.daysAhead) { $0.shifts(of: staff.account, in: $1) },
                shadowing: board.own(OwnRoster.daysAhead) { $0.shadowing(of: staff.account, in: $1) },
                toTake: swaps.filter { swap in
                    own.contains { $0.kind == swap.list && $0.mayTake(swap.value, by: staff.account, at: now) == nil }
                },
                offered: swaps.filter { $0.value.giver == staff.account },
                gaps: board.own(board.daysAhead) { list, window in
                    list.holds(staff.account, on: staff.today)
                        ? list.gaps(from: window.from, until: window.until) : []
                },
                leaves: try transaction.leaves(agency: staff.agency.id, lastingTo: staff.today)
                    .filter { $0.account == staff.account },
                ownHours: try transaction.ownHours(agency: staff.agency.id).filter { $0.account == staff.account },
                hasFeed: try transaction.hasRosterFeed(account: staff.account, agency: staff.agency.id))
        }
    }
}

extension RosterBoard {
    /// What comes of every list in the next days, in order of time.
    fileprivate func own(_ days: Int, _ find: (RosterList, Stretch) -> [Stretch]) -> [Listed<Stretch>] {
        guard let window = ahead(days: days) else { return [] }
        return lists.flatMap { list in find(list, window).map { Listed($0, on: list.kind) } }
            .sorted { ($0.value.from, $0.list.text) < ($1.value.from, $1.list.text) }
    }
}
