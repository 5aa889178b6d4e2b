import Program

/// A name to be offered support, as stored, with the sealed paper that has it.
package struct OutreachRow: Sendable, Equatable {
    package let offer: OutreachOffer
    package let paper: String

    package init(offer: OutreachOffer, paper: String) {
        self.offer = offer
        self.paper = paper
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            offer: OutreachOffer(
                id: try row.text("id"), incident: try row.text("incident"), supporter: try row.text("supporter"),
                nextOn: try row.day("next_on")), paper: try row.text("paper"))
    }

    fileprivate static let columns: SQL = "id, incident, supporter, next_on, paper"
}

extension Transaction {
    /// Keeps a name that was given to a supporter, and by what it is known again.
    package func insert(_ row: OutreachRow, mark: [UInt8], agency: String) throws {
        let offer = row.offer
        try execute(
            """
            INSERT INTO outreach_offer (id, agency, incident, supporter, next_on, paper)
            VALUES (\(offer.id), \(agency), \(offer.incident), \(offer.supporter), \(offer.nextOn.text), \(row.paper))
            """)
        try execute(
            """
            INSERT INTO outreach_mark (mark, agency, incident, offer)
            VALUES (\(mark), \(agency), \(offer.incident), \(offer.id))
            """)
    }

    /// Whether the name was given before.
    package func isGiven(_ mark: [UInt8], agency: String) throws -> Bool {
        try row("SELECT 1 AS found FROM outreach_mark WHERE mark = \(mark) AND agency = \(agency)") != nil
    }

    package func outreachOffer(_ id: String, agency: String) throws -> OutreachRow? {
        try row("SELECT \(OutreachRow.columns) FROM outreach_offer WHERE id = \(id) AND agency = \(agency)")
            .map(OutreachRow.init)
    }

    /// Those of an incident that have still to be answered.
    package func outreachOffers(in incident: String, agency: String) throws -> [OutreachRow] {
        try rows(
            """
            SELECT \(OutreachRow.columns) FROM outreach_offer
            WHERE incident = \(incident) AND agency = \(agency) ORDER BY next_on, id
            """
        ).map(OutreachRow.init)
    }

    /// Those of one supporter.
    package func outreachOffers(of supporter: String, agency: String) throws -> [OutreachRow] {
        try rows(
            """
            SELECT \(OutreachRow.columns) FROM outreach_offer
            WHERE agency = \(agency) AND supporter = \(supporter) ORDER BY next_on, id
            """
        ).map(OutreachRow.init)
    }

    /// Those whose day has come.
    package func outreachDue(agency: String, on today: Day) throws -> [OutreachRow] {
        try rows(
            """
            SELECT \(OutreachRow.columns) FROM outreach_offer
            WHERE agency = \(agency) AND next_on <= \(today.text) ORDER BY next_on, id
            """
        ).map(OutreachRow.init)
    }

    package func setOutreachDay(_ day: Day, of id: String, agency: String) throws {
        try execute("UPDATE outreach_offer SET next_on = \(day.text) WHERE id = \(id) AND agency = \(agency)")
    }

    /// Ends an offer and destroys the name.
    ///
    /// - Parameter isAnswered: whether its person is not to be asked again; else the name may be given anew.
    package func end(_ row: OutreachRow, isAnswered: Bool, agency: String) throws {
        let id = row.offer.id
        if isAnswered {
            try execute("UPDATE outreach_mark SET offer = NULL WHERE offer = \(id)")
        } else {
            try execute("DELETE FROM outreach_mark WHERE offer = \(id)")
        }
        try execute("DELETE FROM outreach_offer WHERE id = \(id) AND agency = \(agency)")
        try deletePaper(row.paper, agency: agency)
    }

    /// The incidents of which somebody is known again.
    package func incidentsWithOutreach(agency: String) throws -> [String] {
        try rows("SELECT DISTINCT incident FROM outreach_mark WHERE agency = \(agency)").map { try $0.text("incident") }
    }

    /// Nobody of an incident is known again.
    package func deleteOutreachMarks(of incident: String, agency: String) throws {
        try execute("DELETE FROM outreach_mark WHERE incident = \(incident) AND agency = \(agency)")
    }
}
