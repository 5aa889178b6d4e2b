/// What a partner team, such as a crisis response team, was asked for, and what it answered (OCP-II.G).
package struct PartnerRequest: Sendable, Equatable, Codable {
    package let id: String
    /// The id of one of the pack's partner teams.
    package let partner: String
    /// The id of one of its services.
    package let service: String
    package let askedOn: Day
    package var answer: Answer?

    package enum Reply: String, Sendable, CaseIterable, Codable {
        case comes
        case cannot
    }

    package struct Answer: Sendable, Equatable, Codable {
        package let reply: Reply
        package let on: Day
        /// The day for which it was agreed; nothing where they cannot, or none is set yet.
        package let agreedFor: Day?

        package init(_ reply: Reply, on day: Day, agreedFor: Day?) {
            self.reply = reply
            on = day
            self.agreedFor = agreedFor
        }
    }

    package init(id: String, partner: String, service: String, askedOn day: Day) {
        self.id = id
        self.partner = partner
        self.service = service
        askedOn = day
    }

    /// The most for one incident.
    package static let most = 40
}

/// A service of a partner team, as people choose it.
package struct PartnerService: Sendable, Equatable {
    package let partner: PartnerTeam
    package let service: Item

    /// As it is sent: the partner's id and the service's.
    package var word: String { "\(partner.id)/\(service.id)" }
}

extension PolicyPack {
    /// Everything that partner teams can be asked for.
    package var partnerServices: [PartnerService] {
        incidents.partners.flatMap { partner in
            partner.services.items.map { PartnerService(partner: partner, service: $0) }
        }
    }
}

extension IncidentFile {
    /// The file with a service of a partner team asked for.
    package func asking(_ word: String, as id: String, on day: Day, under policy: PolicyPack)
        -> Result<IncidentFile, Refusal>
    {
        let clauses = policy.incidents.partners.flatMap(\.services.basis.clauses).withoutRepetition
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        guard let asked = policy.partnerServices.first(where: { $0.word == word }) else {
            return .failure(Refusal("Service: choose from the list.", field: "service", clauses: clauses))
        }
        guard partners.count < PartnerRequest.most else {
            return .failure(Refusal("This incident has no room for more.", field: "service"))
        }
        var file = self
        file.partners.append(
            PartnerRequest(id: id, partner: asked.partner.id, service: asked.service.id, askedOn: day))
        return .success(file)
    }

    /// The file with what a partner team answered. Nothing where it was not asked for that.
    package func answered(_ id: String, _ answer: PartnerRequest.Answer) -> Result<IncidentFile, Refusal>? {
        guard let place = partners.firstIndex(where: { $0.id == id }) else { return nil }
        if let refusal = mayGoOn() { return .failure(refusal) }
        guard answer.on >= partners[place].askedOn else {
            return .failure(Refusal("When they answered: on the day they were asked, or later.", field: "answeredOn"))
        }
        if let agreed = answer.agreedFor, agreed < partners[place].askedOn {
            return .failure(Refusal("For which day: not before they were asked.", field: "agreedFor"))
        }
        if answer.agreedFor != nil, answer.reply == .cannot {
            return .failure(Refusal("For which day: none, where they cannot.", field: "agreedFor"))
        }
        var file = self
        file.partners[place].answer = answer
        return .success(file)
    }
}
