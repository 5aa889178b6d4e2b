import Program

extension Row {
    fileprivate func day(_ column: String) throws -> Day? {
        try optionalText(.named(column)).map { text in
            guard let day = Day(text) else { throw StoreFault.unreadable(column: column, problem: "is no day") }
            return day
        }
    }

    fileprivate func presentDay(_ column: String) throws -> Day {
        guard let day = try day(column) else { throw StoreFault.unreadable(column: column, problem: "is empty") }
        return day
    }
}

/// A seat as stored, with the role that came with it.
package struct SeatRow: Sendable, Equatable {
    package let seat: Seat
    package let holding: String?

    fileprivate init(_ row: Row) throws {
        let ending = try row.optionalText("ending").map { text in
            guard let cause = SeatEnding.Cause(rawValue: text) else {
                throw StoreFault.unreadable(column: "ending", problem: "is no ending")
            }
            return SeatEnding(cause, on: try row.presentDay("ended_on"))
        }
        let attested = try row.optionalText("attested_by").map {
            SeatAttestation(by: $0, on: try row.presentDay("attested_on"))
        }
        seat = Seat(
            id: try row.text("id"), committee: CommitteeID(try row.text("committee")), seat: try row.text("seat"),
            account: try row.text("account"), offeredBy: try row.text("offered_by"),
            offeredOn: try row.presentDay("offered_on"), startsOn: try row.day("starts_on"),
            until: try row.day("until"), ending: ending, attested: attested, ballot: try row.optionalText("ballot"))
        holding = try row.optionalText("holding")
    }

    fileprivate static let columns: SQL =
        """
        id, committee, seat, account, offered_by, offered_on, starts_on, until, ended_on, ending, attested_by,
        attested_on, ballot, holding
        """
}

extension Transaction {
    package func insert(_ seat: Seat, agency: String) throws {
        try execute(
            """
            INSERT INTO seat (id, agency, committee, seat, account, offered_by, offered_on, starts_on, until,
                attested_by, attested_on, ballot)
            VALUES (\(seat.id), \(agency), \(seat.committee.text), \(seat.seat), \(seat.account), \(seat.offeredBy),
                \(seat.offeredOn.text), \(seat.startsOn?.text), \(seat.until?.text), \(seat.attested?.by), \(seat.attested?.on.text), \(seat.ballot))
            """)
    }

    package func seat(_ id: String, agency: String) throws -> SeatRow? {
        try row("SELECT \(SeatRow.columns) FROM seat WHERE agency = \(agency) AND id = \(id)").map(SeatRow.init)
    }

    /// Every seat of the committee that was ever offered, the earliest first.
    package func seats(of committee: CommitteeID, agency: String) throws -> [SeatRow] {
        try rows(
            """
            SELECT \(SeatRow.columns) FROM seat WHERE agency = \(agency) AND committee = \(committee.text)
            ORDER BY offered_on, id
            """
        ).map(SeatRow.init)
    }

    /// Every seat of the agency that is offered or held on that day or later.
    package func openSeats(agency: String, on day: Day) throws -> [SeatRow] {
        try rows(
            """
            SELECT \(SeatRow.columns) FROM seat
            WHERE agency = \(agency) AND ended_on IS NULL AND (until IS NULL OR until > \(day.text))
            ORDER BY committee, offered_on, id
            """
        ).map(SeatRow.init)
    }

    /// Every seat that was ever offered to one of those accounts.
    package func seats(ofAccounts accounts: [String], agency: String) throws -> [SeatRow] {
        try rows(
            """
            SELECT \(SeatRow.columns) FROM seat WHERE agency = \(agency) AND account IN (\(list: accounts))
            ORDER BY offered_on, id
            """
        ).map(SeatRow.init)
    }

    /// The seat is held from that day, with the role that comes with it.
    package func beginSeat(_ id: String, on day: Day, until end: Day?, holding: String, agency: String) throws {
        try execute(
            """
            UPDATE seat SET starts_on = \(day.text), until = \(end?.text), holding = \(holding)
            WHERE agency = \(agency) AND id = \(id) AND starts_on IS NULL AND ended_on IS NULL
            """)
    }

    /// Whether the role came with a seat that has not ended.
    package func isOfSeat(_ holding: String, agency: String) throws -> Bool {
        try row("SELECT id FROM seat WHERE agency = \(agency) AND holding = \(holding) AND ended_on IS NULL") != nil
    }

    package func endSeat(_ id: String, _ ending: SeatEnding, agency: String) throws {
        try execute(
            """
            UPDATE seat SET ended_on = \(ending.on.text), ending = \(ending.cause.rawValue)
            WHERE agency = \(agency) AND id = \(id) AND ended_on IS NULL
            """)
    }

    /// Which of those accounts' people the directory has as supervising others.
    package func supervising(_ accounts: [String], agency: String) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT account.id FROM account
                JOIN person ON person.agency = account.agency AND person.id = account.person
                WHERE account.agency = \(agency) AND account.id IN (\(list: accounts)) AND person.is_supervisor = 1
                    AND person.ended_on IS NULL
                """
            ).map { try $0.text("id") })
    }
}
