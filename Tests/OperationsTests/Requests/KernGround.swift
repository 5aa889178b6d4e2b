import Operations
import Program
import Sealing
import Store
import Testing

/// Kern County's team: three members who opened every hour, a leader, the coordinator and the chief deputy.
struct KernGround: Sendable {
    let field: RequestGround
    let leader: Staff
    let chief: Staff

    init(_ engine: Engine) async throws {
        field = try await RequestGround(engine, pack: "kern-sheriff")
        leader = try await field.ground.member("leader", roles: "leader")
        chief = try await field.ground.member("chief", roles: "chief-deputy")
        let hours = try #require(WeeklyHours(.everyDay, from: 0, until: 0))
        for member in field.team { _ = try await field.programmes.openHours(hours, .offDuty, by: member).get() }
    }

    var ground: Ground { field.ground }
    var programmes: Programmes { field.programmes }
    var agency: Agency { field.agency }
    var coordinator: Staff { field.coordinator }

    static let kind = "disturbing-event"

    func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// An incident of that day with those involved.
    @discardableResult
    func incident(on text: String, involving members: Staff...) async throws -> String {
        let recorded = try await programmes.recordIncident(kind: Self.kind, on: try day(text), by: coordinator)
        let id = try #require(recorded).get()
        for member in members {
            try #require(try await programmes.mark(member.account, as: .participant, in: id, by: coordinator)).get()
        }
        return id
    }

    /// The ids of what is offered to a member, without looking through their list.
    func heldOffers(_ staff: Staff) async throws -> [String] {
        try await ground.database.read { transaction in
            try transaction.requestRoutes.heldRequests(by: staff.account, agency: staff.agency.id).map(\.request.id)
        }
    }

    func suspend(_ staff: Staff) async throws {
        try #require(try await programmes.suspend(staff.account, by: coordinator)).get()
    }

    /// The chief deputy's notice.
    func asked() async throws -> ReceivedNotice {
        let open = try await programmes.notices(for: chief).open.filter { $0.notice.kind == .suspension }
        #expect(open.count == 1)
        return try #require(open.first)
    }

    func decide(_ decision: SuspensionDecision) async throws {
        let notice = try await asked().notice.id
        try #require(try await programmes.decideSuspension(notice, decision, by: chief)).get()
    }
}
