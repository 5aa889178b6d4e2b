import Foundation
import Program
import Testing
import Web
import WebSupport

/// The ways back for those who lost what opens their account, as they go them in a browser.
@Suite struct LostTests {
    private static let pack = "orange-county-probation"
    private static let new = "quite another passphrase"

    @Test func aLostPhone() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let full = try await town.signedIn("coordinator")
        let printed = try await full.printedCode()
        let other = try await town.signedIn("coordinator")
        let half = try await town.halfSignedIn("coordinator")
        let proof = try await half.get("/second-factor")
        #expect(proof.text.contains("href=\"/second-factor/recovery\""))
        #expect(try await half.get("/second-factor/recovery").status == 200)

        let wrong = try await half.post("/second-factor/recovery", ["code": "nothing"])
        #expect(wrong.status == 422)
        let cleared = try await half.posted("/second-factor/recovery", ["code": printed.lowercased()])
        #expect(cleared.status == 200)
        let next = try cleared.printedCode
        #expect(next != printed)
        #expect(cleared.text.contains("href=\"/second-factor/set-up\""))
        for session in [full, other] { #expect(try await session.get("/home").location == "/") }
        for page in ["/second-factor", "/second-factor/recovery"] {
            #expect(try await half.get(page).location == "/second-factor/set-up")
        }
        #expect(try await half.get("/home").location == "/second-factor")
        #expect(try await half.get("/second-factor/set-up").status == 200)
        // Used up.
        #expect(try await half.post("/second-factor/recovery", ["code": printed]).status == 422)
    }

    @Test func theInterfaceClearsALostPhone() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let full = try await town.signedIn("coordinator")
        let path = "/api/v1/session/second-factor-recovery"
        let printed = try await full.printedCode()
        // Whoever is fully signed in has no need of it.
        #expect(try await full.api(.post, path, ["code": .string(printed)]).status == 404)
        let half = try await town.halfSignedIn("coordinator")
        let others = try await town.signedIn("supporter").printedCode()
        let refused = try await half.api(.post, path, ["code": .string(others)])
        #expect(refused.status == 422)
        #expect(refused.json?["problems"]?.array?.compactMap { $0["field"]?.string } == ["code"])
        let cleared = try await half.api(.post, path, ["code": .string(printed)])
        #expect(cleared.status == 201)
        #expect(cleared.json?["recoveryCode"]?.string != nil)
        #expect(try await half.get("/second-factor").location == "/second-factor/set-up")
    }

    @Test func everythingLost() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let supporter = try await town.signedIn("supporter")
        let account = try #require(town.agency.members["supporter"]).account
        let page = try await keeper.get("/accounts/\(account)")
        #expect(page.text.contains("action=\"/accounts/\(account)/start-over\""))
        #expect(page.text.contains("lost for good"))
        let told = try await keeper.posted("/accounts/\(account)/start-over")
        #expect(told.status == 200)
        let code = try told.printedCode
        #expect(try await supporter.get("/home").location == "/")
        let waits = try await keeper.get("/accounts/\(account)")
        #expect(!waits.text.contains("start-over") && waits.text.contains("/enrolment-code"))

        let owner = town.visitor()
        let place = "/agencies/\(Self.pack)"
        let enrolled = try await owner.posted(
            "\(place)/enrolment", ["login": "supporter", "code": code, "passphrase": Self.new, "again": Self.new])
        #expect(enrolled.status == 200)
        let recovery = try enrolled.printedCode
        // Looking at it once more enrols nobody, and is the same page.
        #expect(try await owner.get("\(place)/enrolment/recovery-code").printedCode == recovery)
        #expect(try await town.visitor().get("\(place)/enrolment/recovery-code").location == "\(place)/sign-in")
        let back = try await owner.post("\(place)/sign-in", ["login": "supporter", "passphrase": Self.new])
        #expect(back.location == "/home")
    }

    @Test func whomAKeeperDoesNotStartOver() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        // Themselves, and who appoints them.
        for (role, word) in [("coordinator", "their own account"), ("administrator", "operator")] {
            let account = try #require(town.agency.members[role]).account
            let page = try await keeper.get("/accounts/\(account)")
            #expect(page.text.contains(word) && !page.text.contains("/start-over\""), "\(role)")
            let refused = try await keeper.post("/accounts/\(account)/start-over")
            #expect(refused.status == 422 && refused.text.contains(word), "\(role)")
            let told = try await keeper.api(.post, "/api/v1/accounts/\(account)/start-over")
            #expect(told.status == 422, "\(role)")
        }
        #expect(try await keeper.get("/home").status == 200)
        _ = try await town.signedIn("administrator")
    }

    @Test func theInterfaceStartsOver() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let account = try #require(town.agency.members["supporter"]).account
        let told = try await keeper.api(.post, "/api/v1/accounts/\(account)/start-over")
        #expect(told.status == 201)
        let code = try #require(told.json?["enrolmentCode"]?.string)
        #expect(try await keeper.api(.get, "/api/v1/accounts/\(account)").json?["isEnrolled"] == .boolean(false))
        let enrolled = try await town.visitor().api(
            .post, "/api/v1/agencies/\(Self.pack)/enrolments",
            ["login": "supporter", "code": .string(code), "passphrase": .string(Self.new)])
        #expect(enrolled.status == 201)
    }

    /// A form sent after the session has ended comes back with what was typed, and changes nothing.
    @Test func aFormOfAnEndedSession() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let late = Client(of: town.node, session: keeper.session)
        _ = try await keeper.post("/sign-out")
        let reply = try await late.post("/accounts", ["login": "new.keeper", "name": "New", "employeeNumber": ""])
        #expect(reply.status == 401 && reply.text.contains("new.keeper"))
        let again = try await town.signedIn("coordinator")
        let accounts = try await again.api(.get, "/api/v1/accounts").json?["accounts"]?.array
        #expect(accounts?.contains { $0["login"]?.string == "new.keeper" } == false)
    }
}

extension Client {
    /// A new recovery code of the session's owner.
    fileprivate func printedCode() async throws -> String {
        try await posted("/account/recovery-code", ["present": DemoAgency.passphrase]).printedCode
    }
}

extension Reply {
    /// The one code that the page shows for printing.
    fileprivate var printedCode: String {
        get throws {
            let match = try #require(try /<code>([0-9A-Z*~$=-]{33})<\/code>/.firstMatch(in: text))
            return String(match.1)
        }
    }
}
