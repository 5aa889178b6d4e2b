import Program
import Store

extension Programmes {
    /// What somebody's pages for that power show first.
    package func areaView(for power: Power, of staff: Staff) async throws -> AreaView {
        switch staff.policy.scope(of: staff.holdings, with: power, on: staff.today) {
        case .whole: .whole
        case .areas(let areas):
            AreaView(
                of: areas,
                units: try await database.read { transaction in
                    try transaction.units(agency: staff.agency.id, areas: areas)
                })
        }
    }
}
