import Foundation
import Program
import Testing
import Web
import WebSupport

// What people do with the call-out lists, as steps of a test.
extension DemoTown {
    func account(of role: String) throws -> JSON { .string(try member(role).account) }

    /// A member of the team besides the one the town begins with.
    func teamMember(_ login: String, by keeper: Client) async throws -> Client {
        try await newcomer(
            login, named: "Name of \(login)", as: agency.role(with: .keepStatSheet), since: "2026-01-01", by: keeper)
    }
}

extension Client {
    /// The id of one's own account.
    func ownAccount(in town: DemoTown, by keeper: Client) async throws -> JSON {
        let login = try await read("/api/v1/account").text("login")
        let accounts = try await keeper.read("/api/v1/accounts")["accounts"]?.array ?? []
        return .string(try #require(accounts.first { $0.text("login") == login }).text("id"))
    }

    /// Puts members on a list in turns of a week, handed over on Mondays at eight.
    @discardableResult
    func rotate(
        _ members: [JSON], on list: String = "supporters", named name: String = "Calls", shifts: [JSON] = []
    ) async throws -> String {
        let reply = try await api(
            .post, "/api/v1/roster/lists/\(list)/rotations",
            [
                "name": .string(name), "members": .array(members), "startsOn": "2026-03-02", "handOver": "08:00",
                "weeks": 1,
                "shifts": .array(shifts),
            ])
        try #require(reply.status == 201, "\(reply)")
        return try #require(reply.json?.text("id"))
    }

    /// The list as its keeper reads it.
    func list(_ name: String = "supporters") async throws -> RosterReading {
        try RosterReading(try await read("/api/v1/roster/lists/\(name)"))
    }
}

/// A call-out list as the programming interface gives it.
struct RosterReading {
    struct Span {
        let from: Date
        let until: Date
        let onCall: [JSON]
        let isGap: Bool
    }

    let spans: [Span]
    let gaps: [JSON]
    let onCallNow: [JSON]

    init(_ json: JSON) throws {
        spans = try #require(json["coverage"]?.array).map { span in
            Span(
                from: try Date(span.text("from"), strategy: .iso8601),
                until: try Date(span.text("until"), strategy: .iso8601), onCall: span["onCall"]?.array ?? [],
                isGap: span["gap"] == .boolean(true))
        }
        gaps = json["gaps"]?.array ?? []
        onCallNow = (json["onCall"]?.array ?? []).compactMap { $0["account"] }
    }

    /// Whether every hour of four weeks has somebody on call, one span after the other without a break.
    var coversEveryHour: Bool {
        let isWhole = zip(spans, spans.dropFirst()).allSatisfy { $0.until == $1.from }
        guard isWhole, let first = spans.first, let last = spans.last else { return false }
        return last.until.timeIntervalSince(first.from) == 28 * 86_400
            && spans.allSatisfy { !$0.onCall.isEmpty && !$0.isGap }
    }

    /// Who is on call at that moment, such as `2026-11-01T08:30:00Z`.
    func onCall(at moment: String) throws -> [JSON] {
        let date = try Date(moment, strategy: .iso8601)
        return spans.first { $0.from <= date && date < $0.until }?.onCall ?? []
    }
}
