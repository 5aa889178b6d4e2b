import Foundation
import HTML
import Testing

@Suite("Pages")
struct PageTests {
    @Test func aPageHasItsLandmarksOneHeadingAndAWayPastTheHeader() {
        for (name, count) in [("h1", 1), ("main", 1), ("header", 1), ("footer", 1), ("nav", 1), ("title", 1)] {
            #expect(shownGallery.all(name).count == count, "\(name)")
        }
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

    @Test("A withheld count has no bar whose length could be measured")
    func withheldCountsAreNotDrawn() {
        let shown = Markup(
            barTable(
                "Kinds", kind: "Kind", count: "Contacts", withheld: "withheld",
                bars: [CountBar("Grief", 20), CountBar("Legal", nil), CountBar("Medical", 5)]))
        #expect(shown.all("svg").count == 2)
        #expect(
            shown.elements.compactMap { $0.attributes["class"] == "bar-length" ? $0.attributes["width"] : nil } == [
                "100", "25",
            ])
        #expect(shown.text.ranges(of: ">withheld<").count == 1)
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
                    code.firstMatch(of: /<script|<style|\sstyle="|\son[a-z]+="/) == nil, "\(file.lastPathComponent)")
                #expect(!code.contains("\\(raw: ") || target != "HTML", "\(file.lastPathComponent)")
            }
            #expect(read > 0)
        }
    }
}
