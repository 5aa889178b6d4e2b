import Program
import Sealing
import Store

// What becomes of requests when somebody is of the team no more.
extension Programmes {
    /// Takes every copy of a key from an account that takes no requests any more. Where it was asked too, the others still are;
    /// what it had is offered again where others' copies are under lock, and otherwise as soon as its seeker looks, for
    /// nobody else can open it.
    func letGo(of account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction) throws {
        let routes = transaction.requestRoutes
        let held = try routes.heldRequests(by: account, agency: agency.id).map(\.request)
        try routes.deleteCopies(heldBy: account, agency: agency.id)
        for row in held {
            let around = try askingAround(for: row.pack, in: agency, at: now, transaction)
            let routing = try routes.routing(of: row)
            let isDone = try carryOut(
                routing.afterLeaving(of: account, asking: around.asking), routing, of: row, around, transaction)
            // Those who were asked before are asked again; whoever keeps the list sees to it that somebody takes it.
            guard isDone, row.standing.supporter == account else { continue }
            try raise(
                agency.policy.findingAnother(under: agency.policy.requests.firstContact.basis.clauses),
                untilTaken: row.id, in: agency, at: now, transaction)
        }
    }

    /// Offers the seeker's own request again where whoever had it is no longer there for them. Only now is there somebody
    /// who can open it. False where whoever had it is there, or nobody had it.
    func offerAgainIfLeft(_ seeking: Seeking) throws -> Bool {
        let (request, agency, transaction) = (seeking.request, seeking.agency, seeking.transaction)
        guard let change = try transaction.changeIfLeft(request, in: agency, on: try seeking.today) else {
            return false
        }
        return try carryOut(change, on: request, in: agency, at: seeking.now, transaction)
    }
}

extension Transaction {
    /// What becomes of a request whose supporter can no longer open it, or no longer takes requests; nothing where they are there.
    func changeIfLeft(_ request: OpenedRequest, in agency: Agency, on today: Day) throws -> RequestChange? {
        guard let account = request.standing.supporter else { return nil }
        let powers = agency.policy.powers(
            of: try holdings(of: account, agency: agency.id).map(\.holding), on: today)
        let canOpen = try requestRoutes.copies(of: request.row.id).contains { $0.account == account }
        return request.life.offeredIfLeft(canOpen: canOpen, takesRequests: powers.contains(.takeRequests))
    }
}
