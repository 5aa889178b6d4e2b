import Foundation
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Whatever is sent, by whoever may send it, the server never fails.
@Suite struct FuzzTests {
    @Test(arguments: TestDatabase.engines)
    func noFormBreaksTheServer(engine: Store.Engine) async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation", engine: engine)
        var dice = Dice(seed: 20_260_310)
        for route in Routes.all where route.method == .post && !route.isAPI {
            for _ in 0..<8 {
                // Longer than any pause that wrong passphrases bring.
                grounds.town.pass(seconds: 901)
                let client = try await grounds.client(admittedTo: route)
                let path = try await grounds.path(of: route, for: client)
                let fields = (0..<dice.number(below: 8)).map { _ in (dice.pick(Sent.names), dice.pick(Sent.values)) }
                let reply = try await client.post(path, fields, token: client.formToken)
                #expect(reply.status < 500, "\(path) \(fields)")
            }
        }
        #expect(try await grounds.town.visitor().get("/").status == 200)
    }

    @Test(arguments: TestDatabase.engines)
    func noJSONBreaksTheServer(engine: Store.Engine) async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation", engine: engine)
        var dice = Dice(seed: 20_260_311)
        for route in Routes.all where route.isAPI && route.method != .get {
            for _ in 0..<8 {
                // Longer than any pause that wrong passphrases bring.
                grounds.town.pass(seconds: 901)
                let client = try await grounds.client(admittedTo: route)
                let path = try await grounds.path(of: route, for: client)
                let members = (0..<dice.number(below: 8)).map { _ in (dice.pick(Sent.names), dice.json()) }
                let body = JSON.object(Dictionary(members) { $1 })
                let reply = try await client.api(route.method, path, body)
                #expect(reply.status < 500, "\(path) \(body.words)")
            }
        }
    }

    /// The operations' own fields, each with strange words: this gets past the check of the fields' names and types.
    @Test(arguments: TestDatabase.engines)
    func noStrangeWordsBreakTheServer(engine: Store.Engine) async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation", engine: engine)
        let keeper = try await grounds.town.signedIn("coordinator")
        let account = try #require(grounds.agency.members["supporter"]).account
        for value in Sent.values {
            let words = JSON.string(value)
            let calls: [(String, JSON)] = [
                ("/api/v1/agencies/orange-county-probation/sessions", ["login": words, "passphrase": words]),
                (
                    "/api/v1/agencies/orange-county-probation/enrolments",
                    ["login": words, "code": words, "passphrase": words]
                ),
                (
                    "/api/v1/agencies/orange-county-probation/recoveries",
                    ["login": words, "code": words, "passphrase": words]
                ),
                ("/api/v1/accounts", ["login": words, "name": words, "employeeNumber": words]),
                ("/api/v1/accounts", ["login": "someone", "name": words]),
                ("/api/v1/accounts", ["login": "someone", "name": "Someone", "employeeNumber": words]),
                (
                    "/api/v1/accounts/\(account)/roles",
                    ["role": "coordinator", "area": words, "startsOn": "2026-03-10"]
                ),
                ("/api/v1/accounts/\(account)/roles", ["role": "supporter", "startsOn": words, "until": words]),
                ("/api/v1/agencies/orange-county-probation/passes", ["receipt": words]),
                (
                    "/api/v1/agencies/orange-county-probation/requests",
                    [
                        "origin": "oneself", "standing": "employee", "way": "call", "name": words, "number": words,
                        "words": words, "advisementRead": true,
                    ]
                ),
                (
                    "/api/v1/agencies/orange-county-probation/requests",
                    [
                        "origin": "oneself", "standing": "employee", "way": "message", "wanted": [words],
                        "unwanted": [words], "units": [words], "ranks": [words], "chainOf": words,
                        "advisementRead": true,
                    ]
                ),
            ]
            for (path, body) in calls {
                let reply = try await keeper.api(.post, path, body)
                #expect(reply.status < 500, "\(path) \(body.words)")
            }
        }
    }

    @Test(arguments: TestDatabase.engines)
    func noAddressBreaksTheServer(engine: Store.Engine) async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation", engine: engine)
        for route in Routes.all where route.method == .get {
            let client = try await grounds.client(admittedTo: route)
            for piece in Sent.pieces {
                var path = route.pattern
                while let start = path.firstIndex(of: "{"), let end = path.firstIndex(of: "}") {
                    path.replaceSubrange(start...end, with: piece)
                }
                let query = "?after=\(piece)&kind=\(piece)&counted=\(piece)"
                let reply =
                    route.isAPI ? try await client.api(.get, path + query) : try await client.get(path + query)
                // No worker goes its round in a town, so its health is 503, which is an answer.
                #expect(reply.status < 500 || route.pattern == "/health", "\(path)\(query)")
            }
        }
    }
}

/// What strange callers send.
private enum Sent {
    static let names = [
        "kind", "day", "month", "login", "passphrase", "again", "present", "code", "digits", "secret", "role", "area",
        "startsOn", "until", "name", "employeeNumber", "after", "token", "time-in-person", "note", "", "a[0]", "\u{0}",
        "day.other", "__proto__", "\u{1F600}", String(repeating: "n", count: 5000),
    ]
    static let values = [
        "", " ", "\u{0}", "a\u{0}b", "\n\r\t", "0", "-1", "999999999999999999999", "1e9", "NaN", "null", "true", "yes",
        "other", "contact", "supporter", "coordinator", "2026-03-05", "2026-02-30", "2026-03", "2199-12-31",
        "1900-01-01", "9999-99",
        "'; DROP TABLE account; --", "$1", "%s%n", "<script>alert(1)</script>", "../../etc/passwd",
        "\u{202E}right\u{202C}", "e\u{301}\u{301}\u{301}", "\u{FFFD}\u{FFFF}", "\u{1F468}\u{200D}\u{1F469}",
        String(repeating: "long ", count: 3000), "AAAA-AAAA-AAAA-AAAA", "I\u{130}\u{131}",
    ]
    /// Of a path or a query, as they stand in an address.
    static let pieces = [
        "a", "-", "%00", "%FF", "%F0%9F%98%80", "%2F", "..", "%2E%2E", "2026-03", "2026-13", "2199-12", "2100-01",
        "2000-01", "1999-12", "0000-00", "%32026-03", "99999999999999999999", "%27%3B--", "%25", "a%20b",
        String(repeating: "a", count: 3000),
    ]
}

/// Chance that falls the same every time.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func pick(_ items: [String]) -> String { items[number(below: items.count)] }

    mutating func json(depth: Int = 0) -> JSON {
        switch number(below: depth > 2 ? 5 : 7) {
        case 0: .null
        case 1: .boolean(number(below: 2) == 0)
        case 2: .integer(number(below: 100_000) - 1000)
        case 3: .number(Double(number(below: 1000)) / 7)
        case 4: .string(pick(Sent.values))
        case 5: .array((0..<number(below: 4)).map { _ in json(depth: depth + 1) })
        default:
            .object(Dictionary((0..<number(below: 4)).map { _ in (pick(Sent.names), json(depth: depth + 1)) }) { $1 })
        }
    }
}
