import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

extension DemoTown {
    /// A town on that pack.
    static func on(_ pack: String) async throws -> DemoTown {
        try await start(pack: pack)
    }

    /// Lets it be that moment, such as `2026-03-11T06:59:59Z`.
    func turn(to moment: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        clock.set(Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000))
    }

    /// The roles of the agency, each of which somebody holds.
    var roles: [String] { agency.policy.roles.map(\.id.text) }

    /// The account of a role.
    func member(_ role: String) throws -> DemoAgency.Member { try #require(agency.members[role]) }

    /// Somebody new: the keeper of the accounts makes the account and gives the role, its owner chooses a passphrase and signs
    /// in.
    func newcomer(
        _ login: String, named name: String, as role: String, since day: String, by keeper: Client
    ) async throws -> Client {
        var asked: [String: JSON] = ["login": .string(login), "name": .string(name)]
        if agency.policy.supporterRoles.contains(where: { $0.id.text == role }) {
            asked["employeeNumber"] = .string(
                try await programmes.database.employ(login, agency: agency.agency.id))
        }
        let made = try await keeper.api(.post, "/api/v1/accounts", .object(asked))
        let account = try #require(made.json?.text("id"))
        let given = try await keeper.api(
            .post, "/api/v1/accounts/\(account)/roles", ["role": .string(role), "startsOn": .string(day)])
        try #require(given.status == 201, "\(given)")
        _ = try await visitor().post(
            "/agencies/\(agency.slug)/enrolment",
            [
                "login": login, "code": made.json?.text("enrolmentCode") ?? "", "passphrase": DemoAgency.passphrase,
                "again": DemoAgency.passphrase,
            ])
        return try await signedIn(login)
    }
}

extension DemoTown {
    /// The agency's supporter and two more of the team: a month has three sheets, so that it is told by itself.
    func threeSupporters() async throws -> [Client] {
        let keeper = try await signedIn(agency.role(with: .manageAccounts))
        var three = [try await signedIn("supporter")]
        for name in ["second", "third"] {
            three.append(
                try await newcomer(
                    "\(name).supporter", named: "\(name.capitalized) Supporter", as: "supporter",
                    since: "2026-01-01", by: keeper))
        }
        return three
    }

    /// Publishes every month of 2026 after that one, in which nothing was counted, and then the release of the year.
    func publishYear(after month: Int) async throws {
        let publisher = try agency.role(with: .publishSummary)
        for number in month + 1...12 {
            let next = try #require(Month(year: 2026, number: number)?.next)
            try turn(to: "\(next.text)-20T18:00:00Z")
            try await signedIn(publisher).publish(next.previous.text)
        }
        let published = try await signedIn(publisher).post("/figures/year/2026/publication")
        try #require(published.status == 303, "\(published)")
    }
}

extension Client {
    /// The page at that address.
    func page(_ path: String) async throws -> Page {
        let reply = try await get(path)
        try #require(reply.status == 200, "\(path): \(reply)")
        return try Page(reply)
    }

    /// What the programming interface has at that address.
    func read(_ path: String) async throws -> JSON {
        let reply = try await api(.get, path)
        try #require(reply.status == 200, "\(path): \(reply)")
        // Its own description nests deeper than the server takes from anybody.
        return try JSONDecoder().decode(JSON.self, from: Data(reply.body))
    }

    /// Counts that many equal contacts in the own sheet of the month, and gives the id of the last.
    @discardableResult
    func count(_ contact: JSON, times: Int = 1, in month: String) async throws -> String {
        var id = ""
        for _ in 0..<times {
            let reply = try await api(.post, "/api/v1/sheets/\(month)/contacts", contact)
            try #require(reply.status == 201, "\(reply)")
            id = try #require(reply.json?.text("id"))
        }
        return id
    }

    func submit(_ month: String) async throws {
        let reply = try await api(.post, "/api/v1/sheets/\(month)/submission")
        try #require(reply.status == 201, "\(reply)")
    }

    func publish(_ month: String) async throws {
        let reply = try await post("/figures/summary/\(month)/publication")
        try #require(reply.status == 303, "\(reply)")
    }
}

extension Reply {
    /// Whether it is what an unknown address gives the same person, to the byte.
    func isNothing(for client: Client, api: Bool = false) async throws -> Bool {
        self == (api ? try await client.api(.get, "/api/v1/no-such-thing") : try await client.get("/no-such-thing"))
    }

    /// What was wrong with what was sent, by field.
    var problems: [String: JSON] {
        let problems = json?["problems"]?.array ?? []
        return Dictionary(problems.map { ($0.text("field"), $0) }) { first, _ in first }
    }
}
