import Operations
import Program

/// What shows today that duties are carried out: figures, and the people who hold the offices for their acts. Nobody's name.
struct DutiesToday: Sendable {
    let evidence: [Evidence]
    /// By power, the accounts that hold an office with it.
    private let holders: [Power: Set<String>]

    init(for visit: StaffVisit) async throws {
        evidence = try await visit.programmes.evidence(for: visit.staff)
        holders = try await visit.programmes.holders(for: visit.staff)
    }

    func figures(of duty: DutyConformance) -> [Evidence] { evidence.filter { $0.shows(duty) } }

    /// How many people at least hold the office for each act of a duty that is carried out; nothing where no act of it takes an office.
    func fewestPeople(for duty: DutyConformance) -> Int? {
        guard duty.state == .carriedOut else { return nil }
        let needs = Set(duty.rules.flatMap(\.readers).compactMap(\.powers))
        return needs.map { powers in powers.reduce(into: Set()) { $0.formUnion(holders[$1] ?? []) }.count }.min()
    }
}

extension Reader {
    /// The powers of which its operation takes one; nothing where it is for everybody, or no operation.
    fileprivate var powers: Set<Power>? {
        switch kind {
        case .act, .refusal, .record: Self.powers[name]
        case .always, .timer, .words: nil
        }
    }

    private static let powers = Dictionary(
        Routes.all.compactMap { route -> (String, Set<Power>)? in
            guard case .api(let endpoint) = route.face, case .staff(.anyOf(let powers)) = route.audience else {
                return nil
            }
            return (endpoint.id, Set(powers))
        }, uniquingKeysWith: { first, _ in first })
}
