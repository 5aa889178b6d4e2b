import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// A personnel file that is sent by a browser or a program: looked at first, decided on, and kept no longer.
@Suite struct PeopleImportPageTests {
    private static let pack = "police-division"
    private static let header = PersonnelColumn.allCases.map(\.rawValue).joined(separator: ",")

    private static func line(_ number: Int, rank: String = "Officer") -> String {
        "\(number),Kim,Vang,,,Records,Support,Days,\(rank),sworn,no,,2019-03-31,,,,no,"
    }

    /// The town's own member and those people.
    private static func file(_ people: ClosedRange<Int>, in town: DemoTown, team: Bool = true) async throws -> String {
        let employees = team ? try await town.programmes.database.employees(agency: town.agency.agency.id) : []
        let lines = employees.map { person in
            PersonnelColumn.allCases.map { person.text(in: $0) }.joined(separator: ",")
        }
        return ([header] + lines + people.map { line($0) }).joined(separator: "\r\n") + "\r\n"
    }

    private func people(in town: DemoTown) async throws -> Int {
        try await town.programmes.database.read { transaction in
            try transaction.people(agency: town.agency.agency.id).count { $0.endedOn == nil }
        }
    }

    private func waiting(in town: DemoTown) async throws -> Int {
        try await town.programmes.database.read { transaction in
            try transaction.row("SELECT count(*) AS files FROM personnel_upload")?.int("files") ?? 0
        }
    }

    @Test func itIsLookedAtFirstAndSurvivesAReload() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let before = try await people(in: town)
        let page = try await keeper.posted(
            "/people/import", ["table": try await Self.file(1...40, in: town)])
        #expect(page.status == 200 && page.text.contains("What this file would do"), "\(page)")
        #expect(page.text.contains("Vang, Kim (1), Records"))
        #expect(try await people(in: town) == before)
        let again = try await keeper.get("/people/import")
        #expect(again.text.contains("Nothing has been changed yet"))
        // It opens with its sender's key alone.
        #expect(try await !town.programmes.database.everyByte().contains("Vang"))

        let done = try await keeper.posted("/people/import/decision")
        #expect(done.status == 200 && done.text.contains("Added 40, changed 0, ended 0"), "\(done)")
        #expect(try await people(in: town) == before + 40)
        #expect(try await waiting(in: town) == 0)
        #expect(try await !keeper.get("/people/import").text.contains("Nothing has been changed yet"))
    }

    @Test func aFileThatEndsManyWantsTheNumberTyped() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        _ = try await keeper.post("/people/import", ["table": try await Self.file(1...40, in: town)])
        _ = try await keeper.post("/people/import/decision")
        let all = try await people(in: town)
        let page = try await keeper.posted(
            "/people/import", ["table": try await Self.file(1...1, in: town, team: false)])
        let told = "This file ends \(all - 1) of the \(all) people"
        #expect(page.text.contains(told) && page.text.contains("name=\"ends\""), "\(page)")
        #expect(page.text.contains("Peer Support Team Member"))
        for wrong in ["", "5", "many"] {
            let refused = try await keeper.post("/people/import/decision", ["ends": wrong])
            #expect(refused.status == 422 && refused.text.contains("href=\"#field-ends\""), "\(wrong): \(refused)")
            #expect(try await people(in: town) == all)
        }
        let done = try await keeper.posted("/people/import/decision", ["ends": "\(all - 1)"])
        #expect(done.text.contains("Roles that ended with their holders: 1."), "\(done)")
        #expect(try await people(in: town) == 1)
        // The right one gives back.
        let right = try await Self.file(1...40, in: town, team: false) + Self.employee("supporter")
        _ = try await keeper.post("/people/import", ["table": right])
        let back = try await keeper.posted("/people/import/decision")
        #expect(back.text.contains("supporter, supporter: given back."), "\(back)")
    }

    private static func employee(_ login: String) throws -> String {
        let record = try Employees.record(Employees.number(of: login))
        return PersonnelColumn.allCases.map { record.text(in: $0) }.joined(separator: ",") + "\r\n"
    }

    @Test func aWrongFileIsToldByLineAndWhatWasSaidOfColumnsStays() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let header = Self.header.replacing("rank", with: "Job Title").replacing("employee_number", with: "Emp No")
        let team = try await Self.file(1...1, in: town).split(separator: "\r\n").dropFirst().joined(separator: "\n")
        let table = "Everybody\n\n\(header)\n\(team)\n".replacing(",", with: "\t")
        let page = try await keeper.posted("/people/import", ["table": table])
        #expect(page.text.contains("Line 3: the header has a column “Job Title”"), "\(page)")
        let form = try await keeper.get("/people/columns")
        #expect(form.text.contains("value=\"Job Title\"") && form.text.contains("value=\"Emp No\""), "\(form)")

        var fields = PersonnelColumn.allCases.map { ($0.rawValue, $0.rawValue) }
        fields[PersonnelColumn.rank.ordinal].1 = ""
        fields[PersonnelColumn.employeeNumber.ordinal].1 = "Emp No"
        let refused = try await keeper.post("/people/columns", fields, token: keeper.formToken)
        #expect(refused.status == 422 && refused.text.contains("href=\"#field-rank\""), "\(refused)")
        #expect(refused.text.contains("value=\"Emp No\""))
        fields[PersonnelColumn.rank.ordinal].1 = "job title"
        #expect(try await keeper.post("/people/columns", fields, token: keeper.formToken).status == 303)
        // The file waits still, and is read by what was said.
        #expect(try await keeper.get("/people/import").text.contains("What this file would do"))
        #expect(try await keeper.read("/api/v1/people/columns")["rank"] == "job title")
    }

    @Test func aProgramDoesTheSame() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        #expect(try await keeper.read("/api/v1/people/import")["waits"] == false)
        let file = try await Self.file(1...40, in: town)
        #expect(try await keeper.api(.post, "/api/v1/people/import", ["table": .string(file)]).status == 204)
        let preview = try await keeper.read("/api/v1/people/import")["preview"]
        #expect(preview?["addedCount"] == 40 && preview?["endsMany"] == false)
        let done = try await keeper.api(.post, "/api/v1/people/import/decision", ["ends": 0])
        #expect(done.status == 200 && done.json?["added"] == 40, "\(done)")
        #expect(try await keeper.api(.post, "/api/v1/people/import/decision", JSON.object([:])).status == 422)
        #expect(
            try await keeper.api(.post, "/api/v1/people/import", ["table": .string(Self.header)]).status == 204)
        #expect(try await keeper.read("/api/v1/people/import")["problems"] == 1)
        #expect(try await keeper.api(.delete, "/api/v1/people/import").status == 204)
        #expect(try await waiting(in: town) == 0)
    }

    /// Larger than forms are elsewhere; not without the right to it.
    @Test func aLargeFileIsTakenOfWhoeverMaySendIt() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let file = try await Self.file(1...4000, in: town)
        #expect(file.utf8.count > 256 * 1024)
        #expect(try await keeper.post("/people/import", ["table": file]).status == 303)
        let other = try await town.signedIn("supporter")
        #expect(try await other.post("/people/import", ["table": file]).status == 413)
        #expect(try await other.post("/people/import", ["table": "a"]).status == 404)
        #expect(try await waiting(in: town) == 1)
    }

    /// A file that nobody decided on goes, and an office that two people end is not ended by one with a file.
    @Test func itIsNoWayAroundASecondYes() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let (programmes, agency) = (town.programmes, town.agency.agency)
        let number = try await programmes.database.employ("doc", agency: agency.id)
        let created = try await programmes.createAccount(
            NewAccount(login: "doc", name: "Doc", employeeNumber: number), in: agency
        ).get()
        let holding = Holding(
            role: RoleID("psychologist"), area: nil, startsOn: try #require(Day("2026-01-01")), until: nil)
        _ = try await #require(
            programmes.appointAsOperator(Appointment(account: created.id, holding: holding), in: agency)
        ).get()
        _ = try await keeper.post("/people/import", ["table": try await Self.file(1...40, in: town)])
        _ = try await keeper.post("/people/import/decision")
        let file = try await Self.file(1...40, in: town).split(separator: "\r\n").filter { !$0.contains(number) }
        _ = try await keeper.post("/people/import", ["table": file.joined(separator: "\n")])
        let refused = try await keeper.post("/people/import/decision")
        #expect(refused.status == 422 && refused.text.contains("Police Psychologist"), "\(refused)")
        #expect(
            try await programmes.account(created.id, by: town.staff(of: keeper))?.holdings.first?.holding.until == nil)

        town.pass(seconds: 3 * 3600)
        try await programmes.destroyPersonnelFiles()
        #expect(try await waiting(in: town) == 0)
    }

    @Test func whoIsOnTheTeamAgainstThePolicyIsShown() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        #expect(try await !keeper.get("/home").text.contains("On the team against the policy"))
        try await town.programmes.database.write { transaction in
            try transaction.execute("UPDATE person SET classification = 'volunteer'")
        }
        let home = try await keeper.get("/home")
        #expect(home.text.contains("On the team against the policy") && home.text.contains("as volunteer"), "\(home)")
        let supporter = try await town.signedIn("supporter")
        #expect(try await !supporter.get("/home").text.contains("On the team against the policy"))
        // Nobody is put off the team by it.
        #expect(try await supporter.api(.get, "/api/v1/offers").status == 200)
    }
}

extension Client {
    fileprivate func read(_ path: String) async throws -> JSON {
        let reply = try await api(.get, path)
        return try #require(reply.json, "\(reply)")
    }
}

extension DemoTown {
    fileprivate func staff(of client: Client) async throws -> Staff {
        let key = try #require(client.session.flatMap { SessionKey(token: $0) })
        return try #require(try await programmes.staff(session: key))
    }
}

extension Database {
    /// What stands in the file that waits, as far as it can be read.
    fileprivate func everyByte() async throws -> String {
        try await read { transaction in
            try transaction.rows("SELECT sealed FROM personnel_upload").map {
                String(decoding: try $0.blob("sealed"), as: UTF8.self)
            }.joined()
        }
    }
}
