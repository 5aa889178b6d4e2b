import Operations
import PolicyPacks
import Program
import Sealing
import Store
import Testing

/// Everything that opens an account is lost: its keeper starts it over.
@Suite struct StartOverTests {
    private static let new = "a wholly different phrase"

    private func enrol(_ ground: Ground, _ login: String, _ code: RecoveryCode) async throws -> Staff {
        _ = try await ground.programmes.enrol(
            agency: ground.agency, login: login, code: code.text, passphrase: Self.new
        ).get()
        return try await ground.staff(try await ground.signIn(login, passphrase: Self.new))
    }

    @Test(arguments: engines) func theOwnerBeginsAnew(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let lost = try await ground.member("l.park", roles: "logistics-coordinator")
        let printed = try await ground.programmes.renewRecoveryCode(lost, present: Ground.passphrase).get()
        let half = try await ground.staff(try await ground.signIn("l.park"))
        for _ in 1...5 {
            _ = try await ground.programmes.signIn(agency: ground.agency, login: "l.park", passphrase: "forgot")
            _ = try await ground.programmes.proveSecondFactor(half, digits: "none")
        }
        let code = try #require(try await ground.programmes.startOver(lost.account, by: keeper)).get()
        let entry = try await ground.lastEntry(.accountStartedOver)
        #expect(entry.actor == keeper.account)
        #expect(entry.subject == lost.account)
        for session in [lost.session, half.session] {
            #expect(try await ground.programmes.staff(session: session) == nil)
        }
        await #expect(throws: Ground.NotSignedIn.self) { try await ground.signIn("l.park") }
        let recovered = try await ground.programmes.recover(
            agency: ground.agency, login: "l.park", code: printed.text, passphrase: Self.new)
        #expect(recovered.refusedFields == ["code"])
        let view = try #require(try await ground.programmes.account(lost.account, by: keeper))
        #expect(!view.listing.isEnrolled)
        #expect(!view.listing.hasSecondFactor)

        let back = try await enrol(ground, "l.park", code)
        #expect(back.account == lost.account)
        #expect(back.holdings == lost.holdings)
        #expect(back.owesSecondFactor)
        #expect(!back.hasSecondFactor)
        let secret = TOTPSecret()
        let full = try await ground.programmes.setSecondFactor(
            back, secret: secret, digits: ground.digits(of: secret)
        ).get()
        #expect(try await ground.staff(full).powers.contains(.receiveStatSheets))
    }

    /// What was submitted stays; a draft is out of reach, and goes when it can no longer be submitted.
    @Test(arguments: engines) func draftsAreLostAndSubmittedSheetsAreNot(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator")
        let lost = try await ground.member("a.lopez", roles: "supporter")
        let month = lost.today.month
        for month in [month.previous, month] {
            let day = try #require(month.days.first)
            _ = try await ground.programmes.recordContact(.on(day), in: month, by: lost).get()
        }
        _ = try await ground.programmes.submitSheet(month.previous, by: lost).get()
        let code = try #require(try await ground.programmes.startOver(lost.account, by: keeper)).get()
        let back = try await enrol(ground, "a.lopez", code)
        #expect(try await ground.programmes.ownSheet(month, of: back).ids.isEmpty)
        #expect(try await ground.programmes.ownSheet(month.previous, of: back).filing != nil)
        let opened = try await ground.programmes.openNamedSheet(of: lost.account, month.previous, by: receiver)
        #expect(opened?.sheet.entries.count == 1)
        _ = try await ground.programmes.recordContact(.ofToday(back), in: month, by: back).get()
        _ = try await ground.programmes.submitSheet(month, by: back).get()

        let sheets = { try await ground.database.sizes()["sheet"] }
        #expect(try await sheets() == 3)
        try ground.move(to: "2027-11-30")
        try await ground.programmes.destroyClosedDrafts()
        #expect(try await sheets() == 2)
        try ground.move(to: "2027-12-01")
        try await ground.programmes.destroyClosedDrafts()
        #expect(try await sheets() == 0)
        #expect(try await ground.database.sizes()["filed_sheet"] == 2)
    }

    @Test(arguments: engines) func nobodyStartsTheirOwnAccountOver(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let before = try await ground.database.everything()
        let answer = try #require(try await ground.programmes.startOver(keeper.account, by: keeper))
        #expect(answer.refusedFields == [nil])
        #expect(try await ground.database.everything() == before)
        // Another of the same role cannot either: they would have two hands, and each says the other's second yes.
        let other = try await ground.member("d.reed", roles: "coordinator")
        let byOther = try #require(try await ground.programmes.startOver(keeper.account, by: other))
        #expect(byOther.refusedFields == [nil])
        #expect(try await ground.programmes.staff(session: keeper.session) != nil)
    }

    /// A coordinator in the administrator's place could appoint coordinators (OCP-I.C.2-0).
    @Test(arguments: engines) func noKeeperStepsIntoARoleAboveTheirOwn(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let administrator = try await ground.member("d.reed", roles: "administrator")
        let before = try await ground.database.everything()
        let answer = try #require(try await ground.programmes.startOver(administrator.account, by: keeper))
        #expect(answer.refusedFields == [nil])
        #expect(try await ground.database.everything() == before)
        let code = try #require(
            try await ground.programmes.startOverAsOperator(login: " D.Reed", in: ground.agency))
        #expect(try await ground.lastEntry(.accountStartedOver).actor == "operator")
        #expect(try await enrol(ground, "d.reed", code).holdings == administrator.holdings)
    }

    private struct Case {
        let pack: String
        let role: String
        let from: String
        let until: String?
        let by: [String]
        let may: Bool
    }

    private static let cases = [
        Case(
            pack: "orange-county-probation", role: "supporter", from: "2026-01-01", until: nil, by: ["coordinator"],
            may: true),
        Case(
            pack: "orange-county-probation", role: "coordinator", from: "2026-01-01", until: nil, by: ["coordinator"],
            may: false),
        Case(
            pack: "orange-county-probation", role: "administrator", from: "2026-01-01", until: nil,
            by: ["coordinator"], may: false),
        Case(
            pack: "orange-county-probation", role: "administrator", from: "2026-01-01", until: "2026-11-20",
            by: ["coordinator"], may: true),
        Case(
            pack: "orange-county-probation", role: "administrator", from: "2026-12-01", until: nil,
            by: ["coordinator"], may: false),
        Case(
            pack: "orange-county-probation", role: "supporter", from: "2026-01-01", until: nil, by: ["administrator"],
            may: false),
        Case(pack: "iacp", role: "management", from: "2026-01-01", until: nil, by: ["coordinator"], may: true),
        Case(pack: "iacp", role: "a-role-of-old", from: "2026-01-01", until: nil, by: ["coordinator"], may: true),
    ]

    @Test(arguments: Self.cases.indices) func whoMayStartWhomOver(_ index: Int) throws {
        let this = Self.cases[index]
        let pack = try PackLibrary.load(PackID(this.pack)).get().pack
        let holding = { (role: String, from: String, until: String?) in
            Holding(
                role: RoleID(role), area: nil, startsOn: try #require(Day(from)), until: until.flatMap { Day($0) })
        }
        let refusal = pack.mayStartOver(
            [try holding(this.role, this.from, this.until)],
            by: try this.by.map { try holding($0, "2026-01-01", nil) }, on: try #require(Day("2026-11-20")))
        #expect((refusal == nil) == this.may)
        if let refusal { #expect(refusal.problems.first?.clauses == pack.role(RoleID(this.role))?.basis.clauses) }
    }

    @Test(arguments: engines) func anAccountOfAnotherAgencyOrOfNobodyIsNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let other = try await ground.programmes.foundAgency(
            slug: "elsewhere", name: "Elsewhere", timeZone: "America/Los_Angeles", pack: ground.agency.pack
        ).get()
        let theirs = try await ground.programmes.createAccount(
            NewAccount(login: "z.stone", name: "Z", employeeNumber: nil), in: other
        ).get()
        let before = try await ground.database.everything()
        #expect(try await ground.programmes.startOver(theirs.id, by: keeper) == nil)
        #expect(try await ground.programmes.startOver(RandomId().text, by: keeper) == nil)
        for login in ["z.stone", "nobody", "", "\u{0}"] {
            #expect(
                try await ground.programmes.startOverAsOperator(login: login, in: ground.agency)?.text == nil)
        }
        #expect(try await ground.database.everything() == before)
    }

    /// Whoever was at the account while it was started over cannot bring the old key back.
    @Test(arguments: engines) func nothingOfTheOldAccountComesBack(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let lost = try await ground.member("a.lopez", roles: "supporter")
        _ = try #require(try await ground.programmes.startOver(lost.account, by: keeper)).get()
        let before = try await ground.database.everything()
        let secret = TOTPSecret()
        let digits = ground.digits(of: secret)
        let renewed = try await ground.programmes.renewRecoveryCode(lost, present: Ground.passphrase)
        #expect(renewed.refusedFields == [nil])
        #expect(
            try await ground.programmes.setSecondFactor(lost, secret: secret, digits: digits).refusedFields == [nil])
        #expect(
            try await ground.programmes.clearSecondFactor(lost, code: RecoveryCode().text).refusedFields == [nil])
        #expect(try await ground.database.everything() == before)
    }
}
