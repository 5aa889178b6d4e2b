import Operations
import Program
import Store
import Testing
import Web
import WebSupport

extension DemoTown {
    private var ask: String { "/agencies/\(agency.slug)/ask" }

    /// The form that asks for support.
    func askForm() async throws -> PageForm {
        try #require(try await visitor().page(ask).forms.first { $0.action == ask })
    }

    /// Sends the form, with the limits read, as somebody without any account; the page of the receipt where it was taken.
    func asks(_ fields: KeyValuePairs<String, String>) async throws -> Reply {
        // Where the form asks for whom, it comes with "For myself" chosen.
        let isAsked = agency.policy.requests.origins.count { $0.handling != .refused } > 1
        let isSaid = fields.contains { $0.key == "origin" }
        let preset = [("advisementRead", "yes")] + (isAsked && !isSaid ? [("origin", "oneself")] : [])
        let visitor = visitor()
        let reply = try await visitor.post(ask, preset + fields.map { ($0.key, $0.value) }, token: nil)
        guard reply.status == 303, let location = reply.location else { return reply }
        return try await visitor.get(location)
    }

    /// Somebody who has asked so, and shown the receipt.
    func seeker(_ fields: KeyValuePairs<String, String>) async throws -> Client {
        let reply = try await asks(fields)
        try #require(reply.status == 200, "\(reply)")
        let receipt = try #require(try Page(reply).forms.compactMap { $0.values(of: "receipt").first }.first)
        let client = visitor()
        let shown = try await client.post("/agencies/\(agency.slug)/receipt", ["receipt": receipt])
        try #require(shown.status == 303, "\(shown)")
        return client
    }

    /// How many requests there are.
    func requestCount() async throws -> Int {
        try await programmes.database.read { transaction in
            try #require(try transaction.row("SELECT count(*) AS many FROM request")).int("many")
        }
    }

    /// Whoever holds that role takes the one request on offer and gives the advisement; its id.
    func take(as role: String = "supporter") async throws -> (supporter: Client, request: String) {
        let supporter = try await signedIn(role)
        let offers = try await supporter.read("/api/v1/offers")["offers"]?.array
        let id = try #require(offers?.first?.text("id"))
        for (act, body) in [("offers/\(id)/acceptance", ["ties": []]), ("requests/\(id)/advisement", [:])]
            as [(String, JSON)]
        {
            let reply = try await supporter.api(.post, "/api/v1/\(act)", body)
            try #require(reply.status < 300, "\(reply)")
        }
        return (supporter, id)
    }
}
