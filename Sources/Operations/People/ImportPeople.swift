import Program
import Sealing
import Store

/// What an import did to the directory.
package struct ImportedPeople: Sendable, Equatable {
    package let added: Int
    package let changed: Int
    /// No longer in the file, and ended as of the day of the import.
    package let ended: Int
    package let unchanged: Int
}

extension Transaction {
    /// Makes the agency's directory say what the personnel say, in the transaction under way. Whoever is no longer with the
    /// agency holds no role there from that day on.
    /// - Parameter day: the agency's day, from which people no longer listed have ended.
    package func importPeople(_ personnel: Personnel, agency: String, on day: Day) throws -> ImportedPeople {
        let directory = try people(agency: agency)
        let update = DirectoryUpdate(from: directory, to: personnel)
        var ids = Dictionary(
            directory.map { ($0.record.employeeNumber, $0.id) }, uniquingKeysWith: { first, _ in first })
        for person in update.added { ids[person.employeeNumber] = RandomId().text }

        try add(update.added, ids: ids, agency: agency)
        for person in update.changed {
            try change(person, supervisor: person.record.supervisor.flatMap { ids[$0] }, agency: agency)
        }
        try endPeople(update.ended, agency: agency, on: day)
        for account in Set(try endHoldings(ofPeople: update.ended, agency: agency, on: day)) {
            try deleteSessions(of: account, agency: agency)
        }
        return ImportedPeople(
            added: update.added.count, changed: update.changed.count, ended: update.ended.count,
            unchanged: update.unchanged)
    }
}
