import Program

/// Whose notices are looked for: their accounts, the roles they hold today, and the roles they stand in for today.
package struct NoticeReader: Sendable, Equatable {
    package let agency: String
    package let account: String
    /// Every account of the same person; the one that looks among them.
    package let own: [String]
    package let roles: [RoleID]
    package let standsInFor: [RoleID]
    package let today: Day
    /// Who reads what an office was told before its present holder came.
    package let earlierDisclosures: OfficesRule.EarlierDisclosures

    package init(
        agency: String, account: String, own: [String], roles: [RoleID], standsInFor: [RoleID], today: Day,
        earlierDisclosures: OfficesRule.EarlierDisclosures
    ) {
        self.agency = agency
        self.account = account
        self.own = own
        self.roles = roles
        self.standsInFor = standsInFor
        self.today = today
        self.earlierDisclosures = earlierDisclosures
    }

    /// What makes the notice `told` theirs.
    var isTheirs: SQL {
        """
        told.agency = \(agency) AND (told.to_account = \(account) OR (
            told.to_role IN (\(list: (roles + standsInFor).map(\.text)))
            AND (told.to_role IN (\(list: roles.map(\.text))) OR told.reaches_designees = 1) AND \(reads)))
        """
    }

    /// What makes the notice `told`, of a disclosure, one that they were told by, in an office of theirs.
    var isTold: SQL { "told.agency = \(agency) AND told.to_role IN (\(list: roles.map(\.text))) AND \(wasTold)" }

    /// What lets a holder, or a designee, of the office that the notice `told` is for read it.
    var reads: SQL { "\(isNotTheirOwn) AND \(wasTold)" }

    /// Whoever raised it does not answer it for an office of theirs, where the answer proves that somebody else came to know.
    private var isNotTheirOwn: SQL {
        """
        (told.raised_by IS NULL OR told.raised_by NOT IN (\(list: own))
            OR told.kind IN (\(list: NoticeKind.allCases.filter { $0.keeping == .untilAnswered }.map(\.rawValue))))
        """
    }

    /// A disclosure stays with whoever was told. One that nobody has answered goes on to whoever holds the office once nobody is left
    /// in it who was told, for it has still to reach somebody.
    private var wasTold: SQL {
        switch earlierDisclosures {
        case .goWithTheOffice: "told.agency = \(agency)"
        case .stayWithWhoWasTold:
            """
            (told.kind NOT IN (\(list: NoticeKind.ofDisclosures))
                OR EXISTS (SELECT 1 FROM holding WHERE \(holdingWasTold) AND holding.account = \(account))
                OR EXISTS (
                    SELECT 1 FROM designee
                    WHERE designee.agency = told.agency AND designee.role = told.to_role
                        AND designee.account = \(account) AND COALESCE(designee.told_from, 0) <= told.raised_at
                        AND designee.until > told.raised_on)
                OR (told.acknowledged_at IS NULL AND NOT EXISTS (\(toldAndStillThere(today)))))
            """
        }
    }
}

/// The holding is of the office that the notice `told` is for, of the time in which it was raised.
private let holdingWasTold: SQL = """
    holding.agency = told.agency AND holding.role = told.to_role AND COALESCE(holding.told_from, 0) <= told.raised_at
        AND (holding.held_until IS NULL OR holding.held_until > told.raised_on)
    """

/// Holders of that day who were told by the notice `told`, beside whoever raised it.
private func toldAndStillThere(_ day: Day) -> SQL {
    """
    SELECT 1 FROM holding
    WHERE \(holdingWasTold) AND (told.raised_by IS NULL OR holding.account <> told.raised_by)
        AND holding.starts_on <= \(day.text) AND (holding.held_until IS NULL OR holding.held_until > \(day.text))
    """
}

extension NoticeKind {
    /// The kinds that belong to a disclosure, as they are stored.
    static let ofDisclosures = allCases.filter { $0.keeping == .withDisclosure }.map(\.rawValue)
}

extension Transaction {
    /// Whether whoever holds the office that a notice is for, or stands in for it, reads that notice.
    package func reads(_ notice: String, _ reader: NoticeReader) throws -> Bool {
        try row(
            "SELECT 1 AS one FROM notice told WHERE told.agency = \(reader.agency) AND told.id = \(notice) AND \(reader.reads)"
        ) != nil
    }
}
