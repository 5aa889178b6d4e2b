import Operations
import Program
import Sealing
import Store
import Testing

/// From submitted sheets to a month's summary, frozen for good.
@Suite struct SummaryTests {
    private static let months = ["2026-08", "2026-09", "2026-10"].compactMap { Month($0) }

    /// A supporter of Orange County submits that many contacts of the month.
    private func submit(_ count: Int, of month: Month, by staff: Staff, _ ground: Ground) async throws {
        let day = try #require(month.days.first)
        for _ in 0..<count {
            _ = try await ground.programmes.recordContact(.on(day), in: month, by: staff).get()
        }
        _ = try await ground.programmes.submitSheet(month, by: staff).get()
    }

    private func publish(_ month: Month, by staff: Staff, _ ground: Ground) async throws -> [String?]? {
        try await ground.programmes.publishSummary(month, by: staff).refusedFields
    }

    @Test(arguments: engines) func inOrderAndOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let (august, september, october) = (Self.months[0], Self.months[1], Self.months[2])
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        try await submit(1, of: august, by: staff, ground)
        try await submit(12, of: october, by: staff, ground)
        let standings = { (staff: Staff) in
            try await ground.programmes.summaryStandings(by: staff).map { "\($0.month.text) \($0.status)" }
        }
        #expect(
            try await standings(coordinator) == ["2026-10 waiting", "2026-09 overdue", "2026-08 overdue"])
        #expect(try await publish(october, by: coordinator, ground) == ["month"])
        #expect(try await publish(coordinator.today.month, by: coordinator, ground) == ["month"])
        #expect(try await ground.programmes.prepareSummary(october, by: coordinator).refusedFields == ["month"])
        async let one = publish(august, by: coordinator, ground)
        async let other = publish(august, by: coordinator, ground)
        #expect(try await [one, other].count { $0 == nil } == 1)
        #expect(try await publish(august, by: coordinator, ground) == ["month"])
        #expect(try await publish(september, by: coordinator, ground) == nil)
        #expect(try await publish(october, by: coordinator, ground) == nil)
        #expect(
            try await standings(coordinator) == ["2026-10 published", "2026-09 published", "2026-08 published"])
        let acts = try await ground.acts()
        #expect(acts.count { $0 == .summaryPublished } == 3)
    }

    @Test(arguments: engines) func whatIsPublished(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let october = Self.months[2]
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        try await submit(12, of: october, by: staff, ground)
        #expect(try await ground.programmes.publishedSummary(october, by: coordinator) == nil)
        #expect(try await ground.programmes.prepareSummary(october, by: coordinator).get().awaited == 0)
        #expect(try await publish(october, by: coordinator, ground) == nil)
        let published = try #require(try await ground.programmes.publishedSummary(october, by: coordinator))
        #expect(published.publishedOn == coordinator.today)
        #expect(published.summary.sheetsReceived == 1)
        #expect(published.summary.cover == "Strategic Support Division and its Director")
        #expect(published.summary.tables.first?.total == .count(12))
        #expect(try await ground.programmes.prepareSummary(october, by: coordinator).refusedFields == ["month"])
    }

    /// Once a month is published its bytes are checked at every reading; a row that was changed is not shown.
    @Test(arguments: engines) func anAlteredReleaseIsNotShown(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let october = Self.months[2]
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        try await submit(12, of: october, by: staff, ground)
        #expect(try await publish(october, by: coordinator, ground) == nil)
        try await ground.database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE release SET content = replace(content, '\"count\":12', '\"count\":21')")
            #expect(changed == 1)
        }
        await #expect(throws: FrozenReleaseAltered.self) {
            try await ground.programmes.publishedSummary(october, by: coordinator)
        }
    }

    /// At publication the sheets that bore a name are destroyed; that they were filed, and when, stays; with how many hours, their supporter alone still reads.
    @Test(arguments: engines) func publicationDestroysNamedSheets(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let (september, october) = (Self.months[1], Self.months[2])
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        try await submit(2, of: september, by: staff, ground)
        try await submit(3, of: october, by: staff, ground)
        #expect(try await publish(september, by: coordinator, ground) == nil)
        let sizes = try await ground.database.sizes()
        #expect(sizes["sheet"] == 2 && sizes["filed_sheet"] == 1 && sizes["filing"] == 2)
        #expect(try await ground.programmes.openNamedSheet(of: staff.account, september, by: receiver) == nil)
        #expect(try await ground.programmes.openNamedSheet(of: staff.account, october, by: receiver) != nil)
        let own = try await ground.programmes.ownSheet(september, of: staff)
        #expect(own.minutes == 90)
        #expect(!own.hasEntries)
        let standing = try await ground.programmes.standings(september, by: receiver)
        #expect(standing.map(\.canOpen) == [false])
        #expect(standing.map { $0.filing != nil } == [true])
    }

    /// A sheet that comes after its month was published counts in the next summary, and the published one stays as it is.
    @Test(arguments: engines) func aLateSheetCountsInTheNextSummary(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let (september, october) = (Self.months[1], Self.months[2])
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let (one, other) = (
            try await ground.member("a.lopez", roles: "supporter"),
            try await ground.member("b.jones", roles: "supporter")
        )
        try await submit(12, of: september, by: one, ground)
        #expect(try await publish(september, by: coordinator, ground) == nil)
        let before = try await ground.programmes.publishedSummary(september, by: coordinator)?.summary
        try await submit(13, of: september, by: other, ground)
        let figures = try await ground.figures(september)
        #expect(figures[.entries("contact")] == 12)
        #expect(try await ground.figures(october)[.entries("contact")] == 13)
        #expect(try await ground.programmes.publishedSummary(september, by: coordinator)?.summary == before)
        #expect(try await ground.database.sizes()["filed_sheet"] == 1)
        #expect(try await publish(october, by: coordinator, ground) == nil)
        let next = try #require(try await ground.programmes.publishedSummary(october, by: coordinator)).summary
        #expect(next.tables.first?.total == .count(13))
        #expect(next.sheetsReceived == 1)
        #expect(try await ground.database.sizes()["filed_sheet"] == 0)
    }

    /// Whatever supporters enter, the month's figures are those of their sheets together.
    @Test(
        arguments: engines,
        ["orange-county-probation", "sacramento-probation", "kern-sheriff", "iacp", "police-division"])
    func figuresAreTheSheetsTogether(_ engine: Engine, _ pack: String) async throws {
        let ground = try await Ground(engine, pack: pack, on: "2026-11-05")
        let october = Self.months[2]
        var random = SystemRandomNumberGenerator()
        var together: [CountKey: Int] = [:]
        for login in ["a.lopez", "b.jones", "e.kim"] {
            let staff = try await ground.member(login, roles: "supporter")
            for _ in 0..<Int.random(in: 1...12) {
                let answers = try ground.agency.policy.contactForm.randomAnswers(in: october, using: &random)
                _ = try await ground.programmes.recordContact(answers, in: october, by: staff).get()
            }
            let sheet = try await ground.programmes.ownSheet(october, of: staff).sheet
            _ = try await ground.programmes.submitSheet(october, by: staff).get()
            #expect(try await ground.programmes.ownSheet(october, of: staff).minutes == sheet.minutes)
            together.merge(sheet.counts(for: ground.agency.policy.summary).values, uniquingKeysWith: +)
        }
        #expect(try await ground.figures(october) == together)
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        #expect(try await publish(october, by: coordinator, ground) == nil)
        let published = try #require(try await ground.programmes.publishedSummary(october, by: coordinator))
        #expect(published.summary.sheetsReceived == 3)
    }

    /// A figure that no form has is a fault of the store: nothing is published of such a month.
    @Test(arguments: engines) func anUnknownFigureIsAFault(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-19")
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        try await ground.database.write { [agency = ground.agency] transaction in
            try transaction.add(3, toFigure: "visits", agency: agency.id, month: Self.months[2])
        }
        await #expect(throws: UnknownFigure.self) {
            try await ground.programmes.publishSummary(Self.months[2], by: coordinator)
        }
        #expect(try await ground.database.sizes()["publication"] == 0)
    }
}
