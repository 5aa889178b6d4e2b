import HTML
import Operations
import Program

/// On the home of whoever plans the team: calling out, referring to professionals, figures of use, training and meetings (IACP-3.9.4).
enum PlanningHome {
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> HTML? {
        let powers = visit.staff.powers
        guard powers.contains(.planTeam) else { return nil }
        let places: [HTML?] = [
            powers.contains(.keepRoster)
                ? linkCard(
                    "Activation", detail: "Who can be called out, at every hour", to: RosterAddresses.roster.link(),
                    icon: .clock) : nil,
            visit.pack.hasConsultants
                ? linkCard(
                    "Referral to professionals", detail: "Whom members can consult and refer to",
                    to: ConsultantAddresses.consultants.link(), icon: .people) : nil,
            powers.contains(.publishSummary) || powers.contains(.readSummaries)
                ? linkCard(
                    "Use of the programme", detail: "Published figures", to: StatisticsAddresses.figures.link(),
                    icon: .sheet) : nil,
            linkCard(
                "Training and meetings", detail: "On the page of the team", to: HubAddresses.team.link(), icon: .people),
            linkCard(
                "Planning the team", detail: "Staffing, cover, what is ahead", to: PlanningAddresses.plan.link(),
                icon: .people),
        ]
        return section("To coordinate", cards(places.compactMap(\.self) + ReportPages.links(visit)))
    }
}
