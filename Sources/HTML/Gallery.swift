/// Every component on one page, with invented content: to look at, and for the tests of structure and access.
package func gallery(stylesheet: Link, icon: Link) -> HTML {
    page(
        "Good morning, Dana", in: galleryShell(stylesheet: stylesheet, icon: icon),
        lead: "Everything pages are made of, in one place.", back: Crumb("All agencies", Link("agencies")),
        announcement: callout(
            "Contact recorded", tone: .good, announced: true, "<p>Wednesday, 4 March, 45 minutes.</p>"),
        width: .wide,
        main: """
            \(galleryHome)
            \(galleryForms)
            \(galleryTables)
            \(galleryFigures)
            \(galleryParts)
            """)
}

/// The printed sheet alone on its page, as it goes to the printer.
package func gallerySheet(stylesheet: Link, icon: Link) -> HTML {
    page(
        "Stat sheet, March 2026", in: galleryShell(stylesheet: stylesheet, icon: icon),
        lead: "Due on the 10th of April.", width: .wide, main: gallerySheetContent)
}

func galleryShell(stylesheet: Link, icon: Link) -> Shell {
    Shell(
        programme: "Peer Support Team", agency: "Riverbend County Probation", stylesheet: stylesheet, icon: icon,
        home: Link(),
        navigation: [
            NavigationItem("Home", Link(), isCurrent: true), NavigationItem("My sheet", Link("sheet")),
            NavigationItem("Duties", Link("duties")), NavigationItem("Handbook", Link("handbook")),
        ],
        person: SignedIn(name: "Dana Whitfield", role: "Peer Supporter", signOut: Link("session", "end"), token: "t"),
        crisis: """
            <p><strong>In a crisis now?</strong> Call or text <a\(href: Link(telephone: "555-0100"))>555-0100</a>, day or \
            night.</p>
            """,
        leave: Link(https: "www.weather.gov"))
}

private let galleryHome: HTML = """
    \(bigAction("Record a contact", detail: "Takes about twenty seconds", to: Link("contacts", "new")))
    \(cards([
        linkCard("March sheet", detail: "6 contacts, 4 h 15 so far", to: Link("sheet"), icon: .sheet, badge: badge("Open")),
        linkCard("February sheet", detail: "Due on the 10th", to: Link("sheet"), icon: .clock, badge: badge("Late", tone: .bad)),
        linkCard("Team", detail: "14 active supporters", to: Link("team"), icon: .people, badge: badge("Active", tone: .good)),
    ]))
    \(figures([
        Figure("Contacts this month", "6"), Figure("Hours", "4 h 15"),
        Figure("Sheets filed", "11 of 14", detail: "three are late"), Figure("Next meeting", "12 March"),
    ]))
    """

private let galleryTables: HTML = section(
    "Tables", lead: "Rows become cards on a phone, or move sideways in their own frame.",
    """
    \(dataTable(
        "Sheets for February",
        columns: ["Supporter", "Filed", "State", TableColumn("Hours", .number)],
        rows: [
            ["Dana Whitfield", "3 March", badge("Filed", tone: .good), "4.25"],
            ["Luis Ortega", "11 March", badge("Late", tone: .warning), "12.50"],
            ["Sam O’Neill", "not yet", badge("Missing", tone: .bad), "0.00"],
        ], total: ["Together", "", "", "16.75"]))
    \(dataTable(
        "Who has done what training",
        columns: ["Supporter", "Basic", "Critical incident", "Crisis response", "Refresher"],
        rows: [
            ["Dana Whitfield", "12 May 2024", "3 June 2024", "9 September 2024", "14 January 2026"],
            ["Luis Ortega", "12 May 2024", "3 June 2024", "9 September 2024", "missing"],
        ], narrow: .scrolls))
    """)

private let gallerySheetContent: HTML = printSheet(
    agency: "Riverbend County Probation Department", title: "Monthly Statistics Report", logo: mark(),
    lines: [SheetLine("Month", "March 2026"), SheetLine("Peer Supporter", "Dana Whitfield")],
    grid: monthGrid(
        "Statistics for March 2026", corner: "Identified issues", days: 30, totals: "Total",
        rows: [
            GridRow("Male (M) / Female (F)", [2: "M", 4: "F", 11: "F", 19: "M", 27: "F"]),
            GridRow("Old (O) / New (N)", [2: "O", 4: "N", 11: "O", 19: "N", 27: "O"]),
            GridRow("Approach (A) / Not approach (NA)", [2: "A", 4: "NA", 11: "A", 19: "A", 27: "NA"]),
            GridRow("Anxiety", [4: "1", 19: "1"], total: "2"),
            GridRow("Organisational stress", [2: "1", 11: "1", 27: "1"], total: "3"),
            GridRow("Critical incident", [19: "1"], total: "1"), GridRow("Depression", [:], total: "0"),
            GridRow("Family / kids / elders", [4: "1"], total: "1"), GridRow("Marital / relationship", [:], total: "0"),
            GridRow("Medical / IOD", [:], total: "0"), GridRow("Retirement", [27: "1"], total: "1"),
            GridRow("Referrals", [4: "1"], total: "1"), GridRow("Substance abuse", [:], total: "0"),
            GridRow("Other", [:], total: "0"),
        ]),
    totals: [SheetLine("Total hours of contact", "4.25"), SheetLine("Group debriefs / participants", "1 / 8")],
    note: "Further contacts on a day continue on the next sheet. \(clauseNote("RCP-FORM-1"))")

private let galleryParts: HTML = section(
    "Parts",
    """
    \(callout("The month closes in three days", "<p>Entries can be changed until you submit the sheet.</p>"))
    \(callout("Your refresher is due in April", tone: .warning))
    \(refusal("Only an active supporter can record a contact.", origin: "RCP-I.C.3"))
    \(card(
        "Your membership", level: .third, badge: badge("Active", tone: .good),
        facts([
            ("Joined", "12 May 2024"), ("Agreement", "Signed on 3 June 2024 \(clauseNote("RCP-I.B.4"))"),
            ("Coordinator", "Luis Ortega"),
        ])))
    \(card(
        "Joining the team", level: .third,
        steps(
            "Joining the team",
            [
                JourneyStep("Application", detail: "sent on 3 March", .done), JourneyStep("Interview", .done),
                JourneyStep("Director’s approval", detail: "waiting since Monday", .current),
                JourneyStep("Basic training", .ahead), JourneyStep("Active", .ahead),
            ])))
    \(progress("Basic training", done: 16, of: 24, unit: "hours"))
    \(prose("<h3>What stays between us</h3><p>We keep no record of what was said.</p><ul><li>One</li><li>Two</li></ul>"))
    \(recoveryCodes("Recovery codes", ["7QK4-M2PD-X9TA", "B3WN-8RVC-HJ5E", "K6ZT-4YGM-P2QD", "N9XA-C7WE-3RVB"]))
    \(codeLine("Key for your authenticator", "JBSW Y3DP EHPK 3PXP"))
    \(groupedCode("Your receipt", "7K2M-9QXC-4TB0-HW8E-R5NA-4D"))
    \(furtherFields("To read it out", isOpen: false, readAloud("7K2M-9QXC-4TB0-HW8E-R5NA-4D")))
    \(conversation(
        "Messages",
        [
            ThreadMessage(isOwn: true, from: "You", day: "Monday, 2 March", text: "Could we talk on Wednesday?"),
            ThreadMessage(isOwn: false, from: "Dana", day: "Tuesday, 3 March", text: "Gladly.\nI will call.", isNew: true),
        ]))
    \(finder([
        personCard(
            "Dana Whitfield", badge: badge("Can be reached now", tone: .good),
            facts: [PersonFact("Unit", "Field, North"), PersonFact("Languages", "Spanish")],
            words: ["Twelve years in the field. I am happy to just listen."],
            actions: actions(linkButton("Call 555-0142", to: Link(telephone: "555-0142"), icon: .phone))),
        personCard("A peer supporter", facts: [PersonFact("Unit", "Juvenile hall")]),
    ]))
    \(gallerySquareCode)
    \(formPart("How", lead: "All of this can change later.", callout("Fields stand here")))
    \(emptyState(
        "No contacts this month yet", "When you record one, it appears here.",
        action: linkButton("Record a contact", to: Link("contacts", "new"), icon: .add)))
    \(actions(
        linkButton("Print the sheet", to: Link("sheet"), icon: .print),
        buttonForm("Withdraw", to: Link("withdrawal"), token: "t", style: .danger)))
    \(confirmation(
        "Submit the sheet",
        "<p>After this the month cannot be changed.</p>\(buttonForm("Submit for good", to: Link("submission"), token: "t", style: .primary))"))
    """)

private let gallerySquareCode: HTML? = SquareCode(width: 2, isDark: [true, false, false, true]).map {
    squareCode($0, holds: "riverbend.example/support")
}

/// A slip alone on its page, as it goes to the printer.
package func gallerySlip(stylesheet: Link, icon: Link) -> HTML {
    page(
        "A word for a colleague", in: galleryShell(stylesheet: stylesheet, icon: icon),
        main: slip("Someone to talk to", "<p>In confidence, by people who know the work.</p>\(gallerySquareCode)"))
}
