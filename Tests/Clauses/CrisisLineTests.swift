import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// 988 and the agency's own crisis lines come first, wherever they are told.
@Suite struct CrisisLineTests {
    private static let own = """
        id: springfield
        version: "1"
        extends: iacp-demonstration
        agency:
          title: Springfield Police
        crisis-lines:
          - {id: cop-line, name: The Cop Line, telephone: "+1 800 555 0142", text: "555-0143", hours: at any hour, basis: {chosen: Ours.}}
        """
    private static let line = "The Cop Line, at any hour: call +1 800 555 0142 or text 555-0143."

    private func town() async throws -> DemoTown {
        try await DemoTown.start(on: [BundledPacks.own(Self.own)])
    }

    @Test func thePublicPageBeginsWithThemAll() async throws {
        let page = try await town().visitor().page("/agencies/springfield")
        let main = try #require(page.markup.firstRange(of: "<main")?.lowerBound)
        let rest = page.markup[main...]
        let told = ["tel:988", "sms:988", "The Cop Line", "tel:+18005550142", "sms:5550143", "Ask for support"]
        let places = try told.map { try #require(rest.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
    }

    @Test func theyAreOnEveryPageTheCardToPassOnAndBeforeAnException() async throws {
        let town = try await town()
        let visitor = town.visitor()
        for path in ["", "/ask", "/pass-on", "/receipt"] {
            let page = try await visitor.page("/agencies/springfield\(path)")
            #expect(page.sentences.contains(Self.line), "\(path)")
            #expect(page.markup.contains("href=\"sms:5550143\""), "\(path)")
        }
        let card = try #require(try await visitor.page("/agencies/springfield/pass-on").slip)
        #expect(card.contains("call or text 988.") && card.contains(Self.line))
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.page("/home").sentences.contains(Self.line))
        let exception = try await supporter.page("/disclosures/new/self")
        let crisis = "First of all In a crisis, at any hour: call or text 988"
        let first = try #require(exception.sentences.firstRange(of: crisis))
        let own = try #require(exception.sentences.firstRange(of: Self.line))
        let told = try #require(exception.sentences.firstRange(of: "These are told"))
        #expect(first.lowerBound < own.lowerBound && own.lowerBound < told.lowerBound)
        let lines = try await supporter.read("/api/v1/disclosure-exceptions")["crisisLines"]?.array ?? []
        #expect(lines.map { $0.text("telephone") } == ["988", "+1 800 555 0142"])
        #expect(lines.map { $0["text"] } == ["988", "555-0143"])
    }

    /// In another country nothing of the United States is told, and everything of that country's own.
    @Test(arguments: [
        ("united-kingdom", "999", "116 123", "tel:116123"), ("australia", "000", "13 11 14", "tel:131114"),
    ])
    func anotherCountryHasItsOwn(country: String, emergency: String, line: String, link: String) async throws {
        let text = """
            id: springfield
            version: "1"
            extends: iacp-demonstration
            country: \(country)
            agency: {title: Springfield Police}
            """
        let town = try await DemoTown.start(on: [BundledPacks.own(text)])
        let visitor = town.visitor()
        for path in ["", "/ask", "/pass-on"] {
            let page = try await visitor.page("/agencies/springfield\(path)")
            #expect(page.sentences.contains("call \(line)"), "\(path)")
            #expect(page.markup.contains(link) && page.markup.contains("tel:\(emergency)"), "\(path)")
            #expect(!page.markup.contains("tel:988") && !page.markup.contains("tel:911"), "\(path)")
        }
        let supporter = try await town.signedIn("supporter")
        let lines = try await supporter.read("/api/v1/disclosure-exceptions")["crisisLines"]?.array ?? []
        #expect(lines.map { $0.text("telephone") } == [line])
    }

    /// Whoever comes to a page of no agency finds the lines of every country that packs know.
    @Test func aPageOfNoAgencyTellsThemAll() async throws {
        let page = try await town().visitor().page("/")
        for number in ["tel:988", "tel:911", "tel:116123", "tel:999", "tel:131114", "tel:000"] {
            #expect(page.markup.contains("href=\"\(number)\""), "\(number)")
        }
    }
}

extension Page {
    /// Everything that can be read, without the blanks that stand before a mark where an element ends.
    fileprivate var sentences: String { words.replacing(" ,", with: ",").replacing(" .", with: ".") }

    /// What is printed of a page that holds a slip.
    fileprivate var slip: String? {
        markup.firstMatch(of: /class="slip">(.*?)<\/article>/.dotMatchesNewlines()).map { String($0.1) }
    }
}
