import HTML
import Operations
import Program

/// An incident that two agencies answer together: asked by one, joined or declined by the other, left by either (OCP-I.A-2).
enum SharedIncidentActs {
    static let routes: [Route] = share.routes + join.routes + decline.routes + end.routes

    static let share = Act(
        "shareIncident", "Ask another agency's team to join an incident, by an agreement that is in force.",
        at: CriticalIncidentAddresses.sharing, for: .holding(.leadIncidents), where: \.sharesIncidents,
        taking: Input(
            Field<String>.found(partner, "Agency", FieldWords(clauses: { $0.clausesOfSharing })),
            Field<Bool>.flag("wantsScene", "Are supporters wanted at the scene?"), telephone
        ) { PartnerAsked(partner: $0, wantsScene: $1, telephone: $2) }, then: .created("Asked."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, asked, incident in
            try await visit.programmes.shareIncident(asked, in: incident.text, by: visit.staff)
        })

    static let join = Act(
        "joinIncident", "Join another agency's incident with a file of your own, under your own policy.",
        at: CriticalIncidentAddresses.joining, for: .holding(.leadIncidents), where: \.sharesIncidents,
        taking: Input(
            IncidentReportActs.kind, IncidentReportActs.isLargeScale, IncidentReportActs.toldAt,
            IncidentReportActs.means
        ) { JoiningReport(kind: $0, isLargeScale: $1, toldAt: $2, means: $3) },
        then: .created("Joined.", at: CriticalIncidentAddresses.incident),
        see: { done, _ in done.id.map { CriticalIncidentAddresses.incident.link(PathID($0)) } ?? list },
        refused: SharedIncidentPages.again,
        perform: { visit, joining, shared in
            try await visit.programmes.joinIncident(joining, in: shared.text, by: visit.staff)
        })

    static let decline = Act(
        "declineIncident", "Say that your team does not join another agency's incident.",
        at: CriticalIncidentAddresses.declining, for: .holding(.leadIncidents), where: \.sharesIncidents,
        taking: .nothing, then: .done("Declined."), see: { _, _ in list }, refused: SharedIncidentPages.again,
        perform: { visit, _, shared in
            try await visit.programmes.declineIncident(shared.text, by: visit.staff)
        })

    static let end = Act(
        "endSharing", "Take back what another agency was asked, or leave an incident that is answered together.",
        at: CriticalIncidentAddresses.sharingEnd, for: .holding(.leadIncidents), where: \.sharesIncidents,
        taking: .nothing, then: .done("It is over."), see: { _, _ in list }, refused: SharedIncidentPages.listAgain,
        perform: { visit, _, shared in try await visit.programmes.endSharing(shared.text, by: visit.staff) })

    static let partner = "partner"

    private static var list: Link { CriticalIncidentAddresses.incidents.link() }

    private static let telephone = Field<String?>.text(
        maybe: "telephone", "Where they call you", longest: SharedIncident.longestTelephone, kind: .telephone,
        FieldWords(hint: "Left open, they call you as the agreement says."))
}
