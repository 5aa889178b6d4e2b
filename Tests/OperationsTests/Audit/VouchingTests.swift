import Operations
import Program
import Sealing
import Store
import Testing

/// Rows of accounts and roles that somebody wrote into the database: nothing is sealed to them, the others go on, and it is named.
@Suite struct VouchingTests {
    /// What somebody with the database alone does, and how it is named.
    struct Break: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Whose login it is about, and words of the finding.
        let named: [String]
        let write: @Sendable (RequestGround) async throws -> Void
    }

    static let breaks: [Break] = [
        Break(testDescription: "a role's first day", named: ["ana", "Peer", "entry"]) { field in
            try await field.changed("UPDATE holding SET starts_on = '2025-01-02' WHERE account = \(field.ana.account)")
        },
        Break(testDescription: "a role's last day", named: ["ana", "2030-01-01", "entry"]) { field in
            try await field.changed("UPDATE holding SET held_until = '2030-01-01' WHERE account = \(field.ana.account)")
        },
        Break(testDescription: "whose a role is", named: ["ana", "no such role"]) { field in
            try await field.changed("DELETE FROM holding WHERE account = \(field.ana.account)")
            try await field.changed(
                """
                INSERT INTO holding (id, agency, account, role, starts_on)
                VALUES ('carried-over', \(field.agency.id), \(field.ana.account), 'supporter', '2025-01-01')
                """)
        },
        Break(testDescription: "another key", named: ["ana", "key"]) { field in
            let key = AccountKey().publicKey.bytes
            try await field.changed("UPDATE account SET public_key = \(key) WHERE id = \(field.ana.account)")
        },
        Break(testDescription: "a colleague's key", named: ["ana", "key"]) { field in
            try await field.changed(
                """
                UPDATE account SET public_key = (SELECT public_key FROM account WHERE id = \(field.ben.account))
                WHERE id = \(field.ana.account)
                """)
        },
        Break(testDescription: "another name", named: ["ana", "name"]) { field in
            try await field.changed("UPDATE account SET name = 'Name of ben' WHERE id = \(field.ana.account)")
        },
        Break(testDescription: "a role that ended", named: ["ana", "no end", "entry"]) { field in
            let holding = try #require(
                try await field.programmes.account(field.ana.account, by: field.coordinator)?.holdings.first)
            _ = try #require(
                try await field.programmes.endRole(holding.id, of: field.ana.account, by: field.coordinator)
            ).get()
            try await field.changed("UPDATE holding SET held_until = NULL WHERE id = \(holding.id)")
        },
        Break(testDescription: "an entry of the chain for it", named: ["ana", "entry"]) { field in
            try await field.changed("UPDATE holding SET held_until = '2030-01-01' WHERE account = \(field.ana.account)")
            // Every entry that ever vouched for one of her roles says another's digest.
            try await field.changed(
                """
                UPDATE audit_entry SET payload_hash = (
                    SELECT payload_hash FROM audit_entry other WHERE other.act = 'role.vouched'
                    ORDER BY number DESC LIMIT 1)
                WHERE subject IN (SELECT id FROM holding WHERE account = \(field.ana.account))
                """)
        },
    ]

    @Test(arguments: engines, Self.breaks.indices)
    func nothingIsSealedToIt(_ engine: Engine, _ index: Int) async throws {
        let field = try await RequestGround(engine)
        #expect(try await field.differences().isEmpty)
        let attack = Self.breaks[index]
        try await attack.write(field)

        try await field.asked()
        #expect(try await field.holders() == [field.ben.account, field.cleo.account])
        let found = try await field.differences()
        #expect(found.contains { words in attack.named.allSatisfy(words.contains) }, "\(found)")
        try await field.expectSeen()
    }

    /// Another installation's account and role, with its owner's passphrase, under this agency's id.
    @Test(arguments: engines) func anotherInstallationsRowsAreNobody(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let other = try await Ground(engine, pack: "sacramento-probation")
        let mallory = try await other.member("mallory", roles: "supporter")
        try await field.carryOver(mallory.account, from: other.database)

        try await field.asked()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
        // They come in, for the rows say so, and find nothing.
        let intruder = try await field.ground.signedIn("mallory")
        #expect(try await field.programmes.offers(for: intruder).isEmpty)
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
        let found = try await field.differences()
        #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("mallory") }, "\(found)")
        let given = try await field.programmes.givenCopies(in: field.agency)
        #expect(given.filter { !$0.isGiven }.map(\.name) == ["Name of mallory"])
        try await field.expectSeen()
    }

    /// The same with everything of that agency's chain that vouches for them there.
    @Test(arguments: engines) func entriesOfAnotherInstallationVouchForNothing(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let other = try await Ground(engine, pack: "sacramento-probation")
        let mallory = try await other.member("mallory", roles: "supporter")
        try await field.carryOver(mallory.account, from: other.database)
        let entries = try await other.database.read { transaction in
            try transaction.auditEntries(agency: other.agency.id, after: 0, limit: 1000)
        }
        try await field.ground.database.write { [agency = field.agency.id] transaction in
            for row in entries where Vouching(try #require(AuditKind(rawValue: row.act))) != nil {
                try transaction.append(
                    AuditRow(
                        agency: agency, number: row.number + 1000, at: row.at, actor: row.actor, act: row.act,
                        subject: row.subject, clauses: row.clauses, pack: row.pack, payloadHash: row.payloadHash,
                        hash: row.hash), salt: nil)
            }
        }
        try await field.asked()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
        #expect(try await field.differences().contains { $0.hasPrefix("mallory") })
    }

    /// An act does not make good what was changed behind the server's back, and does not stand in its own way either.
    @Test(arguments: engines) func anActMakesNothingGood(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.changed("UPDATE holding SET held_until = '2030-01-01' WHERE account = \(field.ana.account)")
        let holding = try #require(
            try await field.programmes.account(field.ana.account, by: field.coordinator)?.holdings.first)
        _ = try #require(
            try await field.programmes.endRole(holding.id, of: field.ana.account, by: field.coordinator)
        ).get()
        #expect(try await field.differences().count == 1)
        try await field.ground.give("supporter", to: field.ana.account, since: "2026-11-20")
        #expect(try await field.differences().count == 1)
        try await field.asked()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
    }

    /// Who looked and says that it is right has it vouched for again, as accepted.
    @Test(arguments: engines) func theOperatorAccepts(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.changed("UPDATE account SET name = 'Ana, married' WHERE id = \(field.ana.account)")
        try await field.changed("DELETE FROM holding WHERE account = \(field.ben.account)")
        #expect(try await field.programmes.acceptAccounts("cleo", in: field.agency).isEmpty)
        #expect(try await field.differences().count == 2)
        #expect(try await field.programmes.acceptAccounts("ana", in: field.agency).count == 1)
        let gone = try #require(try await field.found().first)
        #expect(gone.what == .gone)
        #expect(try await field.programmes.acceptAccounts(gone.subject, in: field.agency) == [gone])
        #expect(try await field.differences().isEmpty)
        try await field.asked()
        #expect(try await field.holders() == [field.ana.account, field.cleo.account])
        #expect(try await field.ground.acts().suffix(2) == [.accountsAccepted, .accountsAccepted])
        let ana = try await field.programmes.givenCopies(in: field.agency).first { $0.account == field.ana.account }
        #expect(ana?.key?.how == .accepted)
    }

    /// An installation from before: its chain vouches for nothing until it is taken over, and then for just what was there.
    @Test(arguments: engines) func whatWasThereIsTakenOverOnce(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.ground.database.alterSchema { transaction in
            try transaction.execute("DELETE FROM audit_salt")
            try transaction.execute("DELETE FROM audit_entry WHERE number > 1")
            try transaction.execute("INSERT INTO vouching_due (agency) SELECT id FROM agency")
        }
        // Nobody could open a request, so none is taken.
        guard case .failure = try await field.programmes.ask(RequestGround.ask(), in: field.agency) else {
            Issue.record("A request was taken that nobody can open.")
            return
        }
        try await field.programmes.takeOverAccounts()
        #expect(try await field.differences().isEmpty)
        try await field.asked()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
        let given = try await field.programmes.givenCopies(in: field.agency)
        #expect(given.count == 3 && given.allSatisfy { $0.key?.how == .takenOver && $0.key?.by == .server })

        // Nothing is taken over a second time, whatever somebody writes.
        let other = try await Ground(engine, pack: "sacramento-probation")
        let mallory = try await other.member("mallory", roles: "supporter")
        try await field.carryOver(mallory.account, from: other.database)
        try await field.changed("INSERT INTO vouching_due (agency) VALUES (\(field.agency.id))")
        try await field.programmes.takeOverAccounts()
        #expect(try await field.differences().count == 2)
    }

    /// Whoever takes out the entries that vouch for somebody, so that everything would be taken over anew, leaves a gap.
    @Test(arguments: engines) func nothingIsTakenOverByABrokenChain(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.ground.database.alterSchema { transaction in
            try transaction.execute("DELETE FROM audit_salt")
            try transaction.execute("DELETE FROM audit_entry WHERE act IN ('account.vouched', 'role.vouched')")
            try transaction.execute("INSERT INTO vouching_due (agency) SELECT id FROM agency")
        }
        await #expect(throws: FailedAgencies.self) { try await field.programmes.takeOverAccounts() }
        guard case .failure = try await field.programmes.ask(RequestGround.ask(), in: field.agency) else {
            Issue.record("A request was taken that nobody can open.")
            return
        }
        #expect(try await field.holders().isEmpty)
    }

    /// A supporter who is consulted, handed a request or let in by the seeker is sealed to under the same rule.
    @Test(arguments: engines) func noOtherWayToACopy(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        try await field.changed(
            "UPDATE account SET public_key = \(AccountKey().publicKey.bytes) WHERE id = \(field.ben.account)")
        let colleagues = try #require(try await field.programmes.colleagues(for: id, by: field.ana))
        #expect(colleagues.map(\.account) == [field.cleo.account])
        for rule in field.agency.policy.requests.consultations {
            let consultable = try await field.programmes.consultable(rule.with, for: id, by: field.ana)
            #expect(consultable?.contains { $0.account == field.ben.account } == false)
        }
        try #require(try await field.programmes.changeSupporter(unwanted: false, by: seeker, in: field.agency)).get()
        #expect(try await field.holders().contains(field.ben.account) == false)
        #expect(try await field.holders().contains(field.cleo.account))
    }
}

extension RequestGround {
    /// Writes something that a thief with the database alone could.
    func changed(_ statement: SQL) async throws {
        let rows = try await ground.database.write { transaction in try transaction.execute(statement) }
        #expect(rows > 0)
    }

    func found() async throws -> [VouchingDifference] {
        try await programmes.verifyAudit(against: []).flatMap(\.differences)
    }

    /// What `audit verify` says of accounts and roles.
    func differences() async throws -> [String] { try await found().map(\.words) }

    /// The account's row and its roles', as that database has them.
    func carryOver(_ account: String, from other: any Database) async throws {
        let (accounts, holdings) = try await other.read { transaction in
            (
                try transaction.rows(
                    "SELECT id, login, name, passphrase, public_key, wrapped_key FROM account WHERE id = \(account)"),
                try transaction.rows("SELECT id, account, role, starts_on FROM holding WHERE account = \(account)")
            )
        }
        try await ground.database.write { [agency = agency.id] transaction in
            for row in accounts {
                try transaction.execute(
                    """
                    INSERT INTO account (id, agency, login, name, passphrase, public_key, wrapped_key)
                    VALUES (\(try row.text("id")), \(agency), \(try row.text("login")), \(try row.text("name")),
                        \(try row.text("passphrase")), \(try row.blob("public_key")), \(try row.blob("wrapped_key")))
                    """)
            }
            for row in holdings {
                try transaction.execute(
                    """
                    INSERT INTO holding (id, agency, account, role, starts_on)
                    VALUES (\(try row.text("id")), \(agency), \(try row.text("account")), \(try row.text("role")),
                        \(try row.text("starts_on")))
                    """)
            }
        }
    }

    /// The server sees it by itself: in `/health`, and as a notice to whoever keeps the accounts, once.
    func expectSeen() async throws {
        func told() async throws -> [String?] {
            try await programmes.notices(for: coordinator).open.filter { $0.notice.kind == .notVouchedFor }
                .map(\.notice.about)
        }
        await #expect(throws: FailedAgencies.self) { try await programmes.compareAccounts() }
        let first = try await told()
        #expect(!first.isEmpty && Set(first).count == first.count)
        await #expect(throws: FailedAgencies.self) { try await programmes.compareAccounts() }
        #expect(try await told() == first)
    }
}
