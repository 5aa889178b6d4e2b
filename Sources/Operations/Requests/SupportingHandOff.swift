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

    private func colleagues(
        for request: OpenedRequest, by staff: Staff, at now: Instant, _ transaction: any Transaction
    ) throws -> [Colleague] {
        let around = try askingAround(for: request.row.pack, in: staff.agency, at: now, transaction)
        let team = try transaction.requestTeam(
            of: around.policy, agency: staff.agency.id, on: staff.today, vouchedWith: keys.vouching)
        // Whoever an incident bars is among them, and then asked in vain: a list without them would say who was there.
        let waves = team.waves(under: around.policy, record: request.record)
        let accounts = around.asking.colleagues(
            of: staff.account, in: team.supporters.map(\.account), waves: waves)
        return team.supporters.filter { accounts.contains($0.account) }.colleagues
    }

    /// Hands the request to others, for a reason of the pack's list, which is kept nowhere (KSO-H.8).
    ///
    /// - Parameters:
    ///   - seekerWasAsked: they were asked, or could not be reached.
    ///   - to: who is asked first; nobody in particular where it is nil.
    package func handOff(
        _ id: String, for reason: String, seekerWasAsked: Bool, to: String?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, opened, doing in
            let colleagues =
                to == nil ? [] : try colleagues(for: opened, by: doing.staff, at: doing.now, doing.transaction)
            return request.handedOff(
                for: reason, seekerWasAsked: seekerWasAsked, to: to, of: colleagues.map(\.account),
                under: doing.policy.requests)
        }
    }

    /// The supporter cannot leave their post: others are asked at once, and whoever the pack names finds another if need be. They
    /// are shown nothing of the request (KSO-G.3).
    package func cannotLeavePost(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            request.left(underPost: doing.policy.requests, askedBy: .supporter)
        }
    }

    /// A conflict of interest that shows only now: whom the pack names is told that there was one, and others are asked at once
    /// (SAC-II.D.3.k).
    package func tellConflict(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await support(id, by: staff) { request, _, doing in
            request.left(forConflictUnder: doing.policy)
        }
    }
}

extension [SealableAccount] {
    /// By name.
    var colleagues: [Colleague] {
        map { Colleague(account: $0.account, name: $0.name) }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }
}
