import Program

// What a change of the directory ended goes on as it was, once a later one puts it right.
extension Transaction {
    /// Lets a membership go on that has ended, for whoever has no other.
    package func reopenMembership(_ id: String, agency: String) throws {
        try execute(
            """
            UPDATE membership SET ended_on = NULL, ended_how = NULL WHERE agency = \(agency) AND id = \(id)
            """)
    }

    /// Lets the seat be held on that came with the role and had fallen vacant.
    package func reopenSeat(heldWith holding: String, agency: String) throws {
        try execute(
            """
            UPDATE seat SET ended_on = NULL, ending = NULL
            WHERE agency = \(agency) AND holding = \(holding) AND ending = 'vacated'
            """)
    }
}
