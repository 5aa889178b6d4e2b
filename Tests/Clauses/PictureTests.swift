import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Which pictures a browser asks for tells nothing of whom somebody turns to.
@Suite struct PictureTests {
    @Test func theOwnPageOfASeekerFetchesNone() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.post("/card", ["name": "Alex Field"]).status == 303)
        #expect(try await supporter.post("/card/photo", ["photo": SmallPicture.base64]).status == 303)
        try await town.opensHours(supporter)
        let seeker = try await town.asks()
        _ = try await supporter.take()
        let browser = town.visitor()
        browser.keep(pass: try town.programmes.token(of: seeker.pass))
        let page = try await browser.page("/support")
        #expect(page.words.contains("Alex Field") && !page.markup.contains("<img"))
        // Where all of them stand there is one.
        #expect(try await browser.page("/agencies/orange-county-probation").markup.contains("<img class=\"portrait\""))
    }
}
