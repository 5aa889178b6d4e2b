import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Sheets of paper from before: counted into their months as they are, once, and kept nowhere.
@Suite struct ImportSheetsTests {
    private static func file(_ rows: [[String]]) -> [UInt8] {
        rows.flatMap { row in
            Array(
                (row.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n")
                    .utf8)
        }
    }

    /// Sheets with random entries, in the months of a year and a half that is long over.
    private static func sheets(
        of form: ContactForm, on today: Day, using random: inout some RandomNumberGenerator
    ) throws -> [StatSheet] {
        try (20...37).reversed().flatMap { back in
            let month = today.month.adding(-back)
            return try (0..<3).map { _ in
                let entries = try (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    try form.entry(from: form.randomAnswers(in: month, using: &random), in: month, today: today).get()
                }
                return StatSheet(month: month, form: form, entries: entries)
            }
        }
    }

    private static let packs = [
        "iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation",
    ]

    /// What a sheet gives out as a table reads back as the same sheet, on every pack's form; so its figures are the same too.
    @Test(arguments: packs) func theTableOfAFormGivesBackItsSheets(pack: String) async throws {
        let ground = try await Ground(.sqlite, pack: pack)
        let staff = try await ground.member("c.ortiz", roles: "coordinator", isEmployed: true)
        var random = SystemRandomNumberGenerator()
        let form = ground.agency.policy.contactForm
        let sheets = try Self.sheets(of: form, on: staff.today, using: &random)
        let table = SheetColumns(of: form).table(of: sheets)
        let read = try await ground.programmes.preview(pastSheets: Self.file(table), for: staff).get()
        #expect(read.sheets == sheets)
        #expect(read.sheets.map(\.minutes) == sheets.map(\.minutes))
        // Semicolons part it as well as commas.
        let other = table.map { row in row.map { "\"\($0)\"" }.joined(separator: ";") }.joined(separator: "\n")
        #expect(try await ground.programmes.preview(pastSheets: Array(other.utf8), for: staff).get() == read)
    }

    /// It is looked at first, counted once its number is said, and then never again; besides the boxes of its months and the chain nothing
    /// is another.
    @Test(arguments: engines) func itIsCountedOnceAndKeptNowhere(engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.ortiz", roles: "coordinator", isEmployed: true)
        var random = SystemRandomNumberGenerator()
        let policy = ground.agency.policy
        let sheets = try Self.sheets(of: policy.contactForm, on: staff.today, using: &random)
        let file = Self.file(SheetColumns(of: policy.contactForm).table(of: sheets))
        let before = try await ground.database.rowsByTable()
        for seen in [nil, sheets.count - 1] {
            let looked = try #require(try await ground.programmes.importSheets(file, seeing: seen, by: staff))
            #expect(looked.refusal?.problems.first?.message.contains("\(sheets.count) sheets") == true)
        }
        #expect(try await ground.database.rowsByTable() == before)
        let done = try #require(try await ground.programmes.importSheets(file, seeing: sheets.count, by: staff))
        #expect(try done.get() == sheets.count)
        let after = try await ground.database.rowsByTable()
        let changed = Set(after.filter { $0.value != before[$0.key] }.keys)
        #expect(changed.isSubset(of: ["tally", "audit_entry", "audit_salt", "done_act"]), "\(changed)")
        let first = try #require(sheets.map(\.month).min())
        let boxes = try await ground.database.read { try $0.tallies(agency: ground.agency.id, from: first) }
        #expect(boxes.count == 18)
        for box in boxes {
            let content = try ground.serverKeys.unlock(tally: box.sealed, of: box.month.text, agency: ground.agency.id)
            let expected = sheets.filter { $0.month == box.month }.reduce(into: Tally()) {
                $0.add($1, in: $1.month, told: policy.toldNumbers)
            }
            #expect(try JSONDecoder().decode(Tally.self, from: Data(content)) == expected)
        }
        #expect(try await ground.acts().count { $0 == .sheetsImported } == 18)
        // The same file counts nothing more.
        let again = try #require(try await ground.programmes.importSheets(file, seeing: sheets.count, by: staff))
        #expect(again.refusal?.problems.first?.message.contains("are counted already") == true)
        #expect(try await ground.database.rowsByTable() == after)
    }

    /// However old they are: they wait until they are told, month by month, and go once no release is made of them any more.
    @Test(arguments: engines) func theyWaitUntilTheyAreTold(engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        let (ground, form) = (figures.ground, figures.ground.agency.policy.contactForm)
        let january = try #require(Month("2018-01"))
        let months = (0..<12).map(january.adding)
        let sheets = try months.flatMap { month in
            let day = try #require(month.days.first)
            return try (0..<3).map { _ in
                let entry = try form.entry(from: .on(day), in: month, today: figures.coordinator.today).get()
                return StatSheet(month: month, form: form, entries: Array(repeating: entry, count: 12))
            }
        }
        let done = try #require(
            try await ground.programmes.importSheets(
                Self.file(SheetColumns(of: form).table(of: sheets)), seeing: 36, by: figures.coordinator))
        #expect(try done.get() == 36)
        func kept() async throws -> Int {
            try await ground.programmes.destroyTallies()
            return try await ground.database.read { try $0.talliedMonths(agency: ground.agency.id).count }
        }
        #expect(try await kept() == 12)
        for month in months {
            #expect(try await figures.standings().contains("summary \(month.text) overdue"))
            #expect(try await figures.publish(.month(month)) == nil)
            #expect(try await kept() == 12)
        }
        #expect(try await figures.standings().contains("year 2018 overdue"))
        #expect(try await figures.publish(.year(of: january), of: "year") == nil)
        #expect(try await figures.published(.year(of: january), of: "year")?.sheets == 36)
        #expect(try await kept() == 0)
    }

    /// Months that are published, filed here, too far back or not over take none.
    @Test func monthsThatAreClosedTakeNone() async throws {
        let ground = try await Ground(.sqlite)
        let staff = try await ground.member("c.ortiz", roles: "coordinator", isEmployed: true)
        let supporter = try await ground.member("a.lopez", roles: "supporter")
        let filed = try #require(Month("2026-05"))
        _ = try await ground.programmes.submitSheet(filed, by: supporter).get()
        func words(_ month: String) async throws -> String {
            let empty = StatSheet(
                month: try #require(Month(month)), form: ground.agency.policy.contactForm, entries: [])
            let file = Self.file(SheetColumns(of: ground.agency.policy.contactForm).table(of: [empty]))
            switch try await ground.programmes.preview(pastSheets: file, for: staff) {
            case .success: return "open"
            case .failure(let problems): return problems.all.map(\.message).joined()
            }
        }
        #expect(try await words("2026-04") == "open")
        #expect(try await words("2026-05").contains("filed here from May 2026 on"))
        #expect(try await words("2026-11").contains("is not over"))
        #expect(try await words("2016-10").contains("years back"))
        #expect(try await words("2016-11") == "open")
    }

    /// Every problem with its line and column, and nothing that stands in the file is said again.
    @Test func badFilesAreToldWhole() async throws {
        let ground = try await Ground(.sqlite)
        let staff = try await ground.member("c.ortiz", roles: "coordinator", isEmployed: true)
        let header = "sheet,month,day,kind,sex,old-or-new,approach,issues,minutes,participants\n"
        func problems(_ text: String) async throws -> [String] {
            switch try await ground.programmes.preview(pastSheets: Array(text.utf8), for: staff) {
            case .success(let past): return past.sheets.isEmpty ? ["nothing"] : []
            case .failure(let problems): return problems.all.map(\.message)
            }
        }
        #expect(try await problems(header + "1,2024-03,5,Contact,F,new,Approach,Anxiety; Retirement,30,\n") == [])
        #expect(try await problems(header + "1,2024-03,2024-03-05,contact,f,N,na,,30,\n") == [])
        #expect(try await problems(header + "1,2024-03,,,,,,,,\n") == [])
        #expect(try await problems("").count == 1)
        #expect(try await problems(header).count == 1)
        let told = try await problems(
            header + "Ana,2024-03,5,Contact,F,new,Approach,,30,\n" + "1,March,5,Contact,F,new,Approach,,30,\n"
                + "1,2024-03,32,Contact,F,new,Approach,,30,\n" + "1,2024-03,5,Quarrel,F,new,Approach,,30,\n"
                + "1,2024-03,5,Contact,Quillwort,new,Approach,,30,\n"
                + "1,2024-03,5,Contact,F,new,Approach,Quillwort,30,\n"
                + "1,2024-03,5,Contact,F,new,Approach,,0,\n" + "1,2024-03,5,Contact,F,new,Approach,,30,12\n"
                + "1,2024-03,5\n")
        let places = [
            "Line 2, column sheet", "Line 3, column month", "Line 4, column day", "Line 5, column kind",
            "Line 6, column sex", "Line 7, column issues", "Line 8, column minutes", "Line 9, column participants",
            "Line 10",
        ]
        #expect(told.count == places.count, "\(told)")
        for (problem, place) in zip(told, places) { #expect(problem.hasPrefix(place), "\(problem)") }
        #expect(!told.joined().contains("Quillwort") && !told.joined().contains("Ana"))
        // A sum is no column, nor is a name.
        let columns = try await problems("name,hours," + header)
        #expect(columns.count == 2 && columns.allSatisfy { $0.hasPrefix("Line 1") }, "\(columns)")
        #expect(try await problems("sheet,month\n").count == 8)
    }

    /// Only whoever publishes figures does it.
    @Test func nobodyElseCountsThem() async throws {
        let ground = try await Ground(.sqlite)
        let supporter = try await ground.member("a.lopez", roles: "supporter")
        let empty = StatSheet(
            month: try #require(Month("2024-03")), form: ground.agency.policy.contactForm, entries: [])
        let file = Self.file(SheetColumns(of: ground.agency.policy.contactForm).table(of: [empty]))
        #expect(try await ground.programmes.importSheets(file, seeing: 1, by: supporter) == nil)
    }
}
