import Foundation
import HTML
import Testing

@Suite("Pages")
struct PageTests {
    @Test func aPageHasItsLandmarksOneHeadingAndAWayPastTheHeader() {
        for (name, count) in [("h1", 1), ("main", 1), ("header", 1), ("footer", 1), ("nav", 1)] {
            #expect(shownGallery.all(name).count == count, "\(name)")
        }
        // A drawing has a title of its own, with a name.
        #expect(shownGallery.all("title").filter { $0.attributes["id"] == nil }.count == 1)
        #expect(shownGallery.text.contains("<a class=\"skip\" href=\"#main\">"))
        #expect(shownGallery.all("html").first?.attributes["lang"] == "en")
        #expect(shownGallery.all("a").filter { $0.attributes["aria-current"] == "page" }.count == 1)
    }

    @Test("A strict content security policy holds: no style or script of its own")
    func nothingIsInline() {
        for element in shownGallery.elements {
            #expect(!["script", "style", "iframe", "object", "base"].contains(element.name))
            #expect(element.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
        }
    }

    /// What a page cannot do without is never left to it, and it has no way to tell anybody of what is done on the page.
    @Test func everyScriptIsOwnAndSpeaksWithNobody() throws {
        let assets = try Assets()
        for script in [assets.script, assets.pictureScript].map({ String(decoding: $0.bytes, as: UTF8.self) }) {
            for word in [
                "fetch", "XMLHttp", "sendBeacon", "WebSocket", "EventSource", "import", "innerHTML", "eval", "Storage",
                "cookie",
            ] {
                #expect(!script.contains(word), "\(word)")
            }
        }
        let shell = Shell(
            programme: "P", agency: "A", stylesheet: Link("s"), icon: Link("i"), home: Link(), crisis: "<p>988</p>",
            script: Link("page.js"))
        let shown = Markup(page("T", in: shell, main: "<p>Words</p>"))
        #expect(shown.all("script").map { $0.attributes["src"] } == ["/page.js"])
    }

    @Test func aCodeToReadOutIsSaidLetterByLetter() {
        let shown = readAloud("7K2M-X0").text
        #expect(shown.contains("seven, Kilo, two, Mike") && shown.contains("X-ray, zero"))
        let code = Markup(groupedCode("Receipt", "7K2M-X0")).all("p").first
        #expect(code?.attributes["aria-label"] == "Receipt: 7 K 2 M, X 0")
    }

    @Test func aSquareCodeDrawsItsDarkModulesWithRoomAround() throws {
        let code = try #require(
            SquareCode(width: 3, isDark: [true, true, false, false, false, true, true, false, true]))
        let shown = Markup(squareCode(code, holds: "words"))
        #expect(shown.all("svg").first?.attributes["viewBox"] == "-4 -4 11 11")
        #expect(shown.all("path").first?.attributes["d"] == "M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z")
        #expect(SquareCode(width: 2, isDark: [true]) == nil)
    }

    @Test func namesFromThePackAreEscapedWhereverTheyStand() {
        let bad = "<b>\"&"
        let shell = Shell(
            programme: bad, agency: bad, stylesheet: Link("s"), icon: Link("i"), home: Link(),
            navigation: [NavigationItem(bad, Link())],
            person: SignedIn(name: bad, role: bad, signOut: Link(), token: bad),
            crisis: "<p>988</p>")
        let text = page(bad, in: shell, back: Crumb(bad, Link()), main: callout(bad)).text
        #expect(!text.contains("<b>"))
        #expect(text.ranges(of: "&lt;b&gt;&quot;&amp;").count == 13)
    }

    @Test func aMonthKeepsItsThirtyOneColumns() {
        let grid = Markup(
            monthGrid(
                "March", corner: "Issues", days: 28, totals: "Total", rows: [GridRow("Grief", [1: "2"], total: "2")]))
        #expect(grid.all("th").count == 1 + 31 + 1 + 1)
        #expect(grid.all("td").count == 31 + 1)
        #expect(grid.elements.filter { $0.attributes["class"] == "grid-none" }.count == 6)
    }

    @Test func progressStaysWithinItsBar() {
        let shown = Markup(progress("Training", done: 30, of: 24, unit: "hours")).all("progress").first
        #expect(shown?.attributes["value"] == "24")
    }

    @Test func assetsAreNamedByTheirContent() throws {
        let assets = try Assets()
        #expect(assets.stylesheet.name.wholeMatch(of: /style-[0-9a-f]{16}\.css/) != nil)
        #expect(assets.stylesheet.bytes.count > 10_000)
        #expect(assets[assets.icon.name]?.kind.contentType == "image/svg+xml")
        #expect(assets[assets.script.name]?.kind.contentType == "text/javascript; charset=utf-8")
        #expect(assets["style-0000000000000000.css"] == nil)
        #expect(assets["../style.css"] == nil)
    }

    @Test("Addresses reach markup only as typed links, and raw markup is never used by a component")
    func sourcesWriteNoAddressByHand() throws {
        let sources = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        for target in ["HTML", "Web"] {
            let files = try #require(
                FileManager.default.enumerator(at: sources.appending(path: target), includingPropertiesForKeys: nil))
            var read = 0
            for case let file as URL in files where file.pathExtension == "swift" {
                read += 1
                let code = try String(contentsOf: file, encoding: .utf8).replacing("\\\"", with: "\"")
                #expect(
                    code.firstMatch(of: /(?:href|action|src|formaction)="(?!#)/) == nil, "\(file.lastPathComponent)")
                #expect(
                    code.firstMatch(of: /<script(?!\\\(src: link\) defer>)|<style|\sstyle="|\son[a-z]+="/) == nil,
                    "\(file.lastPathComponent)")
                #expect(!code.contains("\\(raw: ") || target != "HTML", "\(file.lastPathComponent)")
            }
            #expect(read > 0)
        }
    }
}
