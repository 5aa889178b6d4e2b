import Program

/// That somebody responds in person after hours or off duty: who, on which day, with which vehicle of the pack's list.
package struct ResponseRow: Sendable, Equatable {
    package let id: String
    package let account: String
    package let toldOn: Day
    package let vehicle: String?

    package init(id: String, account: String, toldOn: Day, vehicle: String?) {
        self.id = id
        self.account = account
        self.toldOn = toldOn
        self.vehicle = vehicle
    }
}

extension Transaction {
    package func insert(_ response: ResponseRow, agency: String) throws {
        try execute(
            """
            INSERT INTO response (id, agency, account, told_on, vehicle)
            VALUES (\(response.id), \(agency), \(response.account), \(response.toldOn.text), \(response.vehicle))
            """)
    }

    package func response(_ id: String, agency: String) throws -> ResponseRow? {
        guard
            let row = try row("SELECT account, told_on, vehicle FROM response WHERE agency = \(agency) AND id = \(id)")
        else { return nil }
        guard let toldOn = Day(try row.text("told_on")) else {
            throw StoreFault.unreadable(column: "told_on", problem: "is no day")
        }
        return ResponseRow(
            id: id, account: try row.text("account"), toldOn: toldOn, vehicle: try row.optionalText("vehicle"))
    }

    package func deleteResponses(agency: String, toldBefore day: Day) throws {
        try execute("DELETE FROM response WHERE agency = \(agency) AND told_on < \(day.text)")
    }
}
