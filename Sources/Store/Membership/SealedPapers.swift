import Program

/// A paper as stored, with the copy of its key for one reader.
package struct SealedPaperRow: Sendable, Equatable {
    package let kind: String
    package let sealed: [UInt8]
    package let copy: [UInt8]
}

/// A paper whose copy somebody lacks who holds one of its offices now.
package struct SealedPaperLack: Sendable, Equatable {
    package let paper: String
    /// The copy of whoever can pass the key on.
    package let copy: [UInt8]
    package let offices: [RoleID]
}

extension Transaction {
    /// Keeps a sealed paper.
    ///
    /// - Parameters:
    ///   - offices: whose later holders are given a copy by those who have one.
    ///   - copies: of its key, by account.
    package func insertPaper(
        _ id: String, kind: String, offices: [RoleID], sealed: [UInt8], copies: [String: [UInt8]], agency: String
    ) throws {
        try execute(
            """
            INSERT INTO sealed_paper (id, agency, kind, offices, sealed)
            VALUES (\(id), \(agency), \(kind), \(offices.map(\.text).joined(separator: " ")), \(sealed))
            """)
        for (account, copy) in copies.sorted(by: { $0.key < $1.key }) {
            try insertPaperCopy(copy, of: id, for: account, agency: agency)
        }
    }

    package func insertPaperCopy(_ copy: [UInt8], of paper: String, for account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO sealed_paper_copy (paper, account, agency, copy)
            VALUES (\(paper), \(account), \(agency), \(copy))
            ON CONFLICT (paper, account) DO NOTHING
            """)
    }

    /// The paper with the account's copy of its key; nothing where the account has none.
    package func paper(_ id: String, for account: String, agency: String) throws -> SealedPaperRow? {
        try row(
            """
            SELECT sealed_paper.kind, sealed_paper.sealed, sealed_paper_copy.copy
            FROM sealed_paper JOIN sealed_paper_copy ON sealed_paper_copy.paper = sealed_paper.id
            WHERE sealed_paper.id = \(id) AND sealed_paper.agency = \(agency) AND sealed_paper_copy.account = \(account)
            """
        ).map {
            SealedPaperRow(kind: try $0.text("kind"), sealed: try $0.blob("sealed"), copy: try $0.blob("copy"))
        }
    }

    /// The paper itself, for whoever has a key to it from elsewhere.
    package func sealedPaper(_ id: String, agency: String) throws -> [UInt8]? {
        try row("SELECT sealed FROM sealed_paper WHERE id = \(id) AND agency = \(agency)")?.blob("sealed")
    }

    /// The papers that the account has a copy of, with their offices.
    package func papers(of account: String, agency: String) throws -> [SealedPaperLack] {
        try rows(
            """
            SELECT sealed_paper.id, sealed_paper.offices, sealed_paper_copy.copy
            FROM sealed_paper_copy JOIN sealed_paper ON sealed_paper.id = sealed_paper_copy.paper
            WHERE sealed_paper_copy.agency = \(agency) AND sealed_paper_copy.account = \(account)
            ORDER BY sealed_paper.id
            """
        ).map {
            SealedPaperLack(
                paper: try $0.text("id"), copy: try $0.blob("copy"),
                offices: try $0.text("offices").split(separator: " ").map { RoleID(String($0)) })
        }
    }

    /// The accounts that have a copy.
    package func readers(ofPaper id: String) throws -> Set<String> {
        Set(try rows("SELECT account FROM sealed_paper_copy WHERE paper = \(id)").map { try $0.text("account") })
    }

    /// Takes the copy of an account away, such as of whoever holds the office no more.
    package func deletePaperCopies(of account: String, papers: [String], agency: String) throws {
        for paper in papers {
            try execute(
                """
                DELETE FROM sealed_paper_copy WHERE paper = \(paper) AND account = \(account) AND agency = \(agency)
                """)
        }
    }

    /// Destroys a paper with every copy of its key.
    package func deletePaper(_ id: String, agency: String) throws {
        try execute(
            """
            DELETE FROM sealed_paper_copy
            WHERE paper = (SELECT id FROM sealed_paper WHERE id = \(id) AND agency = \(agency))
            """)
        try execute("DELETE FROM sealed_paper WHERE id = \(id) AND agency = \(agency)")
    }
}
