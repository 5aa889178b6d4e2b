/// What a personnel file changes in the directory. People are known by employee number and keep their id; whoever the
/// file no longer lists is ended, never deleted, since what they did for the programme refers to them.
package struct DirectoryUpdate: Sendable, Equatable {
    /// New people, supervisors before those they supervise.
    package let added: [PersonRecord]
    /// People whose record differs or who came back.
    package let changed: [PersonChange]
    /// People the file no longer lists, in order of employee number.
    package let ended: [ListedPerson]
    /// How many stay as they are.
    package let unchanged: Int
    /// How many are with the agency before it.
    package let present: Int

    /// A change that is not a whole file.
    package init(added: [PersonRecord], changed: [PersonChange], ended: [ListedPerson], present: Int) {
        self.added = added
        self.changed = changed
        self.ended = ended
        unchanged = present - changed.count { !$0.isBack } - ended.count
        self.present = present
    }

    /// - Parameter directory: everybody ever listed, ended or not.
    package init(from directory: [ListedPerson], to personnel: Personnel) {
        let listed = Dictionary(
            directory.map { ($0.record.employeeNumber, $0) }, uniquingKeysWith: { first, _ in first })
        var newcomers: [PersonRecord] = []
        var changed: [PersonChange] = []
        var unchanged = 0
        for record in personnel.people {
            guard let person = listed[record.employeeNumber] else {
                newcomers.append(record)
                continue
            }
            if person.record == record, person.endedOn == nil {
                unchanged += 1
            } else {
                changed.append(PersonChange(before: person, record: record))
            }
        }
        let numbers = Set(personnel.people.map(\.employeeNumber))
        let present = directory.filter { $0.endedOn == nil }
        added = Self.supervisorsFirst(newcomers)
        self.changed = changed
        ended = present.filter { !numbers.contains($0.record.employeeNumber) }
            .sorted { $0.record.employeeNumber < $1.record.employeeNumber }
        self.unchanged = unchanged
        self.present = present.count
    }

    /// Those of the changed who had left and are back.
    package var returned: [PersonChange] { changed.filter(\.isBack) }

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

/// Somebody of the directory, with what a file now says of them.
package struct PersonChange: Sendable, Equatable {
    package let before: ListedPerson
    package let record: PersonRecord

    package init(before: ListedPerson, record: PersonRecord) {
        self.before = before
        self.record = record
    }

    package var id: String { before.id }
    /// As the directory has them afterwards.
    package var after: ListedPerson { ListedPerson(id: id, record: record, endedOn: nil) }
    /// Whether they had left.
    package var isBack: Bool { before.endedOn != nil }

    /// Each column whose value changes, with the old value and the new; an empty one where there is none.
    package var values: [(column: PersonnelColumn, old: String, new: String)] {
        PersonnelColumn.allCases.compactMap { column in
            let (old, new) = (before.record.text(in: column), record.text(in: column))
            return old == new ? nil : (column, old, new)
        }
    }
}
