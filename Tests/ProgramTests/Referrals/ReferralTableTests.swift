import PolicyPacks
import Program
import TestSupport
import Testing

/// The directory as a table.
@Suite struct ReferralTableTests {
    private static let today = ["2026-03-10"].compactMap { Day($0) }[0]
    private static let names = ReferralColumn.allCases.map(\.rawValue)

    private static func row(_ line: Int, _ values: [ReferralColumn: String]) -> RawRow {
        let usual: [ReferralColumn: String] = [
            .category: "other", .name: "River City", .goodFor: "Talking", .identifiedBy: "role:coordinator",
            .phone: "916-555-0142",
        ]
        let all = usual.merging(values) { $1 }
        return RawRow(line: line, content: .fields(ReferralColumn.allCases.map { all[$0] ?? "" }))
    }

    private static func table(
        _ rows: [RawRow], beside entries: [ReferralEntry] = []
    ) throws -> Result<ReferralTable, ReferralTable.Problems> {
        let pack = try BundledPacks.named("sacramento-probation").pack
        let header = RawRow(line: 1, content: .fields(names))
        return pack.table(
            of: [header] + rows, beside: entries, by: [RoleID("coordinator")], on: today, newID: { "new" })
    }

    private static func problems(_ rows: [RawRow]) throws -> [String] {
        switch try table(rows) {
        case .success: []
        case .failure(let problems): problems.all.map { "\($0.line) \($0.column?.rawValue ?? "")" }
        }
    }

    @Test func whatIsLeftOpenIsTodayAndHalfAYear() throws {
        let read = try Self.table([Self.row(2, [:])]).get()
        #expect(
            read.added.map(\.verifiedOn) == [Self.today] && read.added.map(\.checkBy) == [Self.today.nextReferralCheck])
        #expect(read.changed.isEmpty && read.same == 0)
    }

    @Test(
        arguments: [
            ([.category: "criminal-defence"], "category"), ([.category: "astrology"], "category"),
            ([.name: ""], "name"),
            ([.identifiedBy: "coordinator"], "identified_by"), ([.identifiedBy: "role:chaplaincy"], "identified_by"),
            ([.verifiedOn: "10/03/2026"], "verified_on"), ([.forFamilies: "perhaps"], "for_families"),
            ([.licenceKind: "Psychologist"], "licence_until"), ([.phone: "call me"], "phone"),
            ([.name: "River\u{202E}City"], "name"), ([.hours: String(repeating: "x", count: 121)], "hours"),
        ] as [([ReferralColumn: String], String)])
    func everyProblemNamesItsLineAndColumn(_ values: [ReferralColumn: String], _ column: String) throws {
        #expect(try Self.problems([Self.row(2, [.name: "Another"]), Self.row(3, values)]) == ["3 \(column)"])
    }

    @Test func theSameNameTwiceIsToldWithTheFirstLine() throws {
        #expect(try Self.problems([Self.row(2, [:]), Self.row(3, [.hours: "Mondays"])]) == ["3 name"])
    }

    @Test func aHeaderIsWholeAndNothingIsReadWithoutOne() throws {
        let pack = try BundledPacks.named("sacramento-probation").pack
        let header = RawRow(line: 1, content: .fields(["category", "name", "colour"]))
        let read = pack.table(
            of: [header, Self.row(2, [:])], beside: [], by: [RoleID("coordinator")], on: Self.today, newID: { "new" })
        guard case .failure(let problems) = read else {
            Issue.record("it was read")
            return
        }
        #expect(problems.all.allSatisfy { $0.line == 1 } && problems.all.count == ReferralColumn.allCases.count - 1)
        let empty = pack.table(of: [RawRow](), beside: [], by: [], on: Self.today, newID: { "new" })
        guard case .failure = empty else {
            Issue.record("nothing was read as a table")
            return
        }
    }

    @Test func whatStandsThereIsChangedOrLeft() throws {
        let there = ReferralEntry(
            id: "there",
            provider: ReferralProvider(
                category: "other", name: "River City", goodFor: "Talking", identifiedBy: .role(RoleID("coordinator")),
                phone: "916-555-0142"), verifiedOn: Self.today, checkBy: Self.today.nextReferralCheck)
        let same = try Self.table([Self.row(2, [:])], beside: [there]).get()
        #expect(same.changes == 0 && same.same == 1 && same.mayBeTakenOver(changing: 0) != nil)
        let changed = try Self.table([Self.row(2, [.cost: "Free"])], beside: [there]).get()
        #expect(changed.changed.map(\.id) == ["there"] && changed.added.isEmpty)
        #expect(changed.mayBeTakenOver(changing: nil) != nil && changed.mayBeTakenOver(changing: 2) != nil)
        #expect(changed.mayBeTakenOver(changing: 1) == nil)
        // What is written is read back, a formula's beginning too.
        let formula = try Self.table([Self.row(2, [.name: "'=1+1", .phone: "'+1 916 555 0142"])]).get()
        #expect(formula.added.map(\.provider.name) == ["=1+1"])
        #expect(formula.added.map(\.provider.phone) == ["+1 916 555 0142"])
    }
}
