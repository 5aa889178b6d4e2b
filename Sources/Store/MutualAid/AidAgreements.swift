import Program

extension AidAgreement {
    fileprivate init(_ row: Row) throws {
        func approval(_ role: String, _ day: String) throws -> Approval? {
            try row.optionalText(.named(role)).map { Approval(by: RoleID($0), on: try row.day(day)) }
        }
        self.init(
            id: try row.text("id"), proposer: try row.text("agency"), partner: try row.text("partner"),
            purposes: try row.aidPurposes(), until: try row.optionalDay("until_day"),
            proposedBy: try row.text("proposed_by"), proposedOn: try row.day("proposed_on"),
            status: try row.aidStatus(), ownApproval: try approval("own_role", "own_on"),
            partnerApproval: try approval("partner_role", "partner_on"), end: try row.aidEnd())
    }
}

extension Row {
    fileprivate func aidPurposes() throws -> Set<AidPurpose> {
        Set(try AidPurpose.allCases.filter { try bool(.named($0.rawValue)) })
    }

    fileprivate func aidStatus() throws -> AidAgreement.Status {
        guard let status = AidAgreement.Status(rawValue: try text("status")) else {
            throw StoreFault.unreadable(column: "status", problem: "is no status of an agreement")
        }
        return status
    }

    fileprivate func aidEnd() throws -> AidAgreement.End? {
        guard let text = try optionalText("ended_by") else { return nil }
        guard let side = AidAgreement.Side(rawValue: text) else {
            throw StoreFault.unreadable(column: "ended_by", problem: "is no side of an agreement")
        }
        return AidAgreement.End(by: side, on: try day("ended_on"))
    }
}

// Every statement names the agency that asks, on one of the two sides.
extension Transaction {
    /// The agencies with which that one has agreements in force on that day.
    package func aidPartners(of agency: String, on day: Day) throws -> [AidPartner] {
        let proposed = try rows(
            """
            SELECT id, partner AS other, lending, incidents, regional FROM aid_agreement
            WHERE agency = \(agency) AND status = 'in-force' AND (until_day IS NULL OR until_day >= \(day.text))
            """)
        let taken = try rows(
            """
            SELECT id, agency AS other, lending, incidents, regional FROM aid_agreement
            WHERE partner = \(agency) AND status = 'in-force' AND (until_day IS NULL OR until_day >= \(day.text))
            """)
        return try (proposed + taken).map { row in
            AidPartner(
                agreement: try row.text("id"), agency: try row.text("other"), purposes: try row.aidPurposes())
        }.sorted { ($0.agency, $0.agreement) < ($1.agency, $1.agreement) }
    }

    /// Every agreement that an agency is a side of, whether or not it knows of it yet.
    package func aidAgreements(of agency: String) throws -> [AidAgreement] {
        let proposed = try rows(
            """
            SELECT id, agency, partner, lending, incidents, regional, until_day, proposed_by, proposed_on, status,
                own_role, own_on, partner_role, partner_on, ended_by, ended_on FROM aid_agreement
            WHERE agency = \(agency)
            """)
        let taken = try rows(
            """
            SELECT id, agency, partner, lending, incidents, regional, until_day, proposed_by, proposed_on, status,
                own_role, own_on, partner_role, partner_on, ended_by, ended_on FROM aid_agreement
            WHERE partner = \(agency)
            """)
        return try (proposed + taken).map(AidAgreement.init)
    }

    /// Nothing where there is none, or that agency is no side of it.
    package func aidAgreement(_ id: String, of agency: String) throws -> AidAgreement? {
        try row(
            """
            SELECT id, agency, partner, lending, incidents, regional, until_day, proposed_by, proposed_on, status,
                own_role, own_on, partner_role, partner_on, ended_by, ended_on FROM aid_agreement
            WHERE id = \(id) AND (agency = \(agency) OR partner = \(agency))
            """
        ).map(AidAgreement.init)
    }

    package func insert(_ agreement: AidAgreement) throws {
        let purposes = agreement.purposes
        try execute(
            """
            INSERT INTO aid_agreement (id, agency, partner, lending, incidents, regional, until_day, proposed_by,
                proposed_on, status)
            VALUES (\(agreement.id), \(agreement.proposer), \(agreement.partner), \(purposes.contains(.lending)),
                \(purposes.contains(.incidents)), \(purposes.contains(.regional)), \(agreement.until?.text),
                \(agreement.proposedBy), \(agreement.proposedOn.text), \(agreement.status.rawValue))
            """)
    }

    /// What became of it: its standing, the yes of each side, and its end.
    package func update(_ agreement: AidAgreement) throws {
        try execute(
            """
            UPDATE aid_agreement SET status = \(agreement.status.rawValue),
                own_role = \(agreement.ownApproval?.role.text), own_on = \(agreement.ownApproval?.on.text),
                partner_role = \(agreement.partnerApproval?.role.text), partner_on = \(agreement.partnerApproval?.on.text),
                ended_by = \(agreement.end?.by.rawValue), ended_on = \(agreement.end?.on.text)
            WHERE id = \(agreement.id) AND agency = \(agreement.proposer)
            """)
    }
}
