import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// Asking for support under Sacramento's order: the first step is the seeker's own.
@Suite struct SacramentoSeekerTests {
    @Test(.clause("SAC-V-1")) func aRequestIsBegunByTheSeekerAlone() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let form = try await town.askForm()
        // Nobody else can be named for whom it is.
        #expect(!form.names.contains("origin"))
        for other in ["ownFamily", "colleague"] {
            let refused = try await town.asks(["origin": other, "way": "message"])
            #expect(refused.status == 422)
            let call: JSON = [
                "origin": .string(other), "standing": "employee", "way": "message", "advisementRead": true,
            ]
            let problem = try await town.visitor().api(.post, "/api/v1/agencies/sacramento-probation/requests", call)
                .problems["origin"]
            #expect(problem?["clauses"]?.array?.contains("SAC-V-1") == true)
        }
        #expect(try await town.requestCount() == 0)
        // No role has a way to make one: those who are signed in find the same form as everybody, and no other.
        for role in town.roles {
            let walk = try await Walk.of(town.signedIn(role), in: town)
            let asking = walk.forms.filter { $0.names.contains("way") || $0.names.contains("standing") }
            #expect(Set(asking.map(\.action)).isSubset(of: ["/agencies/sacramento-probation/ask"]), "\(role)")
        }
        let seeker = try await town.seeker(["way": "message"])
        #expect(try await town.requestCount() == 1)
        // And it is voluntary to the end.
        #expect(try await seeker.post("/support/end").status == 303)
        #expect(try await seeker.page("/support").words.contains("This has ended."))
    }

    @Test(.clause("SAC-V-2")) func insteadOfReferralsTheFormOffersAWordToPassOn() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let page = try await town.visitor().page("/agencies/sacramento-probation/ask")
        #expect(page.words.contains("Nobody can ask for you, nobody can send you"))
        #expect(page.words.contains("Is it about somebody else? The first step is theirs."))
        #expect(page.links.contains("/agencies/sacramento-probation/pass-on"))
        // Sent all the same, it comes back with that word and makes nothing.
        let refused = try Page(try await town.asks(["origin": "colleague", "way": "message"]))
        #expect(refused.words.contains("Is it about somebody else?"))
        #expect(try await town.requestCount() == 0)
        // Nobody can be ordered to approach anybody: no operation of the programme takes a person to be approached.
        let supporter = try await town.signedIn("supporter")
        let interface = try Interface(try await supporter.read("/api/v1/agencies/sacramento-probation/openapi.json"))
        for name in interface.bodies.keys { #expect(!name.lowercased().contains("assign"), "\(name)") }
    }

    @Test(.clause("SAC-V-3")) func aWordAndACardToPassOnKeepNothing() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let tables = ["request", "ping", "notice", "audit_entry"]
        let before = try await town.sizes(of: tables)
        let page = try await town.visitor().page("/agencies/sacramento-probation/pass-on")
        // Nothing can be filled in, so nothing about the person can be given.
        #expect(page.forms.isEmpty && page.controls.isEmpty)
        #expect(page.words.contains("nothing about them is kept"))
        let address = "http://127.0.0.1:\(town.node.port)/agencies/sacramento-probation"
        #expect(page.words.contains(address))
        // A camera finds the same address: the square code is that of the words below it.
        #expect(page.markup.contains("class=\"square-code-dark\" d=\"M"))
        #expect(page.markup.contains("<article class=\"slip\">"))
        #expect(
            try await town.visitor().get(String(address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" })).status
                == 200)
        #expect(try await town.sizes(of: tables) == before)
        // Supervisors and colleagues are led there from the front page.
        #expect(
            try await town.visitor().page("/agencies/sacramento-probation").links.contains { $0.hasSuffix("/pass-on") })
    }

    @Test(.clause("SAC-VI.A")) func whatIsWrittenIsForTheTwoAlone() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let words = "nightingale over the weir"
        let seeker = try await town.seeker(["way": "message", "words": words])
        let (supporter, id) = try await town.take()
        #expect(try await supporter.get("/requests/\(id)").text.contains(words))
        #expect(try await seeker.get("/support").text.contains(words))
        for role in town.roles where role != "supporter" {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/requests/\(id)").isNothing(for: other), "\(role)")
            #expect(try await other.api(.get, "/api/v1/requests/\(id)").isNothing(for: other, api: true), "\(role)")
            let walk = try await Walk.of(other, in: town)
            #expect(walk.texts.values.allSatisfy { !$0.contains(words) }, "\(role)")
        }
        // In the database it stands sealed.
        #expect(try await town.kept(in: "request").allSatisfy { !$0.contains(words) })
    }
}

extension DemoTown {
    /// How many rows each of those tables has.
    fileprivate func sizes(of tables: [String]) async throws -> [String: Int] {
        try await programmes.database.read { transaction in
            try tables.reduce(into: [:]) { sizes, table in
                let sql: SQL =
                    switch table {
                    case "request": "SELECT count(*) AS many FROM request"
                    case "ping": "SELECT count(*) AS many FROM ping"
                    case "notice": "SELECT count(*) AS many FROM notice"
                    default: "SELECT count(*) AS many FROM audit_entry"
                    }
                sizes[table] = try transaction.row(sql)?.int("many")
            }
        }
    }

    /// Every value of the requests, as text where it is text and byte by byte where it is not.
    fileprivate func kept(in table: String) async throws -> [String] {
        try await programmes.database.read { transaction in
            try transaction.rows("SELECT * FROM request").flatMap { row in
                try row.columnNames.map { name in
                    switch try row.value(.named(name)) {
                    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
                    case .text(let text): text
                    case .integer(let integer): String(integer)
                    case .null: ""
                    }
                }
            }
        }
    }
}
