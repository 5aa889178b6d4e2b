import PolicyPacks
import Program
import Store

/// What invented agencies have together, as far as their policies know of it: two that are neighbours answer incidents together, lend each
/// other members and have a team of the region; an agreement with a third waits for its yes.
struct DemonstrationPartners {
    let programmes: Programmes
    let agencies: [DemonstrationMaking.Made]
    /// The moment at which the demonstration ends.
    let now: Instant

    private typealias Made = DemonstrationMaking.Made

    func make() async throws {
        for neighbour in agencies {
            guard case .own = neighbour.making.plan.pack, let home = first(with: neighbour, besides: []) else {
                continue
            }
            let purposes = shared(home, neighbour)
            try await agree(on: purposes, home, neighbour, theirYes: true)
            if purposes.contains(.regional) { try await meet(home, neighbour) }
            if purposes.contains(.incidents) { try await answerTogether(home, neighbour) }
            if let third = first(with: home, besides: [neighbour]) {
                try await agree(on: shared(home, third), home, third, theirYes: false)
            }
        }
    }

    /// The agency that has most to agree on with that one.
    private func first(with made: Made, besides others: [Made]) -> Made? {
        let left = agencies.filter { each in
            !(others + [made]).contains { $0.agency.id == each.agency.id } && !shared(each, made).isEmpty
        }
        return left.max { shared($0, made).count < shared($1, made).count }
    }

    private func shared(_ one: Made, _ other: Made) -> Set<AidPurpose> {
        one.agency.policy.aidPurposes.intersection(other.agency.policy.aidPurposes)
    }

    // MARK: The agreement

    /// Proposed by the first, and with the yes of its office; in force with that of the other's.
    private func agree(on purposes: Set<AidPurpose>, _ one: Made, _ other: Made, theirYes: Bool) async throws {
        let policy = one.agency.policy
        let proposal = AidProposal(partner: other.agency.id, purposes: purposes, until: nil)
        let proposer = try await one.staff(policy.aidProposers.first)
        guard let id = try await programmes.proposeAid(proposal, by: proposer)?.made("an agreement") else {
            throw DemonstrationFault(what: "an agreement")
        }
        for side in theirYes ? [one, other] : [one] {
            let office = try await side.staff(side.agency.policy.aidApprovers(of: purposes).first)
            guard let approved = try await programmes.approveAid(id, by: office) else {
                throw DemonstrationFault(what: "an approval")
            }
            try approved.made("an approval")
        }
    }

    // MARK: The team of the region

    /// A training of the one at which the other's team takes part, one of the other that waits for a word, and messages of both.
    private func meet(_ one: Made, _ other: Made) async throws {
        let held = try await plan("Helping after a death on duty", in: 24, by: one)
        let planner = try await other.staff(other.agency.policy.training.planner)
        guard
            let own = try await programmes.takePart(in: held, as: try kind(other), by: planner)?.made("a joint session")
        else { throw DemonstrationFault(what: "a joint session") }
        for member in other.team.supporters.prefix(3) {
            let staff = try await other.making.staff(member, of: other.agency)
            try await programmes.signUp(for: own, by: staff)?.made("a place")
        }
        _ = try await plan("Listening to dispatchers", in: 38, by: other)
        try await write(
            """
            Our radio room works short-handed until Christmas. Who of yours has worked as a dispatcher, and would come \
            to a meeting with us?
            """, for: .coordinators, by: planner)
        guard let colleague = one.team.supporters.dropFirst().first else { return }
        try await write(
            "Thank you for coming on Thursday. The notes on sleep after night shifts are with both coordinators.",
            for: .teams, by: try await one.making.staff(colleague, of: one.agency))
    }

    private func plan(_ title: String, in days: Int, by made: Made) async throws -> String {
        let calendar = made.agency.calendar
        guard let day = calendar.day(at: now)?.adding(days: days) else { throw DemonstrationFault(what: "a day") }
        let from = calendar.start(of: day).adding(seconds: 13 * 3_600)
        let plan = GatheringPlan(
            kind: try kind(made), title: title, place: "Training room", from: from,
            until: from.adding(seconds: 3 * 3_600), places: 24, isJoint: true)
        let planner = try await made.staff(made.agency.policy.training.planner)
        return try await programmes.planGathering(plan, by: planner).made("a joint session")
    }

    private func kind(_ made: Made) throws -> GatheringKind {
        let kinds = made.agency.policy.gatheringKinds
        guard let kind = kinds.first(where: { $0.isTraining && !$0.isForOthers }) else {
            throw DemonstrationFault(what: "a training")
        }
        return kind
    }

    private func write(_ words: String, for readers: RegionalReaders, by staff: Staff) async throws {
        guard let written = try await programmes.writeToRegion(words, for: readers, by: staff) else {
            throw DemonstrationFault(what: "a message between teams")
        }
        try written.made("a message between teams")
    }

    // MARK: Incidents

    /// The neighbour joined the incident of the one, and asks for help with its own.
    private func answerTogether(_ one: Made, _ neighbour: Made) async throws {
        guard let asked = try await ask(neighbour, for: one) else { return }
        let policy = neighbour.agency.policy
        let leader = try await neighbour.staff(policy.incidents.ledBy?.value.first)
        if let kind = policy.incidents.kinds.first {
            let joining = JoiningReport(
                kind: kind.id, isLargeScale: false, toldAt: now.adding(seconds: -17 * 3_600), means: .telephone)
            _ = try await programmes.joinIncident(joining, in: asked, by: leader)?.made("joining an incident")
        }
        _ = try await ask(one, for: neighbour)
    }

    private func ask(_ partner: Made, for made: Made) async throws -> String? {
        guard let incident = made.incident else { return nil }
        let asked = PartnerAsked(partner: partner.agency.id, wantsScene: false, telephone: "+1 208 555 0150")
        let leader = try await made.staff(made.agency.policy.incidents.ledBy?.value.first)
        return try await programmes.shareIncident(asked, in: incident, by: leader)?.made("asking a partner")
    }
}
