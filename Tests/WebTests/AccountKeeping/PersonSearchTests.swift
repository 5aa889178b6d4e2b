import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Making an account for somebody of a directory that nobody can look through.
@Suite struct PersonSearchTests {
    private static let pack = "orange-county-probation"
    private static let typed: [(String, String)] = [("login", "m.alvarez"), ("name", "Maria A.")]

    private func keeper(in town: DemoTown) async throws -> Client {
        var people = [try person("100", "Maria", "Álvarez"), try person("101", "Ann", "Quill")]
        for number in 200...200 + PeopleSearch.mostFound { people.append(try person("\(number)", "Jo", "Weber")) }
        people[0].isSupervisor = true
        for place in people.indices.dropFirst() { people[place].supervisor = people[0].employeeNumber }
        let file = PersonnelFileReader(PersonnelFileWriter.file(of: people))
        let today = try town.agency.agency.day(at: town.clock.now)
        _ = try await town.programmes.updateDirectory(
            try PersonnelFile.check(rows: file, at: today).get(), of: town.agency.agency
        ).get()
        return try await town.signedIn("coordinator")
    }

    private func person(_ number: String, _ given: String, _ family: String) throws -> PersonRecord {
        PersonRecord(
            employeeNumber: number, givenName: given, familyName: family, email: nil, phone: nil, unit: "Field",
            division: "North", shift: "Days", rank: "Officer", classification: .sworn, isSupervisor: false,
            supervisor: nil, hiredOn: try #require(Day("2020-01-01")), area: nil, costCentre: nil, memorandum: nil,
            investigates: false)
    }

    private func send(_ fields: [(String, String)], by keeper: Client) async throws -> Reply {
        try await keeper.post("/accounts", fields, token: "\(try #require(keeper.formToken)).\(RandomId().text)")
    }

    /// The page that shows whom the words find.
    private func look(for words: String, by keeper: Client) async throws -> Reply {
        let sent = try await send(
            Self.typed + [("employeeNumber-search", words), ("find", "employeeNumber")], by: keeper)
        #expect(sent.status == 303, "\(sent)")
        return try await keeper.get(try #require(sent.location))
    }

    @Test func whoIsFoundCanBeChosen() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await keeper(in: town)
        let page = try await look(for: "alvarez mar", by: keeper)
        #expect(page.status == 200 && page.text.contains("Álvarez, Maria") && page.text.contains("100, Field"))
        #expect(!page.text.contains("Quill") && !page.text.contains("Weber"))
        for kept in ["m.alvarez", "Maria A.", "alvarez mar"] { #expect(page.text.contains("value=\"\(kept)\"")) }
        let made = Self.typed + [("employeeNumber", "100"), ("employeeNumber-search", "alvarez mar")]
        #expect(try await send(made, by: keeper).status == 303)
        #expect(try await town.employeeNumber(of: "m.alvarez") == "100")
    }

    @Test(arguments: [
        ("Nobodysname", "Nobody in the directory is found by “Nobodysname”"),
        ("weber", "More than \(PeopleSearch.mostFound) people are found by “weber”"),
        ("", "Type a name or an employee number"),
    ])
    func nobodyOrTooManyIsSaidAndNothingIsLost(words: String, told: String) async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let page = try await look(for: words, by: keeper(in: town))
        #expect(page.status == 200 && page.text.contains(told), "\(page)")
        #expect(!page.text.contains("type=\"radio\"") && page.text.contains("aria-invalid=\"true\""))
        for (_, kept) in Self.typed { #expect(page.text.contains("value=\"\(kept)\"")) }
    }

    /// Whoever looks for somebody means somebody: without a choice no account is made, as if it were for nobody.
    @Test func wordsWithoutAChoiceMakeNoAccount() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await keeper(in: town)
        let words = [("employeeNumber-search", "alv")]
        let refused = try await send(Self.typed + words, by: keeper)
        #expect(refused.status == 422 && refused.text.contains("choose one of those found"), "\(refused)")
        #expect(refused.text.contains("Álvarez, Maria") && refused.text.contains("href=\"#field-employeeNumber\""))
        for (_, kept) in Self.typed { #expect(refused.text.contains("value=\"\(kept)\"")) }
        // That none of them is meant is a choice too.
        let outside = Self.typed + words + [("employeeNumber", "")]
        #expect(try await send(outside, by: keeper).status == 303)
        #expect(try await town.employeeNumber(of: "m.alvarez") == nil)
    }

    @Test func theChoiceIsKeptWhereSomethingElseIsWrong() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await keeper(in: town)
        let sent = [
            ("login", "supporter"), ("name", "Maria"), ("employeeNumber", "100"), ("employeeNumber-search", "alv"),
        ]
        let refused = try await send(sent, by: keeper)
        #expect(refused.status == 422 && refused.text.contains("an account with this login already"))
        #expect(refused.text.contains("value=\"100\" checked"))
    }

    /// More than a browser brings along comes again at once.
    @Test func aLongFormIsKeptToo() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let long = String(repeating: "long", count: 600)
        let sent = [
            ("login", "m.alvarez"), ("name", long), ("employeeNumber-search", "alv"), ("find", "employeeNumber"),
        ]
        let page = try await send(sent, by: keeper(in: town))
        #expect(page.status == 422 && page.text.contains(long) && page.text.contains("Álvarez, Maria"))
    }
}

extension DemoTown {
    /// Of the person whose account has that login; nothing where it is of nobody in the directory.
    fileprivate func employeeNumber(of login: String) async throws -> String? {
        try await programmes.database.read { transaction in
            try transaction.row(
                """
                SELECT person.employee_number FROM account JOIN person
                    ON person.agency = account.agency AND person.id = account.person
                WHERE account.login = \(login)
                """
            ).map { try $0.text("employee_number") }
        }
    }
}
