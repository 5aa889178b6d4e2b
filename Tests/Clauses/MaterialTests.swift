import Program
import Testing
import Web
import WebSupport

/// Names and numbers on paper, and what is put on an agency's own pages.
@Suite struct MaterialTests {
    /// Two of the division's members made a card, one did not.
    private func division() async throws -> DemoTown {
        let town = try await DemoTown.on("police-division")
        try await town.employs([
            (number: "1", name: "Ana", supervisor: "", supervises: true, investigates: false),
            (number: "2", name: "Ben", supervisor: "1", supervises: false, investigates: false),
            (number: "3", name: "Cid", supervisor: "1", supervises: false, investigates: false),
        ])
        _ = try await town.supporter("cid", named: "Cid", employee: "3")
        let ana = try await town.supporter("ana", named: "Ana", employee: "1")
        let ben = try await town.supporter("ben", named: "Ben", employee: "2")
        let anas: KeyValuePairs = [
            "name": "Ana P.", "showsUnit": "yes", "phone": "555-0142", "phoneUse": "call-or-text",
        ]
        #expect(try await ana.post("/card", anas).status == 303)
        let bens: KeyValuePairs = ["name": "Ben Q.", "phone": "555-0143", "phoneUse": "call"]
        #expect(try await ben.post("/card", bens).status == 303)
        return town
    }

    /// The pages that postings are printed from, by the name of the place.
    private func postings(of keeper: Client) async throws -> [String: Page] {
        var pages: [String: Page] = [:]
        for link in try await keeper.page("/materials").links where link.hasPrefix("/materials/postings/") {
            let page = try await keeper.page(link)
            let title = try #require(page.markup.firstMatch(of: /<h1>([^<]*)<\/h1>/))
            pages[String(title.1)] = page
        }
        return pages
    }

    @Test(.clause("PD-B.1.a")) func aPostingForEveryDistrictSectionAndUnit() async throws {
        let town = try await division()
        let keeper = try await town.signedIn("coordinator")
        let postings = try await postings(of: keeper)
        // Three units of the directory belong to one division; and there is one to hang anywhere.
        #expect(
            Set(postings.keys).isSuperset(of: ["Peer Support Team Members", "North", "Unit 1", "Unit 2", "Unit 3"]))
        let desk = "Police Communications Section: +1 202 555 0142"
        for (place, page) in postings {
            let sheet = try #require(page.sheet, "\(place)")
            #expect(sheet.contains("Made on 10 March 2026"), "\(sheet)")
            #expect(sheet.contains("In a crisis, at any hour: call or text 988."))
            #expect(sheet.contains("Ana P. (Ana) Call or text 555-0142 Unit 1"), "\(sheet)")
            #expect(sheet.contains("Ben Q. (Ben) Call 555-0143 Unit 2"))
            // Whoever made no card is posted too, by name and unit, with the number by which they are had called.
            #expect(sheet.contains("Cid \(desk) Unit 3"))
        }
        // Who works there comes first.
        for (place, first) in [("Unit 1", "Ana P."), ("Unit 2", "Ben Q."), ("Unit 3", "Cid")] {
            let sheet = try #require(postings[place]?.sheet)
            #expect(sheet.contains("At \(place) \(first)"), "\(sheet)")
            #expect(
                try #require(sheet.firstRange(of: first)).lowerBound
                    < #require(sheet.firstRange(of: "Everybody else")).lowerBound)
        }
        // It is the live roster, and no list is kept: a card that is taken away leaves the name, and a number that nobody shows is gone.
        let ben = town.visitor()
        _ = try await ben.post(
            "/agencies/police-division/sign-in", ["login": "ben", "passphrase": DemoAgency.passphrase])
        #expect(try await ben.post("/card").status == 303)
        town.pass(seconds: 24 * 3600)
        let again = try await town.signedIn("coordinator")
        let sheet = try #require(try await self.postings(of: again)["North"]?.sheet)
        #expect(!sheet.contains("555-0143") && sheet.contains("Ben \(desk) Unit 2"))
        #expect(sheet.contains("Made on 11 March 2026"))
        // Postings are for those who keep the roster.
        for role in ["supporter", "chief", "dispatcher"] {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/materials").isNothing(for: client), "\(role)")
        }
    }

    @Test(.clause("OCP-II.A-2")) func thePublicPageIsLinkedToWithABrochureAndAPosting() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.post("/card", ["name": "Ana P."]).status == 303)
        let keeper = try await town.signedIn("coordinator")
        let page = try await keeper.page("/materials")
        #expect(page.words.contains("Peer support on ProbNet"))
        // The line to paste is a plain link to the public page, which anyone can open.
        let line = try #require(page.words.firstMatch(of: /<a href="http:\/\/([^"\/]*)(\/[^"]*)">([^<]*)<\/a>/))
        #expect(line.3 == "Peer support on ProbNet")
        let front = try await town.visitor().get(String(line.2))
        #expect(front.status == 200)
        // It stays a link: no page of another site shows ours within itself.
        #expect(front.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
        let picture = try await town.visitor().get("/agencies/orange-county-probation/square-code")
        #expect(picture.status == 200 && picture.headers["content-type"] == "image/svg+xml")
        #expect(page.markup.contains("src=\"/agencies/orange-county-probation/square-code\""))

        let brochure = try #require(try await keeper.page("/materials/brochure").sheet)
        let statements = town.agency.policy.statements.filter { $0.places.contains(.publicPage) }
        #expect(!statements.isEmpty)
        for statement in statements where statement.to == .everyone || statement.to == .seekers {
            #expect(brochure.contains(statement.text), "\(statement.text)")
        }
        for exception in town.agency.policy.confidentiality.exceptions {
            #expect(brochure.contains(exception.label), "\(exception.label)")
        }
        #expect(brochure.contains("call or text 988") && brochure.contains(String(line.2)))
        let posting = try #require(try await postings(of: keeper)["Posting"]?.sheet)
        #expect(posting.contains("Ana P.") && posting.contains("Made on 10 March 2026"))
    }
}

extension Page {
    /// What is printed of a page that holds a sheet, in words.
    fileprivate var sheet: String? {
        markup.firstMatch(of: /<article class="sheet.*?<\/article>/.dotMatchesNewlines()).flatMap { match in
            let words = String(match.0).replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: " ")
                .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
    }
}
