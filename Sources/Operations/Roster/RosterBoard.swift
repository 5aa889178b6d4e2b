import Program
import Store

/// The call-out lists of an agency as they stand, with the names of everybody on them.
package struct RosterBoard: Sendable {
    package let now: Instant
    package let today: Day
    /// In the pack's order: the team's first.
    package let lists: [RosterList]
    /// By account.
    package let names: [String: String]
    /// Who can be told of something just now, and who cannot.
    package let reachability: Reachability
    /// How far ahead gaps are announced, in days.
    package let daysAhead: Int
    /// The accounts that are looked after, where it is not everybody.
    package var area: Set<String>?

    /// Whether one of them is among those looked after.
    package func concerns(_ accounts: [String]) -> Bool { area.map { !$0.isDisjoint(with: accounts) } ?? true }

    package func list(_ kind: RosterList.Kind) -> RosterList? { lists.first { $0.kind == kind } }

    /// From now on, as far as gaps are announced.
    package var announced: Stretch? { ahead(days: daysAhead) }

    /// From now on for so many days.
    package func ahead(days: Int) -> Stretch? {
        Stretch(from: now, until: now.adding(seconds: Int64(days) * 86_400))
    }

    /// How far ahead a list is shown, in days.
    package static let daysShown = 28

    /// The gaps of a list that are announced.
    package func gaps(of list: RosterList) -> [Stretch] {
        announced.map { list.gaps(from: $0.from, until: $0.until) } ?? []
    }

    /// Who can be called on a list in the weeks that are shown.
    package func coverage(of list: RosterList) -> [RosterSpan] {
        ahead(days: Self.daysShown).map { list.spans(in: $0) } ?? []
    }

    /// Who is on call on a list in those weeks and cannot be reached.
    package func unreachable(on list: RosterList) -> [String] {
        ahead(days: Self.daysShown).map { list.withoutContactMethod(in: $0, reachability) } ?? []
    }
}

extension Programmes {
    /// Every list of the agency with what is coming, for those who keep them.
    ///
    /// - Parameter areas: those looked after; the whole agency where none are given. The lists are the same.
    package func rosterBoard(in areas: [String]? = nil, by staff: Staff) async throws -> RosterBoard {
        let now = clock()
        return try await database.read { transaction in
            var board = try transaction.rosterBoard(of: staff.agency, at: now, carried: carried)
            board.area = try areas.map { try transaction.accounts(agency: staff.agency.id, areas: $0) }
            return board
        }
    }
}

extension Transaction {
    /// Who can be called at that moment, on every list of the agency.
    package func availability(agency: Agency, at instant: Instant) throws -> Availability {
        Availability(try rosterLists(of: agency, from: instant), at: instant)
    }

    func rosterBoard(
        of agency: Agency, at now: Instant, carried: Set<ContactMethod.Kind>
    ) throws -> RosterBoard {
        let lists = try rosterLists(of: agency, from: now)
        let asking = AskingNow(
            policy: agency.policy, availability: Availability(lists, at: now),
            isBusinessHours: agency.isBusinessHours(at: now))
        let mentioned = Set(lists.flatMap(\.mentioned)).sorted()
        return RosterBoard(
            now: now, today: try agency.day(at: now), lists: lists,
            names: try accountNames(agency: agency.id, of: mentioned),
            reachability: try reachability(asking: asking, in: agency, carried: carried),
            daysAhead: RosterGapWatch.daysAhead(agency.policy))
    }

    /// Every call-out list of the agency with what is not over by that moment. Only enrolled accounts are on them: nobody
    /// else could answer.
    func rosterLists(of agency: Agency, from moment: Instant) throws -> [RosterList] {
        let policy = agency.policy
        let day = try agency.day(at: moment)
        let held = try holdings(of: policy.roles.map(\.id), agency: agency.id, heldAfter: day)
        let enrolled = try enrolledNames(agency: agency.id, of: Set(held.map(\.account)).sorted())
        let rotations = Dictionary(grouping: try rotations(agency: agency.id, runningAfter: day), by: \.list)
        let overrides = Dictionary(grouping: try overrides(agency: agency.id, after: moment), by: \.list)
        let swaps = Dictionary(grouping: try swaps(agency: agency.id, after: moment), by: \.list)
        let leaves = try leaves(agency: agency.id, lastingTo: day)
        let ownHours = try ownHours(agency: agency.id)
        return policy.rosterLists.map { kind in
            let roles = policy.roles(of: kind)
            let holders = held.filter { roles.contains($0.holding.role) && enrolled[$0.account] != nil }
            let accounts = Set(holders.map(\.account))
            return RosterList(
                kind: kind, calendar: agency.calendar,
                cover: policy.cover(of: kind, isBegun: rotations[kind] != nil),
                membership: policy.membership(of: kind),
                holders: Dictionary(grouping: holders, by: \.account).mapValues { $0.map(\.holding) },
                rotations: rotations[kind]?.map(\.value) ?? [], overrides: overrides[kind]?.map(\.value) ?? [],
                swaps: swaps[kind]?.map(\.value) ?? [], leaves: leaves.filter { accounts.contains($0.account) },
                ownHours: ownHours.filter { accounts.contains($0.account) })
        }
    }

    /// One list of the agency; nothing where its pack has no such list.
    func rosterList(_ kind: RosterList.Kind, of agency: Agency, from moment: Instant) throws -> RosterList? {
        try rosterLists(of: agency, from: moment).first { $0.kind == kind }
    }
}

extension RosterList {
    /// Every account that the list names.
    fileprivate var mentioned: [String] {
        Array(holders.keys) + rotations.flatMap { $0.members + $0.shadows }
            + overrides.flatMap { [$0.account] + ($0.instead.map { [$0] } ?? []) }
            + swaps.flatMap { [$0.giver] + ($0.taker.map { [$0] } ?? []) }
    }
}
