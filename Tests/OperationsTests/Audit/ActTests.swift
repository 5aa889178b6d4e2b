import Operations
import Program
import Sealing
import Store
import Testing

/// Every act is done whole with its entry in the chain, or not at all.
@Suite struct ActTests {
    private struct Scene: Sendable {
        let ground: Ground
        let coordinator: Staff
        let receiver: Staff
        let supporter: Staff
        /// The coordinator's printed recovery code, and their session on another device that owes the second factor.
        let printed: RecoveryCode
        let halfSession: SessionKey
        let waiting: CreatedAccount
        let october: Month
        let september: Month

        init(_ engine: Engine, pack: String, fuse: Fuse) async throws {
            ground = try await Ground(engine, pack: pack, on: "2026-11-05") { fuse.in($0) }
            october = try #require(Month("2026-10"))
            september = october.previous
            coordinator = try await ground.member("c.ortiz", roles: "coordinator", isEmployed: true)
            printed = try await ground.programmes.renewRecoveryCode(coordinator, present: Ground.passphrase).get()
            halfSession = try await ground.signIn("c.ortiz")
            let receiving = ground.agency.policy.statSheet.receivedBy.text
            receiver = receiving == "coordinator" ? coordinator : try await ground.member("l.park", roles: receiving)
            supporter = try await ground.member("a.lopez", roles: "supporter")
            waiting = try await ground.programmes.createAccount(
                NewAccount(login: "b.jones", name: "B", employeeNumber: nil), in: ground.agency
            ).get()
            var random = SystemRandomNumberGenerator()
            for month in [september, october] {
                for _ in 1...3 {
                    let answers = try ground.agency.policy.contactForm.randomAnswers(in: month, using: &random)
                    _ = try await ground.programmes.recordContact(answers, in: month, by: supporter).get()
                }
            }
            _ = try await ground.programmes.submitSheet(september, by: supporter).get()
        }

        func nextHour() throws -> Stretch {
            let now = ground.clock.now
            return try #require(Stretch(from: now, until: now.adding(seconds: 3600)))
        }
    }

    /// One act of the programme, done in a scene.
    private struct Deed: Sendable, CustomTestStringConvertible {
        let act: AuditKind
        var pack = "orange-county-probation"
        let run: @Sendable (Scene) async throws -> Void

        var testDescription: String { "\(act.rawValue), \(pack)" }
    }

    private static let deeds: [Deed] = [
        Deed(act: .agencyFounded) { scene in
            _ = try await scene.ground.programmes.foundAgency(
                slug: "elsewhere", name: "Elsewhere", timeZone: "UTC", pack: scene.ground.agency.pack
            ).get()
        },
        Deed(act: .supporterCardChanged) { scene in
            var form = CardForm()
            form.name = "Alex"
            _ = try await scene.ground.programmes.show(form, by: scene.supporter).get()
        },
        Deed(act: .afterActionDrafted, pack: "iacp") { scene in
            var form = AfterActionForm()
            form.event = "River flood"
            form.happened = "2026-10"
            form.parts = [.did: "d", .worked: "w", .change: "c", .resources: "r"]
            _ = try await scene.ground.programmes.draftAfterAction(form, by: scene.coordinator).get()
        },
        Deed(act: .accountCreated) { scene in
            _ = try await scene.ground.programmes.createAccount(
                NewAccount(login: "new", name: "New", employeeNumber: nil), by: scene.coordinator
            )?.get()
        },
        Deed(act: .enrolmentRenewed) { scene in
            let code = try await scene.ground.programmes.renewEnrolment(of: scene.waiting.id, by: scene.coordinator)
            _ = try #require(code).get()
        },
        Deed(act: .accountEnrolled) { scene in
            _ = try await scene.ground.programmes.enrol(
                agency: scene.ground.agency, login: "b.jones", code: scene.waiting.enrolmentCode.text,
                passphrase: Ground.passphrase
            ).get()
        },
        Deed(act: .recoveryCodeRenewed) { scene in
            _ = try await scene.ground.programmes.renewRecoveryCode(scene.supporter, present: Ground.passphrase).get()
        },
        Deed(act: .secondFactorSet) { scene in
            let secret = TOTPSecret()
            _ = try await scene.ground.programmes.setSecondFactor(
                scene.supporter, secret: secret, digits: scene.ground.digits(of: secret), present: Ground.passphrase
            ).get()
        },
        Deed(act: .secondFactorCleared) { scene in
            let half = try await scene.ground.staff(scene.halfSession)
            _ = try await scene.ground.programmes.clearSecondFactor(half, code: scene.printed.text).get()
        },
        Deed(act: .accountStartedOver) { scene in
            let code = try await scene.ground.programmes.startOver(scene.supporter.account, by: scene.coordinator)
            _ = try #require(code).get()
        },
        Deed(act: .sessionsEnded) { scene in
            try await scene.ground.programmes.signOutEverywhere(scene.supporter)
        },
        Deed(act: .roleGiven) { scene in
            try await scene.ground.give("supporter", to: scene.coordinator.account)
        },
        Deed(act: .roleEnded) { scene in
            let view = try await scene.ground.programmes.account(scene.supporter.account, by: scene.coordinator)
            let holding = try #require(view?.holdings.first)
            let ended = try await scene.ground.programmes.endRole(
                holding.id, of: scene.supporter.account, by: scene.coordinator)
            _ = try #require(ended).get()
        },
        Deed(act: .statSheetSubmitted) { scene in
            _ = try await scene.ground.programmes.submitSheet(scene.october, by: scene.supporter).get()
        },
        Deed(act: .statSheetSubmitted, pack: "sacramento-probation") { scene in
            _ = try await scene.ground.programmes.submitSheet(scene.october, by: scene.supporter).get()
        },
        Deed(act: .namedSheetOpened) { scene in
            let opened = try await scene.ground.programmes.openNamedSheet(
                of: scene.supporter.account, scene.september, by: scene.receiver)
            #expect(opened != nil)
        },
        Deed(act: .summaryPublished) { scene in
            let published = try await scene.ground.programmes.publishFigures(
                "summary", .month(scene.september), by: scene.coordinator)
            try #require(published).get()
        },
        Deed(act: .rosterRotationKept) { scene in
            let rotation = Rotation(
                id: RandomId().text, name: "Calls", members: [scene.supporter.account],
                startsOn: scene.supporter.today, handOver: 480, weeks: 1)
            let kept = try await scene.ground.programmes.addRotation(
                rotation, to: .supporters, by: scene.coordinator)
            _ = try #require(kept).get()
        },
        Deed(act: .rosterOverrideMade) { scene in
            let override = RosterOverride(
                id: RandomId().text, account: scene.supporter.account, instead: nil, stretch: try scene.nextHour())
            let made = try await scene.ground.programmes.addOverride(
                override, to: .supporters, by: scene.coordinator)
            _ = try #require(made).get()
        },
        Deed(act: .rosterShiftTaken) { scene in
            let taken = try await scene.ground.programmes.takeGap(
                try scene.nextHour(), on: .supporters, by: scene.supporter)
            try #require(taken).get()
        },
        Deed(act: .rosterLeaveTaken) { scene in
            let today = scene.supporter.today
            _ = try await scene.ground.programmes.takeLeave(from: today, to: today, by: scene.supporter).get()
        },
        Deed(act: .rosterFeedMade) { scene in
            _ = try await scene.ground.programmes.makeRosterFeed(by: scene.supporter).get()
        },
    ]

    @Test(arguments: engines, Self.deeds.indices)
    func allOrNothing(_ engine: Engine, _ index: Int) async throws {
        let deed = Self.deeds[index]
        let fuse = Fuse()
        let scene = try await Scene(engine, pack: deed.pack, fuse: fuse)
        let before = try await scene.ground.database.everything()
        let (entries, salts) = (try await scene.ground.acts(), try await scene.ground.salts)
        var isDone = false
        while !isDone {
            fuse.statement += 1
            do {
                try await deed.run(scene)
                isDone = true
            } catch is PowerFailure {
                #expect(try await scene.ground.database.everything() == before, "statement \(fuse.statement)")
            }
        }
        // An act asks something, writes something, and appends its entry and the salt: so many statements at least.
        #expect(fuse.statement > 4)
        #expect(try await scene.ground.acts() == entries + (deed.act == .agencyFounded ? [] : [deed.act]))
        #expect(try await scene.ground.salts == salts + 1)
    }

    /// Many at once in one agency still make one chain, with every act in it.
    @Test(arguments: engines) func actsAtOnceMakeOneChain(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let before = try await ground.acts().count
        let months = (1...10).map { staff.today.month.adding(-$0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, month) in months.enumerated() {
                group.addTask {
                    _ = try await ground.programmes.createAccount(
                        NewAccount(login: "new-\(number)", name: "New", employeeNumber: nil), by: coordinator
                    )?.get()
                }
                group.addTask { _ = try await ground.programmes.submitSheet(month, by: staff).get() }
            }
            try await group.waitForAll()
        }
        let acts = try await ground.acts()
        #expect(acts.count == before + 20)
        #expect(acts.count { $0 == .statSheetSubmitted } == 10)
        #expect(try await ground.database.integer("SELECT count(*) FROM account") == 12)
    }

    /// Two agencies' chains are each their own.
    @Test(arguments: engines) func eachAgencyHasItsChain(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.programmes.foundAgency(
            slug: "elsewhere", name: "Elsewhere", timeZone: "UTC", pack: ground.agency.pack
        ).get()
        _ = try await ground.member("c.ortiz", roles: "coordinator")
        #expect(try await ground.acts().count == 5)
        let findings = try await ground.programmes.verifyAudit(against: [])
        // An account made, its key and its role are vouched for by an entry each.
        #expect(findings.map(\.entries) == [1, 8])
        #expect(findings.allSatisfy { $0.broken == nil })
    }

    /// Whoever changes, takes out or exchanges entries in the database is found out.
    @Test(
        arguments: engines,
        [
            "UPDATE audit_entry SET actor = 'somebody' WHERE number = 3",
            "UPDATE audit_entry SET at = at + 1 WHERE number = 2",
            "UPDATE audit_entry SET clauses = '' WHERE act = 'role.given'",
            "UPDATE audit_entry SET number = 99 WHERE number = 2",
        ] as [StaticString])
    func aChangedChainIsFound(_ engine: Engine, _ change: StaticString) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.member("c.ortiz", roles: "coordinator")
        #expect(try await ground.programmes.verifyAudit(against: []).allSatisfy { $0.broken == nil })
        try await ground.database.alterSchema { transaction in
            try transaction.execute("DELETE FROM audit_salt")
            #expect(try transaction.execute(SQL(verbatim: change)) == 1)
        }
        #expect(try await ground.programmes.verifyAudit(against: []).allSatisfy { $0.broken != nil })
    }
}

extension Ground {
    /// How many entries of all chains have a salt.
    fileprivate var salts: Int { get async throws { try await database.integer("SELECT count(*) FROM audit_salt") } }
}
