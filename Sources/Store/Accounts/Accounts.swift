import Program

/// An account and what opens it.
package struct AccountRow: Sendable, Equatable {
    package let id: String
    package let agency: String
    package let person: String?
    package let login: String
    package let name: String
    /// Nothing until its owner has chosen a passphrase.
    package let passphrase: String?
    package let publicKey: [UInt8]?
    package let wrappedKey: [UInt8]?
    /// The second factor's secret, sealed to the account's own key.
    package let secondFactor: [UInt8]?
    package let secondFactorStep: Int64?
    /// Whom of the agency's own sign-in it is linked with, sealed to the account's own key.
    package let providerSubject: [UInt8]?

    /// Whether there is a second factor of either kind.
    package var hasSecondFactor: Bool { secondFactor != nil || providerSubject != nil }

    fileprivate init(_ row: Row) throws {
        id = try row.text("id")
        agency = try row.text("agency")
        person = try row.optionalText("person")
        login = try row.text("login")
        name = try row.text("name")
        passphrase = try row.optionalText("passphrase")
        publicKey = try row.optionalBlob("public_key")
        wrappedKey = try row.optionalBlob("wrapped_key")
        secondFactor = try row.optionalBlob("second_factor")
        secondFactorStep = try row.optionalInt64("second_factor_step")
        providerSubject = try row.optionalBlob("provider_subject")
    }

    fileprivate static let columns: SQL =
        """
        id, agency, person, login, name, passphrase, public_key, wrapped_key, second_factor, second_factor_step,
        provider_subject
        """
}

extension VouchedAccount {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), login: try row.text("login"), name: try row.text("name"),
            person: try row.optionalText("person"), publicKey: try row.optionalBlob("public_key"))
    }
}

/// An account with what its recovery code opens.
package struct RecoveryRow: Sendable, Equatable {
    package let account: AccountRow
    /// The account's key, wrapped under the code.
    package let wrappedKey: [UInt8]
    /// Whether the code may stand in for a lost phone.
    package let isForPhone: Bool

    fileprivate init(_ row: Row) throws {
        account = try AccountRow(row)
        wrappedKey = try row.blob("recovery_key")
        isForPhone = try row.bool("recovery_for_phone")
    }
}

/// An account as a list of accounts shows it.
package struct AccountListing: Sendable, Equatable {
    package let id: String
    package let login: String
    package let name: String
    package let isEnrolled: Bool
    package let hasSecondFactor: Bool

    package init(id: String, login: String, name: String, isEnrolled: Bool, hasSecondFactor: Bool) {
        self.id = id
        self.login = login
        self.name = name
        self.isEnrolled = isEnrolled
        self.hasSecondFactor = hasSecondFactor
    }
}

extension Transaction {
    /// A new account whose owner chooses a passphrase with a one-time code.
    package func insertAccount(
        id: String, agency: String, person: String?, login: String, name: String, enrolmentCode: [UInt8],
        endsAt: Instant
    ) throws {
        try execute(
            """
            INSERT INTO account (id, agency, person, login, name, enrolment_code, enrolment_ends_at)
            VALUES (\(id), \(agency), \(person), \(login), \(name), \(enrolmentCode), \(endsAt.milliseconds))
            """)
    }

    package func account(agency: String, id: String) throws -> AccountRow? {
        try row("SELECT \(AccountRow.columns) FROM account WHERE agency = \(agency) AND id = \(id)")
            .map(AccountRow.init)
    }

    package func account(agency: String, login: String) throws -> AccountRow? {
        try row("SELECT \(AccountRow.columns) FROM account WHERE agency = \(agency) AND login = \(login)")
            .map(AccountRow.init)
    }

    /// What the chain vouches for of those accounts; of every account of the agency where none are named.
    package func vouchedAccounts(_ ids: [String]?, agency: String) throws -> [VouchedAccount] {
        guard let ids else {
            return try rows("SELECT id, login, name, person, public_key FROM account WHERE agency = \(agency)")
                .map(VouchedAccount.init)
        }
        return try rows(
            """
            SELECT id, login, name, person, public_key FROM account
            WHERE agency = \(agency) AND id IN (\(list: ids))
            """
        ).map(VouchedAccount.init)
    }

    /// The account that this enrolment code opens, while it is valid.
    package func account(agency: String, login: String, enrolmentCode: [UInt8], at now: Instant) throws -> AccountRow? {
        try row(
            """
            SELECT \(AccountRow.columns) FROM account
            WHERE agency = \(agency) AND login = \(login) AND enrolment_code = \(enrolmentCode)
                AND enrolment_ends_at > \(now.milliseconds)
                AND enrolment_ends_at <= \(NewAccount.enrolment.end(from: now).milliseconds)
            """
        ).map(AccountRow.init)
    }

    /// The account that this recovery code belongs to.
    package func recovery(agency: String, code: [UInt8]) throws -> RecoveryRow? {
        try row(
            """
            SELECT \(AccountRow.columns), recovery_key, recovery_for_phone FROM account
            WHERE agency = \(agency) AND recovery_code = \(code)
            """
        ).map(RecoveryRow.init)
    }

    /// Accounts of the agency in order of login, after the login given.
    package func accounts(agency: String, after login: String, limit: Int) throws -> [AccountListing] {
        try rows(
            """
            SELECT id, login, name, passphrase IS NOT NULL AS is_enrolled,
                (second_factor IS NOT NULL OR provider_subject IS NOT NULL) AS has_second_factor
            FROM account WHERE agency = \(agency) AND login > \(login) ORDER BY login LIMIT \(limit)
            """
        ).map {
            AccountListing(
                id: try $0.text("id"), login: try $0.text("login"), name: try $0.text("name"),
                isEnrolled: try $0.bool("is_enrolled"), hasSecondFactor: try $0.bool("has_second_factor"))
        }
    }

    /// Gives an account that nobody has enrolled yet a new enrolment code.
    package func setEnrolment(account: String, agency: String, code: [UInt8], endsAt: Instant) throws {
        try execute(
            """
            UPDATE account SET enrolment_code = \(code), enrolment_ends_at = \(endsAt.milliseconds)
            WHERE agency = \(agency) AND id = \(account) AND passphrase IS NULL
            """)
    }

    /// The names of those accounts by their ids.
    package func accountNames(agency: String, of ids: [String]) throws -> [String: String] {
        let found = try rows("SELECT id, name FROM account WHERE agency = \(agency) AND id IN (\(list: ids))")
        return Dictionary(
            try found.map { (try $0.text("id"), try $0.text("name")) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every account of the person whose that account is; it alone, where the directory does not know whose it is.
    package func accountsOfPerson(of account: String, agency: String) throws -> [String] {
        // Sorted here: asked for in this order, an engine may walk the agency's accounts instead of the person's.
        let all = try rows(
            """
            SELECT id FROM account
            WHERE agency = \(agency) AND person = (
                SELECT person FROM account own WHERE own.agency = \(agency) AND own.id = \(account))
            """
        ).map { try $0.text("id") }
        return [account] + all.filter { $0 != account }.sorted()
    }

    /// Which of those accounts are one person's.
    package func persons(of accounts: [String], agency: String) throws -> SamePerson {
        let found = try rows(
            """
            SELECT id, person FROM account
            WHERE agency = \(agency) AND person IS NOT NULL AND id IN (\(list: Set(accounts).sorted()))
            """)
        return SamePerson(
            Dictionary(
                try found.map { (try $0.text("id"), try $0.text("person")) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Takes everything from the account that opens it or is sealed to it, and gives it a new enrolment code.
    package func startOver(account: String, agency: String, code: [UInt8], endsAt: Instant) throws {
        try execute(
            """
            UPDATE account SET enrolment_code = \(code), enrolment_ends_at = \(endsAt.milliseconds), passphrase = NULL,
                public_key = NULL, wrapped_key = NULL, recovery_code = NULL, recovery_key = NULL,
                recovery_for_phone = 0, second_factor = NULL, second_factor_step = NULL,
                provider_subject = NULL
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Gives the account its first keys, and ends the enrolment.
    package func enrol(
        account: String, agency: String, passphrase: String, publicKey: [UInt8], wrappedKey: [UInt8],
        recoveryCode: [UInt8], recoveryKey: [UInt8]
    ) throws {
        try execute(
            """
            UPDATE account SET passphrase = \(passphrase), public_key = \(publicKey), wrapped_key = \(wrappedKey),
                recovery_code = \(recoveryCode), recovery_key = \(recoveryKey), recovery_for_phone = 1,
                enrolment_code = NULL, enrolment_ends_at = NULL
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Keeps the account's key under a new passphrase.
    package func setPassphrase(account: String, agency: String, passphrase: String, wrappedKey: [UInt8]) throws {
        try execute(
            """
            UPDATE account SET passphrase = \(passphrase), wrapped_key = \(wrappedKey)
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Keeps the account's key under a new recovery code; the one before opens nothing any more.
    ///
    /// - Parameter isForPhone: whether the code may stand in for a lost phone before the second factor is proved again.
    package func setRecovery(
        account: String, agency: String, code: [UInt8], key: [UInt8], isForPhone: Bool
    ) throws {
        try execute(
            """
            UPDATE account SET recovery_code = \(code), recovery_key = \(key), recovery_for_phone = \(isForPhone)
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Keeps the sealed secret of the second factor with the step it was proved by. The recovery code may stand in for the
    /// phone from now on.
    package func setSecondFactor(account: String, agency: String, sealed: [UInt8], step: Int64) throws {
        try execute(
            """
            UPDATE account SET second_factor = \(sealed), second_factor_step = \(step), recovery_for_phone = 1
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Links the account with somebody of the agency's own sign-in, as sealed, or with nobody. The recovery code may stand in for it
    /// from now on.
    package func setProviderSubject(_ sealed: [UInt8]?, account: String, agency: String) throws {
        try execute(
            """
            UPDATE account SET provider_subject = \(sealed), recovery_for_phone = 1
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Leaves the account without a second factor of either kind.
    package func clearSecondFactor(account: String, agency: String) throws {
        try execute(
            """
            UPDATE account SET second_factor = NULL, second_factor_step = NULL, provider_subject = NULL
            WHERE agency = \(agency) AND id = \(account)
            """)
    }

    /// Uses up a step of the second factor, and lets the recovery code stand in for the phone from now on. False where the step that
    /// was used last is another by now.
    package func useSecondFactor(account: String, agency: String, step: Int64, after last: Int64?) throws -> Bool {
        try execute(
            """
            UPDATE account SET second_factor_step = \(step), recovery_for_phone = 1
            WHERE agency = \(agency) AND id = \(account)
                AND second_factor_step IS NOT DISTINCT FROM \(last)
            """) == 1
    }
}
