import Operations
import Program
import Sealing
import Store
import Testing

/// Two worlds that differ in nothing but that Ana was part of an incident, and in neither does she act. Whoever asks and names the
/// incident, and everybody of the team but her, sees the same in both, at every time.
@Suite struct IncidentOracleTests {
    /// What somebody does, besides the time that passes.
    private enum Step: CaseIterable, Sendable {
        case wait, waitLong, anaLooks, benPasses, cleoAccepts, cleoIsInTouch, cleoConsultsAna
        case cleoHandsOnToAna, seekerChanges, seekerLooks, anaIsSuspended
    }

    private struct World {
        let kern: KernGround
        let seeker: SeekerPass
        let begun: Instant
        private let isTied: Bool

        /// - Parameters:
        ///   - isLate: whether the incident is recorded after the asking.
        ///   - wanted: whether Ana is the one the seeker chooses.
        init(_ engine: Engine, isTied: Bool, isLate: Bool, wanted: Bool) async throws {
            self.isTied = isTied
            kern = try await KernGround(engine)
            if !isLate { try await Self.record(kern, isTied: isTied) }
            begun = kern.field.now
            let day = try kern.day("2026-11-19")
            let chosen = wanted ? [kern.field.ana.account] : []
            seeker = try await kern.field.seeker {
                $0.incident = AskedIncident(day: day, kind: KernGround.kind)
                $0.wanted = chosen
            }
            if isLate { try await Self.record(kern, isTied: isTied) }
        }

        private static func record(_ kern: KernGround, isTied: Bool) async throws {
            let id = try await kern.incident(on: "2026-11-19")
            guard isTied else { return }
            try #require(
                try await kern.programmes.mark(kern.field.ana.account, as: .witness, in: id, by: kern.coordinator)
            ).get()
        }

        func take(_ step: Step) async throws {
            let (field, programmes) = (kern.field, kern.programmes)
            switch step {
            case .wait: try await field.pass(minutes: 3)
            case .waitLong: try await field.pass(minutes: 17)
            case .anaLooks:
                for offer in try await programmes.offers(for: field.ana) {
                    _ = try await programmes.offer(offer.id, for: field.ana)
                }
            case .benPasses:
                for offer in try await programmes.offers(for: field.ben) {
                    _ = try await programmes.pass(offer.id, telling: false, by: field.ben)
                }
            case .cleoAccepts:
                for offer in try await programmes.offers(for: field.cleo) {
                    _ = try await programmes.accept(offer.id, Attestation(), by: field.cleo)
                }
            case .cleoIsInTouch:
                for request in try await programmes.requests(of: field.cleo) {
                    _ = try await programmes.giveAdvisement(request.id, withAdmonishment: false, by: field.cleo)
                    _ = try await programmes.madeContact(request.id, by: field.cleo)
                }
            case .cleoConsultsAna:
                for request in try await programmes.requests(of: field.cleo) {
                    _ = try await programmes.consult(
                        request.id, .anotherSupporter, account: field.ana.account, by: field.cleo)
                }
            case .cleoHandsOnToAna:
                let reason = try #require(field.agency.policy.requests.handOff.reasons.first?.id)
                for request in try await programmes.requests(of: field.cleo) {
                    _ = try await programmes.handOff(
                        request.id, for: reason, seekerWasAsked: true, to: field.ana.account, by: field.cleo)
                }
            case .seekerChanges:
                _ = try await programmes.changeSupporter(unwanted: false, by: seeker, in: field.agency)
            case .seekerLooks: _ = try await programmes.request(of: seeker, in: field.agency)
            case .anaIsSuspended: try await kern.suspend(field.ana)
            }
        }

        /// All that anybody but Ana can see, and what the rows have of it.
        func sight() async throws -> [String] {
            let (field, programmes) = (kern.field, kern.programmes)
            var seen: [String] = []
            let view = try await field.view(seeker)
            seen.append(
                "seeker \(view.status) \(view.supporter?.name ?? "") \(view.lostSupporter) \(view.canReopen) \(view.messages.count)"
            )
            seen += view.consultations.map { "seeker \($0.name) \($0.readsAlong) \(ago($0.endsAt))" }
            for staff in [field.ben, field.cleo] {
                for offer in try await programmes.offers(for: staff) {
                    seen.append("\(staff.login) is offered \(offer.isPreferred) \(offer.isMarkedChain)")
                }
                for request in try await programmes.requests(of: staff) {
                    let colleagues = try await programmes.colleagues(for: request.id, by: staff) ?? []
                    let consulted =
                        try await programmes.consultable(
                            .anotherSupporter, for: request.id, by: staff) ?? []
                    let own = try await programmes.request(request.id, of: staff)
                    seen.append("\(staff.login) has it, \(request.firstContactDue.map(ago) ?? 0)")
                    seen.append("\(colleagues.map(\.name)) \(consulted.map(\.name))")
                    seen += own?.consultations.map { "\($0.name) \($0.readsAlong)" } ?? []
                }
                seen += try await programmes.consultations(for: staff).map {
                    "\(staff.login) consulted \($0.supporter)"
                }
            }
            for staff in [kern.leader, kern.coordinator, kern.chief] {
                seen += try await programmes.notices(for: staff).open.map { "\(staff.login) \($0.notice.kind)" }
                    .sorted()
            }
            return try await seen + rows()
        }

        /// Where it stands, and how many copies there are of which size.
        private func rows() async throws -> [String] {
            let (begun, ana) = (begun.milliseconds, kern.field.ana.account)
            return try await kern.ground.database.read { transaction in
                let requests = try transaction.rows("SELECT state, stage, due_at FROM request").map {
                    "\(try $0.text("state")) \(try $0.optionalInt("stage") ?? -1) \((try $0.optionalInt64("due_at") ?? begun) - begun)"
                }
                let copies = try transaction.rows(
                    """
                    SELECT account, wave, sealed FROM request_copy
                    UNION ALL SELECT account, wave, locked AS sealed FROM request_reserve
                    """
                ).map { row in
                    let who = try row.text("account") == ana ? "Ana's" : "a"
                    return "\(who) copy \(try row.optionalInt("wave") ?? -1) \(try row.blob("sealed").count)"
                }
                let pings = try transaction.rows("SELECT account FROM ping WHERE account <> \(ana)")
                return requests + copies.sorted() + ["\(pings.count) told"]
            }
        }

        private func ago(_ moment: Instant) -> Int64 { moment.milliseconds - begun.milliseconds }
    }

    private static func differs(
        _ engine: Engine, _ steps: [Step], isLate: Bool, wanted: Bool
    ) async throws {
        async let tied = World(engine, isTied: true, isLate: isLate, wanted: wanted)
        async let free = World(engine, isTied: false, isLate: isLate, wanted: wanted)
        let (one, other) = (try await tied, try await free)
        #expect(try await one.sight() == other.sight(), "when asked, late: \(isLate), chosen: \(wanted)")
        for (place, step) in steps.enumerated() {
            try await one.take(step)
            try await other.take(step)
            let (seen, expected) = (try await one.sight(), try await other.sight())
            #expect(seen == expected, "after \(steps.prefix(place + 1)), late: \(isLate), chosen: \(wanted)")
            if seen != expected { return }
        }
    }

    /// The ways there are, one after the other.
    @Test(arguments: engines, [false, true]) func theWaysThereAre(_ engine: Engine, _ isLate: Bool) async throws {
        let steps: [Step] = [
            .anaLooks, .wait, .wait, .anaLooks, .waitLong, .cleoAccepts, .cleoIsInTouch, .cleoConsultsAna,
            .cleoHandsOnToAna, .anaLooks, .wait, .wait, .waitLong, .benPasses, .cleoAccepts, .seekerChanges, .waitLong,
        ]
        for wanted in [true, false] { try await Self.differs(engine, steps, isLate: isLate, wanted: wanted) }
    }

    @Test(arguments: engines, 0..<3) func anyWay(_ engine: Engine, _ round: Int) async throws {
        var dice = SystemRandomNumberGenerator()
        let steps = (0..<14).compactMap { _ in Step.allCases.randomElement(using: &dice) }
        // She is suspended once at most.
        let once = steps.enumerated().filter { place, step in
            step != .anaIsSuspended || place == steps.firstIndex(of: .anaIsSuspended)
        }.map(\.element)
        try await Self.differs(engine, once, isLate: Bool.random(using: &dice), wanted: Bool.random(using: &dice))
    }
}
