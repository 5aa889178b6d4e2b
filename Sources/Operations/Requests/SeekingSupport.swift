import Program
import Sealing
import Store

extension Programmes {
    /// Asks for support. What was written is sealed before anything is stored; the receipt is its only key besides the
    /// supporters', and is kept nowhere.
    ///
    /// - Parameter once: what marks this sending; the same again is the same request, with the same receipt.
    package func ask(_ ask: Ask, in agency: Agency, once: OnceKey? = nil) async throws -> Result<Receipt, Refusal> {
        if let refusal = agency.policy.mayAsk(ask) { return .failure(refusal) }
        // Whoever tries numbers of the directory out waits behind themselves.
        let asked = try await asking.run(for: client) { try await askInTurn(ask, in: agency, once: once) }
        return asked ?? .failure(.manyAsking)
    }

    private func askInTurn(_ ask: Ask, in agency: Agency, once: OnceKey?) async throws -> Result<Receipt, Refusal> {
        let receipt = once.map { Receipt(ofSending: $0.bytes, in: agency.id, with: keys) } ?? Receipt()
        let seeker = try SeekerKey(of: receipt, with: keys)
        let now = clock()
        let today = try agency.day(at: now)
        if let refusal = agency.policy.mayName(ask.incident, on: today) { return .failure(refusal) }
        let found = try await database.read { transaction in
            try transaction.whom(
                ask, concerns: agency, besides: try barred(by: ask.incident, in: agency, transaction), on: today,
                vouchedWith: keys.vouching)
        }
        let draft: RequestDraft
        switch found {
        case .failure(let refusal): return .failure(refusal)
        case .success(let concerned):
            switch try RequestDraft.sealed(ask, to: seeker, concerned, in: agency) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let sealed): draft = sealed
            }
        }
        return try await act(ofAskingIn: agency) { transaction, now in
            if once != nil, try transaction.request(agency: agency.id, receipt: seeker.id) != nil {
                return .done(receipt, .unchanged)
            }
            try begin(draft, in: agency, at: now, transaction)
            return .done(receipt, .request)
        }.whileAllowed()
    }

    /// Stores the request and asks the first.
    private func begin(_ draft: RequestDraft, in agency: Agency, at now: Instant, _ transaction: any Transaction) throws
    {
        let around = try askingAround(for: agency.packHash, in: agency, at: now, transaction)
        let waves = draft.copies.waves
        let reach = try transaction.reach(of: draft.id.text, waves: waves, around)
        let move = agency.policy.escalation.move(from: nil, reaching: reach)
        let offering = RandomId().text
        try transaction.insert(
            draft.row(
                in: agency,
                standing: .offered(move.stage, until: now.adding(seconds: move.wait), offering: offering)))
        try transaction.requestRoutes.insert(draft.copies, request: draft.id.text, agency: agency.id)
        try transaction.announce(move, of: draft.id.text, offering: offering, around)
        for notice in around.policy.escalation.noticesOfRequest(isBusinessHours: reach.isBusinessHours) {
            try transaction.raise(notice, in: agency, at: now)
        }
    }
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
        _ ask: Ask, to seeker: SeekerKey, _ concerned: Concerned, in agency: Agency
    ) throws -> Result<RequestDraft, Refusal> {
        let card = OfferCard(ask, isInquiry: agency.policy.isInquiry(ask.origin))
        let words = SeekerWords(ask)
        guard try concerned.record.sealable.count <= RequestPart.course.mostBytes else {
            return .failure(Refusal("That leaves out more people than can be kept.", field: "unwanted"))
        }
        guard try words.sealable.count <= RequestPart.words.mostBytes else {
            return .failure(Refusal("Words: this is too long.", field: "words"))
        }
        let askable = concerned.team.waves(
            under: agency.policy, wanted: ask.wanted, record: concerned.record, besides: [])
        if let refusal = ask.mayChoose(from: askable) { return .failure(refusal) }
        // Whoever was part of the incident is left out without a word: a refusal would tell anybody who was.
        let waves = askable.filter { !concerned.tied.contains($0.key) }
        let (id, key) = (RandomId(), RequestKey())
        return .success(
            RequestDraft(
                id: id, receipt: seeker.id,
                seekerCopy: try key.sealed(to: seeker.publicKey, request: id, holder: RequestKey.seeker),
                card: try key.seal(card, as: .card, request: id),
                words: try key.seal(words, as: .words, request: id),
                record: try key.seal(concerned.record, as: .course, request: id),
                copies: try concerned.team.copies(of: key, request: id, waves: waves)))
    }

    func row(in agency: Agency, standing: RequestStanding) -> RequestRow {
        RequestRow(
            id: id.text, agency: agency.id, pack: agency.packHash, receipt: receipt, seekerCopy: seekerCopy,
            card: card, words: words, record: record, standing: standing)
    }
}

/// Whom an ask concerns: the team, and who of it must not be asked.
private struct Concerned: Sendable {
    let team: RequestTeam
    let record: RequestRecord
    /// Whom the incident that it has to do with keeps from it.
    let tied: Set<String>
}

extension Transaction {
    /// Looks up the people an ask names. What it names and nobody knows is refused: a slip of the pen must not bring the
    /// request to whom the seeker wanted to avoid.
    fileprivate func whom(
        _ ask: Ask, concerns agency: Agency, besides tied: Set<String>, on today: Day, vouchedWith key: VouchingKey
    ) throws -> Result<Concerned, Refusal> {
        let team = try requestTeam(of: agency.policy, agency: agency.id, on: today, vouchedWith: key)
        let known = Set((team.supporters + team.lastResort.values.flatMap { $0 }).map(\.account)).union(team.leftOut)
        let directory = try ask.unwanted.namesGroups ? unitsAndRanks(agency: agency.id) : (units: [], ranks: [])
        let person = try ask.unwanted.chainNumber.flatMap { try personID(agency: agency.id, employeeNumber: $0) }
        let named = NamedPeople(
            accounts: known, units: directory.units, ranks: directory.ranks, isChainKnown: person != nil)
        if let refusal = ask.unwanted.mayName(named) { return .failure(refusal) }
        let chain = try person.map { try chainOfCommand(of: $0, agency: agency.id) } ?? []
        let everybody = team.supporters + team.lastResort.values.flatMap { $0 }
        let record = agency.policy.requests.record(of: ask, among: everybody.map { $0.candidate(chain: chain) })
        return .success(Concerned(team: team, record: record, tied: tied))
    }
}

extension Refusal {
    /// Too many ask for support, or show a receipt. What they typed comes back.
    package static let manyAsking = Refusal(
        "Very many people are here just now. Please send it again in a moment; nothing is lost.")
}
