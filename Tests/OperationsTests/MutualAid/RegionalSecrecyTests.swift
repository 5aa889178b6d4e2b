import Operations
import PolicyPacks
import Program
import Sealing
import Store
import TestSupport
import Testing

/// What teams of the region write to each other is under its seal: in no column, in no entry of the chain, and gone when its days are over.
@Suite struct RegionalSecrecyTests {
    private static let canary = "Quillwort Zq-canary"

    /// The ground with a second agency on it, whose one supporter is enrolled, and an agreement with it.
    private struct TwoAgencies {
        let ground: Ground
        let partner: Agency
        let ben: String

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: "iacp")
            let programmes = ground.programmes
            let pack = ground.agency.pack
            partner = try await programmes.foundAgency(
                slug: "springfield", name: "Springfield Police", timeZone: "America/Los_Angeles", pack: pack,
                confirming: pack.inheritedHash
            ).get()
            let number = try await ground.database.employ("ben", agency: partner.id)
            let created = try await programmes.createAccount(
                NewAccount(login: "ben", name: "Ben", employeeNumber: number), in: partner
            ).get()
            _ = try await programmes.enrol(
                agency: partner, login: "ben", code: created.enrolmentCode.text, passphrase: Ground.passphrase
            ).get()
            let since = try #require(Day("2025-01-01"))
            let holding = Holding(role: RoleID("supporter"), area: nil, startsOn: since, until: nil)
            let given = try await programmes.appointAsOperator(
                Appointment(account: created.id, holding: holding), in: partner)
            _ = try #require(given).get()
            ben = created.id
        }

        func agree(by account: String) async throws {
            let day = try #require(Day("2026-11-20"))
            let yes = AidAgreement.Approval(by: RoleID("sponsor"), on: day)
            let agreement = AidAgreement(
                id: RandomId().text, proposer: ground.agency.id, partner: partner.id, purposes: [.regional], until: nil,
                proposedBy: account, proposedOn: day, status: .inForce, ownApproval: yes, partnerApproval: yes)
            try await ground.database.write { transaction in
                try transaction.insert(
                    AidAgreement(
                        id: agreement.id, proposer: agreement.proposer, partner: agreement.partner,
                        purposes: [.regional], until: nil, proposedBy: account, proposedOn: day))
                try transaction.update(agreement)
            }
        }
    }

    @Test(arguments: engines) func theWordsAreInNoColumnAndEveryMessageIsOfOneSize(_ engine: Engine) async throws {
        let two = try await TwoAgencies(engine)
        let ground = two.ground
        let ana = try await ground.member("ana", roles: "supporter")
        let alone = try await #require(ground.programmes.writeToRegion("Hello", for: .teams, by: ana))
        #expect(throws: Refusal.self) { try alone.get() }
        try await two.agree(by: ana.account)
        let before = try await ground.acts()
        let long = Self.canary + String(repeating: " and more", count: 150)
        for words in [Self.canary, long] {
            try await #require(ground.programmes.writeToRegion(words, for: .teams, by: ana)).get()
        }
        let kept = try await ground.database.everything()
        let hex = Self.canary.utf8.map { String($0, radix: 16) }.joined()
        for trace in [Self.canary, Self.canary.lowercased(), hex] { #expect(!kept.contains(trace)) }
        #expect(try await ground.acts() == before)
        let sizes = try await ground.database.read { transaction in
            try transaction.regionalMessages(for: two.ben, agency: two.partner.id).map(\.sealed.count)
        }
        #expect(sizes.count == 2 && Set(sizes).count == 1)

        // Its reader opens it; and nothing is left when its days are over.
        let answer = try await ground.programmes.signIn(
            agency: two.partner, login: "ben", passphrase: Ground.passphrase)
        guard case .signedIn(let session, _) = answer else { throw Ground.NotSignedIn(answer: "\(answer)") }
        let view = try await #require(ground.programmes.regionalTeam(for: try await ground.staff(session)))
        #expect(Set(view.messages.map(\.message.words)) == [Self.canary, long])
        #expect(view.messages.allSatisfy { $0.message.author == "Name of ana" })
        for (day, left) in [("2026-12-19", 2), ("2026-12-20", 0)] {
            try ground.move(to: day)
            try await ground.programmes.destroyRegionalMessages()
            #expect(try await ground.database.sizes()["regional_message"] == left)
        }
        #expect(try await ground.database.sizes()["regional_message_copy"] == 0)
    }

    /// A key that the partner's own chain does not vouch for gets no copy.
    @Test(arguments: engines) func nothingIsSealedToAForgedKey(_ engine: Engine) async throws {
        let two = try await TwoAgencies(engine)
        let ana = try await two.ground.member("ana", roles: "supporter")
        try await two.agree(by: ana.account)
        let forged = AccountKey().publicKey.bytes
        try await two.ground.database.write { transaction in
            _ = try transaction.execute("UPDATE account SET public_key = \(forged) WHERE id = \(two.ben)")
        }
        let refused = try await #require(two.ground.programmes.writeToRegion(Self.canary, for: .teams, by: ana))
        guard case .failure(let refusal) = refused else {
            Issue.record("sealed to a forged key")
            return
        }
        #expect(refusal.problems.map(\.clauses) == [[ClauseID("IACP-3.9.2-2")]])
        #expect(try await two.ground.database.sizes()["regional_message"] == 0)
    }
}
