/// Somebody on call from a moment to a moment, whatever the rotations say.
package struct RosterOverride: Sendable, Equatable {
    package let id: String
    package let account: String
    /// Whom the account stands in for; without one it is on call besides the others.
    package let instead: String?
    package let stretch: Stretch

    package init(id: String, account: String, instead: String?, stretch: Stretch) {
        self.id = id
        self.account = account
        self.instead = instead
        self.stretch = stretch
    }
}

/// A shift that one member gives to another, who may give one in return.
///
/// It is about people and time and not about a rotation, so an agreement stands however the rotations are changed later:
/// whatever the giver would be on call for in that time, the taker is.
package struct Swap: Sendable, Equatable {
    package let id: String
    package let giver: String
    package let given: Stretch
    /// What the giver takes over from the taker.
    package let inReturn: Stretch?
    package let status: Status

    package enum Status: Sendable, Equatable {
        /// Open to whoever on the list takes it.
        case offered
        /// Waits for that member's answer.
        case asked(of: String)
        /// In force, as the agreement of that number on the list: later ones go by what earlier ones made.
        case agreed(with: String, number: Int)
    }

    package init(id: String, giver: String, given: Stretch, inReturn: Stretch?, status: Status) {
        self.id = id
        self.giver = giver
        self.given = given
        self.inReturn = inReturn
        self.status = status
    }

    /// Who has taken it, or has been asked to.
    package var taker: String? {
        switch status {
        case .offered: nil
        case .asked(let account), .agreed(let account, _): account
        }
    }

    /// Its place among the agreements of the list; nothing while it is not agreed.
    package var number: Int? {
        switch status {
        case .offered, .asked: nil
        case .agreed(_, let number): number
        }
    }

    /// Who is on call at that moment where that account would be. Both halves hold at once, so that two members can exchange
    /// shifts of the same time.
    func standIn(for account: String, at instant: Instant) -> String {
        guard case .agreed(let taker, _) = status else { return account }
        if account == giver, given.contains(instant) { return taker }
        if account == taker, inReturn?.contains(instant) ?? false { return giver }
        return account
    }
}

/// Days on which a member cannot be called. No reason is asked or kept.
package struct Leave: Sendable, Equatable {
    package let id: String
    package let account: String
    package let firstDay: Day
    package let lastDay: Day

    package init(id: String, account: String, firstDay: Day, lastDay: Day) {
        self.id = id
        self.account = account
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }
}

/// Hours every week in which a member can be asked, by their own choice and without being on call. Passing or missing an
/// offer in them counts nowhere.
package struct OwnHours: Sendable, Equatable {
    package let id: String
    package let account: String
    package let kind: Kind
    package let hours: WeeklyHours

    package enum Kind: String, Sendable, CaseIterable {
        /// At work, so easily reached.
        case onDuty = "on-duty"
        /// Off duty, opened freely.
        case offDuty = "off-duty"
    }

    package init(id: String, account: String, kind: Kind, hours: WeeklyHours) {
        self.id = id
        self.account = account
        self.kind = kind
        self.hours = hours
    }
}
