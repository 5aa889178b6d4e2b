import Program
import Sealing
import Store

extension Programmes {
    /// The requests offered to a supporter just now, the most urgent first. What has to do with an incident that they were part of is none of them, and
    /// with this look they can open it no more.
    package func offers(for staff: Staff) async throws -> [Offer] {
        let now = clock()
        let found = try await database.read { transaction -> [(offer: Offer, isTied: Bool)] in
            guard staff.powers.contains(.takeRequests) else { return [] }
            var around: [String: AskingAround] = [:]
            let adviser = try transaction.adviser(of: staff, at: now)
            let offered = try transaction.requestRoutes.offeredRequests(to: staff.account, agency: staff.agency.id)
            return try offered.compactMap { held in
                let pack = held.request.pack
                let present = try around[pack] ?? askingAround(for: pack, in: staff.agency, at: now, transaction)
                around[pack] = present
                return try OfferedRequest(held, to: staff, present.asking).map {
                    ($0.view(adviser), try isTied(staff, to: $0, transaction))
                }
            }
        }
        for tied in found where tied.isTied { try await hideTied(tied.offer.id, from: staff) }
        return found.filter { !$0.isTied }.map(\.offer).sorted { $0.isMoreUrgent(than: $1) }
    }

    /// One of them; nothing where it is not offered to this supporter, or no more. Nothing too where it has to do with an incident
    /// that they were part of (KSO-I.1.b): words of an incident would tell them who may have asked.
    package func offer(_ id: String, for staff: Staff) async throws -> Offer? {
        let now = clock()
        let found = try await database.read { transaction -> (offer: Offer, isTied: Bool)? in
            try offered(id, to: staff, at: now, transaction).map {
                ($0.view(try transaction.adviser(of: staff, at: now)), try isTied(staff, to: $0, transaction))
            }
        }
        guard let found, found.isTied else { return found?.offer }
        try await hideTied(id, from: staff)
        return nil
    }

    /// Takes an offer from a supporter that an incident bars.
    private func hideTied(_ id: String, from staff: Staff) async throws {
        try await look(by: staff, .holding(.takeRequests)) { doing in
            guard let offered = try offered(id, to: doing.staff, at: doing.now, doing.transaction),
                try isTied(doing.staff, to: offered, doing.transaction)
            else { return }
            try hide(offered, doing)
        }
    }

    /// Their copy opens nothing any more. Everything else stays as it is: the request waits for them as for anybody who does not
    /// answer, so that neither whoever asked nor whoever is asked next learns from it that they were there.
    func hide(_ offered: OfferedRequest, _ doing: Doing) throws {
        let (account, request) = (doing.staff.account, offered.request)
        try doing.transaction.requestRoutes.setCopy(
            try keys.decoy(request: request.id, holder: account), of: account, request: request.row.id)
        try doing.transaction.answered(
            ping: offerPing(offered.offer.offering), by: account, in: doing.agency)
    }

    /// Whether the supporter was part of the incident that the offer has to do with, or came since the asking to a unit or a rank of
    /// which the seeker wants nobody. Nobody but a holder of the key can compare the two, so it is looked at here.
    func isTied(_ staff: Staff, to offered: OfferedRequest, _ transaction: any Transaction) throws -> Bool {
        let account = try transaction.sealableAccount(staff.account, agency: staff.agency.id)
        let isLeftOut = account.map { offered.request.record.leavesOut($0.candidate) } ?? false
        return try isLeftOut
            || barred(by: offered.request.card.incident, in: staff.agency, transaction).contains(staff.account)
    }

    /// "I should not take this": it is not offered to them again. No reason is asked, and nobody is told, unless the supporter
    /// tells of a conflict of interest where the pack has that told; the notice names no seeker (SAC-II.D.3.k).
    package func pass(
        _ id: String, telling conflict: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard let offered = try offered(id, to: doing.staff, at: doing.now, doing.transaction) else {
                return .nothing
            }
            try pass(offered, telling: conflict, doing)
            return .done(.request)
        }
    }

    /// The request as it is offered to the supporter.
    func offered(
        _ id: String, to staff: Staff, at now: Instant, _ transaction: any Transaction
    ) throws -> OfferedRequest? {
        guard staff.powers.contains(.takeRequests),
            let held = try transaction.requestRoutes.heldRequest(id, by: staff.account, agency: staff.agency.id)
        else { return nil }
        return OfferedRequest(
            held, to: staff, try askingAround(for: held.request.pack, in: staff.agency, at: now, transaction).asking)
    }

    /// Takes the offer from the supporter for good. Where nobody else is left who is asked just now, the next are at once.
    private func pass(_ offered: OfferedRequest, telling conflict: Bool = false, _ doing: Doing) throws {
        let passed = offered.offer.passed(telling: conflict, under: doing.policy.requests)
        try carryOut(passed, on: offered.request, in: doing.agency, at: doing.now, doing.transaction)
    }
}

/// A request as it is offered to one supporter.
struct OfferedRequest {
    let request: OpenedRequest
    let offer: RequestOffer

    /// Nothing where the supporter is not asked just now, or cannot open it.
    init?(_ held: HeldRequest, to staff: Staff, _ asking: AskingNow) {
        // What is not offered to them just now need not be opened.
        guard asking.isOffered(held.request.standing, to: staff.account, wave: held.copy.wave),
            let request = OpenedRequest(held, by: staff),
            let offer = RequestOffer(request.life, to: staff.account, wave: held.copy.wave, asking: asking)
        else { return nil }
        self.request = request
        self.offer = offer
    }

    func view(_ adviser: Adviser?) -> Offer {
        Offer(
            id: request.row.id, card: request.card, isPreferred: offer.isPreferred, isMarkedChain: offer.isMarkedChain,
            othersAskedAt: offer.until, adviser: adviser)
    }
}
