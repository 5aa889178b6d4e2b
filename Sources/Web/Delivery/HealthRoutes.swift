import HTTPTypes
import Operations

enum HealthAddresses {
    static let health = FixedAddress("health")
}

extension Routes {
    /// For whatever watches from outside. It says which part is unwell and nothing about anybody.
    static let health: [Route] = [
        .open(.get, HealthAddresses.health) { visit in
            let health = await visit.programmes.health()
            let parts = Health.Part.allCases.map { part in
                (part.rawValue, health.unwell.contains(part) ? "unwell" : "well" as JSON)
            }
            let state: JSON = health.isWell ? "well" : "unwell"
            return .json(
                .object(Dictionary(parts + [("state", state)], uniquingKeysWith: { first, _ in first })),
                status: health.isWell ? .ok : .serviceUnavailable)
        }
    ]
}
