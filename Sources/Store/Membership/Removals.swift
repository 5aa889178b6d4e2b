import Program

extension Transaction {
    package func insert(_ removal: Removal, agency: String) throws {
        try execute(
            """
            INSERT INTO removal (id, agency, membership, ground, begun_by, begun_on)
            VALUES (\(removal.id), \(agency), \(removal.membership), \(removal.ground), \(removal.begunBy),
                \(removal.begunOn.text))
            """)
    }

    /// The removal of that membership that waits for its decision.
    package func openRemoval(of membership: String, agency: String) throws -> Removal? {
        try removals(of: membership, agency: agency).first(where: \.isOpen)
    }

    /// Every removal of that membership that was begun, the newest first.
    package func removals(of membership: String, agency: String) throws -> [Removal] {
        try rows(
            """
            SELECT removal.id, removal.membership, membership.account, removal.ground, removal.begun_by, removal.begun_on,
                removal.decided_on, removal.is_removed, removal.discipline_on
            FROM removal JOIN membership ON membership.id = removal.membership
            WHERE removal.agency = \(agency) AND removal.membership = \(membership)
            ORDER BY removal.begun_on DESC, removal.id
            """
        ).map { try removal($0) }
    }

    /// The removals that waits for their decision, by membership.
    package func openRemovals(agency: String) throws -> Set<String> {
        Set(
            try rows("SELECT membership FROM removal WHERE agency = \(agency) AND decided_on IS NULL")
                .map { try $0.text("membership") })
    }

    private func removal(_ row: Row) throws -> Removal {
        let id = try row.text("id")
        let heard = try rows(
            "SELECT role, account, heard_on FROM removal_hearing WHERE removal = \(id) ORDER BY heard_on, account"
        ).map {
            Removal.Hearing(
                role: RoleID(try $0.text("role")), account: try $0.text("account"), on: try $0.day("heard_on"))
        }
        return Removal(
            id: id, membership: try row.text("membership"), account: try row.text("account"),
            ground: try row.optionalText("ground"), begunBy: try row.text("begun_by"), begunOn: try row.day("begun_on"),
            heard: heard, decidedOn: try row.optionalDay("decided_on"), isRemoved: try row.optionalBool("is_removed"),
            disciplineOn: try row.optionalDay("discipline_on"))
    }

    package func insert(_ hearing: Removal.Hearing, of removal: String, agency: String) throws {
        try execute(
            """
            INSERT INTO removal_hearing (removal, role, agency, account, heard_on)
            VALUES (\(removal), \(hearing.role.text), \(agency), \(hearing.account), \(hearing.on.text))
            ON CONFLICT (removal, role, account) DO NOTHING
            """)
    }

    package func decideRemoval(_ id: String, isRemoved: Bool, on day: Day, agency: String) throws {
        try execute(
            """
            UPDATE removal SET decided_on = \(day.text), is_removed = \(isRemoved)
            WHERE agency = \(agency) AND id = \(id) AND decided_on IS NULL
            """)
    }

    /// Keeps that discipline was referred, once.
    package func referDiscipline(_ id: String, on day: Day, agency: String) throws {
        try execute(
            """
            UPDATE removal SET discipline_on = \(day.text)
            WHERE agency = \(agency) AND id = \(id) AND discipline_on IS NULL
            """)
    }

    /// The grounds for which somebody was removed, by whatever account of theirs.
    package func groundsOfRemovals(of accounts: [String], agency: String) throws -> [String] {
        try rows(
            """
            SELECT ground FROM removal
            WHERE agency = \(agency) AND is_removed = 1 AND ground IS NOT NULL AND membership IN (
                SELECT id FROM membership WHERE agency = \(agency) AND account IN (\(list: accounts))
            )
            """
        ).map { try $0.text("ground") }
    }
}
