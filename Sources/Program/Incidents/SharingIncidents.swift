extension PolicyPack {
    /// Whether the programme answers incidents together with other agencies: it runs incidents, and its policy speaks of it.
    package var sharesIncidents: Bool { runsIncidents && incidents.multiAgency != nil }

    /// The clauses by which it does.
    package var clausesOfSharing: [ClauseID] { incidents.multiAgency?.basis.clauses ?? [] }

    /// What keeps the report from being taken by which the programme joins another agency's incident, if anything.
    package func mayJoin(
        _ shared: SharedIncident, by report: IncidentReport, in calendar: AgencyCalendar, at now: Instant
    ) -> Refusal? {
        guard shared.waits, report.scope == .partnerAgency, report.happenedAt == shared.ask.happenedAt else {
            return .sharingIsOver
        }
        return problems(of: report, in: calendar, at: now)
    }
}

/// Whom an incident is to be shared with, and what they are told beside what it was and when.
package struct PartnerAsked: Sendable, Equatable {
    /// The id of the agency.
    package let partner: String
    package let wantsScene: Bool
    /// Where the office that asks is called.
    package let telephone: String?

    package init(partner: String, wantsScene: Bool, telephone: String?) {
        self.partner = partner
        self.wantsScene = wantsScene
        self.telephone = telephone
    }
}

extension IncidentFile {
    /// The ask to another agency's team to join this incident.
    ///
    /// - Parameters:
    ///   - agency: the id of the file's own agency.
    ///   - office: the title of the office that asks.
    ///   - agreed: the agencies with which there is an agreement for incidents in force today.
    ///   - able: those of them whose programmes answer incidents together with others.
    ///   - earlier: every ask of this incident so far.
    package func sharing(
        _ asked: PartnerAsked, as id: String, of agency: String, by office: String, agreed: Set<String>,
        able: Set<String>, earlier: [SharedIncident], under policy: PolicyPack, at now: Instant
    ) -> Result<SharedIncident, Refusal> {
        let clauses = policy.clausesOfSharing
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        func refused(_ message: String, _ field: String? = "partner") -> Result<SharedIncident, Refusal> {
            .failure(Refusal(message, field: field, clauses: clauses))
        }
        guard scope != .partnerAgency else {
            return refused("This is another agency’s incident. Its own team asks others to join.", nil)
        }
        guard agreed.contains(asked.partner) else {
            return refused("Agency: you have no agreement for incidents with them that is in force.")
        }
        guard able.contains(asked.partner) else {
            return refused("Agency: their programme does not answer incidents together with others here.")
        }
        guard !earlier.contains(where: { $0.partner == asked.partner && $0.isRunning }) else {
            return refused("Agency: they are asked already.")
        }
        guard earlier.count < SharedIncident.most else { return refused("This incident has no room for more.") }
        if let telephone = asked.telephone,
            !telephone.isTelephoneNumber || telephone.unicodeScalars.count > SharedIncident.longestTelephone
        {
            return refused("Where they call you: digits, such as +1 202 555 0142.", "telephone")
        }
        let nature = policy.incidentKind(kind)?.label ?? kind
        return .success(
            SharedIncident(
                id: id, asker: agency, file: self.id, partner: asked.partner,
                ask: SharedIncident.Ask(
                    nature: nature, happenedAt: happenedAt, wantsScene: asked.wantsScene, office: office,
                    telephone: asked.telephone),
                askedAt: now))
    }
}
