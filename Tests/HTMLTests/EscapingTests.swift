import HTML
import Testing

@Suite("What is interpolated is text")
struct EscapingTests {
    @Test(arguments: [
        ("plain words", "plain words"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("it's", "it&#39;s"),
        ("a & b &amp; c", "a &amp; b &amp;amp; c"),
        ("]]> --> <!--", "]]&gt; --&gt; &lt;!--"),
        ("Zoë 張 🤝 e\u{301}", "Zoë 張 🤝 e\u{301}"),
        ("<\u{301}b", "&lt;\u{301}b"),
        ("\"\u{200D}x", "&quot;\u{200D}x"),
        ("zero\0byte", "zero\u{FFFD}byte"),
        ("", ""),
    ])
    func wordsAreEscaped(words: String, expected: String) {
        #expect(("<p>\(words)</p>" as HTML).text == "<p>\(expected)</p>")
        #expect(("<p\(attribute: "title", words)>" as HTML).text == "<p title=\"\(expected)\">")
        #expect(HTML(text: words).text == expected)
        #expect(("\(words[...])" as HTML).text == expected)
    }

    @Test("No words can open an element or close an attribute, and every word survives")
    func nothingEscapesFromAnyWords() {
        let pieces = [
            "<", ">", "\"", "'", "&", "&lt;", "&#39;", "a", " ", "=", "/", "\u{301}", "é", "🤝", "\u{202E}", "\n", "`",
        ]
        var seed: UInt64 = 8669
        func next(below bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<3_000 {
            let words = (0..<next(below: 24)).map { _ in pieces[next(below: pieces.count)] }.joined()
            let markup = ("\(words)" as HTML).text
            #expect(!markup.utf8.contains { [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")].contains($0) })
            #expect(!markup.utf8.contains(UInt8(ascii: "'")))
            #expect(Array(unescaped(markup).utf8) == Array(words.utf8))
        }
    }

    @Test func markupIsTakenOverOnceAndMissingPiecesWriteNothing() {
        let strong: HTML = "<strong>\("a<b")</strong>"
        let missing: HTML? = nil
        #expect(
            ("\(strong)\(missing)\([strong, strong])" as HTML).text
                == String(repeating: "<strong>a&lt;b</strong>", count: 3))
        #expect(("\(raw: "<hr>")" as HTML).text == "<hr>")
        #expect((strong + "!").text == "<strong>a&lt;b</strong>!")
        #expect(["a", "b", "c"].map { HTML(text: $0) }.joined(separator: "<br>").text == "a<br>b<br>c")
        #expect(HTML.empty.isEmpty)
    }

    @Test func attributesMayBeLeftOut() {
        #expect(("<input\(attribute: "value", nil as String?)\(flag: "checked", false)>" as HTML).text == "<input>")
        #expect(("<input\(attribute: "max", 3)\(flag: "checked", true)>" as HTML).text == "<input max=\"3\" checked>")
    }

    @Test func bytesAreTheTextInUTF8() {
        #expect(Array(("é\("<")" as HTML).bytes) == [0xC3, 0xA9] + Array("&lt;".utf8))
    }

    /// What a browser reads back from the escaped form.
    private func unescaped(_ markup: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(markup) { text, pair in
            String(decoding: replaced(Array(text.utf8), Array(pair.0.utf8), Array(pair.1.utf8)), as: UTF8.self)
        }
    }

    /// Byte by byte, so that combining marks cannot hide a match.
    private func replaced(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let first = rest.first {
            if rest.starts(with: old) {
                result += new
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
