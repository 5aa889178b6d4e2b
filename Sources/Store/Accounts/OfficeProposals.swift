import Program

extension OfficeProposal {
    fileprivate static let columns: SQL =
        "id, account, role, area, starts_on, held_until, ends_holding, proposed_by, proposed_on"

    fileprivate init(_ row: Row) throws {
        guard let startsOn = Day(try row.text("starts_on")), let proposedOn = Day(try row.text("proposed_on")) else {
            throw StoreFault.unreadable(column: "starts_on", problem: "is no day")
        }
        let holding = Holding(
            role: RoleID(try row.text("role")), area: try row.optionalText("area"), startsOn: startsOn,
            until: try row.optionalText("held_until").flatMap { Day($0) })
        self.init(
            id: try row.text("id"), account: try row.text("account"),
            change: try row.optionalText("ends_holding").map { .end($0, holding) } ?? .give(holding),
            proposedBy: try row.text("proposed_by"), proposedOn: proposedOn)
    }

    fileprivate var endsHolding: String? {
        switch change {
        case .give: nil
        case .end(let holding, _): holding
        }
    }
}

// What waits for a second person's yes. What was said is in the audit chain; here stands only what waits.
extension Transaction {
    package func insert(_ proposal: OfficeProposal, agency: String) throws {
        let holding = proposal.holding
        try execute(
            """
            INSERT INTO office_proposal (id, agency, account, role, area, starts_on, held_until, ends_holding, proposed_by,
                proposed_on)
            VALUES (\(proposal.id), \(agency), \(proposal.account), \(holding.role.text), \(holding.area),
                \(holding.startsOn.text), \(holding.until?.text), \(proposal.endsHolding), \(proposal.proposedBy),
                \(proposal.proposedOn.text))
            """)
    }

    /// All that waits in the agency, the oldest first.
    package func officeProposals(agency: String) throws -> [OfficeProposal] {
        try rows(
            """
            SELECT \(OfficeProposal.columns) FROM office_proposal WHERE agency = \(agency)
            ORDER BY proposed_on, id
            """
        ).map(OfficeProposal.init)
    }

    package func officeProposal(_ id: String, agency: String) throws -> OfficeProposal? {
        try row("SELECT \(OfficeProposal.columns) FROM office_proposal WHERE agency = \(agency) AND id = \(id)")
            .map(OfficeProposal.init)
    }

    package func deleteOfficeProposal(_ id: String, agency: String) throws {
        try execute("DELETE FROM office_proposal WHERE agency = \(agency) AND id = \(id)")
    }
}
