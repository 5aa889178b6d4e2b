/// How outreach after an incident stands: how many, and never who.
package struct OutreachCounts: Sendable, Equatable, Codable {
    /// Names that were given to a supporter.
    package var given = 0
    /// Those who said what they want. How many want support is counted nowhere: whoever gave the names would see it change, and know of whom.
    package var answered = 0

    /// Those who have still to answer.
    package var open: Int { given - answered }

    package init() {}
}

/// What came of offering it to one person.
package enum OutreachAnswer: String, Sendable, CaseIterable {
    case wanted
    case notWanted = "not-wanted"
    /// They are tried again on a day.
    case notReached = "not-reached"
}

/// One name that a supporter has to offer support to. Who it is stands in a paper sealed to that supporter alone.
package struct OutreachOffer: Sendable, Equatable {
    package let id: String
    package let incident: String
    /// The supporter's account.
    package let supporter: String
    /// The day on which they offer it, or try again.
    package let nextOn: Day

    package init(id: String, incident: String, supporter: String, nextOn: Day) {
        self.id = id
        self.incident = incident
        self.supporter = supporter
        self.nextOn = nextOn
    }

    /// The most names of one incident.
    package static let most = 300
    /// The most characters of a name.
    package static let longestName = 64
    /// How far ahead somebody is tried again, in days.
    package static let tryAgainDays = 60

    /// By what somebody is known again in one incident, however their name is written: kept under the server's key alone.
    package static func known(_ name: String) -> String { CheckSubject.typed(name).kept.joined() }
}

extension PolicyPack {
    /// Who may be given a name.
    package func mayOfferOutreach(holding roles: Set<RoleID>) -> Bool {
        incidents.outreach.map { !roles.isDisjoint(with: $0.offeredBy) } ?? false
    }

    /// Whether somebody with those roles makes the list: whoever can open the names of those involved.
    package func makesOutreachList(holding roles: Set<RoleID>) -> Bool {
        incidents.outreach != nil && !roles.isDisjoint(with: readersOfIncidentNames)
    }
}

extension IncidentFile {
    /// The moment by which it is offered; nothing where the policy has no outreach.
    package func outreachEnd(under policy: PolicyPack) -> Instant? {
        policy.incidents.outreach.map { hours($0.withinHours.number) }
    }

    /// What keeps names from being given to a supporter, if anything.
    ///
    /// - Parameters:
    ///   - known: those of the names that were given before, as they are written.
    ///   - mayOffer: whether the supporter chosen is one of those whom the policy has make offers, and was not part of the incident.
    package func mayGive(
        _ names: [String], known: [String], mayOffer: Bool, under policy: PolicyPack
    ) -> Refusal? {
        let clauses = policy.incidents.outreach?.basis.clauses ?? []
        if let refusal = mayGoOn(clauses) { return refusal }
        func refused(_ words: String, _ field: String) -> Refusal { Refusal(words, field: field, clauses: clauses) }
        if names.isEmpty { return refused("Who it is offered to: at least one name.", "names") }
        if names.contains(where: { !$0.contains(where: \.isLetter) }) {
            return refused("Who it is offered to: a name has letters.", "names")
        }
        if names.contains(where: { $0.unicodeScalars.count > OutreachOffer.longestName }) {
            return refused("Who it is offered to: at most \(OutreachOffer.longestName) characters a name.", "names")
        }
        if Set(names.map(OutreachOffer.known)).count < names.count {
            return refused("Who it is offered to: a name stands there twice.", "names")
        }
        if !known.isEmpty {
            let given = known.joined(separator: ", ")
            return refused("Already given to somebody: \(given). Nobody is asked twice.", "names")
        }
        if !mayOffer {
            return refused("Who offers it: choose one of those who may, and who was not part of it.", "account")
        }
        return outreach.given + names.count > OutreachOffer.most
            ? refused("This incident has no room for more.", "names") : nil
    }

    package func giving(_ count: Int) -> IncidentFile {
        var file = self
        file.outreach.given += count
        return file
    }

    /// The file with one answer counted, or a name taken back from the supporter who had it.
    package func answered(_ answer: OutreachAnswer?) -> IncidentFile {
        var file = self
        switch answer {
        case .wanted, .notWanted: file.outreach.answered += 1
        case .notReached: break
        case nil: file.outreach.given -= 1
        }
        return file
    }

    /// What keeps an answer from being kept, if anything: somebody who was not reached is tried again on a day ahead.
    package func mayAnswer(
        _ answer: OutreachAnswer, again: Day?, on today: Day, under policy: PolicyPack
    ) -> Refusal? {
        switch answer {
        case .wanted, .notWanted: return nil
        case .notReached:
            let last = today.adding(days: OutreachOffer.tryAgainDays) ?? today
            guard let again, again >= today, again <= last else {
                return Refusal(
                    "Try again on: today or within \(OutreachOffer.tryAgainDays) days.", field: "again",
                    clauses: policy.incidents.outreach?.basis.clauses ?? [])
            }
            return nil
        }
    }

    /// While names are there to be given, or somebody has still to answer. What was done is counted and has no clock.
    func outreachClock(under policy: PolicyPack, at now: Instant) -> IncidentClock? {
        guard let rule = policy.incidents.outreach, isOutreachOpen, let end = outreachEnd(under: policy) else {
            return nil
        }
        return IncidentClock(
            what: .outreach, status: now <= end ? .until(end) : .missed(end), clauses: rule.basis.clauses)
    }

    /// Whether there are names and nobody was given one yet, or somebody has still to answer.
    var isOutreachOpen: Bool { outreach.open > 0 || names != nil && outreach.given == 0 }
}
