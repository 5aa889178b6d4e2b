import PolicyPacks
import Program
import Sealing
import Store

/// What asking around for a request needs to know of an agency at one moment.
struct AskingAround {
    let agency: Agency
    /// Who may be asked, by the rules the request was asked under.
    let asking: AskingNow
    let now: Instant
    /// Tell which copies are for somebody who is asked in vain.
    let keys: ServerKeys
    /// The kinds of ways that this installation has a gateway for.
    let carried: Set<ContactMethod.Kind>

    var policy: PolicyPack { asking.policy }
}

extension Programmes {
    func askingAround(
        for pack: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> AskingAround {
        let policy = try packs.pack(pack, in: transaction).pack
        return AskingAround(
            agency: agency,
            asking: AskingNow(
                policy: policy, availability: try transaction.availability(agency: agency, at: now),
                isBusinessHours: agency.calendar.isBusinessHours(at: now, in: policy.country)), now: now, keys: keys,
            carried: carried)
    }
}

extension Transaction {
    /// Who can be reached for a request whose copies have those waves.
    func reach(of request: String, waves: [String: Stage], _ around: AskingAround) throws -> Reach {
        let today = try around.agency.day(at: around.now)
        let held = try holdings(of: around.asking.rolesAsked, agency: around.agency.id, heldAfter: today)
            .filter { $0.holding.isHeld(on: today) }
        return around.asking.reach(
            of: request, waves: waves, openRequests: try requestRoutes.openRequests(agency: around.agency.id),
            holders: Dictionary(grouping: held, by: \.holding.role).mapValues { Set($0.map(\.account)).sorted() },
            canBeTold: try accountsThatCanBeTold(agency: around.agency.id, carried: around.carried))
    }

    /// Moves a request that waits, or begins to, to the next stage in which somebody can be reached, and asks them. False where
    /// it no longer stands where it was seen to; then nothing was done.
    @discardableResult
    func askAround(
        for request: String, from stage: Stage?, seen: RequestStanding, waves: [String: Stage], offering: String,
        _ around: AskingAround
    ) throws -> Bool {
        let move = around.policy.escalation.move(
            from: stage, reaching: try reach(of: request, waves: waves, around))
        let next = RequestStanding.offered(
            move.stage, until: around.now.adding(seconds: move.wait), offering: offering)
        guard try requestRoutes.move(request, from: seen, to: next) else { return false }
        try announce(move, of: request, offering: offering, around)
        return true
    }

    /// Carries out a move of a request that already stands at its new stage: who is asked is pinged, who is told gets a notice.
    func announce(_ move: EscalationMove, of request: String, offering: String, _ around: AskingAround) throws {
        if move.stage == .few { try requestRoutes.setWave(.few, of: move.asks, request: request) }
        let told = try move.asks.isEmpty ? [] : told(of: request, among: Set(move.asks), around)
        try pingOfAsking(told, key: offerPing(offering), in: around.agency, at: around.now)
        for notice in around.policy.escalation.notices(of: move, about: offering) {
            try raise(notice, in: around.agency, at: around.now)
        }
    }

    /// Of those who are asked, whoever has something to look at: nobody is woken for what an incident keeps from them.
    func told(of request: String, among asked: Set<String>, _ around: AskingAround) throws -> [String] {
        guard around.policy.requests.incidentBar != nil, let id = RandomId(text: request) else { return asked.sorted() }
        return try requestRoutes.copies(of: request).filter { asked.contains($0.account) }
            .filter { try !around.keys.isDecoy($0.sealed, request: id, holder: $0.account) }.map(\.account)
    }

    /// Nobody need look at this offering any more.
    func settle(offering: String?, in agency: Agency) throws {
        guard let offering else { return }
        try settled(ping: offerPing(offering), in: agency)
        for time in 1...mostTimesAskedAgain { try settled(ping: offerPing(offering, again: time), in: agency) }
        try withdrawNotices(about: offering, in: agency)
    }
}

/// The key under which everybody asked is pinged once for one time of asking around.
func offerPing(_ offering: String) -> String { "offer \(offering)" }

/// The same where they are asked once more, since whoever finds somebody for it wants them to be.
func offerPing(_ offering: String, again time: Int) -> String { "\(offerPing(offering)) \(time)" }

/// How often somebody is asked once more about the same.
let mostTimesAskedAgain = 3
