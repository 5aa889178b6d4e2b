import Foundation
import Operations
import Program
import Testing
import Web
import WebSupport

/// The awareness programme of the police division: its log, and what is printed (PD-A.5); and something to read for everybody.
@Suite struct AwarenessTests {
    @Test(.clause("PD-A.5")) func theLogAndThePosterOfEachPlaceWithItsDay() async throws {
        let town = try await DemoTown.on("police-division")
        try await town.employs([
            (number: "1", name: "Ana", supervisor: "", supervises: false, investigates: false),
            (number: "2", name: "Ben", supervisor: "", supervises: false, investigates: false),
        ])
        let ana = try await town.supporter("ana", named: "Ana", employee: "1")
        #expect(
            try await ana.post(
                "/card", ["name": "Ana P.", "showsUnit": "yes", "phone": "555-0142", "phoneUse": "call"]
            ).status == 303)
        let keeper = try await town.signedIn("coordinator")
        // What was done is written down, by the policy's list, and nothing else.
        #expect(try await keeper.page("/team").links.contains("/awareness"))
        let talk = ["activity": "family", "day": "2026-03-09", "partner": "", "reach": "11-to-50"] as KeyValuePairs
        #expect(try await keeper.post("/awareness/activities", talk).status == 303)
        let log = try #require(try await keeper.page("/awareness").table("Activities"))
        #expect(log.count == 2 && log[1][1].contains("Meeting for families") && log[1][1].contains("PD-A.5"))
        let stranger = ["activity": "parade", "day": "2026-03-09", "partner": "", "reach": "11-to-50"] as KeyValuePairs
        let refused = try await keeper.post("/awareness/activities", stranger)
        #expect(refused.status == 422 && refused.text.contains("PD-A.5"))
        // A poster and a brochure, and a poster for each district, section and unit, with whoever works there and the day.
        let materials = try await keeper.page("/materials")
        #expect(materials.links.contains("/materials/poster") && materials.links.contains("/materials/brochure"))
        #expect(materials.words.contains("PD-A.5"))
        var posters: [String: String] = [:]
        for link in materials.links where link.hasPrefix("/materials/posters/") {
            let page = try await keeper.page(link)
            let title = try #require(page.markup.firstMatch(of: /<h1>([^<]*)<\/h1>/))
            posters[String(title.1)] = page.words
        }
        #expect(Set(posters.keys).isSuperset(of: ["North", "Unit 1", "Unit 2"]), "\(posters.keys)")
        for (place, words) in posters {
            #expect(words.contains("Made on 10 March 2026"), "\(place)")
            #expect(words.contains("call or text 988"), "\(place)")
            #expect(words.contains("Ana P.") == ["North", "Unit 1"].contains(place), "\(place)")
        }
        let member = try await town.signedIn("supporter")
        #expect(try await member.get("/materials").isNothing(for: member))
    }

    @Test(.clause("PD-A.5")) func everybodyReadsTheLibraryAndItsKeeperKeepsIt() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        let visitor = town.visitor()
        let front = "/agencies/police-division"
        #expect(try await visitor.page(front).links.contains("\(front)/library"))
        let seeded = "\(front)/library/a-look-at-drinking"
        #expect(try await visitor.page("\(front)/library").links.contains(seeded))
        // Every handout ends with whom to call, the line for everybody first.
        for entry in LibraryEntry.seeds {
            let words = try await visitor.page("\(front)/library/\(entry.id)").words
            let said = try #require(words.firstRange(of: "Whom to call"), "\(entry.id)")
            #expect(words[said.upperBound...].hasPrefix(" In a crisis, at any hour: call or text 988."), "\(entry.id)")
        }
        // The keeper adds words and a link. What cannot be is refused, and changes nothing.
        let money: KeyValuePairs = [
            "kind": "other", "audience": "everyone", "title": "Money worries", "words": "One.\n\nTwo.",
            "link": "https://example.org/money", "file": "", "place": "", "reviewOn": "2026-04-01",
        ]
        #expect(try await keeper.post("/library/entries", money).status == 303)
        #expect(try await keeper.post("/library/entries", money).status == 422)
        for link in ["http://example.org", "javascript:alert(1)", "https://example", "https://a@example.org/"] {
            let sent = try await keeper.api(
                .post, "/api/v1/library/entries",
                [
                    "kind": "other", "audience": "everyone", "title": "T", "words": "", "link": .string(link),
                ])
            #expect(sent.status == 422, "\(link)")
        }
        let id = try #require(
            try await visitor.read("/api/v1\(front)/library")["entries"]?.array?.first {
                $0.text("title") == "Money worries"
            }?
            .text("id"))
        let page = try await visitor.page("\(front)/library/\(id)")
        #expect(page.paragraphs.contains("One.") && page.paragraphs.contains("Two."))
        #expect(page.markup.contains("href=\"https://example.org/money\" rel=\"noopener noreferrer\""))
        // What is for those who sign in stands on no public page.
        let team: JSON = [
            "kind": "helpers", "audience": "team", "title": "For us", "words": "Ours.", "link": "",
        ]
        let own = try #require(try await keeper.api(.post, "/api/v1/library/entries", team).json?.text("id"))
        let nowhere = try await visitor.get("\(front)/library/never")
        #expect(try await visitor.get("\(front)/library/\(own)") == nowhere)
        #expect(try await !visitor.page("\(front)/library").words.contains("For us"))
        let member = try await town.signedIn("supporter")
        #expect(try await member.page("/library").words.contains("For us"))
        // The keeper is reminded once, and says that it is still right.
        for _ in 0..<2 { try await town.programmes.remindOfLibrary() }
        #expect(try await keeper.notices().count { $0.text("kind") == "library-review-due" } == 0)
        town.pass(seconds: 22 * 86_400)
        for _ in 0..<2 { try await town.programmes.remindOfLibrary() }
        let later = try await town.signedIn("coordinator")
        #expect(try await later.notices().count { $0.text("kind") == "library-review-due" } == 1)
        #expect(try await later.page("/home").words.contains("1 entry to look at again"))
        #expect(try await later.page("/library").words.contains("since 1 April 2026"))
        #expect(try await later.post("/library/entries/\(id)/review", ["reviewOn": "2026-04-01"]).status == 422)
        #expect(try await later.post("/library/entries/\(id)/review", ["reviewOn": "2027-04-01"]).status == 303)
        #expect(try await !later.page("/home").words.contains("to look at again"))
        // What comes with the program is hidden and shown again; what was added goes for good.
        #expect(try await later.post("/library/entries/a-look-at-drinking/removal").status == 303)
        #expect(try await visitor.get(seeded) == nowhere)
        #expect(try await later.post("/library/entries/a-look-at-drinking/showing").status == 303)
        #expect(try await visitor.get(seeded).status == 200)
        #expect(try await later.post("/library/entries/\(id)/removal").status == 303)
        #expect(try await visitor.get("\(front)/library/\(id)") == nowhere)
        // Nobody else keeps it.
        let reader = try await town.signedIn("supporter")
        #expect(try await reader.post("/library/entries", money).isNothing(for: reader))
        #expect(try await reader.get("/library/entries/new").isNothing(for: reader))
    }

    /// A file is given as what it is and as nothing that runs.
    @Test(.clause("PD-A.5")) func aFileOfTheLibraryRunsNothing() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        func sent(_ bytes: [UInt8], _ title: String) -> JSON {
            [
                "kind": "sleep", "audience": "everyone", "title": .string(title), "words": "", "link": "",
                "file": .string(Data(bytes).base64EncodedString()),
            ]
        }
        let plain = Array("%PDF-1.4 nothing in it".utf8)
        let running = Array("%PDF-1.4 << /S /JavaScript /JS (app.alert) >>".utf8)
        let page = Array("<!doctype html><script>1</script>".utf8)
        for bytes in [running, page] {
            #expect(try await keeper.api(.post, "/api/v1/library/entries", sent(bytes, "No")).status == 422)
        }
        let made = try await keeper.api(.post, "/api/v1/library/entries", sent(plain, "Yes"))
        let id = try #require(made.json?.text("id"), "\(made)")
        let file = try await town.visitor().get("/agencies/police-division/library/\(id)/file")
        #expect(file.status == 200 && file.body == plain && file.headers["content-type"] == "application/pdf")
        #expect(file.headers["x-content-type-options"] == "nosniff")
        #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
        #expect(file.headers["content-security-policy"]?.contains("default-src 'none'") == true)
        // Changed without another file, it keeps the one it has.
        let change: JSON = [
            "kind": "sleep", "audience": "team", "title": "Yes", "words": "More.", "link": "",
        ]
        #expect(try await keeper.api(.put, "/api/v1/library/entries/\(id)", change).status == 204)
        #expect(try await keeper.get("/library/entries/\(id)/file").body == plain)
        // It is for those who sign in now.
        #expect(try await town.visitor().get("/agencies/police-division/library/\(id)/file").status == 404)
    }
}
