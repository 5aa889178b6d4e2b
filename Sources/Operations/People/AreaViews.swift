import Program
import Store

/// What somebody's pages show first of the agency.
package enum AreaView: Sendable, Equatable {
    /// All of it: their roles have no area.
    case whole
    /// Their areas, with the units that the directory puts there and how many people these have.
    case areas([String], units: [String], people: Int)
    /// All of it, for the directory puts nobody into their areas.
    case empty([String])

    /// Whose people and accounts are shown; nothing where all are.
    package var areas: [String]? {
        switch self {
        case .whole, .empty: nil
        case .areas(let areas, _, _): areas
        }
    }
}

extension Programmes {
    /// What somebody's pages for that power show first.
    package func areaView(for power: Power, of staff: Staff) async throws -> AreaView {
        switch staff.policy.scope(of: staff.holdings, with: power, on: staff.today) {
        case .whole: return .whole
        case .areas(let areas):
            let units = try await database.read { transaction in
                try transaction.units(agency: staff.agency.id, areas: areas)
            }
            return units.isEmpty
                ? .empty(areas)
                : .areas(areas, units: units.map(\.name), people: units.reduce(0) { $0 + $1.people })
        }
    }
}
