import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Walks of acts by chance, after each of which exactly the right people can open each request.
@Suite struct RequestWalkTests {
    @Test(arguments: engines, 1...4 as ClosedRange<UInt64>)
    func copiesAreWhereTheyBelong(_ engine: Engine, _ seed: UInt64) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        var walk = RequestWalk(field: field, seed: seed)
        for _ in 0..<120 {
            try await walk.step()
            try await walk.check()
        }
        // A walk that never came anywhere would show nothing.
        #expect(walk.accepted > 3 && walk.released + walk.closed > 0)
        for receipt in walk.receipts {
            let view = try await field.view(try await field.pass(receipt))
            #expect(view.words.words == RequestGround.ask().words)
        }
    }
}

/// One walk: supporters, seekers and the clock act as they may, in any order.
private struct RequestWalk {
    let field: RequestGround
    var random: SeededRandom
    var receipts: [Receipt] = []
    var seekers: [SeekerPass] = []
    /// Who must never hold a copy of a request again, by request.
    var barred: [String: Set<String>] = [:]
    var accepted = 0
    var released = 0
    var closed = 0

    init(field: RequestGround, seed: UInt64) {
        self.field = field
        random = SeededRandom(seed: seed)
    }

    mutating func step() async throws {
        let staff = try #require(field.team.randomElement(using: &random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: if seekers.count < 5 { try await ask() }
        case 1...4: try await answerOffer(staff)
        case 5...8: try await support(staff)
        case 9, 10: try await seek()
        default:
            field.ground.clock.move(seconds: Int64.random(in: 60...4000, using: &random))
            try await field.programmes.advanceRequests()
            try await field.programmes.tellReminders()
            try await field.programmes.endConsultations()
        }
    }

    private mutating func ask() async throws {
        let unwanted = field.team.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }.map(\.account)
        let wanted = field.team.map(\.account).filter { !unwanted.contains($0) }.randomElement(using: &random)
        let isWanted = Bool.random(using: &random)
        let receipt = try await field.asked {
            $0.unwanted.accounts = unwanted
            $0.wanted = isWanted ? wanted.map { [$0] } ?? [] : []
        }
        let pass = try await field.pass(receipt)
        receipts.append(receipt)
        seekers.append(pass)
        barred[try await id(of: pass)] = Set(unwanted)
    }

    private mutating func answerOffer(_ staff: Staff) async throws {
        guard let offer = try await field.programmes.offers(for: staff).randomElement(using: &random) else { return }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            try #require(try await field.programmes.pass(offer.id, telling: false, by: staff)).get()
            barred[offer.id]?.insert(staff.account)
        case 1:
            let answer = try await field.programmes.accept(
                offer.id, Attestation(ties: [.relationship]), by: staff)
            #expect(try #require(answer).refusal != nil)
            barred[offer.id]?.insert(staff.account)
        default:
            _ = try #require(try await field.programmes.accept(offer.id, Attestation(), by: staff)).get()
            accepted += 1
        }
    }

    private mutating func support(_ staff: Staff) async throws {
        let programmes = field.programmes
        guard let request = try await programmes.requests(of: staff).randomElement(using: &random) else { return }
        let id = request.id
        let colleagues = try #require(try await programmes.colleagues(for: id, by: staff))
        let colleague = colleagues.randomElement(using: &random)?.account
        switch Int.random(in: 0..<9, using: &random) {
        case 0...3:
            try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: staff)).get()
            try #require(try await programmes.madeContact(id, by: staff)).get()
        case 4: _ = try await programmes.write("Hello", on: id, by: staff)
        case 5:
            try #require(
                try await programmes.handOff(id, for: "rapport", seekerWasAsked: true, to: colleague, by: staff)
            ).get()
            barred[id]?.insert(staff.account)
            released += 1
        case 6, 7:
            guard let colleague else { return }
            _ = try #require(
                try await programmes.consult(id, .anotherSupporter, account: colleague, by: staff))
        default:
            try #require(try await programmes.closeRequest(id, by: staff)).get()
            closed += 1
        }
    }

    private mutating func seek() async throws {
        guard let seeker = seekers.randomElement(using: &random) else { return }
        let programmes = field.programmes
        let view = try await field.view(seeker)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: _ = try await programmes.write("Hello", by: seeker, in: field.agency)
        case 1:
            let isUnwanted = Bool.random(using: &random)
            let answer = try await programmes.changeSupporter(unwanted: isUnwanted, by: seeker, in: field.agency)
            #expect((try #require(answer).refusal == nil) == (view.status == .accepted))
            if isUnwanted, view.status == .accepted, let supporter = view.supporter {
                barred[try await id(of: seeker)]?.insert(supporter.account)
            }
        case 2:
            guard let consultation = view.consultations.first else { return }
            try #require(
                try await programmes.endConsultation(consultation.id, by: seeker, in: field.agency)
            ).get()
        case 3:
            try #require(try await programmes.endRequest(by: seeker, in: field.agency)).get()
        default:
            try #require(try await programmes.reopen(by: seeker, in: field.agency)).get()
        }
    }

    private func id(of seeker: SeekerPass) async throws -> String {
        try await field.ground.database.read { [field] transaction in
            try #require(try transaction.request(agency: field.agency.id, receipt: seeker.key.id)).id
        }
    }

    /// Exactly the supporter and the consulted hold copies once somebody has it, nobody once it is closed, and while it is
    /// offered never whoever must not have it.
    func check() async throws {
        let barred = barred
        try await field.ground.database.read { transaction in
            for (id, unwanted) in barred {
                let row = try #require(try transaction.request(id: id))
                let copies = Set(try transaction.requestRoutes.copies(of: id).map(\.account))
                let reserves = Set(try transaction.requestRoutes.reserves(of: id).map(\.account))
                let consulted = Set(
                    try transaction.requestRoutes.consultations(on: id, at: Instant(milliseconds: 0)).map(\.account))
                #expect(copies.isDisjoint(with: unwanted) && reserves.isDisjoint(with: unwanted))
                #expect(consulted.isDisjoint(with: unwanted))
                switch row.standing {
                case .offered: #expect(reserves.isEmpty && consulted.isEmpty)
                case .accepted(let supporter, let due):
                    #expect(copies == [supporter])
                    #expect(due != nil || reserves.isEmpty)
                    #expect(!reserves.contains(supporter) && !consulted.contains(supporter))
                case .closed: #expect(copies.isEmpty && reserves.isEmpty && consulted.isEmpty)
                }
            }
        }
    }
}
