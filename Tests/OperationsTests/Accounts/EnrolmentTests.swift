import Operations
import Program
import Sealing
import Store
import Testing

/// From the keeper's new account to the owner's passphrase.
@Suite struct EnrolmentTests {
    private func enrol(
        _ ground: Ground, _ login: String, _ code: RecoveryCode, _ passphrase: String = Ground.passphrase
    ) async throws -> Result<Enrolled, Refusal> {
        try await ground.programmes.enrol(
            agency: ground.agency, login: login, code: code.text, passphrase: passphrase)
    }

    private func newAccount(_ ground: Ground, _ login: String) async throws -> CreatedAccount {
        try await ground.programmes.createAccount(
            NewAccount(login: login, name: "A. Lopez", employeeNumber: nil), in: ground.agency
        ).get()
    }

    @Test(arguments: engines) func theOwnerChoosesAPassphrase(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        let enrolled = try await enrol(ground, " A.Lopez", created.enrolmentCode).get()
        #expect(enrolled.account == created.id)
        let staff = try await ground.staff(try await ground.signIn("a.lopez"))
        #expect(staff.account == created.id)
        #expect(staff.powers.isEmpty)
        #expect(try await ground.acts() == [.agencyFounded, .accountCreated, .accountEnrolled])
    }

    @Test(arguments: engines) func aCodeWorksOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        _ = try await enrol(ground, "a.lopez", created.enrolmentCode).get()
        let again = try await enrol(ground, "a.lopez", created.enrolmentCode, "another long passphrase")
        #expect(again.refusedFields == ["code"])
        #expect(try await ground.acts().count == 3)
        _ = try await ground.signIn("a.lopez")
    }

    @Test(arguments: engines) func twoAtOnceWithOneCodeAreOne(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        async let one = enrol(ground, "a.lopez", created.enrolmentCode)
        async let other = enrol(ground, "a.lopez", created.enrolmentCode)
        let refused = try await [one, other].map(\.refusedFields)
        #expect(refused.count { $0 == nil } == 1)
        #expect(refused.count { $0 == ["code"] } == 1)
    }

    @Test(arguments: engines) func aCodeEndsAfterSevenDays(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        ground.clock.move(seconds: 7 * 86_400)
        #expect(try await enrol(ground, "a.lopez", created.enrolmentCode).refusedFields == ["code"])
        ground.clock.move(seconds: -1)
        _ = try await enrol(ground, "a.lopez", created.enrolmentCode).get()
    }

    @Test(arguments: engines) func aCodeIsForItsOwnAccount(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        _ = try await newAccount(ground, "b.jones")
        for login in ["b.jones", "nobody", "", "a\u{0}b"] {
            #expect(try await enrol(ground, login, created.enrolmentCode).refusedFields == ["code"])
        }
        #expect(try await enrol(ground, "a.lopez", RecoveryCode()).refusedFields == ["code"])
        let slip = try await ground.programmes.enrol(
            agency: ground.agency, login: "a.lopez", code: "1234", passphrase: Ground.passphrase)
        #expect(slip.refusedFields == ["code"])
        _ = try await enrol(ground, "a.lopez", created.enrolmentCode).get()
    }

    private static let weak = [
        "short", "passwordpassword", "orange grove department 1", "my name is a.lopez",
        String(repeating: "x", count: 257),
    ]

    @Test(arguments: engines) func refusesAWeakPassphrase(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        for passphrase in Self.weak {
            let answer = try await enrol(ground, "a.lopez", created.enrolmentCode, passphrase)
            #expect(answer.refusedFields == ["passphrase"], "\(passphrase)")
        }
        _ = try await enrol(ground, "a.lopez", created.enrolmentCode).get()
    }

    @Test(arguments: engines) func aNewCodeEndsTheOneBefore(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        ground.clock.move(seconds: 30 * 86_400)
        let renewed = try await ground.programmes.renewEnrolment(of: created.id, in: ground.agency)
        let code = try #require(renewed).get()
        #expect(try await enrol(ground, "a.lopez", created.enrolmentCode).refusedFields == ["code"])
        _ = try await enrol(ground, "a.lopez", code).get()
        let late = try await ground.programmes.renewEnrolment(of: created.id, in: ground.agency)
        #expect(try #require(late).refusedFields == [nil])
        #expect(try await ground.programmes.renewEnrolment(of: RandomId().text, in: ground.agency) == nil)
        #expect(
            try await ground.acts() == [.agencyFounded, .accountCreated, .enrolmentRenewed, .accountEnrolled])
    }

    private static let noAccounts: [(login: String, name: String, number: String?, fields: [String])] = [
        ("a.lopez", "A", nil, ["login"]), ("A.Lopez", "A", nil, ["login"]), ("a lopez", "A", nil, ["login"]),
        ("x", "A", nil, ["login"]), ("b.jones", "", nil, ["name"]), ("b.jones", "\u{7}", nil, ["name"]),
        ("b.jones", "B", "4711", ["employeeNumber"]), ("b.jones", "B", "\u{0}", ["employeeNumber"]),
        ("", "", nil, ["login", "name"]),
    ]

    @Test(arguments: engines) func refusesWhatIsNoAccount(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await newAccount(ground, "a.lopez")
        let before = try await ground.database.everything()
        for wrong in Self.noAccounts {
            let answer = try await ground.programmes.createAccount(
                NewAccount(login: wrong.login, name: wrong.name, employeeNumber: wrong.number), in: ground.agency)
            #expect(answer.refusedFields == wrong.fields)
        }
        #expect(try await ground.database.everything() == before)
    }

    /// Nothing that the database keeps of an account waiting for its owner gives the code back, or says what it is.
    @Test(arguments: engines) func theCodeIsNotInTheDatabase(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await newAccount(ground, "a.lopez")
        let dump = try await ground.database.everything()
        #expect(!dump.contains(created.enrolmentCode.text))
        #expect(dump.contains("a.lopez"))
    }
}
