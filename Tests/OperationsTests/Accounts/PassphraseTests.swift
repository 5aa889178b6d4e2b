import Operations
import Program
import Sealing
import Store
import Testing

/// Changing a passphrase, and getting back in without it.
@Suite struct PassphraseTests {
    /// A session alone, on a phone left lying about, gives neither a new recovery code nor a new second factor.
    @Test(arguments: engines) func aSessionAloneTakesNothingOver(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let secret = TOTPSecret()
        for guess in ["", "not the passphrase at all"] {
            let renewed = try await ground.programmes.renewRecoveryCode(staff, present: guess)
            #expect(renewed.refusedFields == ["present"])
            let set = try await ground.programmes.setSecondFactor(
                staff, secret: secret, digits: ground.digits(of: secret), present: guess)
            #expect(set.refusedFields == ["present"])
        }
        #expect(try await ground.again(staff).hasSecondFactor == false)
    }

    private static let new = "a wholly different phrase"

    @Test(arguments: engines) func changingItEndsOtherSessions(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let phone = try await ground.member("a.lopez", roles: "supporter")
        let desk = try await ground.signedIn("a.lopez")
        let sheet = try await ground.programmes.draft(by: desk)
        _ = try await ground.programmes.changePassphrase(desk, present: Ground.passphrase, new: Self.new).get()
        #expect(try await ground.programmes.staff(session: phone.session) == nil)
        let here = try await ground.again(desk)
        #expect(try await ground.programmes.ownSheet(here.today.month, of: here).ids == [sheet])
        await #expect(throws: Ground.NotSignedIn.self) { try await ground.signIn("a.lopez") }
        _ = try await ground.signIn("a.lopez", passphrase: Self.new)
        #expect(try await ground.acts().last == .passphraseChanged)
    }

    @Test(arguments: engines) func refusesAWrongPresentOne(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let change = { (present: String, new: String) in
            try await ground.programmes.changePassphrase(staff, present: present, new: new).refusedFields
        }
        #expect(try await change(Ground.passphrase, "short") == ["passphrase"])
        for _ in 1...5 { #expect(try await change("wrong", Self.new) == ["present"]) }
        // Whoever finds the desk unattended gets no more tries than at the sign-in page.
        #expect(try await change(Ground.passphrase, Self.new) == ["present"])
        ground.clock.move(seconds: 30)
        #expect(try await change(Ground.passphrase, Self.new) == nil)
    }

    @Test(arguments: engines) func anEndedSessionChangesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        try await ground.programmes.signOutEverywhere(staff)
        let answer = try await ground.programmes.changePassphrase(
            staff, present: Ground.passphrase, new: Self.new)
        #expect(answer.refusedFields == [nil])
        #expect(try await ground.programmes.staff(session: staff.session) == nil)
        _ = try await ground.signIn("a.lopez")
    }

    @Test(arguments: engines) func thePrintedCodeSetsANewOne(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let entry = try await ground.programmes.draft(by: staff)
        let code = try await ground.programmes.renewRecoveryCode(staff, present: Ground.passphrase).get()
        for _ in 1...5 {
            _ = try await ground.programmes.signIn(agency: ground.agency, login: "a.lopez", passphrase: "forgot")
        }
        let recovered = try await ground.programmes.recover(
            agency: ground.agency, login: "A.Lopez", code: code.text, passphrase: Self.new
        ).get()
        #expect(recovered.account == staff.account)
        #expect(try await ground.programmes.staff(session: staff.session) == nil)
        let back = try await ground.staff(try await ground.signIn("a.lopez", passphrase: Self.new))
        #expect(try await ground.programmes.ownSheet(back.today.month, of: back).ids == [entry])

        let oldCode = try await ground.programmes.recover(
            agency: ground.agency, login: "a.lopez", code: code.text, passphrase: Self.new)
        #expect(oldCode.refusedFields == ["code"])
        _ = try await ground.programmes.recover(
            agency: ground.agency, login: "a.lopez", code: recovered.recoveryCode.text, passphrase: Self.new
        ).get()
        #expect(
            try await ground.acts().suffix(3) == [.recoveryCodeRenewed, .accountRecovered, .accountRecovered])
    }

    @Test(arguments: engines) func aCodeIsForItsOwnAccount(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        _ = try await ground.enrol("b.jones")
        let code = try await ground.programmes.renewRecoveryCode(staff, present: Ground.passphrase).get()
        for login in ["b.jones", "nobody", "", "\u{0}"] {
            let answer = try await ground.programmes.recover(
                agency: ground.agency, login: login, code: code.text, passphrase: Self.new)
            #expect(answer.refusedFields == ["code"])
        }
        let weak = try await ground.programmes.recover(
            agency: ground.agency, login: "a.lopez", code: code.text, passphrase: "short")
        #expect(weak.refusedFields == ["passphrase"])
        let random = try await ground.programmes.recover(
            agency: ground.agency, login: "a.lopez", code: RecoveryCode().text, passphrase: Self.new)
        #expect(random.refusedFields == ["code"])
        _ = try await ground.signIn("a.lopez")
    }

    /// Recovery does not step around the second factor.
    @Test(arguments: engines) func theSecondFactorStays(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.ortiz", roles: "coordinator")
        let code = try await ground.programmes.renewRecoveryCode(staff, present: Ground.passphrase).get()
        _ = try await ground.programmes.recover(
            agency: ground.agency, login: "c.ortiz", code: code.text, passphrase: Self.new
        ).get()
        let back = try await ground.staff(try await ground.signIn("c.ortiz", passphrase: Self.new))
        #expect(back.owesSecondFactor)
        #expect(back.hasSecondFactor)
    }
}

extension Programmes {
    /// Writes one contact of today in the supporter's draft.
    fileprivate func draft(by staff: Staff) async throws -> RandomId {
        try await recordContact(.ofToday(staff), in: staff.today.month, by: staff).get()
    }
}
