import Program

/// A request as stored.
package struct RequestRow: Sendable, Equatable {
    package let id: String
    package let agency: String
    /// The pack it was asked under.
    package let pack: String
    package let receipt: [UInt8]
    package let seekerCopy: [UInt8]
    package let card: [UInt8]
    package let words: [UInt8]
    package let record: [UInt8]
    package let standing: RequestStanding

    package init(
        id: String, agency: String, pack: String, receipt: [UInt8], seekerCopy: [UInt8],
        card: [UInt8], words: [UInt8], record: [UInt8], standing: RequestStanding
    ) {
        self.id = id
        self.agency = agency
        self.pack = pack
        self.receipt = receipt
        self.seekerCopy = seekerCopy
        self.card = card
        self.words = words
        self.record = record
        self.standing = standing
    }

    init(_ row: Row) throws {
        id = try row.text("id")
        agency = try row.text("agency")
        pack = try row.text("pack")
        receipt = try row.blob("receipt")
        seekerCopy = try row.blob("seeker_copy")
        card = try row.blob("card")
        words = try row.blob("words")
        record = try row.blob("course")
        standing = try RequestStanding(row)
    }

    static let columns: SQL =
        """
        request.id, request.agency, request.pack, request.receipt, request.seeker_copy, request.card, request.words,
        request.course, \(RequestStanding.columnsOfRequest)
        """
}

extension Transaction {
    package func insert(_ request: RequestRow) throws {
        try execute(
            """
            INSERT INTO request (id, agency, pack, receipt, seeker_copy, card, words, course, \(RequestStanding.columns))
            VALUES (\(request.id), \(request.agency), \(request.pack), \(request.receipt),
                \(request.seekerCopy), \(request.card), \(request.words), \(request.record),
                \(request.standing.values))
            """)
    }

    /// The request that the receipt opens.
    package func request(agency: String, receipt: [UInt8]) throws -> RequestRow? {
        try row("SELECT \(RequestRow.columns) FROM request WHERE receipt = \(receipt) AND agency = \(agency)")
            .map(RequestRow.init)
    }

    package func request(id: String) throws -> RequestRow? {
        try row("SELECT \(RequestRow.columns) FROM request WHERE id = \(id)").map(RequestRow.init)
    }

    /// Whether a request of the agency is left whose receipt is derived in the slow way of old.
    package func hasOldReceipts(agency: String) throws -> Bool {
        try row("SELECT 1 AS found FROM old_receipt WHERE agency = \(agency) LIMIT 1") != nil
    }

    package func setRecord(_ sealed: [UInt8], of id: String) throws {
        try execute("UPDATE request SET course = \(sealed) WHERE id = \(id)")
    }

    package func setWords(_ sealed: [UInt8], of id: String) throws {
        try execute("UPDATE request SET words = \(sealed) WHERE id = \(id)")
    }

    /// Deletes the request with every copy of its key and everything sealed under it. False where it is gone already.
    @discardableResult
    package func deleteRequest(_ id: String) throws -> Bool {
        try requestRoutes.takeBack(id)
        try execute("DELETE FROM request_message WHERE request = \(id)")
        try execute("DELETE FROM request_consent WHERE request = \(id)")
        try execute("DELETE FROM old_receipt WHERE request = \(id)")
        return try execute("DELETE FROM request WHERE id = \(id)") == 1
    }
}
