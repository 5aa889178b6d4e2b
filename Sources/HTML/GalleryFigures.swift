/// Published figures: beside each other, over time, and on paper.
let galleryFigures: HTML = section(
    "Figures", lead: "Label and number side by side, the bar beside them. What is not shown has one mark.",
    """
    \(figureTable(
        "Contacts by kind", kind: "Kind", columns: ["February", "Twelve months"],
        rows: [
            FigureRow(["In person"], [.count(27), .count(231)]),
            FigureRow(["By phone", "By message"], [.count(14), .count(181)]),
            FigureRow(["Another peer programme"], [.notShown, .notShown]),
            FigureRow(["Organisational stress", "Critical incident", "Retirement"], [.notShown, .count(36)]),
        ], total: [.count(41), .count(412)]))
    \(figureTable(
        "What contacts led to", kind: "What", columns: ["February"],
        rows: [
            FigureRow(["Time given"], measure: "hours", [.number(52, words: "52 h")]),
            FigureRow(["Referrals"], measure: "referrals", [.number(12, words: "12 referrals")]), FigureRow(["Participants"], measure: "people", [.notShown]),
        ]))
    \(galleryTrend("gallery-trend"))
    """)

/// A document alone on its pages, as it goes to the printer.
package func galleryDocument(stylesheet: Link, icon: Link) -> HTML {
    page(
        "Yearly report, 2026", in: galleryShell(stylesheet: stylesheet, icon: icon), lead: "As it prints.",
        width: .wide,
        main: printedDocument(
            DocumentCover(
                agency: "Riverbend County Probation Department", title: "Yearly report", period: "2026",
                lines: [
                    SheetLine("Accountable", "Employee Support Division"), SheetLine("Policy", "Version 3"),
                    SheetLine("Checksum", "7b42a10f93c8d6e5"),
                ], promise: "Every number here has eleven contacts or more behind it, whoever looks."),
            parts: [
                documentPage("The year in five sentences", prose("<p>412 contacts in 2026, in total.</p>")),
                galleryFigures,
            ]))
}

private func galleryTrend(_ id: String) -> HTML {
    let months = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
    let figures: [ShownFigure] = [
        .count(31), .count(44), .notShown, .count(72), .count(28), .notShown, .count(39), .count(41), .count(25),
        .count(18), .count(64), .count(41),
    ]
    return trendChart(
        id: id, title: "Contacts in each of the past twelve months",
        summary: "From 18 in December to 72 in June. May and August are not shown.", unit: "Contacts",
        periods: [TrendPeriod(ticks: ["Jan", "Feb"], name: "January and February", .count(36))]
            + zip(months, figures).map { TrendPeriod(ticks: [$0], name: $0, $1) })
}
