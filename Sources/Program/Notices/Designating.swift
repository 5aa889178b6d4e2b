/// A designee to be named: who is told beside the holder of a role, for a time (OCP-II.F.3).
package struct NewDesignee: Sendable, Equatable {
    package let role: RoleID
    /// As the designee signs in.
    package let login: String
    package let startsOn: Day
    /// The last day on which they stand in.
    package let lastDay: Day

    package init(role: RoleID, login: String, startsOn: Day, lastDay: Day) {
        self.role = role
        self.login = login
        self.startsOn = startsOn
        self.lastDay = lastDay
    }
}

/// Whoever signs in by the name that was given for a designee.
package struct FoundDesignee: Sendable, Equatable {
    package let account: String
    /// Whether they have chosen a passphrase; until then they see nothing they are told.
    package let isEnrolled: Bool
    /// What their person holds or will hold, for whoever stands in is told what the office is told.
    package let holdings: [Holding]

    package init(account: String, isEnrolled: Bool, holdings: [Holding]) {
        self.account = account
        self.isEnrolled = isEnrolled
        self.holdings = holdings
    }
}

/// Who stands in, from when to before which day.
package struct Designation: Sendable, Equatable {
    package let account: String
    package let days: Range<Day>
}

extension PolicyPack {
    /// Who stands in and when; refused where the role may have nobody, the time is none, or there is nobody else by that name.
    ///
    /// - Parameters:
    ///   - found: whoever signs in by the name given; nothing where nobody does.
    ///   - namer: who names them, with the roles they hold today.
    package func designation(
        of designee: NewDesignee, _ found: FoundDesignee?, by namer: String, holding roles: Set<RoleID>,
        _ persons: SamePerson, on today: Day
    ) -> Result<Designation, Refusal> {
        let clauses = designeeClauses(of: designee.role)
        guard rolesWithDesignee.intersection(roles).contains(designee.role) else {
            return .failure(Refusal("Choose a role of yours that may have a designee.", field: "role"))
        }
        guard designee.startsOn >= today else {
            return .failure(Refusal("From today on, or later.", field: "startsOn", clauses: clauses))
        }
        guard designee.lastDay >= designee.startsOn, let until = designee.lastDay.adding(days: 1),
            let longest = designee.startsOn.adding(days: 366), until <= longest
        else {
            return .failure(
                Refusal(
                    "The last day, no earlier than the first and within a year.", field: "lastDay", clauses: clauses))
        }
        guard let found, found.isEnrolled, !persons.isOne(found.account, namer) else { return .failure(.noDesignee) }
        let standingIn = Holding(role: designee.role, area: nil, startsOn: designee.startsOn, until: until)
        if let refusal = mayHold(standingIn, beside: found.holdings, field: "login") { return .failure(refusal) }
        return .success(Designation(account: found.account, days: designee.startsOn..<until))
    }
}

extension Refusal {
    /// Nobody can sign in by that name, or it is whoever names them.
    fileprivate static let noDesignee = Refusal(
        "Somebody else of this programme, by the name they sign in with.", field: "login")
}
