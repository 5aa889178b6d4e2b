import HTML
import Operations
import Program

/// For seekers: the teams of other agencies that they may ask too, while there is an agreement (IACP-3.9.2-1). Each link leads to that
/// agency's own page and says nothing of where one comes from.
enum OtherTeams {
    static func asked(besides visit: AgencyVisit) async throws -> HTML? {
        html(try await visit.programmes.agenciesToAsk(besides: visit.agency), visit.agency)
    }

    /// By what agreements somebody of another agency may ask here.
    static func mayAskHere(_ agencies: [AidPartnerAgency]) -> HTML? {
        guard !agencies.isEmpty else { return nil }
        return """
            <p class="field-hint">By agreement, whoever the programme of \(agencies.map(\.title).listed()) is for may ask here too. Nobody there is \
            told.</p>
            """
    }

    /// Nothing where there is no such agreement.
    static func html(_ agencies: [AidPartnerAgency], _ agency: Agency) -> HTML? {
        guard !agencies.isEmpty else { return nil }
        return section(
            "If you would rather ask another agency’s team",
            """
            <p>You may, by an agreement between the agencies. What you ask there belongs to that agency’s programme: its own words on what \
            stays between you hold, its own team answers, and it keeps and destroys the request by its own rules. Nobody here learns of it. \
            There, say that you come from another agency, by agreement.</p>
            \(agencies.map { agency in
                actions(
                    linkButton(
                        "Ask the team of \(agency.title)", to: SeekerAddresses.ask.link(PathID(agency.slug)),
                        style: .quiet, icon: .message))
            })
            """)
    }
}
