import Program
import Sealing
import TestSupport
import Testing
import Web
import WebSupport

/// A picture on a card, as browsers and programs send and get it.
@Suite struct PhotoPageTests {
    private static let front = "/agencies/orange-county-probation"

    /// Where the page has pictures, in their order.
    private func pictures(on page: Reply) -> [String] {
        page.text.matches(of: /<img class="portrait" src="([^"]*)"/).map { String($0.1) }
    }

    @Test func isShownToEverybodyUntilItIsTakenAway() async throws {
        let town = try await DemoTown.start(packs: ["orange-county-probation", "police-division"])
        let supporter = try await town.signedIn("supporter", at: "orange-county-probation")
        let visitor = town.visitor()
        // Nothing is shown by default, and a picture only on a card.
        let early = try await supporter.post("/card/photo", ["photo": SmallPicture.base64])
        #expect(early.status == 422 && early.text.contains("choose first what else people see of you"))
        #expect(try await supporter.post("/card", ["name": "Alex <3", "showsRank": "yes"]).status == 303)
        #expect(try await pictures(on: visitor.get(Self.front)).isEmpty)
        #expect(try await supporter.post("/card/photo", ["photo": SmallPicture.base64]).status == 303)
        let page = try await visitor.get(Self.front)
        let address = try #require(pictures(on: page).first)
        #expect(page.text.contains("alt=\"Alex &lt;3\"") && !page.text.contains("loading="))
        #expect(try await pictures(on: supporter.get("/card")) == [address])

        let picture = try await visitor.get(address)
        #expect(picture.status == 200 && picture.headers["content-type"] == "image/jpeg")
        #expect(picture.headers["x-content-type-options"] == "nosniff")
        // A device that others use too keeps nothing of who was looked at.
        #expect(picture.headers["cache-control"] == "no-store" && picture.headers["etag"] == nil)

        // At another agency it is what no picture is, to the byte.
        let id = try #require(address.split(separator: "/").last)
        let elsewhere = try await visitor.get("/agencies/police-division/photos/\(id)")
        #expect(elsewhere.status == 404)
        #expect(elsewhere == (try await visitor.get("\(Self.front)/photos/\(RandomId().text)")))

        let listed = try await visitor.api(.get, "/api/v1/agencies/orange-county-probation/supporters")
        #expect(listed.json?["supporters"]?.array?.map { $0.text("photo") } == [address])
        #expect(try await supporter.api(.get, "/api/v1/card/photo").json == ["photo": .string(address)])
        #expect(try await supporter.post("/card/photo/removal").status == 303)
        #expect(try await visitor.get(address).status == 404)
        #expect(try await pictures(on: visitor.get(Self.front)).isEmpty)
    }

    @Test func programsSendItToo() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        let place = "/api/v1/card/photo"
        #expect(try await supporter.post("/card", ["showsUnit": "yes"]).status == 303)
        #expect(try await supporter.api(.put, place, ["photo": .string(SmallPicture.base64)]).status == 204)
        let address = try await supporter.api(.get, place).json?.text("photo")
        // Who shows no name is called what people like them are called here.
        #expect(try await town.visitor().get(Self.front).text.contains("alt=\"PST Member\""))
        for wrong in ["", "no base64", "R0lGODlhAQABAAAAACw=", String(SmallPicture.base64.prefix(400))] {
            let refused = try await supporter.api(.put, place, ["photo": .string(wrong)])
            #expect(refused.status == 422, "\(wrong)")
            #expect(refused.json?["problems"]?.array?.map { $0.text("field") } == ["photo"], "\(refused)")
            let form = try await supporter.post("/card/photo", ["photo": wrong])
            #expect(form.status == 422 && form.text.contains("href=\"#field-photo\""))
        }
        #expect(try await supporter.api(.get, place).json?.text("photo") == address)
        #expect(try await supporter.api(.delete, place).status == 204)
        #expect(try await supporter.api(.get, place).json == ["photo": .null])
    }
}
