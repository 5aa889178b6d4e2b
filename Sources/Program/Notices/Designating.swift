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

extension PolicyPack {
    /// From when to before which day they stand in; refused where the role may have none, or the time is none.
    ///
    /// - Parameter roles: those that whoever names them holds today.
    package func designation(
        of designee: NewDesignee, byHolderOf roles: Set<RoleID>, on today: Day
    ) -> Result<Range<Day>, Refusal> {
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
        return .success(designee.startsOn..<until)
    }
}

extension Refusal {
    /// Nobody can sign in by that name, or it is whoever names them.
    package static let noDesignee = Refusal(
        "Somebody else of this programme, by the name they sign in with.", field: "login")
}
