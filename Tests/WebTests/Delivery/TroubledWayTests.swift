import Operations
import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

/// A way that does not work any more is told to its owner, where they look first; and to nobody else.
@Suite struct TroubledWayTests {
    @Test(arguments: [
        ("refused", "Refused", "The last word was refused there"),
        ("gone", "Ended", "This device takes no notifications any more"),
        ("other-key", "Ended", "This device has to allow notifications again"),
    ])
    func itsOwnerIsTold(_ trouble: String, _ label: String, _ heading: String) async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let (client, other) = (try await town.signedIn("supporter"), try await town.signedIn("coordinator"))
        let key = try #require(client.session.flatMap { SessionKey(token: $0) })
        let staff = try #require(try await town.programmes.staff(session: key))
        let new = NewContactMethod(kind: .text, address: "916 555 0123", delay: 0)
        let id = try await town.programmes.addContactMethod(new, for: staff, carried: [.text]).get().id
        #expect(try await !client.get("/home").text.contains("Reaching you"))
        let database = try await town.besides()
        try await database.write { transaction in
            try transaction.execute("UPDATE contact_method SET trouble = \(trouble) WHERE id = \(id)")
        }
        await database.close()
        let home = try await client.get("/home").text
        #expect(home.contains("Reaching you") && home.contains("/account/reach/methods/\(id)") && home.contains(label))
        #expect(try await client.get("/account/reach/methods/\(id)").text.contains(heading))
        let read = try await client.api(.get, "/api/v1/account/contact-methods")
        #expect(read.json?["methods"]?.array?.first?["trouble"] == .string(trouble))
        #expect(try await !other.get("/home").text.contains("Reaching you"))
    }
}
