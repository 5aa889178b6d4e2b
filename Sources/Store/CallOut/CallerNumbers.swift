/// A supporter's copy of a caller's number: under lock until they are paged, sealed to them from then on.
package enum CallerNumberCopy: Sendable, Equatable {
    case locked([UInt8])
    case sealed([UInt8])
}

extension Transaction {
    /// Whether a number is there for whoever answers, or was not taken yet by whoever did.
    package func hasCallerNumber(of callOut: String, agency: String) throws -> Bool {
        try row(
            "SELECT 1 AS found FROM call_out_number WHERE agency = \(agency) AND call_out = \(callOut) LIMIT 1") != nil
    }

    package func callerNumber(
        of callOut: String, for account: String, agency: String
    ) throws -> CallerNumberCopy? {
        try row(
            """
            SELECT locked, sealed FROM call_out_number
            WHERE agency = \(agency) AND call_out = \(callOut) AND account = \(account)
            """
        ).flatMap { row in
            if let sealed = try row.optionalBlob("sealed") { return .sealed(sealed) }
            return try row.optionalBlob("locked").map { .locked($0) }
        }
    }

    /// Keeps a copy in the place of the one there was.
    package func set(
        _ copy: CallerNumberCopy, of callOut: String, for account: String, agency: String
    ) throws {
        let (locked, sealed): ([UInt8]?, [UInt8]?) =
            switch copy {
            case .locked(let bytes): (bytes, nil)
            case .sealed(let bytes): (nil, bytes)
            }
        try execute(
            """
            INSERT INTO call_out_number (call_out, account, agency, locked, sealed)
            VALUES (\(callOut), \(account), \(agency), \(locked), \(sealed))
            ON CONFLICT (agency, call_out, account) DO UPDATE SET locked = excluded.locked, sealed = excluded.sealed
            """)
    }

    /// Destroys every copy but one account's.
    package func keepCallerNumber(of callOut: String, for account: String, agency: String) throws {
        try execute(
            """
            DELETE FROM call_out_number
            WHERE agency = \(agency) AND call_out = \(callOut) AND account <> \(account)
            """)
    }

    /// Destroys the copy of one account. False where it had none.
    @discardableResult
    package func deleteCallerNumber(of callOut: String, for account: String, agency: String) throws -> Bool {
        try execute(
            """
            DELETE FROM call_out_number
            WHERE agency = \(agency) AND call_out = \(callOut) AND account = \(account)
            """) == 1
    }

    /// Destroys every copy of a call-out's number.
    package func deleteCallerNumber(of callOut: String, agency: String) throws {
        try execute("DELETE FROM call_out_number WHERE agency = \(agency) AND call_out = \(callOut)")
    }

    /// Destroys whatever an account has or would have of callers' numbers.
    package func deleteCallerNumbers(for account: String, agency: String) throws {
        try execute("DELETE FROM call_out_number WHERE agency = \(agency) AND account = \(account)")
    }
}
