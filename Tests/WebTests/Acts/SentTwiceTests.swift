import Foundation
import Operations
import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

/// An act that is sent twice, by two taps, a reload or after a lost answer, is done once.
@Suite struct SentTwiceTests {
    private static let pack = "orange-county-probation"

    @Test func aRequestAskedForTwiceIsOneAndHasOneReceipt() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let visitor = town.visitor()
        let form = try await visitor.get("/agencies/\(Self.pack)/ask").text
        let token = try #require(form.firstMatch(of: /name="token" value="([^"]+)"/)).1
        let fields = [
            ("origin", "oneself"), ("standing", "employee"), ("way", "message"), ("words", "twice"),
            ("advisementRead", "yes"),
        ]
        var receipts: Set<String> = []
        for _ in 1...2 {
            let sent = try await visitor.post("/agencies/\(Self.pack)/ask", fields, token: String(token))
            #expect(sent.status == 303)
            let page = try await visitor.get(try #require(sent.location))
            receipts.insert(try #require(page.text.receipt))
            // Looking at it once more asks for nothing.
            #expect(try await visitor.get(try #require(sent.location)).text.receipt == receipts.first)
        }
        #expect(receipts.count == 1)
        #expect(try await town.count("request") == 1)
        // Other words are another request, whatever form they come with.
        var others = fields
        others[3].1 = "another time"
        _ = try await visitor.post("/agencies/\(Self.pack)/ask", others, token: String(token))
        #expect(try await town.count("request") == 2)
    }

    @Test func anAccountMadeTwiceIsOneAndLeadsToTheSamePage() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let before = try await town.count("account")
        let token = "\(try #require(keeper.formToken)).\(RandomId().text)"
        let fields = [("login", "new.colleague"), ("name", "New Colleague"), ("employeeNumber", "")]
        let first = try await keeper.post("/accounts", fields, token: token)
        let second = try await keeper.post("/accounts", fields, token: token)
        #expect(first.status == 303 && second.status == 303 && first.location == second.location)
        #expect(try await town.count("account") == before + 1)
        // The code stands on the page of that account, and on no other.
        #expect(try await keeper.get(try #require(first.location)).status == 200)
        let other = try #require(town.agency.members["supporter"]).account
        #expect(try await keeper.get("/accounts/\(other)/enrolment-code").location == "/accounts/\(other)")
    }

    /// What it came to was told then and is kept nowhere, so the second answer says no more than that it was done.
    @Test func aCallSentTwiceWithOneKeyIsDoneOnce() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let before = try await town.count("account")
        let body = #"{"login":"new.colleague","name":"New Colleague"}"#
        var statuses: [Int] = []
        for _ in 1...2 {
            let reply = try await keeper.send(
                "POST", "/api/v1/accounts",
                headers: [
                    "Authorization": "Bearer \(try #require(keeper.session))", "Content-Type": "application/json",
                    "Idempotency-Key": "one-sending",
                ], body: Array(body.utf8))
            statuses.append(reply.status)
        }
        #expect(statuses == [201, 409])
        #expect(try await town.count("account") == before + 1)
    }
}

/// An attempt at a passphrase or a code is counted each time, whatever key it carries: neither is a wrong one taken for done, nor
/// does it get more tries.
@Suite struct AttemptsSentTwiceTests {
    private static let pack = "orange-county-probation"

    @Test func aWrongPassphraseSentTwiceIsWrongTwice() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let supporter = try await town.signedIn("supporter")
        for (method, path, body) in [
            ("PUT", "/api/v1/account/passphrase", #"{"present":"wrong","passphrase":"quite another passphrase"}"#),
            ("POST", "/api/v1/account/recovery-code", #"{"present":"wrong"}"#),
        ] {
            for _ in 1...2 {
                let reply = try await supporter.send(
                    method, path,
                    headers: [
                        "Authorization": "Bearer \(try #require(supporter.session))",
                        "Content-Type": "application/json", "Idempotency-Key": "one-sending",
                    ], body: Array(body.utf8))
                #expect(reply.status == 422, "\(path): \(reply)")
                #expect(reply.json?["problems"]?.array?.compactMap { $0["field"]?.string } == ["present"])
            }
        }
        // Those four, and this one, are as many as there may be.
        let path = "/agencies/\(Self.pack)/sign-in"
        #expect(try await town.visitor().post(path, ["login": "supporter", "passphrase": "wrong"]).status == 422)
        let right: KeyValuePairs = ["login": "supporter", "passphrase": DemoAgency.passphrase]
        #expect(try await town.visitor().post(path, right).status == 429)
    }
}

/// What staff typed is not lost when their session has ended meanwhile.
@Suite struct WordsKeptTests {
    private static let pack = "orange-county-probation"

    @Test func wordsSentAfterTheSessionEndedComeBackAndCanBeSentAgain() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let old = "\(try #require(keeper.formToken)).\(RandomId().text)"
        let fields = [("login", "late.colleague"), ("name", "Late Colleague"), ("employeeNumber", "")]
        _ = try await keeper.post("/sign-out")
        let ended = try await keeper.post("/accounts", fields, token: old)
        #expect(ended.status == 401 && ended.text.contains("Late Colleague"))
        // Signed in again, they send the page that they still have: it is looked at once more, and then taken.
        let again = try await town.signedIn("coordinator")
        let asked = try await again.post("/accounts", fields, token: old)
        #expect(asked.status == 422 && asked.text.contains("Late Colleague"))
        let token = try #require(asked.text.firstMatch(of: /name="token" value="([^"]+)"/)).1
        #expect(try await again.post("/accounts", fields, token: String(token)).status == 303)
    }
}

extension DemoTown {
    fileprivate func count(_ table: String) async throws -> Int {
        try await programmes.database.read { transaction in
            let sql: SQL =
                switch table {
                case "request": "SELECT count(*) AS many FROM request"
                default: "SELECT count(*) AS many FROM account"
                }
            return try #require(try transaction.row(sql)).int("many")
        }
    }
}
