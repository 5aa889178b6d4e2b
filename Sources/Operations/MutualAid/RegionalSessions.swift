import Program
import Sealing
import Store

// Sessions and meetings that several agencies have together. One holds it; a partner team that takes part has it as a session of its own,
// which follows what the holder changes. Neither has a query for who of the other comes.
extension Programmes {
    /// What keeps a plan from being open to the partner teams, or from being the own team's alone again, if anything.
    ///
    /// - Parameter known: as it was planned before; nothing where it is new.
    func mayBeJoint(_ plan: GatheringPlan, _ known: Gathering?, _ doing: Doing) throws -> Refusal? {
        let (transaction, agency) = (doing.transaction, doing.agency)
        guard let rule = doing.policy.team.regionalTeam else {
            return plan.isJoint
                ? Refusal("Together with partner agencies: the policy has no regional team.", field: "isJoint") : nil
        }
        if let known, let (held, holder) = try session(heldByPartnerAs: known.id, of: agency, transaction) {
            if plan.isJoint { return rule.mayOpen(plan, heldBy: holder.name, partners: 1) }
            return plan.mayFollow(held.plan, heldBy: holder.name, under: rule.basis)
        }
        let wasJoint = known?.plan.isJoint == true
        if !plan.isJoint {
            guard wasJoint, rule.jointSessions, let known else { return nil }
            return rule.mayWithdraw(teams: try transaction.partners(at: [known.id], holder: agency.id).count)
        }
        // What partners come to already stays joint, whatever became of the agreement.
        if wasJoint, try known.map({ try transaction.partners(at: [$0.id], holder: agency.id).isEmpty }) == false {
            return rule.mayOpen(plan, partners: 1)
        }
        let partners = try regionalPartners(of: agency, on: doing.staff.today, transaction).count(
            where: \.meetsInRegion)
        return rule.mayOpen(plan, partners: partners)
    }

    /// The session that one of the agency's own follows, with the agency that holds it; nothing where it is the agency's alone.
    func session(
        heldByPartnerAs own: String, of agency: Agency, _ transaction: any Transaction
    ) throws -> (Gathering, Agency)? {
        guard let link = try transaction.sessionsHeldByPartners([own], agency: agency.id).first,
            let held = try transaction.gathering(link.held, agency: link.holder),
            let holder = try transaction.agency(id: link.holder).map({ try self.agency($0, in: transaction) })
        else { return nil }
        return (held, holder)
    }

    /// Tells whoever plans in each partner team that a session is open to them.
    func tellPartners(of plan: GatheringPlan, _ id: String, _ doing: Doing) throws {
        guard plan.isJoint else { return }
        for partner in try regionalPartners(of: doing.agency, on: doing.staff.today, doing.transaction)
        where partner.meetsInRegion {
            try doing.transaction.tellPlanner(of: partner, of: id, at: doing.now)
        }
    }

    /// Partner teams that take part have it as the holder has it now; whoever has a place there is told.
    func partnersFollow(_ plan: GatheringPlan, at held: String, _ doing: Doing) throws {
        try eachPartner(at: held, doing) { partner, own in
            let followed = own.plan.following(plan)
            guard followed != own.plan else { return }
            let day = try partner.day(at: followed.from)
            guard try doing.transaction.change(own.id, to: followed, on: day, agency: partner.id) else { return }
            let isElsewhere = followed.isElsewhere(than: own.plan)
            try doing.tell(partner, of: own, as: isElsewhere ? .sessionChanged : nil, .gatheringChanged)
        }
    }

    /// Partner teams that take part have it as called off; whoever has a place there is told.
    func partnersCallOff(_ held: String, _ doing: Doing) throws {
        try eachPartner(at: held, doing) { partner, own in
            try doing.transaction.setStatus(.cancelled, of: own.id, agency: partner.id)
            try doing.tell(partner, of: own, as: .sessionCalledOff, .gatheringCalledOff)
        }
    }

    private func eachPartner(at held: String, _ doing: Doing, _ act: (Agency, Gathering) throws -> Void) throws {
        let transaction = doing.transaction
        for link in try transaction.partners(at: [held], holder: doing.agency.id) {
            guard let own = try transaction.gathering(link.gathering, agency: link.agency), own.isPlanned,
                let partner = try transaction.agency(id: link.agency).map({ try agency($0, in: transaction) })
            else { continue }
            try act(partner, own)
        }
    }

    /// Takes a session that a partner opened among one's own; gives the id of the own. Nothing where no partner has opened it to this team.
    ///
    /// - Parameter kind: what it is by one's own policy, so that it counts as that.
    package func takePart(
        in held: String, as kind: GatheringKind?, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.planTraining)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.team.regionalTeam else { return .nothing }
            for holder in try regionalPartners(of: agency, on: doing.staff.today, transaction)
            where holder.meetsInRegion {
                guard let session = try transaction.gathering(held, agency: holder.id), session.plan.isJoint else {
                    continue
                }
                let takesPart = try transaction.partners(at: [held], holder: holder.id).contains {
                    $0.agency == agency.id
                }
                let refusal = rule.mayTakePart(
                    in: session, as: kind, of: doing.policy.gatheringKinds, takesPart: takesPart, at: doing.now)
                if let refusal { return .refused(refusal) }
                let plan = session.plan.joined(as: kind ?? session.plan.kind)
                let own = Gathering(
                    id: RandomId().text, plan: plan, day: try agency.day(at: plan.from), status: .planned)
                try transaction.insert(own, code: RandomId().text, agency: agency.id)
                try transaction.insert(
                    JointSessionRow(gathering: own.id, agency: agency.id, held: held, holder: holder.id))
                return .done(own.id, .entry(.gatheringPlanned, on: own.id, under: rule.basis.clauses))
            }
            return .nothing
        }
    }
}

extension Doing {
    /// Tells a partner team that what it comes to is another: whoever plans, and of what concerns them whoever has a place. Its own chain says
    /// that it was so.
    fileprivate func tell(_ partner: Agency, of own: Gathering, as kind: NoticeKind?, _ entry: AuditKind) throws {
        let clauses = partner.regionalTeam?.basis.clauses ?? []
        if let kind { try tellAttenders(of: own.id, kind, in: partner, under: clauses) }
        try transaction.tellPlanner(of: partner, of: own.id, at: now)
        try transaction.record(entry, in: partner, by: .server, on: own.id, under: clauses, at: now)
    }
}

extension Transaction {
    fileprivate func tellPlanner(of agency: Agency, of session: String, at now: Instant) throws {
        try raise(
            NewNotice(
                kind: .jointSession, to: .role(agency.policy.training.planner), about: session,
                under: agency.regionalTeam?.basis.clauses ?? []),
            in: agency, at: now)
    }

    /// How many of partner teams have a place at each of those sessions: at one's own that they come to, and at theirs that one comes to,
    /// with whoever else does.
    func placesTakenByPartners(at sessions: [String], agency: String) throws -> [String: Int] {
        let joined = try sessionsHeldByPartners(sessions, agency: agency)
        var taken: [String: Int] = [:]
        for (holder, own) in Dictionary(grouping: joined, by: \.holder) {
            let others = try partners(at: own.map(\.held), holder: holder).filter { $0.agency != agency }
            let held = own.map { JointSessionRow(gathering: $0.held, agency: holder, held: $0.held, holder: holder) }
            let counts = try headcounts(of: others + held)
            for session in own {
                taken[session.gathering, default: 0] +=
                    (counts[session.held]?.coming ?? 0)
                    + others.filter { $0.held == session.held }.reduce(0) { $0 + (counts[$1.gathering]?.coming ?? 0) }
            }
        }
        let coming = try partners(at: sessions, holder: agency)
        let counts = try headcounts(of: coming)
        for partner in coming { taken[partner.held, default: 0] += counts[partner.gathering]?.coming ?? 0 }
        return taken
    }
}
