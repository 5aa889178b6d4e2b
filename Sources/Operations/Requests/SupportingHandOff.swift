import Program
import Sealing
import Store

/// Somebody of the programme whom a supporter may turn to about a request.
package struct Colleague: Sendable, Equatable {
    package let account: String
    package let name: String
}

extension Programmes {
    /// To whom a request may be handed, by name: those it may be offered to besides its supporter. Nothing where they do not
    /// have it.
    package func colleagues(for id: String, by staff: Staff) async throws -> [Colleague]? {
        try await database.read { session in
            guard let request = try session.request(id, of: staff) else { return nil }
            let team = try session.requestTeam(of: staff.policy, agency: staff.agency.id, on: staff.today)
            let waves = team.waves(under: staff.policy, course: request.course)
            return team.supporters.filter { waves[$0.account] == .everyone && $0.account != staff.account }
                .colleagues
        }
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
        return try await database.write { session in
            guard var request = try session.request(id, of: staff) else { return nil }
            if let refusal = staff.policy.requests.mayHandOff(for: reason, seekerWasAsked: seekerWasAsked) {
                return .failure(refusal)
            }
            request.course.barred.insert(staff.account)
            if let to {
                let team = try session.requestTeam(of: staff.policy, agency: staff.agency.id, on: staff.today)
                guard team.waves(under: staff.policy, wanted: [to], course: request.course)[to] == .preferred else {
                    return .failure(Refusal("This colleague cannot be asked. Choose another.", field: "to"))
                }
            }
            try offerAgain(request, wanted: to.map { [$0] } ?? [], in: staff.agency, at: now, session)
            return .success(())
        }
    }

    /// The supporter cannot leave their post: others are asked at once, and whoever the pack names finds another if need be. They
    /// are shown nothing of the request (KSO-G.3).
    package func cannotLeavePost(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard var request = try session.request(id, of: staff) else { return nil }
            guard let rule = staff.policy.requests.cannotLeavePost, rule.askedBy.contains(.supporter) else {
                return .failure(Refusal("Hand the request to another supporter."))
            }
            request.course.barred.insert(staff.account)
            try offerAgain(request, wanted: [], in: staff.agency, at: now, session)
            try session.raise(
                NewNotice(
                    kind: .cannotLeavePost, to: .role(rule.of), repeats: true, under: rule.basis.clauses,
                    from: staff.account, isUrgent: true),
                in: staff.agency, at: now)
            return .success(())
        }
    }

    /// Ends support. The seeker can open it again until it is destroyed.
    ///
    /// - Parameter outcome: what came of an inquiry's approach; needed for one, and counted and nothing else (PD-B.2.a.1).
    package func closeRequest(
        _ id: String, outcome: InquiryOutcome? = nil, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard let request = try session.request(id, of: staff) else { return nil }
            guard request.card.isInquiry == (outcome != nil) else {
                return .failure(
                    Refusal(
                        outcome == nil
                            ? "Say whether support is wanted." : "Only an inquiry has an outcome.", field: "outcome"))
            }
            if let outcome {
                try session.countRequest(
                    outcome.figure, agency: staff.agency.id, month: staff.today.month)
            }
            try session.close(request, in: staff.agency, at: now)
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

extension InquiryOutcome {
    fileprivate var figure: RequestFigure {
        switch self {
        case .wanted: .inquiriesWanted
        case .notWanted: .inquiriesNotWanted
        }
    }
}
