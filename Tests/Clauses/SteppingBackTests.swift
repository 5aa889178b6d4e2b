import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// Whoever must not go on with a request is out of it at once, and somebody finds another.
@Suite struct SteppingBackTests {
    /// A supporter of Sacramento with a request, another one, and who asked.
    private struct Field {
        let town: DemoTown
        let supporter: Client
        let other: Client
        let seeker: Client
        let id: String

        init(_ pack: String) async throws {
            town = try await DemoTown.on(pack)
            let keeper = try await town.signedIn("coordinator")
            other = try await town.newcomer(
                "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: keeper)
            supporter = try await town.signedIn("supporter")
            for client in [supporter, other] { try await town.opensHours(client) }
            seeker = try await town.seeker {
                $0.name = "Quentin Canary"
                $0.words = "About the marmalade"
            }
            id = try await supporter.take()
            _ = try await supporter.act(id, "messages", ["text": "I am here."])
        }

        func kinds(of role: String) async throws -> [String] {
            try await town.signedIn(role).notices().map { $0.text("kind") }.sorted()
        }

        /// Nothing of the request opens to whoever had it: no page, no message, no further act, no copy of its key.
        func isClosedToSupporter() async throws {
            #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
            #expect(try await supporter.get("/offers/\(id)").isNothing(for: supporter))
            for (act, fields) in [("messages", ["text": "One more word"]), ("in-touch", [:]), ("closing", [:])]
                as [(String, KeyValuePairs<String, String>)]
            {
                #expect(try await supporter.act(id, act, fields).status == 404, "\(act)")
            }
            let account = try await town.staff(supporter).account
            let copies = try await town.programmes.database.read { transaction in
                try transaction.rows(
                    """
                    SELECT account FROM request_copy WHERE account = \(account)
                    UNION SELECT account FROM request_reserve WHERE account = \(account)
                    """
                ).count
            }
            #expect(copies == 0)
        }

        /// Calm words and no reason.
        func seekerIsTold() async throws {
            // Above the messages; below, the limits of confidence speak of investigations.
            let page = try await seeker.page("/support").words
            let told = page[..<(try #require(page.firstRange(of: "Messages")).lowerBound)]
            #expect(told.contains("somebody else"))
            for reason in ["investigation", "conflict", "post", "stepped back", "suspended"] {
                #expect(!told.contains(reason), "\(reason)")
            }
        }
    }

    /// From the page of the request, from where confidence ends, and by a program.
    @Test(.clause("SAC-VI.B.2"), arguments: ["request", "guide", "interface"])
    func whoeverIsPartOfAnInvestigationIsOutAtOnceAndAnotherIsFound(way: String) async throws {
        let field = try await Field("sacramento-probation")
        let (town, supporter, id) = (field.town, field.supporter, field.id)
        let page = try await supporter.page("/requests/\(id)")
        let tap = try #require(page.forms.first { $0.action == "/disclosures" })
        #expect(page.words.contains("SAC-VI.B.2") && tap.values(of: "request") == [id])
        #expect(tap.controls.allSatisfy { !$0.takesWords })
        let record: String
        switch way {
        case "request":
            let sent = try await supporter.post(
                "/disclosures",
                [
                    "exception": "investigation", "id": try #require(tap.values(of: "id").first),
                    "request": id,
                ])
            record = try #require(sent.location)
        case "guide": record = try await supporter.disclose("investigation").record
        default:
            let sent = try await supporter.api(
                .post, "/api/v1/disclosures", ["exception": "investigation", "request": .string(id)])
            #expect(sent.status == 201 && sent.json?["mustStepBack"] == false)
            record = "/disclosures/\(sent.json?.text("id") ?? "")"
        }
        try await field.isClosedToSupporter()
        try await field.seekerIsTold()
        let words = try await supporter.page(record).words
        #expect(words.contains("You have stepped back") && !words.contains(id))
        #expect(try await field.other.offer() == id)

        // The coordinator knows at once, and finds another: what they have to do stays until somebody has the request.
        #expect(try await field.kinds(of: "coordinator") == ["find-another", "replacement-needed"])
        let coordinator = try await town.signedIn("coordinator")
        let notices = try await coordinator.notices()
        let duty = try #require(notices.first { $0["kind"] == "find-another" })
        let told = try #require(notices.first { $0["kind"] == "replacement-needed" })
        #expect(try await coordinator.answer(told).status == 303)
        #expect(try await coordinator.answer(duty).status == 422)
        let inbox = try await coordinator.page("/notices")
        #expect(inbox.words.contains("A request needs another") && inbox.words.contains("SAC-VI.B.2"))
        let address = "/notices/\(duty.text("id"))/asking"
        #expect(inbox.forms.contains { $0.action == address })
        let account = try await town.staff(field.other).account
        let before = try await pings(of: account, town)
        #expect(try await coordinator.page(address).markup.contains("value=\"\(account)\""))
        #expect(try await coordinator.post(address, ["to": account]).status == 303)
        #expect(try await pings(of: account, town) == before + 1)
        #expect(try await coordinator.post(address).status == 303)
        for (place, text) in try await Walk.of(coordinator, in: town).texts {
            for secret in ["Canary", "marmalade", id] { #expect(!text.contains(secret), "\(place)") }
        }
        try await town.goOn(minutes: 20)
        #expect(try await field.kinds(of: "coordinator").contains("find-another"))

        #expect(try await field.other.take() == id)
        #expect(try await field.kinds(of: "coordinator").contains("find-another") == false)
        #expect(try await coordinator.post(address).status == 404)
        #expect(try await field.seeker.page("/support").words.contains("A. Lopez has taken your request."))
    }

    private func pings(of account: String, _ town: DemoTown) async throws -> Int {
        try await town.programmes.database.read { transaction in
            try #require(
                try transaction.row("SELECT count(*) AS many FROM ping WHERE account = \(account)")
            ).int("many")
        }
    }

    /// With several requests they say which; nothing leaves them before.
    @Test(.clause("SAC-VI.B.2"), arguments: ["page", "interface"])
    func withSeveralRequestsTheySayWhichOne(way: String) async throws {
        let field = try await Field("sacramento-probation")
        let supporter = field.supporter
        let account = try await field.town.staff(supporter).account
        _ = try await field.town.asks { $0.wanted = [account] }
        let second = try await supporter.take()
        func disclose(_ request: String?) async throws -> Reply {
            if way == "page" {
                let before = try await supporter.page("/disclosures/new/investigation")
                let form = try #require(before.forms.first { $0.action == "/disclosures" })
                for choice in [field.id, second, "none"] { #expect(before.markup.contains("value=\"\(choice)\"")) }
                return try await supporter.post(
                    "/disclosures",
                    [
                        "exception": "investigation", "id": form.values(of: "id").first ?? "",
                        "request": request ?? "",
                    ])
            }
            let said: [String: JSON] = request.map { ["request": .string($0)] } ?? [:]
            return try await supporter.api(
                .post, "/api/v1/disclosures", .object(said.merging(["exception": "investigation"]) { $1 }))
        }
        let unsaid = try await disclose(nil)
        #expect(unsaid.status == 422 && unsaid.text.contains("Say from which request you step back."))
        #expect(try await field.kinds(of: "coordinator").isEmpty)
        // From somebody who is not here: whoever is told finds another for them, and what is here stays.
        #expect([201, 303].contains(try await disclose("none").status))
        #expect(try await field.kinds(of: "coordinator") == ["replacement-needed"])
        #expect([201, 303].contains(try await disclose(second).status))
        #expect(try await supporter.get("/requests/\(second)").isNothing(for: supporter))
        #expect(try await supporter.get("/requests/\(field.id)").status == 200)
        #expect(try await field.other.offer() == second)
    }

    /// The same where a conflict of interest shows later, and where somebody cannot leave their post.
    @Test(
        .clause("SAC-II.D.3.k", "KSO-G.3"),
        arguments: [
            ("sacramento-probation", "conflict", "find-another"),
            ("kern-sheriff", "cannot-leave-post", "cannot-leave-post"),
        ])
    func aConflictOrAPostLeadToAnotherToo(pack: String, act: String, kind: String) async throws {
        let field = try await Field(pack)
        #expect(try await field.supporter.act(field.id, act).status == 303)
        try await field.isClosedToSupporter()
        try await field.seekerIsTold()
        let coordinator = try await field.town.signedIn("coordinator")
        let duty = try #require(try await coordinator.notices().first { $0.text("kind") == kind })
        #expect(try await coordinator.answer(duty).status == 422)
        #expect(try await coordinator.post("/notices/\(duty.text("id"))/asking").status == 303)
        let words = try await coordinator.page("/notices").words
        for secret in ["Quentin", "Canary", "marmalade", field.id] { #expect(!words.contains(secret)) }
        #expect(try await field.other.take() == field.id)
        #expect(try await field.kinds(of: "coordinator").contains(kind) == false)
    }
}
