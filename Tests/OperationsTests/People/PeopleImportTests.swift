import Operations
import Program
import Store
import TestSupport
import Testing

@Suite struct PeopleImportTests {
    /// A new database with one agency.
    private func database(_ engine: Engine) async throws -> any Database {
        let database = try await TestDatabase.migrated(engine)
        let today = try #require(PeopleShapes.today)
        try await database.write { transaction in
            try transaction.archive(pack: "hash", id: "pack", content: "", on: today)
            for id in ["one", "two"] {
                try transaction.insert(AgencyRow(id: id, slug: id, name: id, timeZone: "UTC", pack: "hash"))
            }
        }
        return database
    }

    private func personnel(_ people: [PersonRecord]) throws -> Personnel {
        let rows = PersonnelFileReader(PersonnelFileWriter.file(of: people))
        return try PersonnelFile.check(rows: rows, at: try #require(PeopleShapes.today)).get()
    }

    @Test(arguments: TestDatabase.engines) func theDirectoryBecomesWhatTheFileSays(_ engine: Engine) async throws {
        let database = try await database(engine)
        let today = try #require(PeopleShapes.today)
        let people = try PeopleShapes.sheriffsOffice.people(500)
        let first = try personnel(people)
        let added = try await database.write { try $0.importPeople(first, agency: "one", on: today) }
        #expect(counts(added) == [500, 0, 0, 0])
        let listed = try await database.read { try $0.people(agency: "one") }
        #expect(sorted(listed.map(\.record)) == sorted(people))
        #expect(Set(listed.map(\.id)).count == 500)
        let elsewhere = try await database.read { try $0.people(agency: "two") }
        #expect(elsewhere.isEmpty)

        let again = try await database.write { try $0.importPeople(first, agency: "one", on: today) }
        #expect(counts(again) == [0, 0, 0, 500])
    }

    /// One leaves, one moves under somebody new, two come of whom one leads the other; then the one who left is back.
    @Test(arguments: TestDatabase.engines) func idsStayAndNobodyIsDeleted(_ engine: Engine) async throws {
        let database = try await database(engine)
        let today = try #require(PeopleShapes.today)
        let people = try PeopleShapes.policeDivision.people(120)
        let first = try personnel(people)
        _ = try await database.write { try $0.importPeople(first, agency: "one", on: today) }
        let before = try await ids(in: database)

        var changed = people
        let left = changed.removeLast()
        var lead = left
        lead.employeeNumber = "A-1"
        lead.isSupervisor = true
        var recruit = left
        recruit.employeeNumber = "A-2"
        recruit.supervisor = "A-1"
        changed[changed.count - 1].supervisor = "A-1"
        changed.insert(contentsOf: [recruit, lead], at: 0)
        let second = try personnel(changed)
        let nextDay = try #require(today.adding(days: 30))
        let moved = try await database.write { try $0.importPeople(second, agency: "one", on: nextDay) }
        #expect(counts(moved) == [2, 1, 1, 118])
        let after = try await ids(in: database)
        #expect(after.filter { before[$0.key] != nil } == before)
        let listed = try await database.read { try $0.people(agency: "one") }
        #expect(sorted(listed.filter { $0.endedOn == nil }.map(\.record)) == sorted(changed))
        #expect(listed.filter { $0.endedOn != nil }.map(\.record) == [left])
        #expect(listed.compactMap(\.endedOn) == [nextDay])

        let id = try #require(before[left.employeeNumber])
        #expect(try await found(left, id, agency: "one", in: database) == [nil, nil])
        let third = try personnel(changed + [left])
        let back = try await database.write { try $0.importPeople(third, agency: "one", on: nextDay) }
        #expect(counts(back) == [0, 1, 0, 121])
        #expect(try await found(left, id, agency: "one", in: database) == [id, left.rank])
        #expect(try await found(left, id, agency: "two", in: database) == [nil, nil])
    }

    /// The id that the person's number leads to and the rank that the id leads to.
    private func found(
        _ person: PersonRecord, _ id: String, agency: String, in database: any Database
    ) async throws -> [String?] {
        try await database.read { transaction in
            [
                try transaction.personID(agency: agency, employeeNumber: person.employeeNumber),
                try transaction.rank(agency: agency, person: id),
            ]
        }
    }

    private func ids(in database: any Database) async throws -> [String: String] {
        let people = try await database.read { try $0.people(agency: "one") }
        return Dictionary(uniqueKeysWithValues: people.map { ($0.record.employeeNumber, $0.id) })
    }

    /// Added, changed, ended, unchanged.
    private func counts(_ imported: ImportedPeople) -> [Int] {
        [imported.added, imported.changed, imported.ended, imported.unchanged]
    }

    private func sorted(_ people: [PersonRecord]) -> [PersonRecord] {
        people.sorted { $0.employeeNumber < $1.employeeNumber }
    }
}
