import Operations
import Program
import Store
import Testing
import Web
import WebSupport

extension Client {
    /// Carries out an exception by its pages, and gives the page before it and the address of the record.
    func disclose(_ exception: String) async throws -> (before: Page, record: String) {
        let guide = try await page("/disclosures/new")
        try #require(guide.links.contains("/disclosures/new/\(exception)"))
        let before = try await page("/disclosures/new/\(exception)")
        let form = try #require(before.forms.first { $0.action == "/disclosures" })
        let id = try #require(form.values(of: "id").first)
        let reply = try await post("/disclosures", ["exception": exception, "id": id])
        try #require(reply.status == 303, "\(reply)")
        return (before, try #require(reply.location))
    }

    /// What they are told, by the programming interface.
    func notices() async throws -> [JSON] { try await read("/api/v1/notices")["open"]?.array ?? [] }

    /// Answers a notice on the page of notices.
    func answer(
        _ notice: JSON, how: String = "page", minutesAgo: Int = 0, assistance: String? = nil
    ) async throws -> Reply {
        var fields = [("how", how), ("minutesAgo", String(minutesAgo))]
        if let assistance { fields.append(("furtherAssistance", assistance)) }
        return try await post("/notices/\(notice.text("id"))/answer", fields, token: formToken(at: "/notices"))
    }

    /// Sets whom to call for an authority, on its page.
    func setAuthority(_ authority: String, _ name: String, _ telephone: String) async throws -> Reply {
        try await post("/authorities/\(authority)", ["name": name, "telephone": telephone])
    }

    /// The cards of a page of notices or of a record, by their headings: each with what it says.
    func cards(_ path: String) async throws -> [String: Page] {
        let page = try await page(path)
        let headings = page.markup.matches(of: /<h2>(.*?)<\/h2>/).map { String($0.1) }
        return Dictionary(
            headings.compactMap { heading in page.section(heading).map { (heading, $0) } }
        ) { first, _ in first }
    }
}

extension DemoTown {
    /// Everybody of the agency but one, signed in.
    func everyone(but role: String) async throws -> [String: Client] {
        var clients: [String: Client] = [:]
        for other in roles where other != role { clients[other] = try await signedIn(other) }
        return clients
    }

    /// Nothing more comes for that many minutes; then whatever is due happens.
    func wait(minutes: Int) async throws {
        pass(seconds: Int64(minutes) * 60)
        try await programmes.escalateNotices()
    }

    /// How often the holder of a role was pinged.
    func pings(of role: String) async throws -> Int {
        let account = try member(role).account
        return try await programmes.database.read { transaction in
            try #require(try transaction.row("SELECT count(*) AS many FROM ping WHERE account = \(account)")).int(
                "many")
        }
    }

    /// Somebody asks for support, and the supporter takes it and gives the advisement: the id of the request.
    func request(takenBy supporter: Client) async throws -> String {
        try await opensHours(supporter)
        _ = try await asks()
        _ = try #require(try await offer(to: supporter))
        return try await supporter.take()
    }

    /// The first request that is offered to them within three hours.
    func offer(to supporter: Client) async throws -> String? {
        for _ in 1...36 {
            if let offer = try await supporter.offers().first { return offer }
            try await goOn(minutes: 5)
        }
        return nil
    }
}
