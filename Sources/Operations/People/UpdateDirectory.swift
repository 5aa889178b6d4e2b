import Program
import Sealing
import Store

extension Programmes {
    /// Makes the agency's directory say what a personnel file that passed every check says. Nothing is imported in part.
    package func updateDirectory(_ personnel: Personnel, of agency: Agency) async throws -> ImportedPeople {
        try await act(byOperatorOf: agency) { transaction, now in
            let imported = try transaction.vouching(in: agency, by: .operator, with: keys.vouching, at: now) {
                try transaction.importPeople(personnel, agency: agency.id, on: try agency.day(at: now))
            }
            let counts = [imported.added, imported.changed, imported.ended].map(String.init)
            return .done(imported, .entry(.peopleImported, details: counts))
        }.whileAllowed().get()
    }
}
