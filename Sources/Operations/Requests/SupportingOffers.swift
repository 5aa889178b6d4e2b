import Program
import Sealing
import Store

extension Programmes {
    /// The requests offered to a supporter just now. What has to do with an incident that they were part of is none of them, and
    /// is passed on with this look.
    package func offers(for staff: Staff) async throws -> [Offer] {
        let now = clock()
        let found = try await database.read { transaction -> [(offer: Offer, isTied: Bool)] in
            guard staff.powers.contains(.takeRequests) else { return [] }
            var around: [String: AskingAround] = [:]
            return try transaction.heldRequests(by: staff.account, agency: staff.agency.id).compactMap { held in
                let pack = held.request.pack
                guard held.request.standing.state == .offered else { return nil }
                let present = try around[pack] ?? askingAround(for: pack, in: staff.agency, at: now, transaction)
                around[pack] = present
                return try OfferedRequest(held, to: staff, present).map {
                    ($0.offer, try isTied(staff, to: $0, transaction))
                }
            }
        }
        for tied in found where tied.isTied { try await passTied(tied.offer.id, by: staff, at: now) }
        return found.filter { !$0.isTied }.map(\.offer)
    }

    /// One of them; nothing where it is not offered to this supporter, or no more. It is passed on where it has to do with an
    /// incident that they were part of (KSO-I.1.b), and then nothing too: words of an incident would tell them who may have asked.
    package func offer(_ id: String, for staff: Staff) async throws -> Offer? {
        let now = clock()
        let found = try await database.read { transaction -> (offer: Offer, isTied: Bool)? in
            try offered(id, to: staff, at: now, transaction).map { ($0.offer, try isTied(staff, to: $0, transaction)) }
        }
        guard let found, found.isTied else { return found?.offer }
        try await passTied(id, by: staff, at: now)
        return nil
    }

    /// Passes an offer on that an incident bars, as if they had attested the tie.
    private func passTied(_ id: String, by staff: Staff, at now: Instant) async throws {
        try await database.write { transaction in
            guard let offered = try offered(id, to: staff, at: now, transaction),
                try isTied(staff, to: offered, transaction)
            else { return }
            try passOn(offered, by: staff, at: now, transaction)
        }
    }

    /// Whether the supporter was part of the incident that the offer has to do with. An incident may be recorded after the
    /// asking, when nobody but a holder of the key can compare the two.
    func isTied(_ staff: Staff, to offered: OfferedRequest, _ transaction: any Transaction) throws -> Bool {
        try barred(by: offered.request.card.incident, in: staff.agency, transaction).contains(staff.account)
    }

    /// "I should not take this": it is not offered to them again. No reason is asked, and nobody is told, unless the supporter
    /// tells of a conflict of interest where the pack has that told; the notice names no seeker (SAC-II.D.3.k).
    package func pass(
        _ id: String, telling conflict: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let offered = try offered(id, to: staff, at: now, transaction) else { return nil }
            try passOn(offered, by: staff, at: now, transaction)
            if conflict, let rule = staff.policy.requests.conflictNotice {
                try transaction.tellConflict(of: staff, under: rule, at: now)
            }
            return .success(())
        }
    }

    /// The request as it is offered to the supporter.
    func offered(
        _ id: String, to staff: Staff, at now: Instant, _ transaction: any Transaction
    ) throws -> OfferedRequest? {
        guard staff.powers.contains(.takeRequests),
            let held = try transaction.heldRequest(id, by: staff.account, agency: staff.agency.id)
        else { return nil }
        return OfferedRequest(
            held, to: staff, try askingAround(for: held.request.pack, in: staff.agency, at: now, transaction))
    }

    /// Takes the offer from the supporter for good. Where nobody else is left who is asked just now, the next are at once.
    func passOn(
        _ offered: OfferedRequest, by staff: Staff, at now: Instant, _ transaction: any Transaction
    ) throws {
        var request = offered.request
        request.course.barred.insert(staff.account)
        try transaction.keepCourse(of: request)
        try transaction.deleteCopy(of: staff.account, request: request.row.id)
        try transaction.answered(
            ping: offerPing(offered.offering), by: staff.account, agency: staff.agency.id)
        try transaction.hasten(request.row, at: offered.stage, offering: offered.offering, offered.around)
    }
}

/// A request as it is offered to one supporter.
struct OfferedRequest {
    let request: OpenedRequest
    let stage: Stage
    let wave: Stage
    let offering: String
    let around: AskingAround

    /// Nothing where the supporter is not asked just now, or cannot open it.
    init?(_ held: HeldRequest, to staff: Staff, _ around: AskingAround) {
        guard case .offered(let stage, _, let offering) = held.request.standing, let wave = held.copy.wave,
            around.isAsked(staff.account, wave: wave, at: stage), let request = OpenedRequest(held, by: staff)
        else { return nil }
        self.request = request
        self.stage = stage
        self.wave = wave
        self.offering = offering
        self.around = around
    }

    var offer: Offer {
        Offer(
            id: request.row.id, card: request.card, isPreferred: wave == .preferred, isMarkedChain: wave == .chain)
    }
}
