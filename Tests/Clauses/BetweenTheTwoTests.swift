import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What stays between supporter and seeker, and what is left of it.
@Suite struct BetweenTheTwoTests {
    /// Whoever told of somebody is thanked, and every page, reading and answer of theirs is the same whatever becomes of it; the name
    /// is gone with the end of the inquiry.
    @Test(.clause("PD-B.2.a.1"), arguments: TestDatabase.engines)
    func aConcernedPersonsWordMakesOneDiscreetInquiry(_ engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "police-division", engine: engine)
        let supporter = try await town.signedIn("supporter")
        let receipt = try await town.receipt {
            $0.origin = .colleague
            $0.words = "Officer Canary is not himself"
        }
        func referrer() async throws -> Client {
            let client = town.visitor()
            #expect(try await client.post("/agencies/police-division/receipt", ["receipt": receipt]).status == 303)
            return client
        }
        /// Everything that is said to the referrer, whatever they do.
        func everything() async throws -> [String] {
            let client = try await referrer()
            var said = [
                try await client.page("/support").words, try await client.api(.get, "/api/v1/support").text,
                try await client.get("/support/waiting").description,
            ]
            for (act, fields) in [
                ("messages", ["text": "Did they want it?"]), ("change", [:]), ("reopening", [:]),
                ("consents", ["to": "Me", "scope": "What came of it", "agreed": "yes"]),
                ("time-off-note", ["agreed": "yes"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                let reply = try await client.post("/support/\(act)", fields)
                said.append("\(act) \(reply.status) \(reply.status == 422 ? try Page(reply).words : reply.text)")
            }
            return said
        }
        func sealedWords() async throws -> [[UInt8]] {
            try await town.programmes.database.read { transaction in
                try transaction.rows("SELECT words FROM request").map { try $0.blob("words") }
            }
        }
        let asked = try await everything()
        #expect(asked[0].contains("Thank you for thinking of them.") && !asked.joined().contains("Canary"))
        let written = try #require(try await sealedWords().first)
        let id = try await supporter.offer()
        #expect(try await supporter.page("/offers/\(id)").words.contains("Ask once, discreetly and with tact"))
        _ = try await supporter.take()
        #expect(try await supporter.page("/requests/\(id)").words.contains("Officer Canary"))
        #expect(try await everything() == asked)
        #expect(try await supporter.act(id, "in-touch").status == 303)
        let twice = try await supporter.act(id, "in-touch")
        #expect(twice.status == 422 && twice.text.contains("PD-B.2.a.1"))
        #expect(try await everything() == asked)
        let form = try #require(
            try await supporter.page("/requests/\(id)/closing").forms.first { !$0.names.isEmpty })
        #expect(form.values(of: "outcome") == ["wanted", "notWanted"])
        #expect(form.controls.allSatisfy { !$0.takesWords })
        for outcome in ["", "perhaps"] {
            let unsaid = try await supporter.act(id, "closing", ["outcome": outcome])
            #expect(unsaid.status == 422 && unsaid.text.contains("href=\"#field-outcome\""), "\(outcome)")
        }
        #expect(try await supporter.act(id, "closing", ["outcome": "notWanted"]).status == 303)
        #expect(try await everything() == asked)
        // What held the name is nowhere, at once, and the supporter has no way to it.
        let left = try await sealedWords()
        #expect(left.count == 1 && !left.contains(written))
        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
        // The receipt lasts by the day of asking, not by what became of it.
        let days = Int64(town.agency.policy.retention.inquiryDays.value.number)
        town.pass(seconds: (days - 1) * 86_400)
        try await town.programmes.destroyEndedRequests()
        #expect(try await referrer().page("/support").words == asked[0])
        town.pass(seconds: 86_400)
        let over = try await town.visitor().post("/agencies/police-division/receipt", ["receipt": receipt])
        #expect(over.status == 422)
        try await town.programmes.destroyEndedRequests()
        #expect(try await sealedWords().isEmpty)
    }

    @Test(.clause("IACP-6.6-2")) func theHintOnDiscretionStandsBesideTheMessageBox() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.asks()
        let id = try await supporter.take()
        let messages = try #require(try await supporter.page("/requests/\(id)").section("Messages"))
        let hint = try #require(town.agency.policy.statements.first { $0.id == "discretion" }).text
        #expect(messages.words.contains(hint) && messages.words.contains("IACP-6.6-2"))
        #expect(messages.controls.filter(\.takesWords).map(\.name) == ["text"])
    }

    @Test(.clause("IACP-6.6-1")) func nothingIsWrittenDownAndARequestIsDestroyedAfterItsEnd() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks { $0.words = "About my brother" }
        let id = try await supporter.take()
        // What a supporter can write on a request goes to the seeker; there is no other box.
        for path in ["", "/hand-off", "/consultations", "/closing"] {
            let controls = try await supporter.page("/requests/\(id)\(path)").controls.filter(\.takesWords)
            #expect(controls.map(\.name) == (path.isEmpty ? ["text"] : []), "\(path)")
        }
        _ = try await supporter.act(id, "closing")
        let days = town.agency.policy.retention.closedRequestDays.value.number
        town.pass(seconds: Int64(days + 1) * 86_400)
        try await town.programmes.destroyEndedRequests()
        #expect(try await town.programmes.request(of: seeker.pass, in: town.agency.agency) == nil)
        let rows = try await town.programmes.database.read { transaction in
            try [
                transaction.rows("SELECT id FROM request").count,
                transaction.rows("SELECT id FROM request_message").count,
            ]
        }
        #expect(rows == [0, 0])
    }

    /// What was asked and written is for the two alone: nobody else of the programme comes to it, by any link or address.
    @Test(.clause("PD-B.2-0", "KSO-E.2"), arguments: ["police-division", "kern-sheriff"])
    func nobodyElseOfTheProgrammeOpensARequest(pack: String) async throws {
        let town = try await DemoTown.on(pack)
        let keeper = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for client in [supporter, other] { try await town.opensHours(client) }
        let seeker = try await town.asks {
            $0.name = "Quentin Canary"
            $0.words = "About the marmalade"
        }
        let id = try await supporter.take()
        try await seeker.write("After six, near the lighthouse")
        let own = try await supporter.page("/requests/\(id)").words
        for words in ["Quentin Canary", "marmalade", "lighthouse"] { #expect(own.contains(words)) }

        var clients = [other]
        for role in town.roles where role != "supporter" { clients.append(try await town.signedIn(role)) }
        for client in clients {
            for path in ["", "/hand-off", "/consultations", "/closing"] {
                #expect(try await client.get("/requests/\(id)\(path)").isNothing(for: client))
            }
            #expect(try await client.api(.get, "/api/v1/requests/\(id)").isNothing(for: client, api: true))
            for act in ["messages", "in-touch", "advisement"] {
                #expect(try await client.act(id, act, ["text": "Hello", "gives": "yes"]).status == 404)
            }
            for (address, text) in try await Walk.of(client, in: town).texts {
                for words in ["Canary", "marmalade", "lighthouse", id] {
                    #expect(!text.contains(words), "\(address)")
                }
            }
        }
    }
}
