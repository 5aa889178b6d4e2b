import HTML
import Testing

@Suite("Links")
struct LinkTests {
    @Test(arguments: [
        (["requests", "a1", "acceptance"], "/requests/a1/acceptance"),
        ([], "/"),
        (["a/b", "c?d#e"], "/a%2Fb/c%3Fd%23e"),
        (["Zoë & co", "\" onclick=\""], "/Zo%C3%AB%20%26%20co/%22%20onclick%3D%22"),
        (["\r\nSet-Cookie: a"], "/%0D%0ASet-Cookie%3A%20a"),
        (["\\evil.example"], "/%5Cevil.example"),
        (["..", "."], "/-/-"),
        (["", "evil.example"], "/-/evil.example"),
        (["..."], "/..."),
    ])
    func segmentsAreEncodedWhole(segments: [String], expected: String) {
        #expect(Link(segments: segments).location == expected)
    }

    @Test func queryAndFragmentAreEncoded() {
        let link = Link("sheets", query: ["month": "2026-03", "q": "a&b=c+d"], fragment: "row 1")
        #expect(link.location == "/sheets?month=2026-03&q=a%26b%3Dc%2Bd#row%201")
        #expect(("<a\(href: link)>" as HTML).text == "<a href=\"/sheets?month=2026-03&amp;q=a%26b%3Dc%2Bd#row%201\">")
        #expect(
            ("<form\(action: Link("x"))><img\(src: Link("y"))>" as HTML).text == "<form action=\"/x\"><img src=\"/y\">")
    }

    @Test func numbersAreReducedToWhatCanBeDialled() {
        #expect(Link(telephone: "+1 (714) 555-0100").location == "tel:+17145550100")
        #expect(Link(textMessage: "988;body=x").location == "sms:988")
        #expect(Link(https: "988lifeline.org", "chat").location == "https://988lifeline.org/chat")
    }
}
