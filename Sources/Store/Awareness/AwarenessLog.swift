import Program

extension Transaction {
    /// What was done since that day, the latest first.
    package func awareness(agency: String, since day: Day) throws -> [AwarenessActivity] {
        try rows(
            """
            SELECT id, activity, done_on, partner, reach FROM awareness_activity
            WHERE agency = \(agency) AND done_on >= \(day.text) ORDER BY done_on DESC, id
            """
        ).map { row in
            guard let reach = AwarenessActivity.Reach(rawValue: try row.text("reach")) else {
                throw StoreFault.unreadable(column: "reach", problem: "is no band")
            }
            return AwarenessActivity(
                id: try row.text("id"), activity: try row.text("activity"), day: try row.day("done_on"),
                partner: try row.optionalText("partner"), reach: reach)
        }
    }

    package func insert(_ activity: AwarenessActivity, agency: String) throws {
        try execute(
            """
            INSERT INTO awareness_activity (id, agency, activity, done_on, partner, reach)
            VALUES (\(activity.id), \(agency), \(activity.activity), \(activity.day.text), \(activity.partner),
                \(activity.reach.rawValue))
            """)
    }

    /// False where there is none.
    package func deleteAwareness(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM awareness_activity WHERE id = \(id) AND agency = \(agency)") == 1
    }

    /// The partners that the programme named, by name.
    package func partners(agency: String) throws -> [PartnerOrganisation] {
        try rows(
            "SELECT id, name, contact, listed_on FROM partner_organisation WHERE agency = \(agency) ORDER BY name"
        ).map { row in
            PartnerOrganisation(
                id: try row.text("id"), name: try row.text("name"), contact: try row.text("contact"),
                listedOn: try row.day("listed_on"))
        }
    }

    package func insert(_ partner: PartnerOrganisation, agency: String) throws {
        try execute(
            """
            INSERT INTO partner_organisation (id, agency, name, contact, listed_on)
            VALUES (\(partner.id), \(agency), \(partner.name), \(partner.contact), \(partner.listedOn.text))
            """)
    }

    /// False where there is none.
    package func deletePartner(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM partner_organisation WHERE id = \(id) AND agency = \(agency)") == 1
    }
}
