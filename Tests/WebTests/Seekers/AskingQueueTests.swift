import Sealing
import TestSupport
import Testing
import Web
import WebSupport

/// Many ask at once. Each network address has a line of its own, behind a proxy too; whoever finds no room is told to come back, and
/// nothing that they typed is lost.
@Suite struct AskingQueueTests {
    private static let path = "/agencies/orange-county-probation"

    /// Has the only place of a queue for itself while the body runs.
    private func holding<Value>(_ queue: FairQueue, _ body: () async throws -> Value) async throws -> Value {
        let (isIn, entering) = AsyncStream.makeStream(of: Void.self)
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        async let held: Void? = queue.run(for: .none) {
            entering.yield()
            for await _ in gate { break }
        }
        for await _ in isIn { break }
        let value = try await body()
        opening.yield()
        _ = try await held
        return value
    }

    private static func asks(_ node: TownNode, from address: String) async throws -> Reply {
        try await Client(of: node).post(
            "\(path)/ask",
            [
                ("origin", "oneself"), ("standing", "employee"), ("way", "message"),
                ("words", "quiet words\non two lines"), ("name", "Z. Quill"), ("advisementRead", "yes"),
            ], token: nil, headers: ["X-Forwarded-For": address])
    }

    private static func shows(_ receipt: String, to node: TownNode, from address: String) async throws -> Reply {
        try await Client(of: node).post(
            "\(path)/receipt", [("receipt", receipt)], token: nil, headers: ["X-Forwarded-For": address])
    }

    private static func signsIn(to node: TownNode, from address: String) async throws -> Reply {
        try await Client(of: node).post(
            "\(path)/sign-in", [("login", "supporter"), ("passphrase", DemoAgency.passphrase)], token: nil,
            headers: ["X-Forwarded-For": address])
    }

    @Test func aFullLineOfOneAddressHoldsUpNobodyElse() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let queue = FairQueue(atOnce: 1, longestLine: 2, most: 100)
        let node = try await town.addNode(asking: queue)
        let receipt = try await town.receipt()
        let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
            try await holding(queue) {
                // Two wait of one address, and two of one half of the sixth version.
                let addresses = ["192.0.2.1", "10.0.0.1, 192.0.2.1", "2001:db8:1:2::1", "2001:db8:1:2:ffff::1"]
                for (number, address) in addresses.enumerated() {
                    group.addTask { try await Self.asks(node, from: address) }
                    try await eventually { queue.waiting == number + 1 }
                }
                for address in ["192.0.2.1", "192.0.2.7, 192.0.2.1", "2001:db8:1:2:3::1"] {
                    let refused = try await Self.asks(node, from: address)
                    #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
                    #expect(refused.text.contains("quiet words\non two lines") && refused.text.contains("Z. Quill"))
                    #expect(refused.text.contains("nothing is lost"))
                    let shown = try await Self.shows(receipt, to: node, from: address)
                    #expect(shown.status == 503 && shown.headers["retry-after"] == "5")
                    #expect(shown.text.contains(receipt))
                }
                // Another address has room, whatever the others do.
                group.addTask { try await Self.asks(node, from: "198.51.100.7") }
                try await eventually { queue.waiting == 5 }
                group.addTask { try await Self.shows(receipt, to: node, from: "198.51.100.7") }
                try await eventually { queue.waiting == 6 }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies.map(\.status) == [303, 303, 303, 303, 303, 303])
    }

    @Test func signingInHasLinesOfItsOwn() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let queue = FairQueue(atOnce: 1, longestLine: 1, most: 100)
        let node = try await town.addNode(deriving: queue)
        let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
            try await holding(queue) {
                group.addTask { try await Self.signsIn(to: node, from: "192.0.2.1") }
                try await eventually { queue.waiting == 1 }
                let refused = try await Self.signsIn(to: node, from: "192.0.2.1")
                #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
                #expect(refused.text.contains("value=\"supporter\""))
                group.addTask { try await Self.signsIn(to: node, from: "192.0.2.2") }
                try await eventually { queue.waiting == 2 }
                // Meanwhile people ask and look, who wait for none of this.
                #expect(try await Self.asks(node, from: "192.0.2.1").status == 303)
                #expect(try await Client(of: node).get("\(Self.path)/ask").status == 200)
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies.map(\.status) == [303, 303])
    }
}
