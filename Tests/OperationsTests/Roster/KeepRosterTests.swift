import Operations
import Program
import Sealing
import Store
import Testing

/// What the keepers of the roster do, and what they are refused.
@Suite struct KeepRosterTests {
    @Test(arguments: engines) func aRotationIsKeptChangedAndRemoved(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let rotation = try await roster.rotate()
        #expect(try await roster.onCall("2026-11-20 12:00") == [roster.ana.account])
        #expect(try await roster.onCall("2026-11-23 08:00") == [roster.ben.account])
        #expect(try await roster.ground.acts().last == .rosterRotationKept)

        let changed = try roster.rotation([roster.carla], id: rotation.id)
        _ = try #require(try await roster.programmes.changeRotation(changed, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [roster.carla.account])
        try #require(try await roster.programmes.removeRotation(rotation.id, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [])
        #expect(try await roster.ground.acts().last == .rosterRotationRemoved)
        #expect(try await roster.programmes.removeRotation(rotation.id, by: roster.keeper) == nil)
    }

    @Test(arguments: engines) func everyRoleHasItsList(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine, pack: "police-division")
        let psychologist = try await roster.ground.member("psychologist", roles: "psychologist")
        let list = RosterList.Kind.role(RoleID("psychologist"))
        let rotation = try roster.rotation([psychologist])
        _ = try #require(try await roster.programmes.addRotation(rotation, to: list, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-20 12:00", list) == [psychologist.account])
        #expect(try await roster.onCall("2026-11-20 12:00") == [])
        // The psychologist is turned to last and is no member of the team, though both take requests.
        let onTeam = try roster.rotation([psychologist])
        let refused = try #require(
            try await roster.programmes.addRotation(onTeam, to: .supporters, by: roster.keeper))
        #expect(refused.refusedFields == ["members"])
        let unknown = RosterList.Kind.role(RoleID("astrologer"))
        #expect(try await roster.programmes.addRotation(rotation, to: unknown, by: roster.keeper) == nil)
    }

    /// Where joining is voluntary nobody is put on call who has not opened hours of their own.
    @Test(arguments: engines, ["kern-sheriff", "iacp"])
    func joiningIsVoluntaryWhereThePackSaysSo(_ engine: Engine, _ pack: String) async throws {
        let roster = try await RosterGround(engine, pack: pack)
        let rotation = try roster.rotation([roster.ana])
        let refused = try #require(
            try await roster.programmes.addRotation(rotation, to: .supporters, by: roster.keeper))
        #expect(refused.refusedFields == ["members"])
        let override = RosterOverride(
            id: RandomId().text, account: roster.ana.account, instead: nil,
            stretch: try roster.stretch("2026-11-21", "2026-11-22"))
        let put = try #require(try await roster.programmes.addOverride(override, to: .supporters, by: roster.keeper))
        #expect(put.refusedFields == ["account"])
        let evening = try #require(WeeklyHours(.everyDay, from: 1080, until: 1320))
        _ = try await roster.programmes.openHours(evening, .offDuty, by: roster.ana).get()
        _ = try #require(try await roster.programmes.addRotation(rotation, to: .supporters, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [roster.ana.account])
    }

    @Test(arguments: engines) func whatIsRefusedChangesNothing(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let rotation = try await roster.rotate()
        let before = try await roster.ground.database.everything()
        let empty = Rotation(
            id: rotation.id, name: "", members: [], shadows: ["nobody"], startsOn: rotation.startsOn, handOver: 480,
            weeks: 1)
        let refused = try #require(try await roster.programmes.changeRotation(empty, by: roster.keeper))
        #expect(refused.refusedFields == ["name", "members", "shadows"])
        let override = RosterOverride(
            id: RandomId().text, account: roster.keeper.account, instead: "nobody",
            stretch: try roster.stretch("2026-11-21", "2026-11-22"))
        let put = try #require(try await roster.programmes.addOverride(override, to: .supporters, by: roster.keeper))
        #expect(put.refusedFields == ["account"])
        #expect(try await roster.ground.database.everything() == before)
    }

    @Test(arguments: engines) func anOverrideComesAndGoes(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let override = RosterOverride(
            id: RandomId().text, account: roster.carla.account, instead: roster.ana.account,
            stretch: try roster.stretch("2026-11-21", "2026-11-22"))
        _ = try #require(try await roster.programmes.addOverride(override, to: .supporters, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.carla.account])
        #expect(try await roster.ground.acts().last == .rosterOverrideMade)
        try #require(try await roster.programmes.removeOverride(override.id, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.ana.account])
        #expect(try await roster.ground.acts().last == .rosterOverrideRemoved)
        #expect(try await roster.programmes.removeOverride(override.id, by: roster.keeper) == nil)
    }

    /// An agency's keeper finds nothing of another agency's.
    @Test(arguments: engines) func anotherAgencysRosterIsUnknown(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let rotation = try await roster.rotate()
        let other = try await roster.programmes.foundAgency(
            slug: "elsewhere", name: "Elsewhere", timeZone: "UTC", pack: roster.ground.agency.pack
        ).get()
        let made = try await roster.programmes.createAccount(
            NewAccount(login: "stranger", name: "Stranger", employeeNumber: nil), in: other
        ).get()
        _ = try await roster.programmes.enrol(
            agency: other, login: "stranger", code: made.enrolmentCode.text, passphrase: Ground.passphrase
        ).get()
        guard
            case .signedIn(let session, _) = try await roster.programmes.signIn(
                agency: other, login: "stranger", passphrase: Ground.passphrase)
        else { throw Ground.NotSignedIn(answer: "") }
        let stranger = try await roster.ground.staff(session)
        #expect(try await roster.programmes.changeRotation(rotation, by: stranger) == nil)
        #expect(try await roster.programmes.removeRotation(rotation.id, by: stranger) == nil)
        let board = try await roster.programmes.rosterBoard(by: stranger)
        #expect(board.lists.allSatisfy { $0.rotations.isEmpty && $0.holders.isEmpty })
    }

    /// Somebody whose account waits for its owner cannot answer, so nobody relies on them.
    @Test(arguments: engines) func onlyTheEnrolledAreOnCall(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        _ = try #require(try await roster.programmes.startOver(roster.ana.account, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [])
        #expect(try await roster.onCall("2026-11-24 12:00") == [roster.ben.account])
    }
}
