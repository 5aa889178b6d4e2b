import Operations
import Program
import Sealing
import Store
import Testing

/// The phone is lost: the printed code stands in for it.
@Suite struct SecondFactorRecoveryTests {
    /// A coordinator with a second factor and a printed code.
    private struct Owner {
        let full: Staff
        let code: RecoveryCode
        /// Signed in again with the passphrase alone.
        let half: Staff

        init(_ ground: Ground) async throws {
            full = try await ground.member("c.ortiz", roles: "coordinator")
            code = try await ground.programmes.renewRecoveryCode(full, present: Ground.passphrase).get()
            half = try await ground.staff(try await ground.signIn("c.ortiz"))
        }
    }

    private func clear(_ ground: Ground, _ staff: Staff, _ code: RecoveryCode) async throws -> Result<
        RecoveryCode, Refusal
    > { try await ground.programmes.clearSecondFactor(staff, code: code.text) }

    @Test(arguments: engines) func thePrintedCodeClearsIt(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        let next = try await clear(ground, owner.half, owner.code).get()
        #expect(try await ground.programmes.staff(session: owner.full.session) == nil)
        let cleared = try await ground.again(owner.half)
        #expect(cleared.owesSecondFactor)
        #expect(!cleared.hasSecondFactor)
        let secret = TOTPSecret()
        let session = try await ground.programmes.setSecondFactor(
            cleared, secret: secret, digits: ground.digits(of: secret)
        ).get()
        #expect(try await ground.staff(session).powers.contains(.manageAccounts))
        #expect(try await ground.acts().suffix(2) == [.secondFactorCleared, .secondFactorSet])
        let entry = try await ground.lastEntry(.secondFactorCleared)
        #expect(entry.actor == owner.full.account)
        #expect(entry.subject == owner.full.account)
        // The new code is for the new phone.
        let again = try await ground.staff(try await ground.signIn("c.ortiz"))
        #expect(try await clear(ground, again, owner.code).refusedFields == ["code"])
        _ = try await clear(ground, again, next).get()
    }

    @Test(arguments: engines) func codesThatAreNotTheAccountsAreRefusedAlike(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        let other = try await ground.member("a.lopez", roles: "supporter")
        let others = try await ground.programmes.renewRecoveryCode(other, present: Ground.passphrase).get()
        let used = owner.code
        let present = try await ground.programmes.renewRecoveryCode(owner.full, present: Ground.passphrase).get()
        let before = try await ground.database.rowsByTable()
        var refusals: [Refusal] = []
        for code in [others, used, RecoveryCode()] {
            guard case .failure(let refusal) = try await clear(ground, owner.half, code) else { continue }
            refusals.append(refusal)
        }
        #expect(refusals.count == 3)
        #expect(Set(refusals.map { $0.problems.map(\.message) }).count == 1)
        #expect(refusals.allSatisfy { $0.problems.map(\.field) == ["code"] })
        let slip = try await ground.programmes.clearSecondFactor(owner.half, code: "1234")
        #expect(slip.refusedFields == ["code"])
        let after = try await ground.database.rowsByTable()
        for table in before.keys where table != "sign_in_pause" { #expect(after[table] == before[table], "\(table)") }
        _ = try await clear(ground, owner.half, present).get()
    }

    @Test(arguments: engines) func guessingIsPausedTogetherWithTheDigits(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        for _ in 1...2 { _ = try await ground.programmes.proveSecondFactor(owner.half, digits: "none") }
        for _ in 1...3 { _ = try await clear(ground, owner.half, RecoveryCode()) }
        #expect(try await clear(ground, owner.half, owner.code).refusedFields == ["code"])
        ground.clock.move(seconds: 29)
        #expect(try await clear(ground, owner.half, owner.code).refusedFields == ["code"])
        ground.clock.move(seconds: 1)
        _ = try await clear(ground, owner.half, owner.code).get()
    }

    @Test(arguments: engines) func twoAtOnceWithOneCodeAreOne(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        async let one = clear(ground, owner.half, owner.code)
        async let other = clear(ground, owner.half, owner.code)
        #expect(try await [one, other].count { $0.refusedFields == nil } == 1)
        #expect(try await ground.acts().count { $0 == .secondFactorCleared } == 1)
    }

    @Test(arguments: engines) func anEndedSessionClearsNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        try await ground.programmes.signOut(owner.half)
        #expect(try await clear(ground, owner.half, owner.code).refusedFields == [nil])
        #expect(try await ground.again(owner.full).hasSecondFactor)
    }

    /// Who found the paper alone gets a new passphrase with it, and no further with the code that comes back, until the
    /// owner's phone has been used.
    @Test(arguments: engines) func thePaperAloneOpensNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("c.ortiz", roles: ["coordinator"])
        let unready = try await ground.staff(try await ground.signIn("c.ortiz"))
        let secret = TOTPSecret()
        let full = try await ground.staff(
            try await ground.programmes.setSecondFactor(
                unready, secret: secret, digits: ground.digits(of: secret)
            ).get())
        let code = try await ground.programmes.renewRecoveryCode(full, present: Ground.passphrase).get()
        let recovered = try await ground.programmes.recover(
            agency: ground.agency, login: "c.ortiz", code: code.text, passphrase: "a wholly different phrase"
        ).get()
        let half = try await ground.staff(
            try await ground.signIn("c.ortiz", passphrase: "a wholly different phrase"))
        #expect(try await clear(ground, half, recovered.recoveryCode).refusedFields == ["code"])
        #expect(try await ground.again(half).hasSecondFactor)

        ground.clock.move(seconds: 60)
        let proved = try await ground.programmes.proveSecondFactor(half, digits: ground.digits(of: secret)).get()
        try await ground.programmes.signOut(try await ground.staff(proved))
        let later = try await ground.staff(
            try await ground.signIn("c.ortiz", passphrase: "a wholly different phrase"))
        _ = try await clear(ground, later, recovered.recoveryCode).get()
    }

    /// The code of the first visit is good for the phone, though no other was ever printed.
    @Test(arguments: engines) func theCodeOfTheFirstVisit(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await ground.programmes.createAccount(
            NewAccount(login: "a.lopez", name: "A", employeeNumber: nil), in: ground.agency
        ).get()
        let enrolled = try await ground.programmes.enrol(
            agency: ground.agency, login: "a.lopez", code: created.enrolmentCode.text, passphrase: Ground.passphrase
        ).get()
        let staff = try await ground.staff(try await ground.signIn("a.lopez"))
        let none = try await clear(ground, staff, enrolled.recoveryCode)
        #expect(none.refusedFields == [nil])
        let secret = TOTPSecret()
        _ = try await ground.programmes.setSecondFactor(
            staff, secret: secret, digits: ground.digits(of: secret), present: Ground.passphrase
        ).get()
        let half = try await ground.staff(try await ground.signIn("a.lopez"))
        _ = try await clear(ground, half, enrolled.recoveryCode).get()
    }

    /// A session that was ended cannot print itself a way back in.
    @Test(arguments: engines) func anEndedSessionPrintsNoCode(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let owner = try await Owner(ground)
        try await ground.programmes.signOutEverywhere(owner.full)
        let renewed = try await ground.programmes.renewRecoveryCode(owner.full, present: Ground.passphrase)
        #expect(renewed.refusedFields == [nil])
        let half = try await ground.staff(try await ground.signIn("c.ortiz"))
        _ = try await clear(ground, half, owner.code).get()
    }
}
