import Operations
import Program
import Sealing
import Testing
import Web
import WebSupport

/// Somebody else's notice, disclosure or designee answers what none at all answers, to the byte.
@Suite struct NoticeIDTests {
    @Test func anothersAreUnknown() async throws {
        let town = try await DemoTown.start(packs: ["sacramento-probation", "orange-county-probation"])
        let supporter = try await town.signedIn("supporter", at: "sacramento-probation")
        let begun = try await supporter.api(.post, "/api/v1/disclosures", ["exception": "harm-to-another"])
        let disclosure = try #require(begun.json?["id"]?.string)
        let liaison = try await town.signedIn("management-liaison", at: "sacramento-probation")
        let inbox = try await liaison.api(.get, "/api/v1/notices")
        let notice = try #require(inbox.json?["open"]?.array?.first?["id"]?.string)
        let naming: JSON = [
            "role": "chief", "login": "supporter", "startsOn": "2026-03-10", "lastDay": "2026-03-11",
        ]
        let chief = try await town.signedIn("chief", at: "orange-county-probation")
        #expect(try await chief.api(.post, "/api/v1/designees", naming).status == 204)
        let designees = try await chief.api(.get, "/api/v1/designees")
        let designee = try #require(designees.json?["designees"]?.array?.first?["id"]?.string)

        let others = [
            try await town.signedIn("coordinator", at: "sacramento-probation"),
            try await town.signedIn("supporter", at: "orange-county-probation"),
            try await town.signedIn("administrator", at: "orange-county-probation"),
        ]
        for (method, path, id) in Self.paths(notice: notice, disclosure: disclosure, designee: designee) {
            for other in others {
                func ask(_ id: String) async throws -> Reply {
                    let path = path.replacing("ID", with: id)
                    guard path.hasPrefix("/api/") else {
                        return method == .get
                            ? try await other.get(path)
                            : try await other.post(path, ["how": "telephone", "place": "0"])
                    }
                    let takesPlace = path.hasSuffix("/told")
                    let body: JSON = takesPlace ? ["how": "telephone", "place": 0] : ["how": "telephone"]
                    let takesBody = takesPlace || path.hasSuffix("/answer")
                    return try await other.api(method, path, takesBody ? body : nil)
                }
                let answer = try await ask(id)
                #expect(answer.status == 404, "\(method) \(path) \(answer)")
                #expect(answer == (try await ask(RandomId().text)), "\(method) \(path)")
            }
        }
        // Nothing was done to them.
        let still = try await liaison.api(.get, "/api/v1/notices").json
        #expect(still?["open"]?.array?.count == 1)
        #expect(try await supporter.api(.get, "/api/v1/disclosures/\(disclosure)").status == 200)
        #expect(try await chief.api(.delete, "/api/v1/designees/\(designee)").status == 204)
    }

    private static func paths(
        notice: String, disclosure: String, designee: String
    ) -> [(Route.Method, String, String)] {
        [
            (.post, "/notices/ID/answer", notice), (.post, "/notices/ID/approval", notice),
            (.post, "/api/v1/notices/ID/answer", notice), (.post, "/api/v1/notices/ID/approval", notice),
            (.get, "/disclosures/ID", disclosure), (.post, "/disclosures/ID/told", disclosure),
            (.get, "/api/v1/disclosures/ID", disclosure), (.post, "/api/v1/disclosures/ID/told", disclosure),
            (.post, "/designees/ID/end", designee), (.delete, "/api/v1/designees/ID", designee),
        ]
    }
}
