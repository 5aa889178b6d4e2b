import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// What published figures and the team's own say together, by the guidelines' pack.
@Suite struct ReportTests {
    /// Twelve of the team: seven of the patrol, five of the jail. Three of them file sheets.
    private static let filing = ["ann", "bo", "cy"]

    private static func town() async throws -> (DemoTown, supporters: [Client]) {
        let town = try await DemoTown.on("iacp")
        let people = (0..<11).map { number in
            "p\(number),Given\(number),Family\(number),,,Unit,\(number < 6 ? "Patrol" : "Jail"),Days,Officer,sworn,no,,2001-01-01,,,,no,"
        }
        try await town.imports(
            """
            employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,\
            is_supervisor,supervisor,hired_on,area,cost_centre,mou,investigates,retires_on
            \(people.joined(separator: "\n"))
            """)
        var supporters: [Client] = []
        for number in 0..<11 {
            if number < filing.count {
                supporters.append(
                    try await town.supporter(
                        filing[number], named: "Quillwort \(filing[number])", employee: "p\(number)"))
                continue
            }
            let created = try await town.programmes.createAccount(
                NewAccount(login: "member\(number)", name: "Member \(number)", employeeNumber: "p\(number)"),
                in: town.agency.agency
            ).get()
            let holding = Holding(
                role: RoleID("supporter"), area: nil, startsOn: try #require(Day("2026-01-01")), until: nil)
            _ = try await town.programmes.appointAsOperator(
                Appointment(account: created.id, holding: holding), in: town.agency.agency)?.get()
        }
        return (town, supporters)
    }

    private static let contact: JSON = [
        "kind": "contact", "who": "employee", "service": "hospital", "minutes-in-person": 120, "referrals": 2,
    ]

    /// Fifteen contacts of each in February, published; in the second quarter they are those of the first.
    private static func published() async throws -> (DemoTown, supporters: [Client]) {
        let (town, supporters) = try await town()
        for supporter in supporters {
            try await supporter.count(contact, times: 15, in: "2026-02")
            try await supporter.submit("2026-02")
        }
        town.pass(seconds: 15 * 86_400)
        try await town.signedIn("coordinator").publish("2026-02")
        town.pass(seconds: 25 * 86_400)
        return (town, supporters)
    }

    /// Each part of a report by its title: its sentences.
    private func sentences(_ report: JSON) -> [String: [String]] {
        Dictionary(
            (report["parts"]?.array ?? []).compactMap { part in
                part["title"]?.string.map { ($0, part["sentences"]?.array?.compactMap(\.string) ?? []) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private func cells(_ report: JSON, _ title: String) -> [[String]] {
        let part = report["parts"]?.array?.first { $0["title"]?.string == title }
        return (part?["tables"]?.array ?? []).flatMap { $0["rows"]?.array ?? [] }.map { row in
            ["labels", "cells"].flatMap { row[$0]?.array?.compactMap(\.string) ?? [] }
        }
    }

    @Test(.clause("IACP-2.3-2")) func useLoadSizeAndTrainingStandInOneReport() async throws {
        let (town, _) = try await Self.published()
        let management = try await town.signedIn("management")
        let report = try await management.read("/api/v1/reports/utilisation")
        #expect(report["period"] == "2026-Q1")
        let sentences = sentences(report)
        let members = try await town.signedIn("coordinator").read("/api/v1/planning")["size"]?["suggested"]?.integer
        let suggested = try #require(members)
        #expect(sentences["Use"] == ["Contacts: 45 in the first quarter of 2026."])
        let load = try #require(sentences["Load for each member"]?.first)
        #expect(
            load.hasSuffix("in the first quarter of 2026: 45 by 12.") && load.hasPrefix("3.8 for each of 12 members"),
            "\(load)")
        #expect(sentences["Suggested size of the team"]?.first?.contains("\(suggested)") == true)
        #expect(cells(report, "Suggested size of the team").contains(["Suggested", "\(suggested)"]))
        #expect(
            cells(report, "Suggested size of the team").contains { $0.first == "One member for 30 people, rounded up" })
        // Neither division has eleven members, so both are told together.
        let training = cells(report, "Training needs by division")
        #expect(training.count == 1 && training.first?.contains("Patrol") == true, "\(training)")
        #expect(training.first?.contains("12") == true, "\(training)")
        #expect(sentences["Over the months"]?.isEmpty == false && sentences["Cover"]?.isEmpty == false)

        let page = try await management.page("/reports/utilisation")
        for sentence in sentences.values.joined() { #expect(page.words.contains(sentence), "\(sentence)") }
        #expect(page.words.contains("IACP-2.3-2") && page.words.contains("How to read this"))
        #expect(try await management.page("/home").links.contains("/reports/utilisation"))
    }

    @Test(.clause("IACP-2.3-2")) func hoursOfEachSupporterAreTheCoordinatorsAlone() async throws {
        let (town, _) = try await Self.published()
        let coordinator = try await town.signedIn("coordinator")
        let own = try await coordinator.read("/api/v1/reports/utilisation")
        let hours = cells(own, "Hours of each supporter")
        for login in Self.filing {
            #expect(hours.contains { $0.first == "Quillwort \(login)" && $0.contains("30") }, "\(hours)")
        }
        #expect(try await coordinator.page("/reports/utilisation").words.contains("Quillwort ann"))
        let management = try await town.signedIn("management")
        let theirs = try await management.read("/api/v1/reports/utilisation")
        #expect(sentences(theirs)["Hours of each supporter"] == nil)
        for seen in ["\(theirs)", try await management.page("/reports/utilisation").words] {
            #expect(!seen.contains("Quillwort") && !seen.contains("Member 5"))
        }
        for role in ["supporter", "committee-member", "sponsor"] {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/reports/utilisation").isNothing(for: other), "\(role)")
        }
    }

    /// What is filed shows nowhere before it is published.
    @Test(.clause("IACP-2.3-2")) func aFilingChangesNothing() async throws {
        let (town, supporters) = try await Self.published()
        let management = try await town.signedIn("management")
        let before = try await management.read("/api/v1/reports/utilisation")
        let page = try await management.page("/reports/utilisation").words
        let again = try await town.signedIn(Self.filing[0])
        try await again.count(Self.contact, times: 20, in: "2026-03")
        #expect(try await management.read("/api/v1/reports/utilisation") == before)
        try await again.submit("2026-03")
        #expect(try await management.read("/api/v1/reports/utilisation") == before)
        #expect(try await management.page("/reports/utilisation").words == page)
        #expect(supporters.count == 3)
    }
}
