import Program
import Sealing
import Store

/// What a change did to the directory, and what came of it.
package struct ImportedPeople: Sendable, Equatable {
    package let added: Int
    package let changed: Int
    /// No longer in the file, and ended as of the day of the import.
    package let ended: Int
    package let unchanged: Int
    package let consequences: DirectoryConsequences

    init(_ update: DirectoryUpdate, _ consequences: DirectoryConsequences = .none) {
        added = update.added.count
        changed = update.changed.count
        ended = update.ended.count
        unchanged = update.unchanged
        self.consequences = consequences
    }
}

extension Transaction {
    /// Makes the agency's directory say what the personnel say, in the transaction under way.
    /// - Parameter day: the agency's day, from which people no longer listed have ended.
    @discardableResult
    package func importPeople(_ personnel: Personnel, agency: String, on day: Day) throws -> ImportedPeople {
        let directory = try people(agency: agency)
        let update = DirectoryUpdate(from: directory, to: personnel)
        try carryOut(update, beside: directory.ids, agency: agency, on: day)
        return ImportedPeople(update)
    }

    /// - Parameter ids: by employee number, at least of everybody who is named as a supervisor.
    /// - Returns: The same with the new people.
    @discardableResult
    func carryOut(
        _ update: DirectoryUpdate, beside ids: [String: String], agency: String, on day: Day
    ) throws -> [String: String] {
        var ids = ids
        for person in update.added { ids[person.employeeNumber] = RandomId().text }
        try add(update.added, ids: ids, agency: agency)
        try self.change(update.changed.map(\.after), ids: ids, agency: agency)
        try endPeople(update.ended.map(\.id), agency: agency, on: day)
        return ids
    }
}

extension [ListedPerson] {
    /// The ids of these people, by employee number.
    var ids: [String: String] {
        Dictionary(map { ($0.record.employeeNumber, $0.id) }, uniquingKeysWith: { first, _ in first })
    }
}

extension DirectoryConsequences {
    static let none = DirectoryConsequences(ending: [], seats: [], emptied: [], returning: [], orientations: [])
}
