import Program

/// One time a desk had a supporter called.
package struct CallOutRow: Sendable, Equatable {
    package let id: String
    /// The account of whoever began it.
    package let begunBy: String
    package let begunOn: Day
    /// Nothing while it runs.
    package let finishedOn: Day?

    fileprivate init(_ row: Row) throws {
        guard let begunOn = Day(try row.text("begun_on")) else {
            throw StoreFault.unreadable(column: "begun_on", problem: "is no day")
        }
        id = try row.text("id")
        begunBy = try row.text("begun_by")
        self.begunOn = begunOn
        finishedOn = try row.optionalText("finished_on").flatMap { Day($0) }
    }
}

/// One supporter paged in a call-out.
package struct CallOutPageRow: Sendable, Equatable {
    package let callOut: String
    package let account: String
    package let answer: CallOutAnswer?
    /// Nothing once the call-out is finished.
    package let pagedAt: Instant?

    fileprivate init(_ row: Row) throws {
        callOut = try row.text("call_out")
        account = try row.text("account")
        answer = try row.optionalText("answer").flatMap { CallOutAnswer(rawValue: $0) }
        pagedAt = try row.optionalInt64("paged_at").map { Instant(milliseconds: $0) }
    }
}

extension Transaction {
    package func insertCallOut(id: String, agency: String, begunBy account: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO call_out (id, agency, begun_by, begun_on)
            VALUES (\(id), \(agency), \(account), \(day.text))
            """)
    }

    package func callOut(agency: String, id: String) throws -> CallOutRow? {
        try row(
            """
            SELECT id, begun_by, begun_on, finished_on FROM call_out WHERE agency = \(agency) AND id = \(id)
            """
        ).map(CallOutRow.init)
    }

    /// The agency's call-outs begun on that day or later, the latest days first.
    package func callOuts(agency: String, since day: Day) throws -> [CallOutRow] {
        try rows(
            """
            SELECT id, begun_by, begun_on, finished_on FROM call_out
            WHERE agency = \(agency) AND begun_on >= \(day.text) ORDER BY begun_on DESC, id
            """
        ).map(CallOutRow.init)
    }

    /// Who was paged in those call-outs, in the order of paging.
    package func callOutPages(agency: String, of callOuts: [String]) throws -> [CallOutPageRow] {
        try rows(
            """
            SELECT call_out, account, answer, paged_at FROM call_out_page
            WHERE agency = \(agency) AND call_out IN (\(list: callOuts)) ORDER BY call_out, place
            """
        ).map(CallOutPageRow.init)
    }

    /// The pages of that account in call-outs that run.
    package func runningPages(of account: String, agency: String) throws -> [CallOutPageRow] {
        try rows(
            """
            SELECT call_out_page.call_out, call_out_page.account, call_out_page.answer, call_out_page.paged_at
            FROM call_out_page JOIN call_out ON call_out.id = call_out_page.call_out
            WHERE call_out_page.agency = \(agency) AND call_out_page.account = \(account)
                AND call_out.finished_on IS NULL
            ORDER BY call_out_page.paged_at, call_out_page.call_out
            """
        ).map(CallOutPageRow.init)
    }

    /// Who is paged in another call-out that runs and has not said they cannot.
    package func accountsCalled(agency: String, besides callOut: String) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT DISTINCT call_out_page.account
                FROM call_out JOIN call_out_page ON call_out_page.call_out = call_out.id
                WHERE call_out.agency = \(agency) AND call_out.finished_on IS NULL
                    AND call_out.id <> \(callOut)
                    AND (call_out_page.answer IS NULL OR call_out_page.answer = 'accepted')
                """
            ).map { try $0.text("account") })
    }

    /// Keeps that the account was paged. False where it was already, or where somebody else was paged at that place at the
    /// same time.
    package func insertPage(
        of account: String, callOut: String, agency: String, place: Int, at now: Instant
    ) throws -> Bool {
        try execute(
            """
            INSERT INTO call_out_page (call_out, place, agency, account, paged_at)
            VALUES (\(callOut), \(place), \(agency), \(account), \(now.milliseconds))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Keeps what a paged account says, while the call-out runs. False where it was not paged or the call-out is finished.
    package func setAnswer(
        _ answer: CallOutAnswer, of account: String, callOut: String, agency: String
    ) throws -> Bool {
        try execute(
            """
            UPDATE call_out_page SET answer = \(answer.rawValue)
            WHERE agency = \(agency) AND call_out = \(callOut) AND account = \(account)
                AND EXISTS (
                    SELECT 1 FROM call_out WHERE id = \(callOut) AND agency = \(agency) AND finished_on IS NULL)
            """) == 1
    }

    /// Finishes a call-out that runs: a yes that was waited for, the caller's number and the times of its pages go; where
    /// `keepingUnanswered` is false, whoever did not come goes too. False where it does not run.
    package func finishCallOut(_ id: String, agency: String, on day: Day, keepingUnanswered: Bool) throws -> Bool {
        let finished = try execute(
            """
            UPDATE call_out SET finished_on = CASE WHEN begun_on > \(day.text) THEN begun_on ELSE \(day.text) END
            WHERE agency = \(agency) AND id = \(id) AND finished_on IS NULL
            """)
        guard finished == 1 else { return false }
        try deleteActivation(of: id, agency: agency)
        try deleteCallerNumber(of: id, agency: agency)
        try execute("UPDATE call_out_page SET paged_at = NULL WHERE call_out = \(id)")
        if !keepingUnanswered {
            try execute(
                """
                DELETE FROM call_out_page
                WHERE call_out = \(id) AND (answer IS NULL OR answer <> 'accepted')
                """)
        }
        return true
    }

    /// Call-outs that still run though they were begun before that day.
    package func runningCallOuts(agency: String, begunBefore day: Day) throws -> [String] {
        try rows(
            """
            SELECT id FROM call_out WHERE agency = \(agency) AND begun_on < \(day.text) AND finished_on IS NULL
            """
        ).map { try $0.text("id") }
    }

    /// Destroys finished call-outs begun before that day, with their pages.
    package func deleteCallOuts(agency: String, begunBefore day: Day) throws {
        try execute(
            """
            DELETE FROM call_out_page WHERE call_out IN (
                SELECT id FROM call_out
                WHERE agency = \(agency) AND begun_on < \(day.text) AND finished_on IS NOT NULL)
            """)
        try execute(
            """
            DELETE FROM call_out WHERE agency = \(agency) AND begun_on < \(day.text) AND finished_on IS NOT NULL
            """)
    }
}
