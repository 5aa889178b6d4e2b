import Operations
import Program
import Sealing
import Store
import Testing

/// Offices that check each other: nobody takes a second one, alone, through somebody, or by a second account.
@Suite struct OfficesByTwoTests {
    /// Sacramento's coordinator keeps the accounts; the liaison and the chaplaincy are told of disclosures, and say the second yes.
    private struct Scene {
        let ground: Ground
        let keeper: Staff
        let liaison: Staff

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: "sacramento-probation")
            keeper = try await ground.member("k.eeper", roles: "coordinator")
            liaison = try await ground.member("l.iaison", roles: "management-liaison")
        }

        func give(_ role: String, to account: String, by staff: Staff) async throws -> Result<RoleChanged, Refusal>? {
            let holding = Holding(role: RoleID(role), area: nil, startsOn: staff.today, until: nil)
            return try await ground.programmes.appoint(Appointment(account: account, holding: holding), by: staff)
        }

        func end(_ role: String, of account: String, by staff: Staff) async throws -> Result<RoleChanged, Refusal>? {
            let view = try #require(try await ground.programmes.account(account, by: staff))
            let row = try #require(view.holdings.first { $0.holding.role == RoleID(role) })
            return try await ground.programmes.endRole(row.id, of: account, by: staff)
        }

        func roles(of account: String) async throws -> [String] {
            let rows = try await ground.database.read { [agency = ground.agency] transaction in
                try transaction.holdings(of: account, agency: agency.id)
            }
            let today = try ground.agency.day(at: ground.clock.now)
            return rows.map(\.holding).filter { $0.isHeld(on: today) }.map(\.role.text).sorted()
        }

        /// The one that waits, for whoever asked.
        func waiting(by staff: Staff) async throws -> String {
            try #require(try await ground.programmes.officeProposals(for: staff).first).id
        }
    }

    /// The attack as it was found: the coordinator gives herself the offices that check her.
    @Test(arguments: engines) func aKeeperTakesNoOfficeThatChecksThem(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let before = try await scene.ground.database.everything()
        for office in ["chaplaincy", "management-liaison"] {
            let refused = try await scene.give(office, to: scene.keeper.account, by: scene.keeper)
            #expect(refused?.refusedFields == ["role"], "\(office)")
        }
        #expect(try await scene.ground.database.everything() == before)
        // By ending the holder first: it waits for a second yes, and nothing has changed meanwhile.
        let ended = try #require(
            try await scene.end("management-liaison", of: scene.liaison.account, by: scene.keeper)
        ).get()
        #expect(ended.waits)
        #expect(try await scene.roles(of: scene.liaison.account) == ["management-liaison"])
        #expect(try await scene.ground.programmes.staff(session: scene.liaison.session) != nil)
        #expect(try await scene.ground.programmes.confirmProposal(ended.id, by: scene.keeper)?.refusedFields == [nil])
        // And were the place free, she could not have it.
        try await scene.ground.endedAsOperator("management-liaison", of: scene.liaison.account)
        let again = try await scene.give("management-liaison", to: scene.keeper.account, by: scene.keeper)
        #expect(again?.refusedFields == ["role"])
    }

    /// By a second account of the same person, which the directory ties to them; whoever gives it.
    @Test(arguments: engines) func aSecondAccountIsTheSamePerson(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let (ground, second) = (scene.ground, try await scene.ground.enrol("k.second"))
        try await ground.tie([scene.keeper.account, second])
        let byKeeper = try await scene.give("chaplaincy", to: second, by: scene.keeper)
        #expect(byKeeper?.refusedFields == ["role"])
        let holding = Holding(
            role: RoleID("chaplaincy"), area: nil, startsOn: scene.keeper.today, until: nil)
        let byOperator = try await ground.programmes.appointAsOperator(
            Appointment(account: second, holding: holding), in: ground.agency)
        #expect(byOperator?.refusedFields == ["role"])
        // Nor does the second account say the second yes to what the first asked for.
        let new = try await ground.enrol("n.ew")
        let asked = try #require(try await scene.give("chaplaincy", to: new, by: scene.keeper)).get()
        let other = try await ground.signedIn("k.second")
        #expect(try await ground.programmes.officeProposals(for: other).map(\.mayAnswer) == [false])
        #expect(try await ground.programmes.confirmProposal(asked.id, by: other)?.refusedFields == [nil])
        #expect(try await scene.roles(of: new) == [])
    }

    /// Two give an office, the team reads of it, and each step stands in the chain.
    @Test(arguments: engines) func twoGiveAnOffice(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let (ground, programmes) = (scene.ground, scene.ground.programmes)
        let new = try await ground.enrol("n.ew")
        let member = try await ground.member("s.one", roles: "supporter")
        let outside = try await ground.member("o.ther", roles: "counsellor")
        let asked = try #require(try await scene.give("chaplaincy", to: new, by: scene.keeper)).get()
        #expect(asked.waits)
        #expect(try await scene.roles(of: new) == [])
        #expect(try await ground.acts().last == .officeProposed)
        // The same again waits already.
        #expect(try await scene.give("chaplaincy", to: new, by: scene.keeper)?.refusedFields == ["role"])
        // Seen by whoever asked and by whoever may answer, and by nobody else.
        #expect(try await programmes.officeProposals(for: scene.keeper).map(\.isOwn) == [true])
        #expect(try await programmes.officeProposalsToAnswer(for: scene.liaison) == 1)
        #expect(try await programmes.openNotices(for: scene.liaison) == 1)
        for staff in [member, outside, try await ground.signedIn("n.ew")] {
            #expect(try await programmes.officeProposals(for: staff).isEmpty, "\(staff.login)")
            #expect(try await programmes.confirmProposal(asked.id, by: staff) == nil, "\(staff.login)")
            #expect(try await programmes.endProposal(asked.id, by: staff) == nil, "\(staff.login)")
        }
        try #require(try await programmes.confirmProposal(asked.id, by: scene.liaison)).get()
        #expect(try await scene.roles(of: new) == ["chaplaincy"])
        #expect(try await programmes.openNotices(for: scene.liaison) == 0)
        #expect(try await programmes.confirmProposal(asked.id, by: scene.liaison) == nil)
        let entry = try await ground.lastEntry(.roleGiven)
        #expect(entry.actor == scene.liaison.account && entry.subject == new)
        #expect(try await ground.lastEntry(.officeProposed).actor == scene.keeper.account)
        // The team, and whoever holds such an office, reads it; others do not.
        for staff in [member, scene.keeper, scene.liaison] {
            let read = try await programmes.officeHolders(for: staff).filter(\.isNew).map(\.name)
            #expect(read.contains("Name of n.ew"), "\(staff.login)")
        }
        #expect(try await programmes.officeHolders(for: outside).isEmpty)
        ground.clock.move(seconds: Int64(PolicyPack.officeIsNewDays) * 86_400 + 1)
        let later = try await programmes.officeHolders(for: try await ground.present(member))
        #expect(later.count == 3 && later.allSatisfy { !$0.isNew })
    }

    /// Whoever asked takes it back; whoever may say yes says no. Either leaves everything as it was but the chain.
    @Test(arguments: engines) func takenBackOrRefused(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let new = try await scene.ground.enrol("n.ew")
        for staff in [scene.keeper, scene.liaison] {
            _ = try #require(try await scene.give("chaplaincy", to: new, by: scene.keeper)).get()
            let id = try await scene.waiting(by: staff)
            try #require(try await scene.ground.programmes.endProposal(id, by: staff)).get()
            #expect(try await scene.ground.acts().last == .officeProposalEnded)
            #expect(try await scene.ground.programmes.endProposal(id, by: staff) == nil)
            #expect(try await scene.roles(of: new) == [])
            #expect(try await scene.ground.programmes.openNotices(for: scene.liaison) == 0)
        }
    }

    /// Whoever leaves an office says yes to it themselves; otherwise another does.
    @Test(arguments: engines) func anOfficeEndsByTwo(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let asked = try #require(
            try await scene.end("management-liaison", of: scene.liaison.account, by: scene.keeper)
        ).get()
        #expect(try await scene.ground.programmes.officeProposalsToAnswer(for: scene.liaison) == 1)
        try #require(try await scene.ground.programmes.confirmProposal(asked.id, by: scene.liaison)).get()
        #expect(try await scene.roles(of: scene.liaison.account) == [])
        #expect(try await scene.ground.lastEntry(.roleEnded).actor == scene.liaison.account)
    }

    /// Where nobody could say yes nothing waits: the operator does it, and it stands in the chain as theirs.
    @Test(arguments: engines) func nothingWaitsForNobody(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation")
        let keeper = try await ground.member("k.eeper", roles: "coordinator")
        let new = try await ground.enrol("n.ew")
        let holding = Holding(role: RoleID("management-liaison"), area: nil, startsOn: keeper.today, until: nil)
        let appointment = Appointment(account: new, holding: holding)
        let refused = try #require(try await ground.programmes.appoint(appointment, by: keeper))
        guard case .failure(let refusal) = refused else { throw NotRefused() }
        #expect(refusal.problems.first?.message.contains("operator") == true)
        _ = try #require(try await ground.programmes.appointAsOperator(appointment, in: ground.agency)).get()
        #expect(try await ground.lastEntry(.roleGiven).actor == "operator")
        let ended = try await ground.programmes.endRoleAsOperator(
            RoleID("management-liaison"), of: new, in: ground.agency)
        try #require(ended).get()
        #expect(
            try await ground.programmes.endRoleAsOperator(RoleID("management-liaison"), of: new, in: ground.agency)
                == nil)
    }

    private struct NotRefused: Error {}

    /// A code opens an account as its owner does, so it is no way around: not before, while, or after the second yes.
    @Test(arguments: engines) func aCodeIsNoWayAround(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let programmes = scene.ground.programmes
        let startOver = try await programmes.startOver(scene.liaison.account, by: scene.keeper)
        #expect(startOver?.refusedFields == [nil])
        let waiting = try await programmes.createAccount(
            NewAccount(login: "w.aits", name: "W", employeeNumber: nil), in: scene.ground.agency
        ).get()
        #expect(try await scene.give("chaplaincy", to: waiting.id, by: scene.keeper)?.refusedFields == ["role"])
        try await scene.ground.give("chaplaincy", to: waiting.id)
        let renewed = try await programmes.renewEnrolment(of: waiting.id, by: scene.keeper)
        #expect(renewed?.refusedFields == [nil])
        // What waits for an account that is started over is asked for no more.
        let new = try await scene.ground.enrol("n.ew")
        let asked = try #require(try await scene.give("chaplaincy", to: new, by: scene.keeper)).get()
        _ = try #require(try await programmes.startOver(new, by: scene.keeper)).get()
        #expect(try await programmes.confirmProposal(asked.id, by: scene.liaison) == nil)
    }

    /// Whoever asked must still be allowed to, when the second yes comes.
    @Test(arguments: engines) func anOldQuestionOfALostRightIsNone(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let new = try await scene.ground.enrol("n.ew")
        let asked = try #require(try await scene.give("chaplaincy", to: new, by: scene.keeper)).get()
        try await scene.ground.endedAsOperator("coordinator", of: scene.keeper.account)
        let answer = try await scene.ground.programmes.confirmProposal(asked.id, by: scene.liaison)
        #expect(answer?.refusedFields == ["role"])
        #expect(try await scene.roles(of: new) == [])
    }
}

extension Ground {
    /// The operator ends the role.
    func endedAsOperator(_ role: String, of account: String) async throws {
        try #require(try await programmes.endRoleAsOperator(RoleID(role), of: account, in: agency)).get()
    }

    /// Makes those accounts one person's of the directory.
    func tie(_ accounts: [String]) async throws {
        try await database.write { [agency] transaction in
            try transaction.execute(
                """
                INSERT INTO person (id, agency, employee_number, given_name, family_name, unit, division, shift, rank,
                    classification, is_supervisor, hired_on, investigates)
                VALUES ('person-k', \(agency.id), '4711', 'Kim', 'Eeper', 'u', 'd', 's', 'r', 'sworn', 0, '2020-01-01', 0)
                """)
            for account in accounts {
                try transaction.execute(
                    "UPDATE account SET person = 'person-k' WHERE agency = \(agency.id) AND id = \(account)")
            }
        }
    }
}
