/// One call-out list: who can be called when. A pure value; every question to it is answered from it alone, for any moment.
package struct RosterList: Sendable, Equatable {
    /// Whose list it is.
    package enum Kind: Sendable, Hashable {
        /// The team's.
        case supporters
        /// Of the holders of one role, such as the psychologist, the chaplain or the dispatchers.
        case role(RoleID)
    }

    /// What the list promises, so what a gap in it is.
    package enum Cover: Sendable {
        /// Somebody at every hour.
        case everyHour
        /// Somebody in every shift of its rotations.
        case everyShift
    }

    package let kind: Kind
    package let calendar: AgencyCalendar
    package let cover: Cover
    /// How members come to be on it; nothing for the list of a role, which one is on by holding it.
    package let membership: OnCallList?
    /// Who may be on the list: each account with its holdings of the roles the list is of.
    package let holders: [String: [Holding]]
    /// In the order in which they are called.
    package let rotations: [Rotation]
    package let overrides: [RosterOverride]
    package let swaps: [Swap]
    package let leaves: [Leave]
    package let ownHours: [OwnHours]

    package init(
        kind: Kind, calendar: AgencyCalendar, cover: Cover, membership: OnCallList? = nil,
        holders: [String: [Holding]], rotations: [Rotation] = [],
        overrides: [RosterOverride] = [], swaps: [Swap] = [], leaves: [Leave] = [], ownHours: [OwnHours] = []
    ) {
        self.kind = kind
        self.calendar = calendar
        self.cover = cover
        self.membership = membership
        self.holders = holders
        self.rotations = rotations
        self.overrides = overrides
        // What was agreed later goes by what was agreed before.
        self.swaps = swaps.sorted { ($0.number ?? .max, $0.id) < ($1.number ?? .max, $1.id) }
        self.leaves = leaves
        self.ownHours = ownHours
    }

    /// Who is on call at that moment, the first to be called first: whoever has the turn of each rotation, or has taken it over
    /// from them, then whoever was put on call besides. Nobody on leave, and nobody who does not hold the role that day.
    package func onCall(at instant: Instant) -> [String] { state(at: instant).onCall }

    /// Who else can be asked at that moment by hours of their own: first those at work, then those who opened hours off duty.
    package func opened(at instant: Instant) -> [String] { state(at: instant).opened }

    /// How the list stands at that moment.
    func state(at instant: Instant) -> RosterState {
        let clock = calendar.clock(at: instant)
        guard let day = clock.day else { return RosterState(onCall: [], opened: [], isPromised: false) }
        let onCall = (turns(at: instant, clock) + putOnCall(at: instant)).filter { canBeCalled($0, on: day) }
            .withoutRepetition
        let present = ownHours.filter {
            $0.hours.contains(clock) && !onCall.contains($0.account) && canBeCalled($0.account, on: day)
        }
        let opened = OwnHours.Kind.allCases.flatMap { kind in
            present.filter { $0.kind == kind }.map(\.account).sorted()
        }
        return RosterState(onCall: onCall, opened: opened.withoutRepetition, isPromised: isPromised(at: clock))
    }

    /// Whoever has the turn of each rotation, or stands in for them by swaps and overrides.
    private func turns(at instant: Instant, _ clock: ClockMinute) -> [String] {
        let present = overrides.filter { $0.stretch.contains(instant) }
        return rotations.compactMap { $0.member(at: clock) }.map { member in
            let swapped = swaps.reduce(member) { $1.standIn(for: $0, at: instant) }
            return present.last { $0.instead == swapped }?.account ?? swapped
        }
    }

    private func putOnCall(at instant: Instant) -> [String] {
        overrides.filter { $0.instead == nil && $0.stretch.contains(instant) }.map(\.account)
    }

    private func isPromised(at clock: ClockMinute) -> Bool {
        switch cover {
        case .everyHour: true
        case .everyShift: rotations.contains { $0.isRunning(at: clock) }
        }
    }

    /// Whether the account holds the role of the list on that day and is not on leave.
    package func canBeCalled(_ account: String, on day: Day) -> Bool {
        holds(account, on: day) && !leaves.contains { $0.account == account && $0.contains(day) }
    }

    /// Whoever of the list is on leave on the day of that moment.
    func awayAccounts(at instant: Instant) -> [String] {
        guard let day = calendar.day(at: instant) else { return [] }
        return leaves.filter { $0.contains(day) }.map(\.account)
    }

    /// Whether others may put the account on call. Where joining is voluntary, whoever opened hours of their own has joined;
    /// taking a colleague's shift or a gap is everybody's own choice anyway (KSO-J.1.a).
    package func hasJoined(_ account: String) -> Bool {
        switch membership?.joining {
        case .voluntary: ownHours.contains { $0.account == account }
        case .agreed, nil: true
        }
    }

    /// Everybody whom others may put on call.
    package var joined: [String] { holders.keys.filter(hasJoined).sorted() }

    package func holds(_ account: String, on day: Day) -> Bool {
        holders[account]?.contains { $0.isHeld(on: day) } ?? false
    }
}

/// How a list stands at one moment.
struct RosterState: Equatable {
    let onCall: [String]
    let opened: [String]
    /// Whether the list promises somebody.
    let isPromised: Bool

    var isGap: Bool { onCall.isEmpty && opened.isEmpty && isPromised }
}

extension Sequence where Element: Hashable {
    /// Each element where it first comes.
    package var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
