import Program
import Sealing
import Store

// What becomes of requests when somebody is of the team no more.
extension Programmes {
    /// Takes every copy of a key from an account that takes no requests any more. Where it was asked too, the others still are;
    /// what it had is offered again where others' copies are under lock, and otherwise as soon as its seeker looks, for
    /// nobody else can open it.
    func letGo(of account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction) throws {
        let held = try transaction.heldRequests(by: account, agency: agency.id).map(\.request)
        try transaction.deleteCopies(heldBy: account, agency: agency.id)
        for row in held {
            let around = try askingAround(for: row.pack, in: agency, at: now, transaction)
            switch row.standing {
            case .offered(let stage, _, let offering):
                try transaction.hasten(row, at: stage, offering: offering, around)
            case .accepted(let supporter, _) where supporter == account:
                guard try !offerToReserves(of: row, around, transaction) else { continue }
                try transaction.takeBackCopies(of: row.id)
                _ = try transaction.move(
                    row.id, from: row.standing, to: .accepted(supporter: account, firstContactDue: nil))
            case .accepted, .closed: break
            }
        }
    }

    /// Offers a request again to everybody whose copy was under lock. False where there is nobody.
    func offerToReserves(of row: RequestRow, _ around: AskingAround, _ transaction: any Transaction) throws -> Bool {
        let copies = try unlockedReserves(of: row, transaction)
        guard !copies.isEmpty else { return false }
        try transaction.takeBackCopies(of: row.id)
        try transaction.insert(copies, request: row.id, agency: around.agency.id)
        try transaction.askAround(
            for: row.id, from: .few, seen: row.standing, waves: copies.waves, offering: RandomId().text, around)
        return true
    }

    private func unlockedReserves(of row: RequestRow, _ transaction: any Transaction) throws -> [RequestCopy] {
        guard let id = RandomId(text: row.id) else { return [] }
        return try transaction.reserves(of: row.id).map { reserve in
            RequestCopy(
                account: reserve.account,
                sealed: try keys.unlock(reserve.locked, request: id, holder: reserve.account), wave: reserve.wave)
        }
    }

    /// Offers the seeker's own request again where whoever had it is no longer there for them. Only now is there somebody
    /// who can open it.
    func offerAgainIfLeft(by pass: SeekerPass, in agency: Agency, at now: Instant, _ transaction: any Transaction)
        throws
    {
        guard let request = try transaction.opened(by: pass, in: agency),
            try transaction.isLeft(request, in: agency, on: try agency.day(at: now))
        else { return }
        try offerAgain(
            request, wanted: [], leftBy: request.standing.supporter, in: agency, at: now, transaction)
    }
}

extension Transaction {
    /// Whether whoever has the request can no longer open it, or no longer takes requests. The one approach of an inquiry is
    /// not made a second time.
    func isLeft(_ request: OpenedRequest, in agency: Agency, on today: Day) throws -> Bool {
        guard let account = request.standing.supporter else { return false }
        if request.card.isInquiry && request.course.contacts > 0 { return false }
        let takers = agency.policy.roles(with: .takeRequests).map(\.id)
        let isTaker = try holdings(of: account, agency: agency.id).contains {
            takers.contains($0.holding.role) && $0.holding.isHeld(on: today)
        }
        return try !isTaker || !copies(of: request.row.id).contains { $0.account == account }
    }

    /// Goes on at once where nobody is asked any more.
    func hasten(_ row: RequestRow, at stage: Stage, offering: String, _ around: AskingAround) throws {
        let waves = try copies(of: row.id).waves
        guard !waves.contains(where: { around.isAsked($0.key, wave: $0.value, at: stage) }) else { return }
        try askAround(
            for: row.id, from: stage, seen: row.standing, waves: waves, offering: offering, around)
    }
}
