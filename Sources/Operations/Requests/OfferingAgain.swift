import Program
import Sealing
import Store

extension Programmes {
    /// Offers a request to others once more, by somebody who can open it: its key is sealed to all who may be offered it now, and
    /// to nobody else but the seeker. Whoever had it or was consulted can open it no longer, unless it is offered to them.
    ///
    /// - Parameters:
    ///   - wanted: who is asked first.
    ///   - former: who had it and is no longer there, so that the seeker is told why others are asked.
    func offerAgain(
        _ request: OpenedRequest, wanted: [String], leftBy former: String? = nil, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        var request = request
        request.course.beginAnew()
        request.course.former = former
        let around = try askingAround(for: request.row.pack, in: agency, at: now, transaction)
        let team = try transaction.requestTeam(of: around.policy, agency: agency.id, on: try agency.day(at: now))
        let waves = team.waves(
            under: around.policy, wanted: wanted, course: request.course,
            besides: try barred(by: request.card.incident, in: agency, transaction))
        try transaction.settle(offering: request.standing.offering, in: agency)
        try transaction.takeBackCopies(of: request.row.id)
        try transaction.insert(
            try team.copies(of: request.key, request: request.id, waves: waves), request: request.row.id,
            agency: agency.id)
        try transaction.keepCourse(of: request)
        try transaction.askAround(
            for: request.row.id, from: nil, seen: request.standing, waves: waves, offering: RandomId().text, around)
    }
}

extension Transaction {
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
        guard try self.move(request, from: seen, to: next) else { return false }
        try announce(move, of: request, offering: offering, around)
        return true
    }

    /// Takes the request from everybody but its seeker, with what concerned the supporter alone.
    func takeBackCopies(of request: String) throws {
        try deleteCopies(of: request)
        try deleteReserves(of: request)
        try deleteConsultations(on: request)
        try deleteReminders(of: request)
    }
}

extension [RequestCopy] {
    /// With which stage each account is offered the request.
    var waves: [String: Stage] {
        Dictionary(
            compactMap { copy in copy.wave.map { (copy.account, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
