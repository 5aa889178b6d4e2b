import HTML
import Testing

@Suite("Figures that are shown")
struct FigureTests {
    @Test("What is not shown has one mark in each place, and no bar whose length could be measured")
    func withheldFiguresAreNotDrawn() {
        let shown = Markup(
            figureTable(
                "Kinds", kind: "Kind", columns: ["February", "Twelve months"],
                rows: [
                    FigureRow(["Grief"], [.count(20), .count(200)]), FigureRow(["Legal"], [.notShown, .notShown]),
                    FigureRow(["Medical"], [.count(5), .notShown]),
                ], total: [.count(25), .notShown]))
        #expect(
            shown.elements.compactMap { $0.attributes["class"] == "bar-length" ? $0.attributes["width"] : nil } == [
                "100", "100", "25",
            ])
        #expect(shown.text.ranges(of: "<td class=\"shown\"><span class=\"withheld\">not shown</span></td>").count == 4)
        #expect(shown.elements.allSatisfy { $0.attributes["title"] == nil })
    }

    @Test func hoursAreNotDrawnBesidePeople() {
        let shown = Markup(
            figureTable(
                "Time and people", kind: "What", columns: ["2026"],
                rows: [
                    FigureRow(["Time in person"], measure: "minutes", [.number(40, words: "40 hours")]),
                    FigureRow(["Time by phone"], measure: "minutes", [.number(10, words: "10 hours")]),
                    FigureRow(["People"], measure: "people", [.number(320, words: "320 people")]),
                ]))
        #expect(
            shown.elements.compactMap { $0.attributes["class"] == "bar-length" ? $0.attributes["width"] : nil } == [
                "100", "25",
            ])
    }

    @Test func severalLabelsThatShareANumberAreJoinedInWords() {
        let shown = figureTable(
            "Kinds", kind: "Kind", columns: ["February"], rows: [FigureRow(["By phone", "By message"], [.count(25)])]
        ).text.replacing(#/<[^>]*>/#, with: "")
        #expect(shown.contains("By phone or By message"))
    }

    @Test("A trend says in words what it draws, hatches what is not shown, and has the same numbers as a table")
    func trends() throws {
        let shown = Markup(trend)
        let drawing = try #require(shown.all("svg").first)
        #expect(drawing.attributes["role"] == "img")
        let named = (drawing.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
        #expect(named.count == 2 && Set(named).isSubset(of: shown.ids))
        #expect(shown.all("title").count == 1 && shown.all("desc").count == 1)
        #expect(
            shown.elements.filter { $0.attributes["class"] == "trend-none" }.map { $0.attributes["fill"] } == [
                "url(#t-hatch)"
            ])
        #expect(shown.ids.contains("t-hatch"))
        // Two months told together share a bar of their mean: as high as January's alone.
        let bars = shown.elements.filter { $0.attributes["class"] == "trend-bar" }
        #expect(bars.map { $0.attributes["height"] } == ["132", "132"])
        #expect(bars.map { $0.attributes["width"] } == ["19.0%", "44.0%"])
        #expect(shown.text.ranges(of: "<tr role=\"row\"><th scope=\"row\"").count == 3)
    }

    @Test func aDocumentStandsAloneOnPaper() {
        let shown = Markup(gallery(stylesheet: Link("s"), icon: Link("i")))
        #expect(shown.elements.allSatisfy { $0.attributes["class"] != "document" })
        let document = Markup(galleryDocument(stylesheet: Link("s"), icon: Link("i")))
        #expect(document.all("article").map { $0.attributes["class"] } == ["document"])
        #expect(Set(document.ids).count == document.ids.count)
    }

    private var trend: HTML {
        trendChart(
            id: "t", title: "Contacts", summary: "30 in January.", unit: "Contacts",
            periods: [
                TrendPeriod(ticks: ["Jan"], name: "January", .count(30)),
                TrendPeriod(ticks: ["Feb"], name: "February", .notShown),
                TrendPeriod(ticks: ["Mar", "Apr"], name: "March and April", .count(60)),
            ])
    }
}
