import Operations
import Program
import Store
import TestSupport
import Testing

@Suite("Pages of the directory")
struct DirectoryPagesTests {
    @Test(
        "by employee number, each person once, without those who left and those of another agency",
        arguments: TestDatabase.engines)
    func pages(_ engine: Engine) async throws {
        let database = try await TestDatabase.migrated(engine)
        let today = try #require(PeopleShapes.today)
        let people = try PeopleShapes.sheriffsOffice.people(120)
        let everybody = try personnel(people)
        let elsewhere = try personnel(try PeopleShapes.policeDivision.people(30))
        let leader = try #require(people.first { $0.supervisor == nil })
        let left = try #require(people.last { person in !people.contains { $0.supervisor == person.employeeNumber } })
        let stayed = try personnel(people.filter { $0.employeeNumber != left.employeeNumber })
        try await database.write { transaction in
            try transaction.archive(pack: "hash", id: "pack", content: "", on: today)
            for id in ["one", "two"] {
                try transaction.insert(AgencyRow(id: id, slug: id, name: id, timeZone: "UTC", pack: "hash"))
            }
            _ = try transaction.importPeople(everybody, agency: "one", on: today)
            _ = try transaction.importPeople(elsewhere, agency: "two", on: today)
            _ = try transaction.importPeople(stayed, agency: "one", on: today)
        }

        var pages: [[PersonRecord]] = []
        var last = ""
        repeat {
            let after = last
            let page = try await database.read { try $0.people(agency: "one", after: after, limit: 50) }
            pages.append(page.map(\.record))
            last = page.last?.record.employeeNumber ?? ""
        } while !last.isEmpty
        #expect(pages.map(\.count) == [50, 50, 19, 0])
        let shown = pages.flatMap { $0 }
        #expect(shown == stayed.people.sorted { $0.employeeNumber < $1.employeeNumber })
        #expect(shown.contains(leader) && !shown.contains(left))
        let named = try await database.read { try $0.namedPeople(agency: "one") }
        #expect(named.map(\.employeeNumber).sorted() == shown.map(\.employeeNumber))
    }

    private func personnel(_ people: [PersonRecord]) throws -> Personnel {
        let rows = PersonnelFileReader(PersonnelFileWriter.file(of: people))
        return try PersonnelFile.check(rows: rows, at: try #require(PeopleShapes.today)).get()
    }
}
