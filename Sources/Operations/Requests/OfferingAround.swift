import PolicyPacks
import Program
import Sealing
import Store

/// What asking around for a request needs to know of an agency at one moment.
struct AskingAround {
    let agency: Agency
    /// The rules the request was asked under.
    let policy: PolicyPack
    let availability: Availability
    let now: Instant

    /// Whether the pack lets the account be offered requests just now: on leave nobody is, and off duty only whoever opened
    /// those hours themselves, where the pack leaves it to them (KSO-J.1).
    func mayBeAsked(_ account: String) -> Bool {
        switch policy.availability.list.offDuty {
        case .ownOptIn: availability.isAvailable(account)
        case .respond: !availability.isOnLeave(account)
        }
    }

    /// Whether somebody with that wave is asked once the request has come to the stage. Whoever the pack turns to last is
    /// not asked about hours.
    func isAsked(_ account: String, wave: Stage?, at stage: Stage) -> Bool {
        guard let wave, policy.escalation.isAsked(wave, at: stage) else { return false }
        if case .step = wave { return true }
        return mayBeAsked(account)
    }
}

extension AskingAround {
    /// Whether holders of the role take requests themselves.
    fileprivate func takes(_ role: RoleID) -> Bool {
        policy.role(role)?.powers.contains(.takeRequests) == true
    }
}

extension Programmes {
    func askingAround(
        for pack: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> AskingAround {
        AskingAround(
            agency: agency, policy: try packs.pack(pack, in: transaction).pack,
            availability: try transaction.availability(agency: agency, at: now), now: now)
    }
}

extension Transaction {
    /// Who can be reached for a request whose copies have those waves.
    func reach(of request: String, waves: [String: Stage], _ around: AskingAround) throws -> Reach {
        let asked = waves.filter { around.mayBeAsked($0.key) }
        func accounts(_ stages: Stage...) -> [String] {
            asked.filter { stages.contains($0.value) }.map(\.key).sorted()
        }
        let others = accounts(.everyone)
        let onCall = around.availability.onCall(.supporters).filter(others.contains)
        let open = try openRequests(agency: around.agency.id)
        let holders = try holders(around)
        return Reach(
            preferred: accounts(.preferred),
            inOrder: fairOrder(
                onCall: onCall,
                others: others.filter { !onCall.contains($0) && around.availability.isAvailable($0) },
                openRequests: open, request: request),
            everyone: accounts(.preferred, .few, .everyone), chain: accounts(.chain),
            lastResort: holders.filter { around.takes($0.key) }.mapValues { $0.filter { waves[$0] != nil } },
            holders: holders.filter { !around.takes($0.key) },
            isBusinessHours: around.agency.calendar.isBusinessHours(at: around.now))
    }

    /// Today's holders of each role that asking around may come to.
    private func holders(_ around: AskingAround) throws -> [RoleID: [String]] {
        let escalation = around.policy.escalation
        let steps = escalation.steps.compactMap { step -> RoleID? in
            guard case .role(let role) = step.to else { return nil }
            return role
        }
        let approvers = escalation.afterHoursActivation.map { [$0.approvedBy, $0.then] } ?? []
        let today = try around.agency.day(at: around.now)
        let held = try holdings(of: steps + approvers, agency: around.agency.id, heldAfter: today)
            .filter { $0.holding.isHeld(on: today) }
        return Dictionary(grouping: held, by: \.holding.role).mapValues { Set($0.map(\.account)).sorted() }
    }

    /// Carries out a move of a request that already stands at its new stage: who is asked is pinged, who is told gets a notice.
    func announce(_ move: EscalationMove, of request: String, offering: String, _ around: AskingAround) throws {
        if move.stage == .few { try setWave(.few, of: move.asks, request: request) }
        try ping(
            move.asks, .urgent, key: offerPing(offering), agency: around.agency.id, at: around.now)
        if let role = move.tells, case .step(let place) = move.stage {
            try raise(
                NewNotice(
                    kind: .requestWaits, to: .role(role), repeats: true, about: offering,
                    under: around.policy.escalation.steps[place].basis.clauses, isUrgent: true),
                in: around.agency, at: around.now)
        }
        if let approver = move.approver, let rule = around.policy.escalation.afterHoursActivation {
            try raise(
                NewNotice(
                    kind: .approvalAsked, to: .role(approver), repeats: true, about: offering,
                    under: rule.basis.clauses, isUrgent: true),
                in: around.agency, at: around.now)
        }
    }

    /// Nobody need look at this offering any more.
    func settle(offering: String?, in agency: Agency) throws {
        guard let offering else { return }
        try settled(ping: offerPing(offering), agency: agency.id)
        try withdrawNotices(about: offering, in: agency)
    }
}

/// The key under which everybody asked is pinged once for one time of asking around.
func offerPing(_ offering: String) -> String { "offer \(offering)" }
