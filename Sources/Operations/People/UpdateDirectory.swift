import Program
import Store

extension Programmes {
    /// Makes the agency's directory say what a personnel file that passed every check says. Nothing is imported in part.
    package func updateDirectory(_ personnel: Personnel, of agency: Agency) async throws -> ImportedPeople {
        let now = clock()
        let today = try agency.day(at: now)
        return try await database.write { transaction in
            let imported = try transaction.importPeople(personnel, agency: agency.id, on: today)
            try transaction.record(
                .peopleImported, in: agency, by: .operator,
                details: [imported.added, imported.changed, imported.ended].map(String.init), at: now)
            return imported
        }
    }
}
