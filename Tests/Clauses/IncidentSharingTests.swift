import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Two agencies of one server at one incident: asked by an agreement, joined with a file of one's own, each counting its own.
@Suite struct IncidentSharingTests {
    private static let orange = "orange-county-probation"
    /// Next door: the same policy, and its supporters go to scenes.
    private static let neighbour = """
        id: riverside-probation
        version: "1"
        extends: orange-county-probation
        agency:
          title: Riverside Probation
        incidents:
          scene-response:
            asked-by: [incident-commander]
            basis: {chosen: "Whoever commands there knows whether somebody is wanted."}
        """
    private static let riverside = "riverside-probation"

    private struct Two {
        let town: DemoTown
        let ours: Client
        let theirs: Client
        let incident: RunIncident

        var partner: String { get throws { try town.agency(IncidentSharingTests.riverside).agency.id } }

        func asks(_ more: [(String, String)] = [("wantsScene", "yes")]) async throws -> Reply {
            try await incident.sends("sharing", [("partner", try partner)] + more)
        }

        /// Where the neighbour answers what waits for it.
        func place() async throws -> String {
            let links = try await theirs.page("/critical-incidents").links
            return try #require(links.first { $0.hasPrefix("/shared-incidents/") }, "\(links)")
        }

        func joins() async throws -> RunIncident {
            let reply = try await theirs.fills(
                "\(try await place())/joining",
                [("kind", "violence"), ("toldAt", town.local(0)), ("means", "telephone")])
            try #require(reply.status == 303, "\(reply.text)")
            return RunIncident(town: town, leader: theirs, place: try #require(reply.location))
        }
    }

    private func two() async throws -> Two {
        let town = try await DemoTown.start(on: [BundledPacks.named(Self.orange), BundledPacks.own(Self.neighbour)])
        let (ours, theirs) = (
            try await town.signedIn("coordinator"), try await town.signedIn("coordinator", at: Self.riverside)
        )
        let incident = try await RunIncident.reported(
            in: town, by: ours, ["names": "Canary Quillfeather", "teller": "dispatcher"])
        return Two(town: town, ours: ours, theirs: theirs, incident: incident)
    }

    @Test(.clause("OCP-I.A-2"))
    func withoutAnAgreementNobodyIsAskedAndWithOneTheOtherTeamJoins() async throws {
        let two = try await two()
        let refused = try await two.asks()
        #expect(refused.status == 422 && refused.text.contains("no agreement for incidents"))
        #expect(refused.text.contains("I.A"))
        #expect(try await two.incident.board().words.contains("your policy recommends working with its team"))
        try await two.town.agree(Self.orange, Self.riverside, on: .incidents)
        #expect(try await two.asks([("telephone", "at the gate")]).status == 422)
        #expect(try await two.asks([("wantsScene", "yes"), ("telephone", "714 555 0142")]).status == 303)
        #expect(try await two.incident.board().words.contains("… Asked"))
        // The other team reads what it was, when, and whom to call; and nothing else.
        #expect(try await two.theirs.page("/notices").words.contains("Another agency asks your team to join"))
        let place = try await two.place()
        let asked = try await two.theirs.page(place)
        #expect(asked.words.contains("Officer-involved shooting") && asked.words.contains("Supporters are wanted"))
        #expect(asked.numbers.contains("7145550142") || asked.numbers.contains("714 555 0142"), "\(asked.numbers)")
        // It is told as its own policy has it, and of its own list of kinds.
        let written = try await two.theirs.fills(
            "\(place)/joining", [("kind", "violence"), ("toldAt", two.town.local(0)), ("means", "page")])
        #expect(written.status == 422 && written.text.contains("II.D.1"))
        let theirs = try await two.joins()
        #expect(try await two.incident.board().words.contains("✓ Joined"))
        #expect(try await two.ours.page("/notices").words.contains("Another agency answered, or left"))
        #expect(try await theirs.board().words.contains("With another agency"))
    }

    @Test(.clause("OCP-I.A-2"))
    func supportersOfBothRespondAndEachCountsItsOwn() async throws {
        let two = try await two()
        try await two.town.agree(Self.orange, Self.riverside, on: .incidents)
        #expect(try await two.asks().status == 303)
        let theirs = try await two.joins()
        // Their supporters are asked to the scene by their own rule, and both boards show how many, and never who.
        let opened = try await theirs.sends(
            "scene",
            [("askedBy", "incident-commander"), ("askedAt", two.town.local(-1)), ("wanted", "1"), ("place", "Gate 3")])
        #expect(opened.status == 303, "\(opened.text)")
        let supporter = try await two.town.signedIn("supporter", at: Self.riverside)
        #expect(try await supporter.page("/responses").words.contains("Gate 3"))
        for (answer, label) in [("coming", "On their way"), ("arrived", "At the scene")] {
            let reply = try await supporter.fills("/responses/\(theirs.id)/answer", [("answer", answer)])
            #expect(reply.status == 303, "\(reply.text)")
            #expect(try await two.incident.board().facts[label] == "1")
            #expect(try await theirs.board().facts[label] == "0")
        }
        // Whoever plans a meeting reads when the other team holds one.
        _ = try await two.incident.plans("defusing", hoursAfter: 5)
        let meetings = try #require(try await theirs.board().facts["Their meetings"])
        #expect(meetings != "None planned" && !meetings.contains("Room 4"))
        #expect(try await two.incident.board().facts["Their meetings"] == "None planned")
        // One incident on each side: one's own here, with another agency there.
        let (own, other) = (
            try await two.ours.page("/critical-incidents").facts, try await two.theirs.page("/critical-incidents").facts
        )
        #expect(own["Our own people"] == "1" && own["With another agency"] == "0")
        #expect(other["Our own people"] == "0" && other["With another agency"] == "1")
    }

    @Test(.clause("OCP-I.A-2"))
    func noNameCrosses() async throws {
        let two = try await two()
        try await two.town.agree(Self.orange, Self.riverside, on: .incidents)
        #expect(try await two.asks().status == 303)
        let place = try await two.place()
        let theirs = try await two.joins()
        let opened = try await theirs.sends(
            "scene",
            [("askedBy", "incident-commander"), ("askedAt", two.town.local(-1)), ("wanted", "1"), ("place", "Gate 3")])
        #expect(opened.status == 303, "\(opened.text)")
        let accounts = try [Self.orange, Self.riverside].map { try two.town.agency($0).members.values.map(\.account) }
        for (client, board, foreign, words) in [
            (two.theirs, theirs.place, accounts[0], ["Quillfeather", "Dispatch", two.incident.id]),
            (two.ours, two.incident.place, accounts[1], ["Gate 3", "Witnessing a violent death", theirs.id]),
        ] {
            for path in [board, "/critical-incidents", "/notices", "/home"] {
                let page = try await client.get(path)
                for word in words + foreign { #expect(!page.text.contains(word), "\(path) has \(word)") }
            }
            let read = try await client.api(.get, "/api/v1\(board)").text
            for word in words.dropLast(1) + foreign { #expect(!read.contains(word), "\(board) has \(word)") }
        }
        // The other's board, what is asked of the other, and what nobody has are the same to whoever looks.
        #expect(try await two.theirs.get(two.incident.place).isNothing(for: two.theirs))
        #expect(try await two.ours.get(theirs.place).isNothing(for: two.ours))
        #expect(try await two.ours.get(place).isNothing(for: two.ours))
        for act in ["joining", "declining"] {
            let unknown = "/shared-incidents/\(RandomId().text)/\(act)"
            let fields = [("kind", "violence"), ("toldAt", two.town.local(0)), ("means", "telephone")]
            let (foreign, nobodys) = (
                try await two.ours.fills("\(place)/\(act)", fields), try await two.ours.fills(unknown, fields)
            )
            #expect(foreign == nobodys && foreign.status == 404)
        }
        let supporter = try await two.town.signedIn("supporter", at: Self.riverside)
        #expect(try await supporter.get(place).isNothing(for: supporter))
    }

    @Test func eitherLeavesAtAnyTimeAndWhatRunsOutlivesTheAgreement() async throws {
        let two = try await two()
        try await two.town.agree(Self.orange, Self.riverside, on: .incidents)
        // Asked and declined, and asked again and taken back.
        #expect(try await two.asks().status == 303)
        #expect(try await two.asks().status == 422)
        let first = try await two.place()
        #expect(try await two.theirs.fills("\(first)/declining", []).status == 303)
        let twice = try await two.theirs.fills("\(first)/declining", [])
        #expect(twice.status == 422 && twice.text.contains("Your team has declined."))
        #expect(twice.text.contains("OCP-I.A-2"))
        #expect(try await two.incident.board().words.contains("– Declined"))
        #expect(try await two.asks().status == 303)
        let second = try await two.place()
        #expect(try await two.ours.fills("\(second)/end", []).status == 303)
        #expect(try await two.theirs.page(second).words.contains("Taken back"))
        #expect(try await !two.theirs.page("/critical-incidents").words.contains("Other agencies ask your team"))
        // Joined; the agreement ends, and it goes on.
        #expect(try await two.asks().status == 303)
        let third = try await two.place()
        let theirs = try await two.joins()
        try await two.town.endAgreement(on: .incidents, by: Self.riverside)
        for board in [try await two.incident.board(), try await theirs.board()] {
            #expect(board.words.contains("The agreement has ended. This goes on until it is closed"))
            #expect(board.facts["On their way"] == "0")
        }
        // They leave: neither sees anything more of the other, and both go on.
        #expect(try await two.theirs.fills("\(third)/end", []).status == 303)
        let again = try await two.theirs.fills("\(third)/end", [])
        #expect(again.status == 422 && again.text.contains("You no longer answer this together."))
        #expect(again.text.contains("OCP-I.A-2"))
        #expect(try await two.incident.board().words.contains("– They left"))
        #expect(try await two.incident.board().facts["On their way"] == nil)
        #expect(try await theirs.board().words.contains("– You left"))
        #expect(try await two.asks().status == 422)
    }
}
