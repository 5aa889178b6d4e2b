/// What whoever runs the programme's part says of an incident when they are told of it.
package struct IncidentReport: Sendable, Equatable {
    package let kind: String
    package let scope: IncidentScope
    package let isLargeScale: Bool
    package let happenedAt: Instant
    package let toldAt: Instant
    package let means: Means
    package let teller: IncidentTeller
    /// Of those involved, one in each line.
    package let names: String

    package init(
        kind: String, scope: IncidentScope, isLargeScale: Bool, happenedAt: Instant, toldAt: Instant, means: Means,
        teller: IncidentTeller, names: String
    ) {
        self.kind = kind
        self.scope = scope
        self.isLargeScale = isLargeScale
        self.happenedAt = happenedAt
        self.toldAt = toldAt
        self.means = means
        self.teller = teller
        self.names = names
    }

    /// The most characters of names.
    package static let longestNames = 8_000
}

extension Means: Encodable {}

extension PolicyPack {
    /// Whether the programme keeps incidents and what it does about them.
    package var runsIncidents: Bool { incidents.ledBy != nil && !incidents.kinds.isEmpty }

    /// Those who report incidents and run what is done about them; and whoever has a word in whether a meeting is held.
    var conferredByIncidents: [ConferredPower] {
        guard runsIncidents, let leaders = incidents.ledBy?.value else { return [] }
        let deciding = meetings.flatMap(\.decidedBy).flatMap(roles(of:))
        return [ConferredPower(.leadIncidents, on: leaders)]
            + (deciding.isEmpty ? [] : [ConferredPower(.decideOnMeetings, on: deciding)])
    }

    /// For whom the programme may respond, in order, by what it is told.
    package var incidentScopes: [IncidentScope] { IncidentScope.allCases.filter { refusal(of: $0) == nil } }

    /// For whom it may respond at all: each is counted apart.
    package var countedScopes: [IncidentScope] { incidentScopes + (sharesIncidents ? [.partnerAgency] : []) }

    /// Why the programme does not respond for them, by its clause; nothing where it does.
    package func refusal(of scope: IncidentScope) -> Refusal? {
        let field = "scope"
        switch scope {
        case .own: return nil
        case .otherDepartments:
            guard let rule = scopeRules.otherDepartments else {
                return Refusal("For whom: the policy speaks of no other departments.", field: field)
            }
            return rule.value == .allowed
                ? nil
                : Refusal(
                    "For whom: this programme does not respond for other departments.", field: field, basis: rule.basis)
        case .community:
            let rule = scopeRules.community
            return rule.value == .criticalIncidents
                ? nil
                : Refusal(
                    "For whom: this programme does not respond for the community.", field: field, basis: rule.basis)
        case .partnerAgency:
            return Refusal(
                "For whom: you answer another agency’s incident by joining it, once its team asks yours.", field: field,
                basis: incidents.multiAgency?.basis)
        }
    }

    private var scopeRules: ProgrammeScope { scope }

    /// The ways by which the programme may be told: those of the policy, or any.
    package var incidentMeans: [Means] { incidents.notification?.means ?? Means.allCases }

    /// The roles that may read the names of those involved: those the policy names, else whoever runs the incident.
    package var readersOfIncidentNames: [RoleID] {
        incidents.notification?.namesSealedTo ?? incidents.ledBy?.value ?? []
    }

    /// What keeps a report from being taken, if anything.
    package func mayReport(_ report: IncidentReport, in calendar: AgencyCalendar, at now: Instant) -> Refusal? {
        let problems =
            (refusal(of: report.scope)?.problems ?? []) + (problems(of: report, in: calendar, at: now)?.problems ?? [])
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// The same for whomever the programme responds.
    func problems(of report: IncidentReport, in calendar: AgencyCalendar, at now: Instant) -> Refusal? {
        var problems: [Refusal.Problem] = []
        func wrong(_ field: String, _ message: String, _ clauses: [ClauseID] = []) {
            problems.append(Refusal.Problem(field: field, message: message, clauses: clauses))
        }
        let notification = incidents.notification?.basis.clauses ?? []
        if incidentKind(report.kind) == nil {
            wrong(
                "kind", "What it was: choose from the list.",
                incidents.kinds.flatMap(\.basis.clauses).withoutRepetition)
        }
        if report.isLargeScale && incidents.largeScale == nil {
            wrong("isLargeScale", "Large-scale: the policy has nothing of its own for such an event.")
        }
        if report.happenedAt > now { wrong("happenedAt", "When it happened: now or earlier.") }
        if report.toldAt < report.happenedAt || report.toldAt > now {
            wrong("toldAt", "When you were told: after it happened, and not ahead of now.", notification)
        }
        if !incidentMeans.contains(report.means) {
            wrong("means", "How you were told: \(incidentMeans.map(\.spoken).joined(separator: " or ")).", notification)
        }
        if let today = calendar.day(at: now), let day = calendar.day(at: report.happenedAt),
            let first = firstIncidentDayNamed(on: today), day < first
        {
            let days = retention.incidentNameDays
            wrong(
                "happenedAt",
                "When it happened: names of an incident are kept for \(days.value.number) days, and this was before.",
                days.basis.clauses)
        }
        if report.names.unicodeScalars.count > IncidentReport.longestNames {
            wrong("names", "Names: at most \(IncidentReport.longestNames) characters.", notification)
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

extension Means {
    package var spoken: String {
        switch self {
        case .page: "here"
        case .telephone: "by telephone"
        case .inPerson: "in person"
        }
    }
}

extension IncidentFile {
    /// The file that a report begins.
    package init(_ report: IncidentReport, as id: String) {
        self.init(
            id: id, kind: report.kind, scope: report.scope, isLargeScale: report.isLargeScale,
            happenedAt: report.happenedAt, told: Told(at: report.toldAt, means: report.means, by: report.teller))
    }

    /// Whether the programme was told later than the policy has it (OCP-II.D.1).
    package func wasToldLate(under policy: PolicyPack) -> Bool {
        guard let rule = policy.incidents.notification else { return false }
        return told.at > happenedAt.adding(seconds: Int64(rule.withinHours.number) * 3_600)
    }

    /// The file with somebody of the team marked as part of it, or with the mark taken away.
    package func marking(
        _ account: String, as involvement: Involvement?, ofTeam team: Set<String>
    ) -> Result<IncidentFile, Refusal> {
        guard team.contains(account) || involved[account] != nil else {
            return .failure(Refusal("Choose somebody of the team.", field: "account"))
        }
        guard involvement == nil || involved[account] != nil || involved.count < Incident.mostInvolved else {
            return .failure(Incident.isFull("account"))
        }
        var file = self
        file.involved[account] = involvement
        return .success(file)
    }
}
