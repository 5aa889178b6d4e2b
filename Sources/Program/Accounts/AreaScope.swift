/// How much of the agency somebody looks after with a power: all of it, or the areas their roles give them (OCP-I.C.2.a).
///
/// It sets what a page shows first, and is no limit: whoever may see the whole can have it by one link.
package enum AreaScope: Sendable, Equatable {
    case whole
    /// By name, in order; at least one.
    case areas([String])
}

extension PolicyPack {
    /// What the holder of those roles looks after with that power on the day. A role without an area that has the power too
    /// widens it to the whole agency.
    package func scope(of holdings: [Holding], with power: Power, on day: Day) -> AreaScope {
        let held = holdings.filter { $0.isHeld(on: day) && role($0.role)?.powers.contains(power) == true }
        let areas = held.compactMap { role($0.role)?.hasArea == true ? $0.area : nil }
        guard !held.isEmpty, areas.count == held.count else { return .whole }
        return .areas(Set(areas).sorted())
    }
}
