import Program
import Sealing
import Store

/// What a calendar link carries: whoever has it sees when one member is on call, and nothing else.
package struct RosterFeedKey: Redacted, Sendable {
    private let id: RandomId

    /// A new link.
    package init() { id = RandomId() }

    /// Reads a link. Nothing where it is none.
    package init?(token: String) {
        guard let id = RandomId(text: token) else { return nil }
        self.id = id
    }

    /// As the address has it: 26 small letters and digits.
    package var token: String { id.text }

    /// 32 bytes to find the link's row by; the database does not hold the link itself.
    var storedId: [UInt8] { secret.derived(for: Binding("roster feed")).exposedBytes }

    /// Names the time on call that begins then, always the same in one link.
    func eventId(from beginning: Instant) -> String {
        let bytes = secret.derived(for: Binding("roster feed event", "\(beginning.milliseconds)"), count: 16)
        return RandomId(bytes: bytes.exposedBytes)?.text ?? token
    }

    private var secret: Secret { Secret(bytes: id.bytes) }
}

/// A time on call in somebody's own calendar.
package struct OnCallEvent: Sendable, Equatable {
    /// The same however often the calendar is read.
    package let id: String
    package let stretch: Stretch
}

/// Somebody's own calendar.
package struct OnCallCalendar: Sendable {
    /// When it was made.
    package let now: Instant
    package let events: [OnCallEvent]
}

extension Programmes {
    /// A link for the member's own calendar. The one before, if there was one, opens nothing any more.
    package func makeRosterFeed(by staff: Staff) async throws -> Result<RosterFeedKey, Refusal> {
        try await act(by: staff, .signedIn) { doing in
            let key = RosterFeedKey()
            try doing.transaction.setRosterFeed(
                account: doing.staff.account, agency: doing.agency.id, token: key.storedId)
            return .done(key, .entry(.rosterFeedMade, on: doing.staff.account))
        }.whileAllowed()
    }

    /// Takes the link back; nothing where there is none.
    package func revokeRosterFeed(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let account = doing.staff.account
            guard try doing.transaction.deleteRosterFeed(account: account, agency: doing.agency.id) else {
                return .nothing
            }
            return .done(.entry(.rosterFeedRevoked, on: account))
        }
    }

    /// What the link shows, from a week ago to three months ahead; nothing where no link is like that, or its owner no longer
    /// holds a role.
    package func onCallCalendar(_ key: RosterFeedKey) async throws -> OnCallCalendar? {
        let now = clock()
        return try await database.read { transaction in
            guard let owner = try transaction.rosterFeed(token: key.storedId),
                let row = try transaction.agency(id: owner.agency),
                let window = RosterList.calendarWindow(at: now)
            else { return nil }
            let agency = try agency(row, in: transaction)
            let today = try agency.day(at: now)
            let holdings = try transaction.holdings(of: owner.account, agency: owner.agency).map(\.holding)
            guard holdings.contains(where: { $0.isHeld(on: today) }) else { return nil }
            let lists = try transaction.rosterLists(of: agency, from: window.from)
            let stretches = lists.flatMap { $0.shifts(of: owner.account, in: window) }.joined
            return OnCallCalendar(
                now: now, events: stretches.map { OnCallEvent(id: key.eventId(from: $0.from), stretch: $0) })
        }
    }
}
