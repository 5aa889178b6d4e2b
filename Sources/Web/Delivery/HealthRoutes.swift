import HTTPTypes
import Operations

enum HealthAddresses {
    static let health = FixedAddress("health")
}

extension Routes {
    /// For whatever watches from outside. It says which part is unwell, which of its steps fail, and nothing about
    /// anybody: no agency is named.
    static let health: [Route] = [
        .open(.get, HealthAddresses.health) { visit in
            let health = await visit.programmes.health()
            let parts = Health.Part.allCases.map { part in
                (part.rawValue, word(of: part, health))
            }
            let failing = health.failing.map { ($0.rawValue, JSON.array($1.sorted().map { .string($0) })) }
            let state: JSON = health.isWell ? "well" : "unwell"
            let members =
                parts + [
                    ("state", state), ("failing", .object(Dictionary(unique: failing))),
                    ("agenciesThatTakeNoRequests", JSON(health.closedAgencies)),
                    ("provesFigures", .boolean(health.provesFigures)),
                ]
            return .json(
                .object(Dictionary(unique: members)), status: health.isWell ? .ok : .serviceUnavailable)
        }
    ]

    private static func word(of part: Health.Part, _ health: Health) -> JSON {
        if health.unwell.contains(part) { return "unwell" }
        return part == .integrity && health.isLookingForDamage ? "checking" : "well"
    }
}

extension Dictionary where Key == String, Value == JSON {
    fileprivate init(unique members: [(String, JSON)]) { self.init(members, uniquingKeysWith: { first, _ in first }) }
}
