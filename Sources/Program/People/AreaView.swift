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

    /// - Parameter units: those that the directory puts into the areas, with how many people each has.
    package init(of areas: [String], units: [(name: String, people: Int)]) {
        self =
            units.isEmpty
            ? .empty(areas) : .areas(areas, units: units.map(\.name), people: units.reduce(0) { $0 + $1.people })
    }
}
