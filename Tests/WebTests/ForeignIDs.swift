import Operations
import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

/// A town in which somebody at the first agency has asked, a supporter has the request, consults and has told what must be told;
/// and the same elsewhere. Each thing's id by the name it has in addresses.
struct ForeignIDs {
    let town: DemoTown
    let own: Things
    let foreign: Things
    /// By role, of the first agency.
    let clients: [String: Client]

    struct Things {
        /// Taken by the supporter.
        let request: String
        /// Everything with an id that came of it, by the name in addresses.
        let ids: [String: String]
    }

    /// What the seeker wrote and gave.
    static let words = ["mulberry", "Quillon", "555-0188", "sandpiper", "lanternfish"]

    static func layOut(pack: String, beside other: String) async throws -> ForeignIDs {
        let town = try await DemoTown.start(packs: [pack, other])
        let own = try await begin(at: town.agency(pack), in: town)
        let foreign = try await begin(at: town.agency(other), in: town)
        var clients: [String: Client] = [:]
        for role in town.agency.policy.roles {
            clients[role.id.text] = try await town.signedIn(role.id.text, at: pack)
        }
        return ForeignIDs(town: town, own: own, foreign: foreign, clients: clients)
    }

    private static func begin(at agency: DemoAgency, in town: DemoTown) async throws -> Things {
        let supporter = try await town.signedIn("supporter", at: agency.slug)
        let session = try #require(supporter.session.flatMap { SessionKey(token: $0) })
        let staff = try #require(try await town.programmes.staff(session: session))
        let hours = try #require(WeeklyHours(.everyDay, from: 0, until: 0))
        _ = try await town.programmes.openHours(hours, .onDuty, by: staff).get()
        let seeker = try await town.seeker(at: agency) {
            $0.words = Self.words[0]
            $0.name = Self.words[1]
            $0.number = Self.words[2]
        }
        let offers = try await supporter.api(.get, "/api/v1/offers")
        let request = try #require(offers.json?["offers"]?.array?.first?["id"]?.string)
        let chain: [String: JSON] = agency.policy.requests.chainOfCommand == nil ? [:] : ["isInChainOfCommand": false]
        let place = "/api/v1/requests/\(request)"
        let acts: [(String, JSON)] = [
            ("/api/v1/offers/\(request)/acceptance", .object(chain.merging(["ties": []]) { $1 })),
            ("\(place)/advisement", [:]), ("\(place)/messages", ["text": .string(Self.words[3])]),
            ("\(place)/reminders", ["day": "2026-03-20", "kind": "followUp"]),
        ]
        for (path, body) in acts {
            let reply = try await supporter.api(.post, path, body)
            guard (200..<300).contains(reply.status) else { throw NotBegun(path: path, reply: reply) }
        }
        let written = try await seeker.api(.post, "/api/v1/support/messages", ["text": .string(Self.words[4])])
        guard written.status == 204 else { throw NotBegun(path: "support/messages", reply: written) }
        try await more(at: agency, in: town, supporter, place)
        return Things(request: request, ids: try await ids(in: town, of: agency.agency.id, request: request))
    }

    struct NotBegun: Error {
        let path: String
        let reply: Reply
    }

    /// What not every pack has: a consultation, a disclosure with its notices, a call-out.
    private static func more(
        at agency: DemoAgency, in town: DemoTown, _ supporter: Client, _ place: String
    ) async throws {
        for rule in agency.policy.requests.consultations {
            guard case .role(let role) = rule.with, let account = agency.members[role.text]?.account else { continue }
            let body: JSON = ["consulted": .string(role.text), "account": .string(account)]
            _ = try await supporter.api(.post, "\(place)/consultations", body)
        }
        // Whoever must step back has no request any more.
        let exceptions = agency.policy.confidentiality.exceptions.filter { !$0.replacesSupporter }
        for exception in exceptions.prefix(2) {
            _ = try await supporter.api(.post, "/api/v1/disclosures", ["exception": .string(exception.id)])
        }
        if let role = agency.policy.roles(with: .callOut).first {
            _ = try await town.signedIn(role.id.text, at: agency.slug).api(.post, "/api/v1/call-outs", [:])
        }
    }

    private static func ids(in town: DemoTown, of agency: String, request: String) async throws -> [String: String] {
        let found = try await town.programmes.database.read { transaction in
            [
                "notice": try transaction.rows("SELECT id FROM notice WHERE agency = \(agency)").map {
                    try $0.text("id")
                },
                "disclosure": try transaction.rows("SELECT id FROM disclosure WHERE agency = \(agency)").map {
                    try $0.text("id")
                },
                "consultation": try transaction.rows("SELECT id FROM request_consultation WHERE agency = \(agency)").map
                {
                    try $0.text("id")
                },
                "reminder": try transaction.rows("SELECT id FROM request_reminder WHERE request = \(request)").map {
                    try $0.text("id")
                },
                "callOut": try transaction.rows("SELECT id FROM call_out WHERE agency = \(agency)").map {
                    try $0.text("id")
                },
            ]
        }
        return found.compactMapValues { ids in ids.first }.merging(["request": request]) { $1 }
    }
}
