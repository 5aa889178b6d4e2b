import PolicyPacks
import Program
import Testing

@Suite struct DirectoryDefaultsTests {
    private static let today = Day("2026-03-10")

    @Test func whatIsNeitherSaidNorSetIsMissing() throws {
        let today = try #require(Self.today)
        let said: [PersonnelColumn: String] = [
            .employeeNumber: "7", .givenName: "Kim", .familyName: "Vang", .rank: "Clerk",
        ]
        let bare = DirectoryDefaults([:]).completed(said, before: nil, supervises: false, on: today)
        #expect(bare == said)
        guard case .failure(let problems) = PersonnelFile.person(bare, at: today) else {
            Issue.record("somebody without a unit")
            return
        }
        #expect(
            Set(problems.first.compactMap(\.column)) == [
                .unit, .division, .shift, .classification, .isSupervisor, .hiredOn, .investigates,
            ])
        let defaults = try DirectoryDefaults.checked([
            .unit: "North", .division: "North", .shift: "Days", .rank: "Officer", .classification: "civilian",
            .isSupervisor: "no", .hiredOn: "first-push", .investigates: "no",
        ]).get()
        let first = try PersonnelFile.person(
            defaults.completed(said, before: nil, supervises: false, on: today), at: today
        ).get()
        #expect(first.rank == "Clerk" && first.hiredOn == today && !first.isSupervisor)
        // Whoever has somebody below them supervises, and the first day stays.
        let later = try #require(today.adding(days: 30))
        let again = try PersonnelFile.person(
            defaults.completed(said, before: first, supervises: true, on: later), at: later
        ).get()
        #expect(again.hiredOn == today && again.isSupervisor)
    }

    @Test(arguments: [
        (PersonnelColumn.classification, "robot"), (.isSupervisor, "yes"), (.investigates, "maybe"),
        (.hiredOn, "2020-01-01"), (.employeeNumber, "7"), (.shift, "Days\u{7}"),
    ])
    func noOtherWordIsADefault(_ column: PersonnelColumn, _ value: String) {
        guard case .failure(let refusal) = DirectoryDefaults.checked([column: value]) else {
            Issue.record("\(column) \(value)")
            return
        }
        #expect(refusal.problems.map(\.field) == [column.rawValue])
    }

    /// The measure of a file, over a day: a tenth of those who were there in the morning, and more than five.
    @Test(arguments: [
        (100, 0, false), (100, 9, false), (96, 10, true), (30, 4, false), (30, 5, true), (1000, 90, false),
    ])
    func manyOnOneDay(_ present: Int, _ before: Int, _ isMany: Bool) throws {
        let person = ListedPerson(id: "a", record: try PeopleSample().check().get().people[0], endedOn: nil)
        let update = DirectoryUpdate(added: [], changed: [], ended: [person], present: present)
        #expect(update.endsMany(after: before) == isMany)
    }

    @Test func ofAFirstFileOnlyThoseInTimeAreDue() throws {
        let today = try #require(Self.today)
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        var long = try PeopleSample().check().get().people[0]
        var new = long
        (long.employeeNumber, long.hiredOn) = ("1", try #require(today.adding(days: -61)))
        (new.employeeNumber, new.hiredOn) = ("2", try #require(today.adding(days: -60)))
        let first = DirectoryUpdate(added: [long, new], changed: [], ended: [], present: 0)
        #expect(pack.orientationsDue(with: first, on: today).map(\.employeeNumber) == ["2"])
        let later = DirectoryUpdate(added: [long, new], changed: [], ended: [], present: 40)
        #expect(pack.orientationsDue(with: later, on: today).map(\.employeeNumber) == ["1", "2"])
        let other = try PackLibrary.load(PackID("kern-sheriff")).get().pack
        #expect(other.orientationsDue(with: later, on: today).isEmpty)
    }
}
