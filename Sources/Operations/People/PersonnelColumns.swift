import Program
import Store

extension Programmes {
    /// Which heading of the agency's personnel files is which column.
    package func personnelMapping(of agency: Agency) async throws -> PersonnelMapping {
        try await database.read { transaction in try transaction.personnelMapping(agency: agency.id) }
    }

    /// Says which heading is which column, for every file to come.
    package func setPersonnelMapping(
        _ mapping: PersonnelMapping, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.set(mapping, agency: doing.agency.id)
            return .done(.entry(.personnelColumnsSet))
        }
    }

    /// The same by the operator.
    package func setPersonnelMapping(_ mapping: PersonnelMapping, of agency: Agency) async throws {
        _ = try await act(byOperatorOf: agency) { transaction, _ in
            try transaction.set(mapping, agency: agency.id)
            return .done((), .entry(.personnelColumnsSet))
        }
    }
}
