import Program

/// One account's copy of a request's key.
package struct RequestCopy: Sendable, Equatable {
    package let account: String
    package let sealed: [UInt8]
    /// With which stage it is offered; nothing for whoever has the request.
    package let wave: Stage?

    package init(account: String, sealed: [UInt8], wave: Stage?) {
        self.account = account
        self.sealed = sealed
        self.wave = wave
    }

    init(_ row: Row) throws {
        account = try row.text("account")
        sealed = try row.blob("sealed")
        wave = try row.optionalInt("wave").flatMap { Stage(number: $0) }
    }
}

/// A copy kept from its account until the first contact was made, or was missed.
package struct ReservedCopy: Sendable, Equatable {
    package let account: String
    package let locked: [UInt8]
    package let wave: Stage

    package init(account: String, locked: [UInt8], wave: Stage) {
        self.account = account
        self.locked = locked
        self.wave = wave
    }
}

extension [RequestCopy] {
    /// With which stage each account is offered the request.
    package var waves: [String: Stage] {
        Dictionary(
            compactMap { copy in copy.wave.map { (copy.account, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}

extension RequestRoutes {
    /// A request that the account has, or is offered: one whose key was sealed to it. There is no other way to a request.
    package func heldRequest(_ id: String, by account: String, agency: String) throws -> HeldRequest? {
        try transaction.row("\(HeldRequest.question(account, agency)) AND request.id = \(id)").map(HeldRequest.init)
    }

    /// The requests whose key was sealed to the account, in no telling order.
    package func heldRequests(by account: String, agency: String) throws -> [HeldRequest] {
        // Sorted here: asked for in this order, an engine may begin at the agency's requests instead of the account's copies.
        try transaction.rows(HeldRequest.question(account, agency)).map(HeldRequest.init)
            .sorted { $0.request.id < $1.request.id }
    }

    /// Of those, what is offered to the account just now: what it has already is not read for it.
    package func offeredRequests(to account: String, agency: String) throws -> [HeldRequest] {
        try transaction.rows("\(HeldRequest.question(account, agency)) AND request.state = 'offered'")
            .map(HeldRequest.init).sorted { $0.request.id < $1.request.id }
    }

    /// Where each of those stands, and with which stage the account is asked: enough to know whether anything is offered to it.
    package func offeredStandings(
        to account: String, agency: String
    ) throws -> [(request: String, pack: String, standing: RequestStanding, copy: RequestCopy)] {
        try transaction.rows(
            """
            SELECT request.id, request.pack, \(RequestStanding.columnsOfRequest), request_copy.account,
                request_copy.sealed, request_copy.wave
            FROM request_copy JOIN request ON request.agency = request_copy.agency AND request.id = request_copy.request
            WHERE request_copy.agency = \(agency) AND request_copy.account = \(account)
                AND request.state = 'offered'
            """
        ).map { row in
            (try row.text("id"), try row.text("pack"), try RequestStanding(row), try RequestCopy(row))
        }
    }

    package func insert(_ copies: [RequestCopy], request: String, agency: String) throws {
        // A few at a time: others wait while a request is stored, and each statement goes to the server and back.
        for start in stride(from: 0, to: copies.count, by: 16) {
            let rows = copies[start..<min(start + 16, copies.count)].map { copy -> SQL in
                "(\(request), \(agency), \(copy.account), \(copy.sealed), \(copy.wave?.number))"
            }
            let values = rows.joined(by: ", ")
            try transaction.execute(
                "INSERT INTO request_copy (request, agency, account, sealed, wave) VALUES \(values)")
        }
    }

    package func copies(of request: String) throws -> [RequestCopy] {
        try transaction.rows(
            "SELECT account, sealed, wave FROM request_copy WHERE request = \(request) ORDER BY account"
        )
        .map(RequestCopy.init)
    }

    /// Asks those accounts with an earlier or later stage than before.
    package func setWave(_ wave: Stage?, of accounts: [String], request: String) throws {
        try transaction.execute(
            """
            UPDATE request_copy SET wave = \(wave?.number)
            WHERE request = \(request) AND account IN (\(list: accounts))
            """)
    }

    /// Replaces what an account holds.
    package func setCopy(_ sealed: [UInt8], of account: String, request: String) throws {
        try transaction.execute(
            "UPDATE request_copy SET sealed = \(sealed) WHERE request = \(request) AND account = \(account)")
    }

    package func deleteCopy(of account: String, request: String) throws {
        try transaction.execute("DELETE FROM request_copy WHERE request = \(request) AND account = \(account)")
    }

    /// Deletes every copy but that of whoever has the request now, who is offered it no more.
    package func keepCopy(of account: String, alone request: String) throws {
        try transaction.execute("DELETE FROM request_copy WHERE request = \(request) AND account <> \(account)")
        try setWave(nil, of: [account], request: request)
    }

    /// Deletes what was sealed to a key that the account no longer has: it opens nothing any more.
    package func deleteCopies(heldBy account: String, agency: String) throws {
        try transaction.execute("DELETE FROM request_copy WHERE agency = \(agency) AND account = \(account)")
        try transaction.execute("DELETE FROM request_reserve WHERE agency = \(agency) AND account = \(account)")
        try transaction.execute("DELETE FROM request_consultation WHERE agency = \(agency) AND account = \(account)")
    }

    package func insert(_ reserves: [ReservedCopy], request: String, agency: String) throws {
        // A few at a time: others wait while a request is taken, and each statement goes to the server and back.
        for start in stride(from: 0, to: reserves.count, by: 8) {
            let rows = reserves[start..<min(start + 8, reserves.count)].map { reserve -> SQL in
                "(\(request), \(agency), \(reserve.account), \(reserve.locked), \(reserve.wave.number))"
            }
            let values = rows.joined(by: ", ")
            try transaction.execute(
                "INSERT INTO request_reserve (request, agency, account, locked, wave) VALUES \(values)")
        }
    }

    package func reserves(of request: String) throws -> [ReservedCopy] {
        try transaction.rows(
            "SELECT account, locked, wave FROM request_reserve WHERE request = \(request) ORDER BY account"
        ).map {
            guard let wave = Stage(number: try $0.int("wave")) else {
                throw StoreFault.unreadable(column: "wave", problem: "is no stage")
            }
            return ReservedCopy(account: try $0.text("account"), locked: try $0.blob("locked"), wave: wave)
        }
    }

    /// Whether the account was asked too, before somebody else took the request.
    package func isReserved(_ request: String, for account: String, agency: String) throws -> Bool {
        try transaction.row(
            """
            SELECT 1 AS found FROM request_reserve
            WHERE request = \(request) AND account = \(account) AND agency = \(agency)
            """) != nil
    }

    package func deleteReserves(of request: String) throws {
        try transaction.execute("DELETE FROM request_reserve WHERE request = \(request)")
    }
}

/// A request with one account's copy of its key.
package struct HeldRequest: Sendable, Equatable {
    package let request: RequestRow
    package let copy: RequestCopy

    fileprivate init(_ row: Row) throws {
        request = try RequestRow(row)
        copy = try RequestCopy(row)
    }

    fileprivate static func question(_ account: String, _ agency: String) -> SQL {
        """
        SELECT \(RequestRow.columns), request_copy.account, request_copy.sealed, request_copy.wave
        FROM request_copy JOIN request ON request.agency = request_copy.agency AND request.id = request_copy.request
        WHERE request_copy.agency = \(agency) AND request_copy.account = \(account)
        """
    }
}
