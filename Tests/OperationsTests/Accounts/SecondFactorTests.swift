import Operations
import Program
import Sealing
import Store
import Testing

@Suite struct SecondFactorTests {
    /// A coordinator who has set up the second factor and has no session.
    private func coordinator(_ ground: Ground) async throws -> TOTPSecret {
        _ = try await ground.enrol("c.ortiz", roles: ["coordinator"])
        let half = try await ground.staff(try await ground.signIn("c.ortiz"))
        #expect(half.owesSecondFactor)
        #expect(!half.hasSecondFactor)
        let secret = TOTPSecret()
        let session = try await ground.programmes.setSecondFactor(
            half, secret: secret, digits: ground.digits(of: secret)
        ).get()
        let staff = try await ground.staff(session)
        #expect(!staff.owesSecondFactor)
        #expect(staff.hasSecondFactor)
        #expect(try await ground.programmes.staff(session: half.session) == nil)
        try await ground.programmes.signOut(staff)
        ground.clock.move(seconds: 90)
        return secret
    }

    private func half(_ ground: Ground) async throws -> Staff {
        let half = try await ground.staff(try await ground.signIn("c.ortiz"))
        #expect(half.owesSecondFactor)
        #expect(half.hasSecondFactor)
        return half
    }

    @Test(arguments: engines) func theDigitsFinishASignIn(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let half = try await half(ground)
        let digits = ground.digits(of: secret)
        let session = try await ground.programmes.proveSecondFactor(half, digits: digits).get()
        #expect(try await ground.staff(session).powers.contains(.manageAccounts))
        #expect(try await ground.programmes.staff(session: half.session) == nil)
        #expect(try await ground.acts().suffix(2) == [.roleGiven, .secondFactorSet])
    }

    @Test(arguments: engines) func digitsWorkOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let digits = ground.digits(of: secret)
        _ = try await ground.programmes.proveSecondFactor(try await half(ground), digits: digits).get()
        let replay = try await half(ground)
        #expect(try await ground.programmes.proveSecondFactor(replay, digits: digits).refusedFields == ["digits"])
        ground.clock.move(seconds: 30)
        #expect(try await ground.programmes.proveSecondFactor(replay, digits: digits).refusedFields == ["digits"])
        _ = try await ground.programmes.proveSecondFactor(replay, digits: ground.digits(of: secret)).get()
    }

    @Test(arguments: engines) func digitsAtOnceWorkOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let digits = ground.digits(of: secret)
        let (one, other) = (try await half(ground), try await half(ground))
        async let first = ground.programmes.proveSecondFactor(one, digits: digits)
        async let second = ground.programmes.proveSecondFactor(other, digits: digits)
        let refused = try await [first, second].map(\.refusedFields)
        #expect(refused.count { $0 == nil } == 1)
    }

    @Test(arguments: engines) func guessingDigitsIsPaused(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let half = try await half(ground)
        let right = ground.digits(of: secret)
        let wrong = right == "000000" ? "111111" : "000000"
        for _ in 1...5 {
            #expect(try await ground.programmes.proveSecondFactor(half, digits: wrong).refusedFields == ["digits"])
        }
        #expect(try await ground.programmes.proveSecondFactor(half, digits: right).refusedFields == ["digits"])
        // Signing in anew gives no new tries.
        let again = try await self.half(ground)
        #expect(try await ground.programmes.proveSecondFactor(again, digits: right).refusedFields == ["digits"])
        ground.clock.move(seconds: 30)
        _ = try await ground.programmes.proveSecondFactor(again, digits: ground.digits(of: secret)).get()
    }

    /// Someone at the sign-in page cannot use up the tries at another's digits, whatever name they type.
    @Test(arguments: engines) func nobodyElseUsesUpTheTries(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let half = try await half(ground)
        for login in ["c.ortiz second factor", "second factor c.ortiz", "second factor"] {
            for _ in 1...6 {
                _ = try await ground.programmes.signIn(agency: ground.agency, login: login, passphrase: "x")
            }
        }
        _ = try await ground.programmes.proveSecondFactor(half, digits: ground.digits(of: secret)).get()
    }

    /// Who has only the passphrase cannot put a second factor of their own in place of the owner's.
    @Test(arguments: engines) func ahalfSessionReplacesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await coordinator(ground)
        let half = try await half(ground)
        let secret = TOTPSecret()
        let answer = try await ground.programmes.setSecondFactor(
            half, secret: secret, digits: ground.digits(of: secret))
        #expect(answer.refusedFields == ["digits"])
    }

    /// Nor is a new passphrase chosen in a session that still owes the digits.
    @Test(arguments: engines) func aNewPassphraseIsNoSecondFactor(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await coordinator(ground)
        let half = try await half(ground)
        let changed = try await ground.programmes.changePassphrase(
            half, present: Ground.passphrase, new: "a wholly different phrase")
        #expect(changed.refusedFields == [nil])
        #expect(try await ground.again(half).owesSecondFactor)
    }

    @Test(arguments: engines) func anEndedSessionFinishesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let secret = try await coordinator(ground)
        let half = try await half(ground)
        try await ground.programmes.signOut(half)
        let answer = try await ground.programmes.proveSecondFactor(half, digits: ground.digits(of: secret))
        #expect(answer.refusedFields == [nil])
        #expect(try await ground.database.integer("SELECT count(*) FROM session") == 0)
    }

    /// Sessions begun before the second factor was set up were never proved by it.
    @Test(arguments: engines) func settingItUpEndsOtherSessions(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let desk = try await ground.member("a.lopez", roles: "supporter")
        let phone = try await ground.signedIn("a.lopez")
        let secret = TOTPSecret()
        let session = try await ground.programmes.setSecondFactor(
            phone, secret: secret, digits: ground.digits(of: secret), present: Ground.passphrase
        ).get()
        #expect(try await ground.programmes.staff(session: desk.session) == nil)
        #expect(try await ground.staff(session).owesSecondFactor == false)
    }

    @Test(arguments: engines) func wrongDigitsSetNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let (secret, other) = (TOTPSecret(), TOTPSecret())
        let answer = try await ground.programmes.setSecondFactor(
            staff, secret: secret, digits: ground.digits(of: other), present: Ground.passphrase)
        #expect(answer.refusedFields == ["digits"])
        #expect(try await ground.again(staff).hasSecondFactor == false)
    }
}
