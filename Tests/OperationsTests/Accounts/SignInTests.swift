import Operations
import Program
import Sealing
import Store
import Testing

@Suite struct SignInTests {
    private func attempt(_ ground: Ground, _ login: String, _ passphrase: String = "wrong passphrase") async throws
        -> Outcome
    {
        switch try await ground.programmes.signIn(agency: ground.agency, login: login, passphrase: passphrase) {
        case .signedIn: .in
        case .wrong: .wrong
        case .paused(let until): .paused((until.milliseconds - ground.clock.now.milliseconds) / 1000)
        case .busy: .busy
        }
    }

    private enum Outcome: Equatable {
        case `in`, wrong, busy
        case paused(Int64)
    }

    @Test(arguments: engines) func rightAndWrong(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("a.lopez")
        #expect(try await attempt(ground, "a.lopez") == .wrong)
        #expect(try await attempt(ground, "nobody", Ground.passphrase) == .wrong)
        #expect(try await attempt(ground, "a\u{0}lopez", Ground.passphrase) == .wrong)
        #expect(try await attempt(ground, "", Ground.passphrase) == .wrong)
        #expect(try await attempt(ground, "A.Lopez ", Ground.passphrase) == .in)
    }

    /// Whoever has an account that nobody has enrolled yet gets the same answer as whoever has none.
    @Test(arguments: engines) func nobodySignsInBeforeEnrolling(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let created = try await ground.programmes.createAccount(
            NewAccount(login: "a.lopez", name: "A", employeeNumber: nil), in: ground.agency
        ).get()
        #expect(try await attempt(ground, "a.lopez", created.enrolmentCode.text) == .wrong)
        #expect(try await attempt(ground, "a.lopez", "") == .wrong)
    }

    @Test(arguments: engines, ["a.lopez", "nobody"])
    func theFifthFailurePauses(_ engine: Engine, _ login: String) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("a.lopez")
        for _ in 1...5 { #expect(try await attempt(ground, login) == .wrong) }
        #expect(try await attempt(ground, login, Ground.passphrase) == .paused(30))
        // Capitals are no way around it.
        #expect(try await attempt(ground, login.uppercased(), Ground.passphrase) == .paused(30))
        ground.clock.move(seconds: 30)
        #expect(try await attempt(ground, login) == .wrong)
        #expect(try await attempt(ground, login) == .paused(60))
        ground.clock.move(seconds: 59)
        #expect(try await attempt(ground, login) == .paused(1))
        ground.clock.move(seconds: 1)
        #expect(try await attempt(ground, login) == .wrong)
        #expect(try await attempt(ground, login) == .paused(120))
    }

    @Test(arguments: engines) func aPausedNameSlowsNobodyElse(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("a.lopez")
        _ = try await ground.enrol("b.jones")
        for _ in 1...5 { _ = try await attempt(ground, "a.lopez") }
        #expect(try await attempt(ground, "b.jones", Ground.passphrase) == .in)
        #expect(try await attempt(ground, "a.lopez", Ground.passphrase) == .paused(30))
        ground.clock.move(seconds: 30)
        #expect(try await attempt(ground, "a.lopez", Ground.passphrase) == .in)
        // Having signed in, one begins anew.
        for _ in 1...4 { #expect(try await attempt(ground, "a.lopez") == .wrong) }
        #expect(try await attempt(ground, "a.lopez", Ground.passphrase) == .in)
    }

    @Test(arguments: engines) func guessesAtOnceGetNoMoreTries(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("a.lopez")
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for _ in 1...20 { group.addTask { try await attempt(ground, "a.lopez") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .wrong } == 5)
        #expect(outcomes.count { $0 == .paused(30) } == 15)
    }

    /// Failures that go on through a night are remembered; those of last week are not.
    @Test(arguments: engines) func failuresAreForgottenADayLater(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        for _ in 1...5 { _ = try await attempt(ground, "a.lopez") }
        ground.clock.move(seconds: 86_400)
        #expect(try await attempt(ground, "a.lopez") == .wrong)
        #expect(try await attempt(ground, "a.lopez") == .paused(60))
        ground.clock.move(seconds: 60 + 86_400)
        for _ in 1...5 { #expect(try await attempt(ground, "a.lopez") == .wrong) }
        #expect(try await attempt(ground, "a.lopez") == .paused(30))
    }

    @Test(arguments: engines) func housekeepingForgetsNoPauseTooEarly(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        for _ in 1...4 { _ = try await attempt(ground, "a.lopez") }
        try await ground.programmes.forgetEndedSessions()
        #expect(try await attempt(ground, "a.lopez") == .wrong)
        #expect(try await attempt(ground, "a.lopez") == .paused(30))
        ground.clock.move(seconds: 30 + 86_400)
        try await ground.programmes.forgetEndedSessions()
        #expect(try await ground.database.integer("SELECT count(*) FROM sign_in_pause") == 0)
    }

    /// A server too busy to look at a passphrase does not hold the attempt against its owner.
    @Test(arguments: engines) func busyIsNoFailure(_ engine: Engine) async throws {
        let none = KeyDerivation(
            parameters: try #require(ScryptParameters(log2Rounds: 16, blockSize: 8, lanes: 1)),
            waitingIn: FairQueue(atOnce: 1, longestLine: 0, most: 0))
        let ground = try await Ground(engine, derivation: none)
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for _ in 1...4 { group.addTask { try await attempt(ground, "a.lopez") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let looked = outcomes.count { $0 == .wrong }
        #expect(outcomes.contains(.busy))
        #expect(outcomes.count == looked + outcomes.count { $0 == .busy })
        #expect(try await ground.database.integer("SELECT failures FROM sign_in_pause") == looked)
    }

    /// A hash made with less work than is asked for today is made anew at the next sign-in, and the keys stay the same.
    @Test(arguments: engines) func anOutgrownHashIsRenewed(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let account = try await ground.enrol("a.lopez")
        let stronger = KeyDerivation(
            parameters: try #require(ScryptParameters(log2Rounds: 11, blockSize: 8, lanes: 1)))
        let clock = ground.clock
        let later = Programmes(
            database: ground.database, keys: try await Ground.keys(), derivation: stronger, clock: { clock.now })
        let before = try await ground.publicKey(of: account)
        for _ in 1...2 {
            let answer = try await later.signIn(
                agency: ground.agency, login: "a.lopez", passphrase: Ground.passphrase)
            guard case .signedIn = answer else { throw Ground.NotSignedIn(answer: "\(answer)") }
        }
        let stored = try await ground.database.read { [agency = ground.agency] transaction in
            try transaction.account(agency: agency.id, id: account)?.passphrase
        }
        #expect(stored?.hasPrefix("scrypt$11$8$1$") == true)
        #expect(try await ground.publicKey(of: account) == before)
    }
}

extension Ground {
    fileprivate func publicKey(of account: String) async throws -> [UInt8]? {
        try await database.read { [agency] transaction in
            try transaction.account(agency: agency.id, id: account)?.publicKey
        }
    }
}
