import Foundation
import Operations
import PolicyPacks
import Program
import ReleasedPacks
import Sealing
import Store
import TestSupport
import Testing
import WebSupport

extension DemoTown {
    /// Has an agency run on a pack that another release has put in force.
    fileprivate func putInForce(_ text: String, at agency: DemoAgency) async throws {
        let hash = PackLibrary.hash(of: text)
        let today = try agency.agency.day(at: clock.now)
        try await programmes.database.write { transaction in
            try transaction.archive(pack: hash, id: agency.policy.id.text, content: text, on: today)
            try transaction.execute("UPDATE agency SET pack = \(hash) WHERE id = \(agency.agency.id)")
        }
    }

    /// Somebody asks under the pack in force and sees the request.
    fileprivate func askAndSee(at agency: Agency) async throws {
        let standing = try #require(agency.policy.scope.seekers.first?.kind)
        let ask = Ask(origin: .oneself, standing: standing, way: .message)
        // Some early packs gave nobody the power to take a request: there none is taken.
        guard try await programmes.isOpenForAsking(agency) else {
            #expect(agency.policy.roles(with: .takeRequests).isEmpty, "\(agency.slug)")
            guard case .failure = try await programmes.ask(ask, in: agency) else {
                Issue.record("\(agency.slug) takes what nobody can open")
                return
            }
            return
        }
        let receipt = try await programmes.ask(ask, in: agency).get()
        let client = visitor()
        let reply = try await client.post("/agencies/\(agency.slug)/receipt", ["receipt": receipt.text])
        #expect(reply.status == 303, "\(agency.slug)")
        #expect(try await client.get("/support").status == 200, "\(agency.slug)")
    }

    /// What a server does by itself in a round.
    fileprivate func keepHouse() async throws {
        try await programmes.destroyEndedRequests()
        try await programmes.destroyOldNotices()
        try await programmes.destroyAuditSalts()
        try await programmes.announceRosterGaps()
        try await programmes.escalateNotices()
        try await programmes.advanceRequests()
    }
}

/// An agency goes on with the pack it was founded on, whatever the program has learnt to ask of packs since.
@Suite struct ArchivedPackTests {
    private static let packs = PackLibrary.bundled.map(\.text)

    /// Of the packs of that name the one that would be told the most of, were it written today.
    private static func oldest(_ id: String) throws -> ReleasedPack {
        let told = try ReleasedPack.all().filter { $0.id == id }.map { pack in
            guard case .failure(let problems) = PackLibrary.load(pack.text, file: pack.hash) else { return (pack, 0) }
            return (pack, problems.problems.count)
        }
        let (pack, problems) = try #require(told.max { $0.1 < $1.1 })
        try #require(problems > 1, "\(id)")
        return pack
    }

    @Test(arguments: TestDatabase.engines) func anAgencyOfAnEarlierReleaseRuns(_ engine: Engine) async throws {
        let town = try await DemoTown.start(packs: Self.packs, engine: engine)
        for agency in town.agencies {
            let old = try Self.oldest(agency.slug)
            try await town.putInForce(old.text, at: agency)
            for page in ["", "/ask", "/sign-in", "/receipt"] {
                let reply = try await town.visitor().get("/agencies/\(agency.slug)\(page)")
                #expect(reply.status == 200, "\(agency.slug)\(page)")
            }
            let supporter = try await town.signedIn("supporter", at: agency.slug)
            for page in ["/home", "/policy", "/handbook"] {
                let reply = try await supporter.get(page)
                #expect(reply.status < 500, "\(agency.slug) \(page)")
            }
            let found = try #require(try await town.programmes.agency(slug: agency.slug))
            #expect(found.packHash == old.hash)
            try await town.askAndSee(at: found)
        }
        try await town.keepHouse()
    }

    /// No number of an archived pack ends the process: neither what is asked nor what time brings.
    @Test(arguments: ["9223372036854775807", "-9223372036854775808"])
    func absurdNumbersInTheArchiveEndNothing(_ absurd: String) async throws {
        let town = try await DemoTown.start(packs: Self.packs)
        for agency in town.agencies {
            let text = agency.agency.pack.text.replacing(/(: |\n +)[0-9]+(?=,?\n)/) { "\($0.output.1)\(absurd)" }
            let spoilt = text.replacing(/"format": -?[0-9]+/, with: "\"format\": 2")
            #expect(spoilt != agency.agency.pack.text)
            try await town.putInForce(spoilt, at: agency)
            try await town.askAndSee(at: try #require(try await town.programmes.agency(slug: agency.slug)))
            let supporter = try await town.signedIn("supporter", at: agency.slug)
            #expect(try await supporter.get("/home").status == 200)
        }
        for _ in 0..<6 {
            town.pass(seconds: 40 * 86_400)
            try await town.keepHouse()
        }
    }

    /// A pack that cannot be read at all is its own agency's fault alone.
    @Test func aPackThatCannotBeReadStopsItsOwnAgency() async throws {
        let town = try await DemoTown.start(packs: ["kern-sheriff", "iacp"])
        try await town.putInForce("{\"id\": \"kern-sheriff\"}", at: try town.agency("kern-sheriff"))
        #expect(try await town.visitor().get("/agencies/kern-sheriff").status == 503)
        #expect(try await town.visitor().get("/agencies/iacp").status == 200)
        let fault = await #expect(throws: PackFault.self) { try await town.programmes.agency(slug: "kern-sheriff") }
        #expect(fault?.description.contains("The rule 'roles' is missing.") == true)
    }
}
