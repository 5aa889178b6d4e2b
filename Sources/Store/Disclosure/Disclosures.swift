import Program

/// That an account carried out an exception. Which request it was about is nowhere.
package struct DisclosureRow: Sendable, Equatable {
    package let id: String
    package let account: String
    package let exception: String
    package let pack: String
    package let begunAt: Instant

    package init(id: String, account: String, exception: String, pack: String, begunAt: Instant) {
        self.id = id
        self.account = account
        self.exception = exception
        self.pack = pack
        self.begunAt = begunAt
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), account: try row.text("account"), exception: try row.text("exception"),
            pack: try row.text("pack"), begunAt: Instant(milliseconds: try row.int64("begun_at")))
    }
}

/// One recipient of a disclosure, at its place in the pack's list.
package struct DisclosureStepRow: Sendable, Equatable {
    package let place: Int
    /// The notice that tells them; nothing where the supporter tells somebody outside.
    package let notice: String?
    package let due: Instant?
    /// When and how the supporter told them.
    package let told: Told?

    package struct Told: Sendable, Equatable {
        package let at: Instant
        package let how: Means

        package init(at: Instant, how: Means) {
            self.at = at
            self.how = how
        }
    }

    package init(place: Int, notice: String?, due: Instant?, told: Told?) {
        self.place = place
        self.notice = notice
        self.due = due
        self.told = told
    }

    fileprivate init(_ row: Row) throws {
        let told = try row.optionalInstant("told_at").map { at in
            guard let how = Means(rawValue: try row.text("told_how")) else {
                throw StoreFault.unreadable(column: "told_how", problem: "is no way of telling")
            }
            return Told(at: at, how: how)
        }
        self.init(
            place: try row.int("place"), notice: try row.optionalText("notice"),
            due: try row.optionalInstant("due_at"), told: told)
    }
}

extension Transaction {
    /// False where there is a disclosure of that id already.
    package func insert(_ disclosure: DisclosureRow, agency: String) throws -> Bool {
        try execute(
            """
            INSERT INTO disclosure (id, agency, account, exception, pack, begun_at)
            VALUES (\(disclosure.id), \(agency), \(disclosure.account), \(disclosure.exception), \(disclosure.pack),
                \(disclosure.begunAt.milliseconds))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    package func insert(_ step: DisclosureStepRow, of disclosure: String, agency: String) throws {
        try execute(
            """
            INSERT INTO disclosure_step (agency, disclosure, place, notice, due_at)
            VALUES (\(agency), \(disclosure), \(step.place), \(step.notice), \(step.due?.milliseconds))
            """)
    }

    package func disclosure(_ id: String, agency: String) throws -> DisclosureRow? {
        try row(
            """
            SELECT id, account, exception, pack, begun_at FROM disclosure
            WHERE agency = \(agency) AND id = \(id)
            """
        ).map(DisclosureRow.init)
    }

    package func disclosure(_ id: String, of account: String, agency: String) throws -> DisclosureRow? {
        try row(
            """
            SELECT id, account, exception, pack, begun_at FROM disclosure
            WHERE agency = \(agency) AND id = \(id) AND account = \(account)
            """
        ).map(DisclosureRow.init)
    }

    /// The account's own disclosures, the latest first.
    package func disclosures(of account: String, agency: String, limit: Int) throws -> [DisclosureRow] {
        try rows(
            """
            SELECT id, account, exception, pack, begun_at FROM disclosure
            WHERE agency = \(agency) AND account = \(account) ORDER BY begun_at DESC, id LIMIT \(limit)
            """
        ).map(DisclosureRow.init)
    }

    package func steps(of disclosure: String, agency: String) throws -> [DisclosureStepRow] {
        try rows(
            """
            SELECT place, notice, due_at, told_at, told_how FROM disclosure_step
            WHERE agency = \(agency) AND disclosure = \(disclosure) ORDER BY place
            """
        ).map(DisclosureStepRow.init)
    }

    /// Keeps that the supporter told a recipient; false where that is kept already.
    package func tell(
        _ told: DisclosureStepRow.Told, place: Int, of disclosure: String, agency: String
    ) throws -> Bool {
        try execute(
            """
            UPDATE disclosure_step SET told_at = \(told.at.milliseconds), told_how = \(told.how.rawValue)
            WHERE agency = \(agency) AND disclosure = \(disclosure) AND place = \(place) AND told_at IS NULL
            """) == 1
    }

    /// How many recipients the account has still to tell itself, of those for whom the pack sets a time.
    package func countOfUntoldSteps(of account: String, agency: String) throws -> Int {
        try row(
            """
            SELECT count(*) AS many FROM disclosure_step
            JOIN disclosure ON disclosure.agency = disclosure_step.agency AND disclosure.id = disclosure_step.disclosure
            WHERE disclosure.agency = \(agency) AND disclosure.account = \(account)
                AND disclosure_step.notice IS NULL AND disclosure_step.due_at IS NOT NULL
                AND disclosure_step.told_at IS NULL
            """
        )?.int("many") ?? 0
    }

    /// Deletes the records of disclosures that began before that moment, with their notices. One of which somebody has
    /// still to be told stays.
    package func deleteDisclosures(agency: String, begunBefore moment: Instant) throws {
        let ended = try rows(
            """
            SELECT id FROM disclosure WHERE agency = \(agency) AND begun_at < \(moment.milliseconds)
                AND NOT EXISTS (
                    SELECT 1 FROM notice WHERE notice.agency = disclosure.agency AND notice.about = disclosure.id
                        AND notice.acknowledged_at IS NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM disclosure_step
                    WHERE disclosure_step.agency = disclosure.agency AND disclosure_step.disclosure = disclosure.id
                        AND disclosure_step.notice IS NULL AND disclosure_step.due_at IS NOT NULL
                        AND disclosure_step.told_at IS NULL)
            ORDER BY id LIMIT 500
            """
        ).map { try $0.text("id") }
        try execute("DELETE FROM disclosure_step WHERE agency = \(agency) AND disclosure IN (\(list: ended))")
        try execute("DELETE FROM notice WHERE agency = \(agency) AND about IN (\(list: ended))")
        try execute("DELETE FROM disclosure WHERE agency = \(agency) AND id IN (\(list: ended))")
    }
}
