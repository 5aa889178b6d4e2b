import HTML
import Operations
import Program

/// What whoever runs incidents does about one as a whole: report it, mark who of the team was there, close it.
enum IncidentReportActs {
    static let routes: [Route] = report.routes + mark.routes + close.routes

    static let report = Act(
        "reportIncident", "Report a critical incident: what it was, when, and how you were told.",
        at: CriticalIncidentAddresses.incidents, for: .holding(.leadIncidents), where: \.runsIncidents,
        taking: Input(kind, scope, isLargeScale, happenedAt, toldAt, means, teller, names) {
            kind, scope, isLargeScale, happenedAt, toldAt, means, teller, names in
            IncidentReport(
                kind: kind, scope: scope, isLargeScale: isLargeScale, happenedAt: happenedAt, toldAt: toldAt,
                means: means, teller: teller, names: names ?? "")
        }, then: .created("Reported.", at: CriticalIncidentAddresses.incident),
        see: { done in CriticalIncidentAddresses.incident.link(PathID(done.id ?? "")) },
        refused: { visit, refused in .page(IncidentReportPage.html(visit, refused), again: refused) },
        perform: { visit, report in try await visit.programmes.reportIncident(report, by: visit.staff) })

    static let mark = Act(
        "markIncidentInvolvement", "Mark somebody of the team as part of an incident, or take the mark away.",
        at: CriticalIncidentAddresses.involvement, .put, for: .holding(.leadIncidents), where: \.runsIncidents,
        taking: Input(
            Field<String>.found(MarkingPart.account, "Who of the team was part of it").laidOutByPage,
            Field<MarkedAs>.choice(MarkingPart.involvement, "How") { $0.rawValue }.laidOutByPage
        ) { (account: $0, involvement: $1.involvement) }, then: .done("Marked."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, mark, incident in
            try await visit.programmes.markInFile(
                mark.account, as: mark.involvement, in: incident.text, by: visit.staff)
        })

    static let close = Act(
        "closeIncident", "Close an incident: everything about it is over.", at: CriticalIncidentAddresses.end,
        for: .holding(.leadIncidents), where: \.runsIncidents, taking: .nothing, then: .done("Closed."),
        see: { _, _ in CriticalIncidentAddresses.incidents.link() }, refused: IncidentBoardPage.again,
        perform: { visit, _, incident in try await visit.programmes.closeIncident(incident.text, by: visit.staff) })

    // MARK: What a report takes

    static let kind = Field<String>.choice(
        "kind", "What it was", FieldWords(clauses: { $0.incidents.kinds.flatMap(\.basis.clauses).withoutRepetition })
    ) { pack in pack.incidents.kinds.map { FieldOption($0.id, $0.label) } }

    /// Pages offer those for whom the programme responds; a program that sends another is refused by its clause. A programme that
    /// responds for its own alone is not asked.
    private static let scope = Field<IncidentScope>.choice(
        "scope", "For whom", FieldWords(clauses: { $0.clausesOfScope })
    ) { $0.words }.asked { form, name, pack, filled in
        form.choice(
            name, "For whom", pack.incidentScopes.map { FieldOption($0.rawValue, $0.words) }, layout: .chips,
            first: filled.first[name] ?? IncidentScope.own.rawValue, origin: pack.clausesOfScope.origin)
    }.only(where: { $0.incidentScopes.count > 1 }, otherwise: .own)

    static let isLargeScale = Field<Bool>.flag(
        "isLargeScale", "Is it so large that it touches the team itself?",
        FieldWords(clauses: { $0.incidents.largeScale?.teamDebriefing.basis.clauses ?? [] })
    ).only(where: { $0.incidents.largeScale != nil }, otherwise: false)

    private static let happenedAt = Field<Instant>.moment("happenedAt", "When it happened")

    static let toldAt = Field<Instant>.moment(
        "toldAt", "When you were told", FieldWords(clauses: { $0.incidents.notification?.basis.clauses ?? [] }))

    static let means = Field<String>.choice(
        "means", "How you were told", FieldWords(clauses: { $0.incidents.notification?.basis.clauses ?? [] }),
        layout: .chips
    ) { pack in pack.incidentMeans.map { FieldOption($0.word, $0.spoken.capitalisedFirst) } }
    .map { word throws(Refusal) in
        guard let means = Means(word: word) else { throw Refusal("How you were told: choose one.", field: "means") }
        return means
    }

    private static let teller = Field<IncidentTeller>.choice("teller", "Who told you") { $0.words }

    private static let names = Field<String?>.words(
        maybe: "names", "Names of those involved", longest: IncidentReport.longestNames, rows: 6,
        FieldWords(
            hint:
                "One in each line. They are sealed, for you to know whom to invite, and destroyed after a time.",
            clauses: { $0.incidents.notification?.basis.clauses ?? [] }))
}

extension PolicyPack {
    /// The clauses that say for whom the programme responds beside its own.
    var clausesOfScope: [ClauseID] {
        ((scope.otherDepartments?.basis.clauses ?? []) + scope.community.basis.clauses).withoutRepetition
    }
}

extension IncidentScope {
    var words: String {
        switch self {
        case .own: "Our own people"
        case .otherDepartments: "Other departments"
        case .community: "The community"
        case .partnerAgency: "With another agency"
        }
    }
}

extension IncidentTeller {
    var words: String {
        switch self {
        case .incidentCommander: "Incident commander"
        case .watchCommander: "Watch commander"
        case .supervisor: "A supervisor"
        case .dispatcher: "Dispatch"
        case .member: "Somebody of the team"
        case .partnerAgency: "Another agency’s team"
        case .somebodyElse: "Somebody else"
        }
    }
}
