import Testing
import Web
import WebSupport

/// The Monthly Statistics Report as it is printed.
@Suite struct OrangeCountyFormTests {
    private static let caption = "Monthly Statistics Report, March 2026"
    private static let further = "Further contacts on a day"

    /// The rows of the form, as the policy's last page has them.
    private static let rows = [
        "Male (M)/Female (F)", "Old (O)/New (N)", "Approach (A)/Not Approach (NA)", "Anxiety", "Organizational Stress",
        "Critical Incident", "Depression", "Family/Kids/Elders", "Marital/Relationship", "Medical/IOD", "Retirement",
        "Referrals", "Substance Abuse", "Other",
    ]

    private func sheet(_ client: Client) async throws -> Page { try await client.page("/sheets/2026-03") }

    /// The cells under a day, from the top.
    private func column(_ day: Int, of table: [[String]]) -> [String] { table.dropFirst().map { $0[day] } }

    @Test(.clause("OCP-FORM-1")) func theSheetHasTheRowsAndColumnsOfTheForm() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let supporter = try await town.signedIn("supporter")
        try await supporter.count(
            OrangeCounty.contact(
                day: 5, sex: "female", oldOrNew: "new", approach: "approach", issues: ["depression"], minutes: 30),
            in: "2026-03")
        try await supporter.count(OrangeCounty.contact(day: 9, minutes: 30), in: "2026-03")
        for page in [try await sheet(supporter), try await submitted(by: supporter, town)] {
            #expect(page.facts["Month"] == "March 2026")
            #expect(page.facts["PST Member"] == "PST Member")
            let table = try #require(page.table(Self.caption))
            #expect(table[0].dropFirst() == (1...31).map { String($0) }[...])
            #expect(table[0][0].lowercased() == "identified issues")
            let labels = table.dropFirst().map { $0[0].replacing(" / ", with: "/").lowercased() }
            #expect(labels == Self.rows.map { $0.lowercased() })
            #expect(column(5, of: table) == ["F", "N", "A", "", "", "", "✓", "", "", "", "", "", "", ""])
            #expect(column(9, of: table) == ["M", "O", "NA", "✓", "", "", "", "", "", "", "", "", "", ""])
            for day in 1...31 where day != 5 && day != 9 {
                #expect(column(day, of: table).joined().isEmpty, "\(day)")
            }
            #expect(page.table(Self.further) == nil)
        }
    }

    @Test(.clause("OCP-FORM-1")) func furtherContactsOfADayContinueBelow() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let supporter = try await town.signedIn("supporter")
        try await supporter.count(OrangeCounty.contact(day: 5, issues: ["anxiety"], minutes: 30), in: "2026-03")
        try await supporter.count(
            OrangeCounty.contact(day: 5, sex: "female", issues: ["retirement"], minutes: 30), in: "2026-03")
        try await supporter.count(OrangeCounty.contact(day: 9, issues: ["other"], minutes: 30), in: "2026-03")
        try await supporter.count(
            OrangeCounty.contact(day: 5, oldOrNew: "new", issues: [], minutes: 30), in: "2026-03")
        let page = try await sheet(supporter)
        let table = try #require(page.table(Self.caption))
        #expect(column(5, of: table) == ["M", "O", "NA", "✓", "", "", "", "", "", "", "", "", "", ""])
        #expect(column(9, of: table) == ["M", "O", "NA", "", "", "", "", "", "", "", "", "", "", "✓"])
        let more = try #require(page.table(Self.further))
        #expect(more[0] == ["Day", "5", "5"])
        #expect(more.dropFirst().map { $0[0] } == table.dropFirst().map { $0[0] })
        #expect(column(1, of: more) == ["F", "O", "NA", "", "", "", "", "", "", "", "✓", "", "", ""])
        #expect(column(2, of: more) == ["M", "N", "NA", "", "", "", "", "", "", "", "", "", "", ""])
    }

    @Test(.clause("OCP-FORM-2")) func elevenIssuesSeveralOfThemAtOnce() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let supporter = try await town.signedIn("supporter")
        let form = try #require(
            try await supporter.page("/contacts/new?kind=contact").forms.first { $0.action == "/contacts" })
        #expect(form.values(of: "issues") == OrangeCounty.issues)
        #expect(form.controls.filter { $0.name == "issues" }.allSatisfy { $0.kind == "checkbox" })
        for (index, issue) in OrangeCounty.issues.enumerated() {
            let day = min(index + 1, 10)
            try await supporter.count(OrangeCounty.contact(day: day, issues: [issue], minutes: 15), in: "2026-03")
        }
        let alone = try #require(try await sheet(supporter).table(Self.caption))
        for day in 1...10 {
            let ticked = column(day, of: alone).dropFirst(3).enumerated().filter { $0.element == "✓" }.map(\.offset)
            #expect(ticked == [day - 1])
        }
        let eleventh = try #require(try await sheet(supporter).table(Self.further))
        #expect(column(1, of: eleventh).dropFirst(3).enumerated().filter { $0.element == "✓" }.map(\.offset) == [10])

        // All at once, ticked on the page.
        let all = OrangeCounty.contact(day: 1, issues: OrangeCounty.issues, minutes: 15)
        let counted = try await supporter.post("/contacts", OrangeCounty.fields(all), token: supporter.formToken)
        #expect(counted.status == 303)
        let together = try #require(try await sheet(supporter).table(Self.further))
        #expect(column(1, of: together).dropFirst(3) == Array(repeating: "✓", count: 11)[...])
    }

    @Test(.clause("OCP-FORM-3")) func sumsComeFromTheEntriesAlone() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let supporter = try await town.signedIn("supporter")
        #expect(try await sums(supporter) == ["0.00", "0 / 0"])
        let first = try await supporter.count(OrangeCounty.contact(day: 5, minutes: 45), in: "2026-03")
        try await supporter.count(OrangeCounty.contact(day: 5, minutes: 60), in: "2026-03")
        let debrief = try await supporter.count(
            OrangeCounty.debrief(day: 6, participants: 12, minutes: 90), in: "2026-03")
        try await supporter.count(OrangeCounty.debrief(day: 7, participants: 5, minutes: 10), in: "2026-03")
        #expect(try await sums(supporter) == ["3.42", "2 / 17"])

        // No form of the page has the sums in it, and none is taken where an entry is.
        #expect(try await sheet(supporter).forms.allSatisfy { $0.names.isEmpty })
        for sum in ["total", "hours", "minutes-total", "participants"] {
            var members = OrangeCounty.contact(day: 5, minutes: 45).object ?? [:]
            members[sum] = 99
            let refused = try await supporter.api(.put, "/api/v1/sheets/2026-03/contacts/\(first)", .object(members))
            #expect(refused.status == 422)
        }
        #expect(try await sums(supporter) == ["3.42", "2 / 17"])

        // An entry changed or taken out changes them.
        let changed = OrangeCounty.debrief(day: 6, participants: 20, minutes: 30)
        #expect(
            try await supporter.api(.put, "/api/v1/sheets/2026-03/contacts/\(debrief)", changed).status == 204)
        #expect(try await sums(supporter) == ["2.42", "2 / 25"])
        #expect(try await supporter.post("/sheets/2026-03/contacts/\(first)/removal").status == 303)
        #expect(try await sums(supporter) == ["1.67", "2 / 25"])

        // So are they when the receiver opens the submitted sheet.
        let opened = try await submitted(by: supporter, town)
        #expect(sums(of: opened) == ["1.67", "2 / 25"])
        #expect(try await supporter.read("/api/v1/sheets/2026-03")["minutes"] == 100)
    }

    /// The form asks for minutes and its sum is read in hours: each published amount says what it is counted in, and a program
    /// reads minutes.
    @Test(.clause("OCP-FORM-3")) func whatIsPublishedSaysWhatItIsCountedIn() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let three = try await town.threeSupporters()
        let talk = OrangeCounty.contact(day: 5, minutes: 105)
        let debrief = OrangeCounty.debrief(day: 6, participants: 10, minutes: 53)
        for (entry, day) in [(talk, "2026-02-05"), (debrief, "2026-02-06")] as [(JSON, JSON)] {
            let february = (entry.object ?? [:]).merging(["day": day]) { $1 }
            for one in three { try await one.count(.object(february), times: 12, in: "2026-02") }
        }
        for one in three { try await one.submit("2026-02") }
        try await town.signedIn("coordinator").publish("2026-02")
        let title = "Total hours of contact and participants"
        for role in ["administrator", "division-director"] {
            let reader = try await town.signedIn(role)
            let page = try await reader.page("/figures/summary/2026-02")
            // Talks are told each month, in whole hours; debriefings, with their participants, once a year.
            let words = try #require(page.table(title)).flatMap(\.self).joined(separator: " ")
            #expect(words.contains("63 hours"), "\(words)")
            let tables = try await reader.read("/api/v1/figures/summary/2026-02")["tables"]?.array ?? []
            let rows = tables.first { $0.text("title") == title }?["rows"]?.array ?? []
            #expect(rows.map { $0["unit"] } == ["minutes"])
            #expect(rows.map { $0["value"] } == [["hours": 63]])
        }
    }

    private func sums(_ supporter: Client) async throws -> [String?] { sums(of: try await sheet(supporter)) }

    private func sums(of page: Page) -> [String?] {
        [page.facts["Total hours of contact"], page.facts["Group debrief / number of participants"]]
    }

    /// The sheet as the logistics coordinator opens it once it is submitted.
    private func submitted(by supporter: Client, _ town: DemoTown) async throws -> Page {
        try await supporter.submit("2026-03")
        let receiver = try await town.signedIn("logistics-coordinator")
        return try await receiver.page("/filings/2026-03/sheets/\(try town.member("supporter").account)")
    }
}
