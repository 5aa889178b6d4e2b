import Program
import Testing

@Suite struct PeopleDirectoryTests {
    @Test func newPeopleComeAfterTheirSupervisors() throws {
        var sample = PeopleSample()
        sample.lines = [sample.lines[0], sample.lines[3], sample.lines[2], sample.lines[1]]
        let update = DirectoryUpdate(from: [], to: try sample.check().get())
        #expect(update.added.map(\.employeeNumber) == ["100", "101", "102"])
        #expect(update.changed.isEmpty && update.ended.isEmpty && update.unchanged == 0)
    }

    @Test func peopleAreKnownByNumberAndWhoIsMissingIsEnded() throws {
        let before = try PeopleSample().check().get().people
        let gone = before[0]
        let directory = [
            ListedPerson(id: "a", record: before[0], endedOn: nil),
            ListedPerson(id: "b", record: before[1], endedOn: Day("2025-01-01")),
            ListedPerson(id: "c", record: before[2], endedOn: nil),
            ListedPerson(id: "d", record: renumbered(gone, "7"), endedOn: nil),
            ListedPerson(id: "e", record: renumbered(gone, "8"), endedOn: Day("2024-01-01")),
        ]
        var sample = PeopleSample()
        sample.set(.shift, "Days", line: 4)
        let personnel = try sample.check().get()
        let update = DirectoryUpdate(from: directory, to: personnel)
        #expect(update.added.isEmpty)
        #expect(
            update.changed == [
                PersonChange(before: directory[1], record: personnel.people[1]),
                PersonChange(before: directory[2], record: personnel.people[2]),
            ])
        #expect(update.returned.map(\.id) == ["b"])
        #expect(
            update.changed[1].values.map { [$0.column.rawValue, $0.old, $0.new] } == [["shift", "Nights", "Days"]])
        #expect(update.ended.map(\.id) == ["d"])
        #expect(update.unchanged == 1)
        #expect(update.present == 3)
    }

    private func renumbered(_ person: PersonRecord, _ number: String) -> PersonRecord {
        var person = person
        person.employeeNumber = number
        return person
    }
}
