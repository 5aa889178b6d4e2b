import Operations
import Program
import Sealing
import Store
import Testing

/// What a wrong personnel file took comes back with the right one, for a month, and only as it was.
@Suite struct GivingBackTests {
    /// An agency of forty-one people, of whom a few are supporters.
    struct Scene {
        let ground: Ground
        let file: [PersonRecord]
        let members: [String]

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine)
            let today = try ground.agency.day(at: ground.clock.now)
            file = Array(DemonstrationPersonnel.make(.probationDepartment, size: 120, seed: 5, on: today))
            _ = try await ground.programmes.updateDirectory(try Self.personnel(file, today), of: ground.agency).get()
            var members: [String] = []
            for (place, person) in file.filter({ !$0.isSupervisor && $0.classification != .volunteer }).prefix(3)
                .enumerated()
            {
                let created = try await ground.programmes.createAccount(
                    NewAccount(login: "m\(place)", name: "M", employeeNumber: person.employeeNumber),
                    in: ground.agency
                ).get()
                try await ground.give("supporter", to: created.id)
                members.append(created.id)
            }
            self.members = members
        }

        static func personnel(_ people: [PersonRecord], _ day: Day) throws -> Personnel {
            try PersonnelFile.check(rows: PersonnelFileReader(PersonnelFileWriter.file(of: people)), at: day).get()
        }

        var today: Day { get throws { try ground.agency.day(at: ground.clock.now) } }

        /// Only the head of the agency is left in it.
        var wrong: [PersonRecord] { [file[0]] }

        func imports(_ people: [PersonRecord], ending: Int? = nil) async throws -> Result<ImportedPeople, Refusal> {
            try await ground.programmes.updateDirectory(
                try Self.personnel(people, try today), of: ground.agency, ending: ending)
        }

        /// What each member holds today, and since when.
        func held() async throws -> [[String]] {
            let today = try today
            return try await ground.database.read { [ground, members] transaction in
                try members.map { member in
                    try transaction.holdings(of: member, agency: ground.agency.id).map(\.holding)
                        .filter { $0.isHeld(on: today) }.map {
                            "\($0.role.text) \($0.startsOn.text) \($0.until?.text ?? "-")"
                        }
                }
            }
        }
    }

    @Test(arguments: engines) func nothingIsDoneUnasked(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let before = try await scene.ground.database.everything()
        #expect(try await scene.imports(scene.wrong).refusedFields == ["ends"])
        #expect(try await scene.imports(scene.wrong, ending: 118).refusedFields == ["ends"])
        let preview = try await scene.ground.programmes.previewDirectory(
            try Scene.personnel(scene.wrong, try scene.today), of: scene.ground.agency)
        #expect(preview.update.ended.count == 119)
        #expect(preview.update.endsMany)
        #expect(preview.consequences.ending.map(\.login) == ["m0", "m1", "m2"])
        #expect(preview.consequences.ending.allSatisfy { $0.roles == [RoleID("supporter")] })
        #expect(preview.consequences.emptied == [RoleID("supporter")])
        #expect(try await scene.ground.database.everything() == before)
    }

    @Test(arguments: engines) func theRightFileGivesBack(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let before = try await scene.held()
        #expect(try await scene.imports(scene.wrong, ending: 119).get().consequences.rolesEnded == 3)
        #expect(try await scene.held() == [[], [], []])
        scene.ground.clock.move(seconds: 5 * 86_400)
        let right = try await scene.imports(scene.file).get()
        #expect(right.consequences.returning.map(\.kept) == [nil, nil, nil])
        #expect(try await scene.held() == before)
        #expect(
            try await scene.ground.acts().suffix(8) == [
                .peopleImported, .roleEnded, .roleEnded, .roleEnded,
                .peopleImported, .roleGivenBack, .roleGivenBack, .roleGivenBack,
            ])
        // Fails where a row is not what the chain vouches for.
        try await scene.ground.programmes.compareAccounts()
        // Once, and no more.
        #expect(try await scene.ground.database.integer("SELECT count(*) FROM import_ending") == 0)
        #expect(try await scene.imports(scene.file).get().consequences.returning.isEmpty)
    }

    /// What ended in another way stays ended; what somebody wrote into the rows gives nothing; after a month nothing comes back.
    @Test(arguments: engines) func nothingElseComesBack(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let (ground, agency) = (scene.ground, scene.ground.agency)
        try await ground.programmes.endRoleAsOperator(RoleID("supporter"), of: scene.members[0], in: agency)?.get()
        _ = try await scene.imports(scene.wrong, ending: 119).get()
        let forged = try await ground.database.read { transaction in
            try transaction.holdings(of: scene.members[0], agency: agency.id)[0].id
        }
        let day = try scene.today.text
        try await ground.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO import_ending (holding, agency, import, ended_on, vouched)
                SELECT \(forged), agency, import, \(day), vouched FROM import_ending ORDER BY holding LIMIT 1
                """)
            // Another's mark, and another end than was kept.
            try transaction.execute(
                """
                UPDATE import_ending SET held_until = '2030-01-01'
                WHERE holding IN (SELECT id FROM holding WHERE account = \(scene.members[1]))
                """)
        }
        let right = try await scene.imports(scene.file).get()
        #expect(right.consequences.returning.map(\.role.account) == [scene.members[2]])
        #expect(try await scene.held().map(\.isEmpty) == [true, true, false])

        _ = try await scene.imports(scene.wrong, ending: 119).get()
        ground.clock.move(seconds: 32 * 86_400)
        try await ground.programmes.forgetImportEndings()
        #expect(try await ground.database.integer("SELECT count(*) FROM import_ending") == 0)
        #expect(try await scene.imports(scene.file).get().consequences.returning.isEmpty)
        #expect(try await scene.held() == [[], [], []])
    }
}
