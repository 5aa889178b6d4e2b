import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Sacramento's Monthly Peer Support Contact Summary.
@Suite struct SacramentoSummaryTests {
    static let pack = "sacramento-probation"
    private static let circles: Set = ["committee-member", "management-liaison"]

    /// The sheets of February of three members, and a fourth who has written and not submitted.
    private static let february: [[JSON]] = [
        Sacramento.contacts("in-person", 14) + Sacramento.contacts("phone", 13) + Sacramento.contacts("message", 2)
            + [Sacramento.contact("phone", referral: ["medical"])],
        Sacramento.contacts("in-person", 9) + Sacramento.contacts("phone", 14) + Sacramento.contacts("message", 1)
            + [Sacramento.gathering("group", of: 6), Sacramento.gathering("debriefing", of: 15)],
        Sacramento.contacts("in-person", 4) + Array(repeating: ["kind": "funeral"], count: 12),
    ]
    private static let names = ["A. Lopez", "B. Nguyen", "C. Ortiz", "D. Unsubmitted"]

    /// February is over and its sheets are in, but for one supporter's, who wrote twenty more and has until the tenth.
    private func february(_ town: DemoTown) async throws -> [Client] {
        let keeper = try await town.signedIn("coordinator")
        var supporters: [Client] = []
        for (index, name) in Self.names.enumerated() {
            supporters.append(
                try await town.newcomer(
                    "member-\(index)", named: name, as: "supporter", since: "2026-01-15", by: keeper))
        }
        for (supporter, contacts) in zip(supporters, Self.february) {
            for contact in contacts { try await supporter.count(contact, in: "2026-02") }
            try await supporter.submit("2026-02")
        }
        try await supporters[3].count(Sacramento.contact("message"), times: 20, in: "2026-02")
        try town.turn(to: "2026-03-12T18:00:00Z")
        return supporters
    }

    @Test(.clause("SAC-II.B.5")) func eachClosedMonthIsPublishedToTheTwoCirclesAlone() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        try await supporter.submit("2026-02")
        try await supporter.submit("2026-03")
        try town.turn(to: "2026-04-12T18:00:00Z")
        let coordinator = try await town.signedIn("coordinator")
        let months = ["2026-02", "2026-03"]
        #expect(try await states(coordinator) == ["2026-03": "waiting", "2026-02": "overdue"])
        #expect(try await coordinator.page("/figures").words.contains("February 2026"))
        for month in months { try await coordinator.publish(month) }
        #expect(try await states(coordinator) == ["2026-03": "published", "2026-02": "published"])
        // April is not over.
        #expect(try await coordinator.post("/figures/summary/2026-04/publication").status == 422)

        for role in town.roles {
            let client = try await town.signedIn(role)
            // The coordinator prepares it.
            let opens = Self.circles.contains(role) || role == "coordinator"
            for month in months {
                let page = try await client.get("/figures/summary/\(month)")
                #expect(page.status == (opens ? 200 : 404), "\(role): \(page)")
                #expect(try await page.isNothing(for: client) == !opens, "\(role)")
                let called = try await client.api(.get, "/api/v1/figures/summary/\(month)")
                #expect(try await called.isNothing(for: client, api: true) == !opens, "\(role)")
            }
            guard Self.circles.contains(role) else { continue }
            let list = try await client.page("/figures")
            #expect(list.words.contains("Monthly Peer Support Contact Summary"))
            #expect(months.allSatisfy { list.links.contains("/figures/summary/\($0)") })
        }
    }

    /// February as a card shows it, and not whatever else waits on the same page.
    private static let overdue = "Monthly Peer Support Contact Summary, February 2026 Publish it Overdue"

    @Test(.clause("SAC-II.B.5"), arguments: TestDatabase.engines)
    func aMonthNotPublishedByItsDayIsOverdue(engine: Engine) async throws {
        let town = try await DemoTown.start(pack: Self.pack, engine: engine)
        let supporter = try await town.signedIn("supporter")
        try await supporter.submit("2026-02")
        try town.turn(to: "2026-03-21T06:50:00Z")
        let coordinator = try await town.signedIn("coordinator")
        try town.turn(to: "2026-03-21T06:59:59Z")
        #expect(try await states(coordinator) == ["2026-02": "waiting"])
        #expect(try await !coordinator.page("/home").words.contains(Self.overdue))
        // The twentieth ends in California.
        try town.turn(to: "2026-03-21T07:00:00Z")
        #expect(try await states(coordinator) == ["2026-02": "overdue"])
        for address in ["/home", "/figures"] {
            #expect(try await coordinator.page(address).words.contains(Self.overdue))
        }
        try await coordinator.publish("2026-02")
        #expect(try await states(coordinator) == ["2026-02": "published"])
        #expect(try await !coordinator.page("/home").words.contains(Self.overdue))
    }

    @Test(.clause("SAC-II.B.5.a")) func countsByTypeAreThoseOfTheSubmittedSheets() async throws {
        let town = try await DemoTown.on(Self.pack)
        _ = try await february(town)
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        let liaison = try await town.signedIn("management-liaison")
        let summary = try PublishedFigures(try await liaison.read("/api/v1/figures/summary/2026-02"))

        // What is few is told together with its neighbour, so that it stays number and type.
        #expect(summary.tables["Types of contact"] == ["In person": .count(27), "By phone or By message": .count(31)])
        #expect(summary.totals["Types of contact"] == .count(58))
        #expect(summary.tables["Contacts and activities"] == ["Contact": .count(58)])
        #expect(summary.sheets == 3)

        // The page shows the same, figure by figure.
        let page = try await liaison.page("/figures/summary/2026-02")
        for (title, table) in summary.tables where title != "People in groups and debriefings" {
            let rows = try #require(page.table(title))
            for (label, figure) in table { #expect(rows.contains([label, figure.words]), "\(label)") }
        }
    }

    @Test(.clause("SAC-II.B.5.b")) func nobodyAndNothingSaidCanBeFoundInTheSummaries() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporters = try await february(town)
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        let liaison = try await town.signedIn("management-liaison")
        let first = try await liaison.read("/api/v1/figures/summary/2026-02")

        // Who is late counts in the next month's summary, so that no two published tables hold the same contact.
        try await supporters[3].submit("2026-02")
        for supporter in supporters.prefix(3) {
            for contact in Sacramento.contacts("in-person", 12) + Sacramento.contacts("phone", 6) {
                try await supporter.count(contact, in: "2026-03")
            }
            try await supporter.submit("2026-03")
        }
        try town.turn(to: "2026-04-12T18:00:00Z")
        let again = try await town.signedIn("coordinator")
        #expect(try await again.post("/figures/summary/2026-02/publication").status == 422)
        try await again.publish("2026-03")
        let reader = try await town.signedIn("management-liaison")
        #expect(try await reader.read("/api/v1/figures/summary/2026-02") == first)
        let second = try await reader.read("/api/v1/figures/summary/2026-03")
        #expect(try PublishedFigures(second).tables["Contacts and activities"] == ["Contact": .count(74)])
        try await town.publishYear(after: 3)
        let year = try await town.signedIn("management-liaison").read("/api/v1/figures/year/2026")
        for summary in [first, second, year] {
            try expectNoIdentity(in: summary, town)
            try expectNothingSmall(in: try PublishedFigures(summary))
        }
        try expectNothingWorkedOut(
            from: try [first, second].map { try PublishedFigures($0) }, beside: try PublishedFigures(year))
        for month in ["2026-02", "2026-03"] {
            let page = try await town.signedIn("management-liaison").page("/figures/summary/\(month)")
            #expect(Self.names.allSatisfy { !page.words.contains($0) } && !page.words.contains("member-"))
        }
    }

    /// Every word of a summary is the pack's own or says how to read it.
    private func expectNoIdentity(in summary: JSON, _ town: DemoTown) throws {
        let form = town.agency.policy.contactForm
        let questions = form.kinds.flatMap(\.questions)
        let labels =
            form.kinds.map(\.label) + questions.map(\.label) + questions.flatMap { $0.answer.options.map(\.label) }
        let policy = town.agency.policy
        let units = Quantity.Unit.allCases.map(\.rawValue)
        let own = Set(
            labels + units + policy.summary.tables.map(\.title) + policy.allReleases.flatMap { [$0.title, $0.id] }
                + policy.roles.map(\.title) + form.kinds.flatMap(\.questions).map(\.label) + [
                    "People in groups and debriefings"
                ])
        let notes = ["not shown", "shown only when", "no figure", "told", "With ", "Without ", "number", "together"]
        for words in summary.everyString where !own.contains(words) {
            let isDay = Day(words) != nil || ReleasePeriod(words) != nil
            let isChecksum = words.count == 64 && words.allSatisfy(\.isHexDigit)
            let parts = words.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
            #expect(
                isDay || isChecksum || own.isSuperset(of: parts) || notes.contains { words.contains($0) }, "\(words)")
        }
    }

    /// No count below eleven is shown, nor left over where the rows of a table are taken from its total.
    private func expectNothingSmall(in summary: PublishedFigures) throws {
        for (title, table) in summary.tables {
            for (label, figure) in table {
                if case .count(let count) = figure { #expect(count > 10, "\(title): \(label)") }
            }
            guard case .count(let total) = summary.totals[title] else { continue }
            let rest = total - table.values.reduce(0) { $0 + ($1.count ?? 0) }
            #expect(rest == 0 || rest > 10, "\(title): \(rest)")
        }
    }

    /// A reader with a pencil takes what the months told from the year: no remainder is small.
    private func expectNothingWorkedOut(from months: [PublishedFigures], beside year: PublishedFigures) throws {
        for (title, table) in year.tables {
            for (label, figure) in table {
                guard case .count(let whole) = figure else { continue }
                let told = months.compactMap { $0.tables[title]?[label]?.count }
                for rest in [whole - told.reduce(0, +)] + told.map({ whole - $0 }) where !told.isEmpty {
                    #expect(rest == 0 || rest > 10, "\(title): \(label)")
                }
            }
        }
    }

    private func states(_ client: Client) async throws -> [String: String] {
        let releases = try await client.read("/api/v1/figures")["releases"]?.array ?? []
        let summaries = releases.filter { $0.text("release") == "summary" }
        return Dictionary(uniqueKeysWithValues: summaries.map { ($0.text("period"), $0.text("state")) })
    }
}

/// Entries on Sacramento's form.
enum Sacramento {
    static func contact(_ type: String, referral: [String] = []) -> JSON {
        [
            "kind": "contact", "type": .string(type), "advisement": true,
            "referral": .array(referral.map { .string($0) }),
        ]
    }

    static func contacts(_ type: String, _ number: Int) -> [JSON] {
        Array(repeating: contact(type), count: number)
    }

    static func gathering(_ kind: String, of participants: Int) -> JSON {
        ["kind": .string(kind), "participants": .integer(participants)]
    }
}
