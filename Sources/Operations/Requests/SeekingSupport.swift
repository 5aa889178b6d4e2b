import Program
import Sealing
import Store

extension Programmes {
    /// Asks for support. What was written is sealed before anything is stored; the receipt is its only key besides the
    /// supporters', and is kept nowhere.
    ///
    /// - Parameter once: what marks this sending; the same again is the same request, with the same receipt.
    package func ask(_ ask: Ask, in agency: Agency, once: OnceKey? = nil) async throws -> Result<Receipt, Refusal> {
        let takesPartners = ask.standing == .partner ? try await !agenciesAskingHere(agency).isEmpty : false
        if let refusal = agency.policy.mayAsk(ask, takesPartners: takesPartners) { return .failure(refusal) }
        // Whoever tries numbers of the directory out waits behind themselves.
        let asked = try await asking.run(for: client) { try await askInTurn(ask, in: agency, once: once) }
        return asked ?? .failure(.manyAsking)
    }

    private func askInTurn(_ ask: Ask, in agency: Agency, once: OnceKey?) async throws -> Result<Receipt, Refusal> {
        let receipt = once.map { Receipt(ofSending: $0.bytes, in: agency.id, with: keys) } ?? Receipt()
        let seeker = try SeekerKey(of: receipt, with: keys)
        let today = try agency.day(at: clock())
        if let refusal = agency.policy.mayName(ask.incident, on: today) { return .failure(refusal) }
        for _ in 1...timesTheTeamMayChange {
            let answer = try await askWholeTeam(ask, of: seeker, in: agency, on: today, isRepeatable: once != nil)
            if let answer { return answer.map { receipt } }
        }
        throw StoreFault.busy("the team changed again and again while a request was sealed to it")
    }

    /// Looks whom it concerns, seals it to them, and stores it where the team is still the same then: what takes long is done outside
    /// of the transaction, and all that is only looked at too. Nothing where the team has changed meanwhile.
    ///
    /// - Parameter isRepeatable: whether the same sending may come again; then it is the same request.
    private func askWholeTeam(
        _ ask: Ask, of seeker: SeekerKey, in agency: Agency, on today: Day, isRepeatable: Bool
    ) async throws -> Result<Void, Refusal>? {
        let (id, now) = (RandomId(), clock())
        let found = try await database.read { transaction -> Result<(Concerned, FirstMove), Refusal> in
            let whom = try transaction.whom(
                ask, concerns: agency, besides: try barred(by: ask.incident, in: agency, transaction), on: today,
                at: now, vouchedWith: keys.vouching)
            switch whom {
            case .failure(let refusal): return .failure(refusal)
            case .success(let concerned):
                let first = try firstMove(of: id.text, waves: concerned.waves, in: agency, at: now, transaction)
                return .success((concerned, first))
            }
        }
        let (concerned, first): (Concerned, FirstMove)
        switch found {
        case .failure(let refusal): return .failure(refusal)
        case .success(let seen): (concerned, first) = seen
        }
        let draft: RequestDraft
        switch try RequestDraft.sealed(ask, as: id, to: seeker, concerned, in: agency, with: keys) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let sealed): draft = sealed
        }
        return try await act(ofAskingIn: agency) { transaction, now in
            if isRepeatable, try transaction.request(agency: agency.id, receipt: seeker.id) != nil {
                return .done(.unchanged)
            }
            // Whatever makes somebody one of the team, or takes them off it, stands in the chain.
            guard try transaction.auditHead(of: agency.id).sequence == first.seenAt else { return .nothing }
            try begin(draft, first, in: agency, at: now, transaction)
            return .done(.request)
        }
    }

    /// Whom a request is offered first that is about to be stored, as things are.
    private func firstMove(
        of request: String, waves: [String: Stage], in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> FirstMove {
        let around = try askingAround(for: agency.packHash, in: agency, at: now, transaction)
        let reach = try transaction.reach(of: request, waves: waves, around)
        let escalation = around.policy.escalation
        return FirstMove(
            asking: around.asking, move: escalation.move(from: nil, reaching: reach),
            notices: escalation.noticesOfRequest(isBusinessHours: reach.isBusinessHours),
            seenAt: try transaction.auditHead(of: agency.id).sequence)
    }

    /// Stores the request and asks the first.
    private func begin(
        _ draft: RequestDraft, _ first: FirstMove, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let around = AskingAround(agency: agency, asking: first.asking, now: now, keys: keys, carried: carried)
        let offering = RandomId().text
        try transaction.insert(
            draft.row(
                in: agency,
                standing: .offered(
                    first.move.stage, until: now.adding(seconds: first.move.wait), offering: offering)))
        try transaction.requestRoutes.insert(draft.copies, request: draft.id.text, agency: agency.id)
        try transaction.announce(first.move, of: draft.id.text, offering: offering, around)
        for notice in first.notices { try transaction.raise(notice, in: agency, at: now) }
    }
}

/// More often within milliseconds it does not.
private let timesTheTeamMayChange = 5

/// What becomes of a request first, and how long the agency's chain was when that was decided.
private struct FirstMove: Sendable {
    let asking: AskingNow
    let move: EscalationMove
    let notices: [NewNotice]
    let seenAt: Int64
}

/// Everything of a new request, sealed.
private struct RequestDraft: Sendable {
    let id: RandomId
    let receipt: [UInt8]
    let seekerCopy: [UInt8]
    let card: [UInt8]
    let words: [UInt8]
    let record: [UInt8]
    let copies: [RequestCopy]

    static func sealed(
        _ ask: Ask, as id: RandomId, to seeker: SeekerKey, _ concerned: Concerned, in agency: Agency,
        with server: ServerKeys
    ) throws -> Result<RequestDraft, Refusal> {
        let card = try OfferCard(ask, isInquiry: agency.policy.isInquiry(ask.origin)).sealable
        let (words, record) = (try SeekerWords(ask).sealable, try concerned.record.sealable)
        guard record.count <= RequestPart.course.mostBytes else {
            return .failure(Refusal("That leaves out more people than can be kept.", field: "unwanted"))
        }
        guard words.count <= RequestPart.words.mostBytes else {
            return .failure(Refusal("Words: this is too long.", field: "words"))
        }
        let key = RequestKey()
        return .success(
            RequestDraft(
                id: id, receipt: seeker.id,
                seekerCopy: try key.sealed(to: seeker.publicKey, request: id, holder: RequestKey.seeker),
                card: try key.seal(card, as: .card, request: id),
                words: try key.seal(words, as: .words, request: id),
                record: try key.seal(record, as: .course, request: id),
                copies: try concerned.team.copies(
                    of: key, request: id, waves: concerned.waves, besides: concerned.tied, with: server)))
    }

    func row(in agency: Agency, standing: RequestStanding) -> RequestRow {
        RequestRow(
            id: id.text, agency: agency.id, pack: agency.packHash, receipt: receipt, seekerCopy: seekerCopy,
            card: card, words: words, record: record, standing: standing)
    }
}

/// Whom an ask concerns.
private struct Concerned: Sendable {
    let team: RequestTeam
    let record: RequestRecord
    /// Who of the team is offered it, and with which stage.
    let waves: [String: Stage]
    /// Whom the incident that it has to do with keeps from it.
    let tied: Set<String>
}

extension Transaction {
    /// Looks up the people an ask names, and who of the team is offered it. What it names and nobody knows is refused: a slip of the pen must not bring the
    /// request to whom the seeker wanted to avoid.
    fileprivate func whom(
        _ ask: Ask, concerns agency: Agency, besides tied: Set<String>, on today: Day, at now: Instant,
        vouchedWith key: VouchingKey
    ) throws -> Result<Concerned, Refusal> {
        let team = try requestTeam(of: agency.policy, agency: agency.id, on: today, vouchedWith: key)
        if team.isEmpty { return .failure(.nobodyTakesRequests) }
        let known = Set((team.supporters + team.lastResort.values.flatMap { $0 }).map(\.account)).union(team.leftOut)
        let directory = try ask.unwanted.namesGroups ? unitsAndRanks(agency: agency.id) : (units: [], ranks: [])
        let person = try ask.unwanted.chainNumber.flatMap { try personID(agency: agency.id, employeeNumber: $0) }
        let named = NamedPeople(
            accounts: known, units: directory.units, ranks: directory.ranks, isChainKnown: person != nil)
        if let refusal = ask.unwanted.mayName(named) { return .failure(refusal) }
        let chain = try person.map { try chainOfCommand(of: $0, agency: agency.id) } ?? []
        let everybody = team.supporters + team.lastResort.values.flatMap { $0 }
        var record = agency.policy.requests.record(
            of: ask, among: everybody.map { $0.candidate(chain: chain) }, on: today)
        record.beginsWaiting(ask, at: now, in: agency.calendar, under: agency.policy)
        // Whoever was part of the incident is among them: a refusal, or another way of asking around, would tell anybody who was.
        let waves = team.waves(under: agency.policy, wanted: ask.wanted, record: record)
        if let refusal = ask.mayChoose(from: waves) { return .failure(refusal) }
        if waves.isEmpty { return .failure(ask.unwanted.isEmpty ? .nobodyTakesRequests : .everybodyLeftOut) }
        return .success(Concerned(team: team, record: record, waves: waves, tied: tied))
    }
}

extension Refusal {
    /// Too many ask for support, or show a receipt. What they typed comes back.
    package static let manyAsking = Refusal(
        "Very many people are here just now. Please send it again in a moment; nothing is lost.")
}
