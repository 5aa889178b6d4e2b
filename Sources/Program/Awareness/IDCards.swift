/// The printed card by which a member shows that they are of the team (IACP-3.8), as far as it is kept: whose it is and until when.
/// Its check code is known to nobody but whoever holds the card.
package struct IDCard: Sendable, Equatable {
    package let id: String
    package let account: String
    package let madeOn: Day
    /// The last day on which it is current.
    package let endsOn: Day

    package init(id: String, account: String, madeOn: Day, endsOn: Day) {
        self.id = id
        self.account = account
        self.madeOn = madeOn
        self.endsOn = endsOn
    }

    /// Whether it says the truth on that day. Whoever is paused is a member still, so that nobody learns of a pause from a card.
    ///
    /// - Parameter members: the accounts of everybody with a membership that day.
    package func isCurrent(on today: Day, members: Set<String>) -> Bool {
        (madeOn...max(madeOn, endsOn)).contains(today) && members.contains(account)
    }
}

extension IDCardRule {
    /// The last day of a card that is made on that day.
    package func endsOn(madeOn day: Day) -> Day {
        day.afterMonths(validMonths.number)?.adding(days: -1) ?? day
    }

    /// Whether a card may be made for that account.
    package func mayMake(for account: String, members: Set<String>) -> Refusal? {
        members.contains(account)
            ? nil : Refusal("Only a member of the team has a card.", field: "account", basis: basis)
    }
}

extension PolicyPack {
    /// Whoever makes the cards.
    var conferredByIDCards: [ConferredPower] {
        awareness.idCard.map { [ConferredPower(.makeIDCards, on: [$0.madeBy])] } ?? []
    }

    /// Whoever keeps the library.
    var conferredByLibrary: [ConferredPower] { [ConferredPower(.keepLibrary, on: [libraryKeeper])] }

    /// Who keeps the library: by the rule, or whoever promotes the programme.
    package var libraryKeeper: RoleID { awareness.library?.keptBy ?? awareness.promotedBy }
}
