import Program
import Testing
import Web
import WebSupport

/// The pages that the main navigation gathers ways on.
@Suite struct HubTests {
    private func links(of client: Client, _ path: String) async throws -> Set<String> {
        let page = try await client.get(path)
        #expect(page.status == 200, "\(path)")
        return Set(page.text.matches(of: /<a[^>]* href="(\/[^"#?]*)/).map { String($0.1) })
    }

    /// Whatever stands on them opens for whoever it is shown to, and nothing else is shown.
    @Test func everyWayOnTheTeamAndTheRulesOpens() async throws {
        let packs = ["iacp", "police-division", "sacramento-probation"]
        let town = try await DemoTown.start(packs: packs)
        for pack in packs {
            for role in try town.agency(pack).policy.roles.map(\.id.text) {
                let client = try await town.signedIn(role, at: pack)
                let home = try await links(of: client, "/home")
                #expect(home.contains("/rules"), "\(pack) \(role)")
                for hub in ["/team", "/rules"] {
                    for link in try await links(of: client, hub) {
                        #expect(try await client.get(link).status == 200, "\(pack) \(role): \(link)")
                    }
                }
            }
        }
        let coordinator = try await town.signedIn("coordinator", at: "iacp")
        #expect(try await links(of: coordinator, "/home").contains("/team"))
        #expect(try await links(of: coordinator, "/team").isSuperset(of: ["/accounts", "/people", "/materials"]))
        #expect(try await links(of: coordinator, "/rules").isSuperset(of: ["/handbook", "/agreement", "/policy"]))
        let chief = try await town.signedIn("chief", at: "police-division")
        #expect(try await links(of: chief, "/team").isDisjoint(with: ["/accounts", "/materials", "/card"]))
    }
}
