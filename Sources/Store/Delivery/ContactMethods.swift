import Program

/// A contact method with what proves it, as stored.
package struct ContactMethodRow: Sendable, Equatable {
    package let account: String
    package let method: ContactMethod
    /// The digits sent there that have not come back yet.
    package let code: String?
    /// Until when they are taken.
    package let codeEndsAt: Instant?
    /// How often wrong digits were typed since they were sent.
    package let codeTries: Int

    fileprivate init(_ row: Row) throws {
        account = try row.text("account")
        method = ContactMethod(
            id: try row.text("id"), kind: try ContactMethod.Kind(stored: row.text("kind")),
            address: try row.text("address"), delay: try row.int("delay_minutes"),
            isConfirmed: try row.bool("is_confirmed"),
            trouble: try row.optionalText("trouble").map { try ContactMethod.Trouble(stored: $0) })
        code = try row.optionalText("code")
        codeEndsAt = try row.optionalInt64("code_ends_at").map { Instant(milliseconds: $0) }
        codeTries = try row.int("code_tries")
    }

    fileprivate static let columns: SQL =
        "id, account, kind, address, delay_minutes, is_confirmed, code, code_ends_at, code_tries, trouble"
}

extension ContactMethod.Kind {
    /// Reads a column. Throws `StoreFault.unreadable` for a kind that is none.
    init(stored text: String) throws {
        guard let kind = Self(rawValue: text) else {
            throw StoreFault.unreadable(column: "kind", problem: "is no kind of contact method")
        }
        self = kind
    }
}

extension ContactMethod.Trouble {
    /// Reads a column. Throws `StoreFault.unreadable` for a trouble that is none.
    fileprivate init(stored text: String) throws {
        guard let trouble = Self(rawValue: text) else {
            throw StoreFault.unreadable(column: "trouble", problem: "is no trouble of a contact method")
        }
        self = trouble
    }
}

extension Transaction {
    /// Keeps a new method, not confirmed yet. False where the account has it already.
    package func insert(_ method: ContactMethod, account: String, agency: String) throws -> Bool {
        try execute(
            """
            INSERT INTO contact_method (id, agency, account, kind, address, delay_minutes)
            VALUES (\(method.id), \(agency), \(account), \(method.kind.rawValue), \(method.address), \(method.delay))
            ON CONFLICT (agency, account, kind, address) DO NOTHING
            """) == 1
    }

    /// Every method of the account, confirmed or not, the earliest first.
    package func contactMethods(of account: String, agency: String) throws -> [ContactMethodRow] {
        try rows(
            """
            SELECT \(ContactMethodRow.columns) FROM contact_method
            WHERE agency = \(agency) AND account = \(account) ORDER BY delay_minutes, id
            """
        ).map(ContactMethodRow.init)
    }

    /// The confirmed methods of each of those accounts.
    package func confirmedMethods(of accounts: [String], agency: String) throws -> [String: [ContactMethod]] {
        let found = try rows(
            """
            SELECT \(ContactMethodRow.columns) FROM contact_method
            WHERE agency = \(agency) AND account IN (\(list: accounts)) AND is_confirmed = 1
            """
        ).map(ContactMethodRow.init)
        return Dictionary(grouping: found, by: \.account).mapValues { $0.map(\.method) }
    }

    /// Every method of every account of the agency, confirmed or not: who can be reached is for `Reachability` to say.
    package func contactMethods(agency: String) throws -> [String: [ContactMethod]] {
        let found = try rows("SELECT \(ContactMethodRow.columns) FROM contact_method WHERE agency = \(agency)")
            .map(ContactMethodRow.init)
        return Dictionary(grouping: found, by: \.account).mapValues { $0.map(\.method) }
    }

    package func contactMethod(_ id: String, of account: String, agency: String) throws -> ContactMethodRow? {
        try row(
            """
            SELECT \(ContactMethodRow.columns) FROM contact_method
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """
        ).map(ContactMethodRow.init)
    }

    package func setDelay(ofContactMethod id: String, of account: String, agency: String, minutes: Int) throws {
        try execute(
            """
            UPDATE contact_method SET delay_minutes = \(minutes)
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }

    /// Keeps the digits that are about to be sent there. The method is not used until they have come back.
    package func setCode(
        ofContactMethod id: String, of account: String, agency: String, code: String, endsAt: Instant
    ) throws {
        try execute(
            """
            UPDATE contact_method
            SET is_confirmed = 0, code = \(code), code_ends_at = \(endsAt.milliseconds), code_tries = 0
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }

    package func countCodeTry(ofContactMethod id: String, of account: String, agency: String) throws {
        try execute(
            """
            UPDATE contact_method SET code_tries = code_tries + 1
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }

    /// From now on the method is used, and its digits are gone.
    package func confirm(contactMethod id: String, of account: String, agency: String) throws {
        try execute(
            """
            UPDATE contact_method
            SET is_confirmed = 1, code = NULL, code_ends_at = NULL, code_tries = 0, trouble = NULL
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }

    /// What is known to be wrong with the method from now on, for its owner to see. One that has ended is not used any more.
    package func setTrouble(
        _ trouble: ContactMethod.Trouble?, ofContactMethod id: String, of account: String, agency: String
    ) throws {
        try execute(
            """
            UPDATE contact_method SET trouble = \(trouble?.rawValue),
                is_confirmed = CASE WHEN \(trouble?.isEnd == true ? 1 : 0) = 1 THEN 0 ELSE is_confirmed END
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }

    /// Deletes the method with everything that hangs on it: what waits to be sent by it, its receipts, its subscription.
    package func deleteContactMethod(_ id: String, of account: String, agency: String) throws {
        try execute("DELETE FROM outbox WHERE agency = \(agency) AND account = \(account) AND method = \(id)")
        try execute("DELETE FROM delivery_attempt WHERE method = \(id)")
        try execute("DELETE FROM push_subscription WHERE method = \(id)")
        try execute("DELETE FROM contact_method WHERE agency = \(agency) AND account = \(account) AND id = \(id)")
    }

    /// Forgets digits that were not typed in time. Harmless to repeat.
    package func deleteCodes(endedBy now: Instant) throws {
        try execute(
            """
            UPDATE contact_method SET code = NULL, code_ends_at = NULL, code_tries = 0
            WHERE code_ends_at <= \(now.milliseconds)
            """)
    }
}
