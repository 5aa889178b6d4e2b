import Program

extension Membership {
    fileprivate init(_ row: Row, pauses: [MembershipPause]) throws {
        guard let origin = MembershipOrigin(rawValue: try row.text("origin")) else {
            throw StoreFault.unreadable(column: "origin", problem: "is no origin of a membership")
        }
        let ending = try row.optionalDay("ended_on").map { day in
            guard let how = MembershipEnding.How(rawValue: try row.text("ended_how")) else {
                throw StoreFault.unreadable(column: "ended_how", problem: "is no ending of a membership")
            }
            return MembershipEnding(how, on: day)
        }
        self.init(
            id: try row.text("id"), account: try row.text("account"), origin: origin,
            beganOn: try row.day("began_on"), activatedOn: try row.optionalDay("activated_on"),
            termEndsOn: try row.optionalDay("term_ends_on"), renewalOn: try row.optionalDay("renewal_on"),
            leader: try row.optionalText("leader"), pauses: pauses, ending: ending)
    }
}

extension MembershipPause {
    fileprivate init(_ row: Row) throws {
        guard let cause = Cause(rawValue: try row.text("cause")) else {
            throw StoreFault.unreadable(column: "cause", problem: "is no cause of a pause")
        }
        self.init(
            cause, begunOn: try row.day("begun_on"), until: try row.optionalDay("until"),
            paper: try row.optionalText("paper"))
    }
}

extension Transaction {
    /// The account's membership that has not ended, with what pauses it; a suspension that waits is one of these.
    package func livingMembership(of account: String, agency: String) throws -> Membership? {
        let row = try row(
            """
            SELECT id, account, origin, began_on, activated_on, term_ends_on, renewal_on, leader, ended_on, ended_how FROM membership
            WHERE agency = \(agency) AND account = \(account) AND ended_on IS NULL
            """)
        return try row.map { row in
            try Membership(row, pauses: try pauses(of: try row.text("id"), account: account, agency: agency))
        }
    }

    /// The account's membership that ended last.
    package func lastEndedMembership(of account: String, agency: String) throws -> Membership? {
        try row(
            """
            SELECT id, account, origin, began_on, activated_on, term_ends_on, renewal_on, leader, ended_on, ended_how FROM membership
            WHERE agency = \(agency) AND account = \(account) AND ended_on IS NOT NULL
            ORDER BY ended_on DESC, began_on DESC, id LIMIT 1
            """
        ).map { try Membership($0, pauses: []) }
    }

    /// Every membership of the agency that has not ended.
    package func livingMemberships(agency: String) throws -> [Membership] {
        let pauses = Dictionary(
            grouping: try rows(
                """
                SELECT membership, cause, begun_on, until, paper FROM membership_pause WHERE agency = \(agency)
                ORDER BY membership, begun_on, cause
                """
            ).map { (membership: try $0.text("membership"), pause: try MembershipPause($0)) }, by: \.membership)
        let suspensions = try openSuspensions(agency: agency)
        return try rows(
            """
            SELECT id, account, origin, began_on, activated_on, term_ends_on, renewal_on, leader, ended_on, ended_how FROM membership
            WHERE agency = \(agency) AND ended_on IS NULL ORDER BY account
            """
        ).map { row in
            let suspended = suspensions[try row.text("account")].map { MembershipPause(.suspension, begunOn: $0) }
            return try Membership(
                row,
                pauses: (pauses[try row.text("id")] ?? []).map(\.pause) + (suspended.map { [$0] } ?? []))
        }
    }

    private func pauses(of membership: String, account: String, agency: String) throws -> [MembershipPause] {
        let kept = try rows(
            """
            SELECT cause, begun_on, until, paper FROM membership_pause WHERE membership = \(membership)
            ORDER BY begun_on, cause
            """
        ).map(MembershipPause.init)
        let suspended = try openSuspension(of: account, agency: agency).map {
            MembershipPause(.suspension, begunOn: $0.begunOn)
        }
        return kept + (suspended.map { [$0] } ?? [])
    }

    /// Keeps a new membership.
    package func insert(_ membership: Membership, agency: String) throws {
        try execute(
            """
            INSERT INTO membership (id, agency, account, origin, began_on, activated_on, term_ends_on)
            VALUES (\(membership.id), \(agency), \(membership.account), \(membership.origin.rawValue),
                \(membership.beganOn.text), \(membership.activatedOn?.text), \(membership.termEndsOn?.text))
            """)
    }

    /// Keeps from when on its holder serves, until when the term is, and its end.
    package func update(_ membership: Membership, agency: String) throws {
        try execute(
            """
            UPDATE membership SET activated_on = \(membership.activatedOn?.text),
                term_ends_on = \(membership.termEndsOn?.text), renewal_on = \(membership.renewalOn?.text),
                leader = \(membership.leader), ended_on = \(membership.ending?.on.text),
                ended_how = \(membership.ending?.how.rawValue)
            WHERE agency = \(agency) AND id = \(membership.id) AND ended_on IS NULL
            """)
    }

    package func insert(_ pause: MembershipPause, of membership: String, agency: String) throws {
        try execute(
            """
            INSERT INTO membership_pause (membership, agency, cause, begun_on, until, paper)
            VALUES (\(membership), \(agency), \(pause.cause.rawValue), \(pause.begunOn.text), \(pause.until?.text),
                \(pause.paper))
            """)
    }

    /// Ends one of the pauses, and destroys the paper that says why.
    package func endPause(_ pause: MembershipPause, of membership: String, agency: String) throws {
        try execute(
            """
            DELETE FROM membership_pause
            WHERE agency = \(agency) AND membership = \(membership) AND cause = \(pause.cause.rawValue)
            """)
        if let paper = pause.paper { try deletePaper(paper, agency: agency) }
    }

    /// Adds a line to the history of the membership.
    package func insert(_ event: MembershipEvent, id: String, of membership: String, agency: String) throws {
        try execute(
            """
            INSERT INTO membership_event (id, agency, membership, kind, day, place, by_account)
            VALUES (\(id), \(agency), \(membership), \(event.kind.rawValue), \(event.day.text),
                (SELECT coalesce(max(place), 0) + 1 FROM membership_event WHERE membership = \(membership)),
                \(event.by))
            """)
    }

    /// The history of every membership that the account has had, the newest line first.
    package func membershipEvents(of account: String, agency: String) throws -> [MembershipEvent] {
        try rows(
            """
            SELECT membership_event.kind, membership_event.day, membership_event.by_account
            FROM membership_event JOIN membership ON membership.id = membership_event.membership
            WHERE membership.agency = \(agency) AND membership.account = \(account)
            ORDER BY membership_event.day DESC, membership.began_on DESC, membership_event.place DESC
            """
        ).compactMap { row in
            guard let kind = MembershipEvent.Kind(rawValue: try row.text("kind")) else {
                throw StoreFault.unreadable(column: "kind", problem: "is nothing that happens in a membership")
            }
            return MembershipEvent(kind, on: try row.day("day"), by: try row.optionalText("by_account"))
        }
    }
}
