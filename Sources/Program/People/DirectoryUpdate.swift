/// What a personnel file changes in the directory. People are known by employee number and keep their id; whoever the
/// file no longer lists is ended, never deleted, since what they did for the programme refers to them.
package struct DirectoryUpdate: Sendable, Equatable {
    /// New people, supervisors before those they supervise.
    package let added: [PersonRecord]
    /// People whose record differs or who came back, with what the file now says.
    package let changed: [ListedPerson]
    /// People the file no longer lists, by id.
    package let ended: [String]
    /// How many stay as they are.
    package let unchanged: Int

    /// - Parameter directory: everybody ever listed, ended or not.
    package init(from directory: [ListedPerson], to personnel: Personnel) {
        let listed = Dictionary(
            directory.map { ($0.record.employeeNumber, $0) }, uniquingKeysWith: { first, _ in first })
        var newcomers: [PersonRecord] = []
        var changed: [ListedPerson] = []
        var unchanged = 0
        for record in personnel.people {
            guard let person = listed[record.employeeNumber] else {
                newcomers.append(record)
                continue
            }
            if person.record == record, person.endedOn == nil {
                unchanged += 1
            } else {
                changed.append(ListedPerson(id: person.id, record: record, endedOn: nil))
            }
        }
        let present = Set(personnel.people.map(\.employeeNumber))
        added = Self.supervisorsFirst(newcomers)
        self.changed = changed
        ended = directory.filter { $0.endedOn == nil && !present.contains($0.record.employeeNumber) }.map(\.id)
        self.unchanged = unchanged
    }

    private static func supervisorsFirst(_ people: [PersonRecord]) -> [PersonRecord] {
        let numbers = Set(people.map(\.employeeNumber))
        let team = Dictionary(grouping: people) { $0.supervisor.flatMap { numbers.contains($0) ? $0 : nil } }
        var ordered = team[nil] ?? []
        var next = 0
        while next < ordered.count {
            ordered += team[ordered[next].employeeNumber] ?? []
            next += 1
        }
        return ordered
    }
}
