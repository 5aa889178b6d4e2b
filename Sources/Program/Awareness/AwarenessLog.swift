/// Something that was done to make the programme known (SAC-II.B.4). It says how many it reached as a band, and nothing of who.
package struct AwarenessActivity: Sendable, Equatable {
    package let id: String
    /// What was done, by the policy's list.
    package let activity: String
    package let day: Day
    /// With which partner; nothing where there was none.
    package let partner: String?
    package let reach: Reach

    /// About how many people it reached.
    package enum Reach: String, Sendable, CaseIterable {
        case upToTen = "up-to-10"
        case upToFifty = "11-to-50"
        case upToTwoHundred = "51-to-200"
        case more = "over-200"
        /// Of what is put up or laid out nobody knows how many read it.
        case notCounted = "not-counted"
    }

    package init(id: String, activity: String, day: Day, partner: String?, reach: Reach) {
        self.id = id
        self.activity = activity
        self.day = day
        self.partner = partner
        self.reach = reach
    }

    /// How many of the past days' activities a page shows. Ours: two years show whether the programme stays known.
    package static let daysShown = 730
}

/// A partner organisation that the programme names beside those of its policy.
package struct PartnerOrganisation: Sendable, Equatable {
    package let id: String
    package let name: String
    /// How people find it, as it says itself: an address, a page or a number. Empty where nothing is said.
    package let contact: String
    package let listedOn: Day

    package static let longest = 120
    package static let most = 200

    package init(id: String, name: String, contact: String, listedOn: Day) {
        self.id = id
        self.name = name
        self.contact = contact
        self.listedOn = listedOn
    }
}

extension AwarenessRules {
    /// Whether the policy names anything that is done, or anybody it is done with.
    package var isKept: Bool { !activities.isEmpty || !partners.isEmpty || activityEvery != nil }

    /// The clauses that ask for it.
    package var clauses: [ClauseID] {
        (activities.flatMap(\.basis.clauses) + partners.flatMap(\.basis.clauses)).withoutRepetition
    }

    /// Whether that activity may stand in the log.
    ///
    /// - Parameter kept: the partners that the programme named besides.
    package func mayRecord(_ activity: AwarenessActivity, kept: [PartnerOrganisation], on today: Day) -> Refusal? {
        guard let kind = activities.first(where: { $0.id == activity.activity }) else {
            return Refusal("Choose from the policy's list.", field: "activity", clauses: clauses)
        }
        guard activity.day <= today, activity.day >= (today.adding(days: -Self.latestDays) ?? activity.day) else {
            return Refusal(
                "A day that has come, and of the past year: what is older is in last year's log.", field: "day",
                basis: kind.basis)
        }
        guard let partner = activity.partner else { return nil }
        return partners.contains { $0.id == partner } || kept.contains { $0.id == partner }
            ? nil : Refusal("Choose a partner of the list.", field: "partner", basis: kind.basis)
    }

    /// How long afterwards something is still written down. Ours.
    private static let latestDays = 366

    /// Whether another partner may be named.
    package func mayList(_ name: String, beside kept: [PartnerOrganisation]) -> Refusal? {
        if name.isEmpty { return Refusal("Say who it is.", field: "name", clauses: clauses) }
        if kept.contains(where: { $0.name == name }) || partners.contains(where: { $0.label == name }) {
            return Refusal("It is listed already.", field: "name", clauses: clauses)
        }
        return kept.count < PartnerOrganisation.most
            ? nil : Refusal("The list holds \(PartnerOrganisation.most) at most. Take one out first.")
    }

    /// The last day of the present period, where nothing was done in it yet and it is soon over; nothing else.
    package func awarenessDue(_ done: [AwarenessActivity], on today: Day) -> Day? {
        guard let period = activityEvery?.value.days(around: today), !done.contains(where: { period.contains($0.day) })
        else { return nil }
        let from = period.upperBound.adding(days: -Self.reminderDays) ?? period.lowerBound
        return today >= from ? period.upperBound : nil
    }

    /// How many days before its end whoever promotes the programme is reminded of a period without any activity. Ours: enough for a
    /// word at a briefing.
    package static let reminderDays = 21
}

extension PolicyPack {
    /// Whoever makes the programme known.
    var conferredByAwareness: [ConferredPower] {
        awareness.isKept ? [ConferredPower(.promoteAwareness, on: [awareness.promotedBy])] : []
    }
}
