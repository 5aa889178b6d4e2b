import Program
import Sealing
import Store

/// Somebody of the programme whom a supporter may turn to about a request.
package struct Colleague: Sendable, Equatable {
    package let account: String
    package let name: String
}

extension Programmes {
    /// To whom a request may be handed, by name: those it may be offered to just now besides its supporter. Nothing where they
    /// do not have it.
    package func colleagues(for id: String, by staff: Staff) async throws -> [Colleague]? {
        let now = clock()
        return try await database.read { transaction in
            try transaction.request(id, of: staff).map { try colleagues(for: $0, by: staff, at: now, transaction) }
        }
    }

    /// Whoever is off duty and has not opened those hours, or is on leave, would not be asked, so nobody chooses them (KSO-J.1).
    private func colleagues(
        for request: OpenedRequest, by staff: Staff, at now: Instant, _ transaction: any Transaction
    ) throws -> [Colleague] {
        let around = try askingAround(for: request.row.pack, in: staff.agency, at: now, transaction)
        let team = try transaction.requestTeam(of: around.policy, agency: staff.agency.id, on: staff.today)
        let waves = team.waves(
            under: around.policy, course: request.course,
            besides: try barred(by: request.card.incident, in: staff.agency, transaction))
        return team.supporters.filter {
            waves[$0.account] == .everyone && $0.account != staff.account && around.mayBeAsked($0.account)
        }.colleagues
    }

    /// Hands the request to others, for a reason of the pack's list, which is kept nowhere (KSO-H.8).
    ///
    /// - Parameters:
    ///   - seekerWasAsked: they were asked, or could not be reached.
    ///   - to: who is asked first; nobody in particular where it is nil.
    package func handOff(
        _ id: String, for reason: String, seekerWasAsked: Bool, to: String?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let request = try transaction.request(id, of: staff) else { return nil }
            if let refusal = staff.policy.requests.mayHandOff(for: reason, seekerWasAsked: seekerWasAsked) {
                return .failure(refusal)
            }
            if let to {
                let colleagues = try colleagues(for: request, by: staff, at: now, transaction)
                guard colleagues.contains(where: { $0.account == to }) else {
                    return .failure(Refusal("This colleague cannot be asked just now. Choose another.", field: "to"))
                }
            }
            try giveUp(request, wanted: to, by: staff, at: now, transaction)
            return .success(())
        }
    }

    /// The supporter cannot leave their post: others are asked at once, and whoever the pack names finds another if need be. They
    /// are shown nothing of the request (KSO-G.3).
    package func cannotLeavePost(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let request = try transaction.request(id, of: staff) else { return nil }
            guard let rule = staff.policy.requests.cannotLeavePost, rule.askedBy.contains(.supporter) else {
                return .failure(Refusal("Hand the request to another supporter."))
            }
            try giveUp(request, by: staff, at: now, transaction)
            try transaction.raise(
                NewNotice(
                    kind: .cannotLeavePost, to: .role(rule.of), repeats: true, under: rule.basis.clauses,
                    from: staff.account, isUrgent: true),
                in: staff.agency, at: now)
            return .success(())
        }
    }

    /// A conflict of interest that shows only now: whom the pack names is told that there was one, and others are asked at once
    /// (SAC-II.D.3.k).
    package func tellConflict(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let request = try transaction.request(id, of: staff) else { return nil }
            guard let rule = staff.policy.requests.conflictNotice else {
                return .failure(Refusal("Hand the request to another supporter."))
            }
            try giveUp(request, by: staff, at: now, transaction)
            try transaction.tellConflict(of: staff, under: rule, at: now)
            return .success(())
        }
    }

    /// Others are asked, and the supporter not again.
    private func giveUp(
        _ request: OpenedRequest, wanted: String? = nil, by staff: Staff, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        var request = request
        request.course.barred.insert(staff.account)
        try offerAgain(request, wanted: wanted.map { [$0] } ?? [], in: staff.agency, at: now, transaction)
    }

    /// Ends support. The seeker can open it again until it is destroyed.
    ///
    /// - Parameter outcome: what came of an inquiry's approach; needed for one, and counted and nothing else (PD-B.2.a.1).
    package func closeRequest(
        _ id: String, outcome: InquiryOutcome? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let request = try transaction.request(id, of: staff) else { return nil }
            guard request.card.isInquiry == (outcome != nil) else {
                return .failure(
                    Refusal(
                        outcome == nil
                            ? "Say whether support is wanted." : "Only an inquiry has an outcome.", field: "outcome"))
            }
            if let outcome {
                try transaction.countRequest(
                    outcome.figure, agency: staff.agency.id, month: staff.today.month)
            }
            try transaction.close(request, in: staff.agency, at: now)
            return .success(())
        }
    }
}

extension [SealableAccount] {
    /// By name.
    var colleagues: [Colleague] {
        map { Colleague(account: $0.account, name: $0.name) }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }
}

extension Transaction {
    /// Tells whom the pack names that the supporter had a conflict of interest, and nothing of the request.
    func tellConflict(of staff: Staff, under rule: ConflictNoticeRule, at now: Instant) throws {
        for role in rule.to {
            try raise(
                NewNotice(kind: .conflict, to: .role(role), under: rule.basis.clauses, from: staff.account),
                in: staff.agency, at: now)
        }
    }
}

extension InquiryOutcome {
    fileprivate var figure: RequestFigure {
        switch self {
        case .wanted: .inquiriesWanted
        case .notWanted: .inquiriesNotWanted
        }
    }
}
