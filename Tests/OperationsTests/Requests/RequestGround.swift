import Operations
import Program
import Sealing
import Store
import Testing

/// An agency with three supporters, a coordinator, and a seeker without any account. The clock stands at nine on a Friday.
struct RequestGround: Sendable {
    let ground: Ground
    let ana: Staff
    let ben: Staff
    let cleo: Staff
    let coordinator: Staff

    init(_ engine: Engine, pack: String = "sacramento-probation", on day: String = "2026-11-20") async throws {
        ground = try await Ground(engine, pack: pack, on: day)
        coordinator = try await ground.member("coordinator", roles: "coordinator")
        ana = try await ground.member("ana", roles: "supporter")
        ben = try await ground.member("ben", roles: "supporter")
        cleo = try await ground.member("cleo", roles: "supporter")
    }

    var programmes: Programmes { ground.programmes }
    var agency: Agency { ground.agency }
    var team: [Staff] { [ana, ben, cleo] }
    var now: Instant { ground.clock.now }

    /// Nothing but what is needed, and a message box to be reached by.
    static func ask(_ change: (inout Ask) -> Void = { _ in }) -> Ask {
        var ask = Ask(origin: .oneself, standing: .employee, way: .message, words: "Could somebody talk with me?")
        change(&ask)
        return ask
    }

    @discardableResult
    func asked(_ change: (inout Ask) -> Void = { _ in }) async throws -> Receipt {
        try await programmes.ask(Self.ask(change), in: agency).get()
    }

    /// A seeker who has asked, and come back with the receipt.
    func seeker(_ change: (inout Ask) -> Void = { _ in }) async throws -> SeekerPass {
        try await pass(try await asked(change))
    }

    func pass(_ receipt: Receipt) async throws -> SeekerPass {
        let opening = try await programmes.seeker(receipt, in: agency)
        guard case .opened(let pass) = opening else { throw NotOpened() }
        return pass
    }

    struct NotOpened: Error {}

    func view(_ seeker: SeekerPass) async throws -> SeekerView {
        try #require(try await programmes.request(of: seeker, in: agency))
    }

    /// The only offer of a supporter.
    func offer(_ staff: Staff) async throws -> Offer {
        let offers = try await programmes.offers(for: staff)
        #expect(offers.count == 1)
        return try #require(offers.first)
    }

    @discardableResult
    func accepted(by staff: Staff, _ attestation: Attestation = Attestation()) async throws -> Acceptance {
        let id = try await offer(staff).id
        return try #require(try await programmes.accept(id, attestation, by: staff)).get()
    }

    /// The supporter accepts, advises, and has been in touch.
    @discardableResult
    func begun(by staff: Staff) async throws -> String {
        let id = try await accepted(by: staff).id
        try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: staff)).get()
        try #require(try await programmes.madeContact(id, by: staff)).get()
        return id
    }

    /// The clock goes on, and the request with it.
    func pass(minutes: Int64) async throws {
        ground.clock.move(seconds: minutes * 60)
        try await programmes.advanceRequests()
        try await programmes.tellReminders()
        try await programmes.endConsultations()
    }

    /// Who is offered a request now, by login.
    func offered(_ staff: [Staff]? = nil) async throws -> [String] {
        var logins: [String] = []
        for staff in staff ?? team where try await !programmes.offers(for: staff).isEmpty { logins.append(staff.login) }
        return logins
    }

    /// The accounts that can open a request now, by the copies of its key.
    func holders() async throws -> Set<String> {
        try await ground.database.read { transaction in
            Set(
                try transaction.rows(
                    "SELECT account FROM request_copy UNION SELECT account FROM request_consultation WHERE sealed IS NOT NULL"
                ).map { try $0.text("account") })
        }
    }

    func requestCount() async throws -> Int { try await ground.database.integer("SELECT count(*) FROM request") }

    /// The kinds of open notices to a role, as its holder reads them.
    func notices(_ kind: NoticeKind) async throws -> Int {
        try await ground.database.integer("SELECT count(*) FROM notice WHERE kind = \(kind.rawValue)")
    }
}

extension Result where Failure == Refusal {
    /// Everything a refusal says, and under which clauses; nothing where there is none.
    var refusal: Refusal? {
        switch self {
        case .success: nil
        case .failure(let refusal): refusal
        }
    }
}

extension Refusal {
    var clauses: Set<String> { Set(problems.flatMap(\.clauses).map(\.text)) }
}
