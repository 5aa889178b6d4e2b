import Operations
import Program
import Sealing
import Store
import Testing

/// A designee is told beside the holder of a role, where the policy allows one, for the days named (OCP-II.F.3).
@Suite struct DesigneeTests {
    private static func designee(_ login: String, _ first: String, _ last: String) throws -> NewDesignee {
        NewDesignee(
            role: RoleID("chief"), login: login, startsOn: try #require(Day(first)), lastDay: try #require(Day(last)))
    }

    @Test(arguments: engines) func toldAndAnswersForTheRole(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let chief = try await ground.member("c.hief", roles: "chief")
        let deputy = try await ground.member("d.eputy")
        _ = try await ground.enrol("s.one", roles: ["supporter"])
        let named = try Self.designee("d.eputy", "2026-11-21", "2026-11-22")
        _ = try await ground.programmes.nameDesignee(named, by: chief).get()
        #expect(try await ground.programmes.designees(of: chief).map(\.name) == ["Name of d.eputy"])
        #expect(try await ground.acts().last == .designeeNamed)
        for (day, isTold) in [
            ("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", true), ("2026-11-23", false),
        ] {
            try ground.move(to: day)
            let before = try await ground.pings(of: deputy.account)
            let supporter = try await ground.staff(try await ground.signIn("s.one"))
            let deputy = try await ground.staff(try await ground.signIn("d.eputy"))
            _ = try await ground.programmes.disclose("danger", by: supporter).get()
            #expect(try await ground.pings(of: deputy.account) - before == (isTold ? 1 : 0), "\(day)")
            let open = try await ground.programmes.notices(for: deputy).open
            #expect(open.isEmpty == !isTold, "\(day)")
            for notice in open { #expect(try await ground.answer(notice.notice.id, by: deputy)) }
        }
        // Nothing else of the role, nor a notice that the policy lets no designee have.
        try ground.move(to: "2026-11-22")
        let standIn = try await ground.signedInAgain("d.eputy")
        let before = try await ground.programmes.openNotices(for: standIn)
        _ = try await ground.raise(.rosterGap, to: .role(RoleID("chief")))
        #expect(try await ground.programmes.openNotices(for: standIn) == before)
    }

    /// A holder's word ends with their holding the role.
    @Test(arguments: engines) func endedByHandOrWithTheRole(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let chief = try await ground.member("c.hief", roles: "chief")
        let deputy = try await ground.member("d.eputy")
        let supporter = try await ground.member("s.one", roles: "supporter")
        let named = try Self.designee("d.eputy", "2026-11-20", "2026-12-20")
        _ = try await ground.programmes.nameDesignee(named, by: chief).get()
        _ = try await ground.programmes.disclose("danger", by: supporter).get()
        #expect(try await ground.programmes.openNotices(for: deputy) == 1)
        let id = try #require(try await ground.programmes.designees(of: chief).first?.id)
        #expect(try await ground.programmes.endDesignee(id, by: deputy) == false)
        #expect(try await ground.programmes.endDesignee(id, by: chief))
        #expect(try await ground.programmes.endDesignee(id, by: chief) == false)
        #expect(try await ground.programmes.openNotices(for: deputy) == 0)

        _ = try await ground.programmes.nameDesignee(named, by: chief).get()
        #expect(try await ground.programmes.openNotices(for: deputy) == 1)
        try await ground.database.write { [agency = ground.agency] transaction in
            let holding = try transaction.holdings(of: chief.account, agency: agency.id)[0].id
            try transaction.endHolding(
                agency: agency.id, account: chief.account, id: holding, on: agency.day(at: ground.clock.now))
        }
        #expect(try await ground.programmes.openNotices(for: deputy) == 0)
    }

    @Test(arguments: engines) func whatIsRefused(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let chief = try await ground.member("c.hief", roles: "chief")
        let supporter = try await ground.member("s.one", roles: "supporter")
        let before = try await ground.database.everything()
        for (designee, field) in [
            (try Self.designee("nobody", "2026-11-20", "2026-11-21"), "login"),
            (try Self.designee("c.hief", "2026-11-20", "2026-11-21"), "login"),
            (try Self.designee("s.one", "2026-11-19", "2026-11-21"), "startsOn"),
            (try Self.designee("s.one", "2026-11-22", "2026-11-21"), "lastDay"),
            (try Self.designee("s.one", "2026-11-22", "2028-01-01"), "lastDay"),
        ] {
            #expect(try await ground.programmes.nameDesignee(designee, by: chief).refusedFields == [field])
        }
        let day = try #require(Day("2026-11-20"))
        let other = NewDesignee(role: RoleID("administrator"), login: "s.one", startsOn: day, lastDay: day)
        #expect(try await ground.programmes.nameDesignee(other, by: chief).refusedFields == ["role"])
        #expect(try await ground.programmes.nameDesignee(other, by: supporter).refusedFields == ["role"])
        #expect(try await ground.database.everything() == before)
    }
}
