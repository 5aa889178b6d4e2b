import Operations
import Program

/// What shows today that duties are carried out: figures, and the people who hold the offices for their acts. Nobody's name.
struct DutiesToday: Sendable {
    private let shown: ShownEvidence
    /// By power, the accounts that hold an office with it.
    private let holders: [Power: Set<String>]

    init(for visit: StaffVisit) async throws {
        shown = ShownEvidence(try await visit.programmes.evidence(for: visit.staff))
        holders = try await visit.programmes.holders(for: visit.staff)
    }

    var evidence: [Evidence] { shown.all }

    func figures(of duty: DutyConformance) -> [Evidence] { shown.of(duty) }

    func standing(of duty: DutyConformance) -> DutyStanding {
        DutyStanding(of: duty, evidence: figures(of: duty), people: fewestPeople(for: duty))
    }

    /// How many duties stand so.
    func count(of duties: [DutyConformance]) -> [DutyStanding: Int] {
        duties.reduce(into: [:]) { $0[standing(of: $1), default: 0] += 1 }
    }

    /// What shows today that a duty is carried out, in words; where nothing can be counted, that.
    func words(of duty: DutyConformance, _ policy: PolicyPack) -> [String] {
        guard duty.state != .said else { return [] }
        var lines = figures(of: duty).map { $0.words(policy) }
        switch fewestPeople(for: duty) {
        case nil where lines.isEmpty && duty.state == .carriedOut: lines = ["nothing of it is counted"]
        case nil: break
        case 0: lines.append("nobody holds the office for one of its acts")
        case 1: lines.append("one person or more holds the office for each of its acts")
        case let people?: lines.append("\(people) people or more hold the office for each of its acts")
        }
        return lines
    }

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
