import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// From submitted sheets to published figures, frozen for good.
@Suite struct PublishingTests {
    @Test(arguments: engines) func inOrderAndOnce(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        let (august, september, october) = (figures.august, figures.september, figures.october)
        try await figures.submit(1, of: august, by: 0)
        try await figures.submitEach(12, of: october)
        #expect(
            try await figures.standings() == [
                "summary 2026-10 waiting", "summary 2026-09 overdue", "summary 2026-08 overdue",
            ])
        #expect(try await figures.publish(october) == ["period"])
        #expect(try await figures.publish(october.next) == ["period"])
        let programmes = figures.ground.programmes
        let prepared = try await programmes.prepareFigures("summary", october, by: figures.coordinator)
        #expect(prepared?.refusedFields == ["period"])
        async let one = figures.publish(august)
        async let other = figures.publish(august)
        #expect(try await [one, other].count { $0 == nil } == 1)
        #expect(try await figures.publish(august) == ["period"])
        #expect(try await figures.publish(september) == nil)
        #expect(try await figures.publish(october) == nil)
        #expect(try await figures.standings().allSatisfy { $0.hasSuffix("published") })
        #expect(try await figures.ground.acts().count { $0 == .summaryPublished } == 3)
    }

    /// A month with too little in it comes out on its day without a figure, and is told with the next.
    @Test(arguments: engines) func whatIsTooLittleIsToldWithTheNext(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submit(3, of: figures.september, by: 0)
        try await figures.submitEach(12, of: figures.october)
        #expect(try await figures.publish(figures.september) == nil)
        let waiting = try #require(try await figures.published(figures.september))
        #expect(waiting.waits && waiting.tables.isEmpty && waiting.sheets == 0)
        #expect(try await figures.publish(figures.october) == nil)
        let told = try #require(try await figures.published(figures.october))
        #expect(told.months == [figures.september.lastMonth, figures.october.lastMonth])
        #expect(told.sheets == 4)
        #expect(told.cover == "Strategic Support Division and its Director")
        #expect(told.tables.flatMap(\.rows).map(\.value).contains(.count(39)))
    }

    /// Its bytes are checked at every reading; a row that was changed is not shown.
    @Test(arguments: engines) func alteredFiguresAreNotShown(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        #expect(try await figures.publish(figures.october) == nil)
        try await figures.ground.database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE publication SET content = replace(content, '\"count\":36', '\"count\":63')")
            #expect(changed == 1)
        }
        await #expect(throws: FrozenReleaseAltered.self) { try await figures.published(figures.october) }
    }

    /// Of what is not open to somebody they hear the same as of what there is not.
    @Test(arguments: engines) func nobodyElseOpensIt(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        #expect(try await figures.publish(figures.october) == nil)
        let programmes = figures.ground.programmes
        let supporter = figures.supporters[0]
        #expect(try await programmes.publication("summary", figures.october, by: supporter) == nil)
        #expect(try await programmes.publication("nothing", figures.october, by: figures.coordinator) == nil)
        #expect(try await programmes.publication("year", figures.october, by: figures.coordinator) == nil)
        #expect(try await programmes.prepareFigures("summary", figures.october, by: supporter) == nil)
        #expect(try await programmes.publishFigures("summary", figures.october, by: supporter) == nil)
        #expect(try await programmes.publishFigures("nothing", figures.october, by: figures.coordinator) == nil)
        #expect(try await programmes.releaseStandings(by: supporter).isEmpty)
    }

    /// At publication the sheets that bore a name are destroyed; that they were filed, and when, stays.
    @Test(arguments: engines) func publicationDestroysNamedSheets(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        let (september, october) = (figures.september, figures.october)
        let receiver = try await figures.ground.member("l.park", roles: "logistics-coordinator")
        try await figures.submit(2, of: september, by: 0)
        try await figures.submit(3, of: october, by: 0)
        #expect(try await figures.publish(september) == nil)
        let (programmes, account) = (figures.ground.programmes, figures.supporters[0].account)
        #expect(try await programmes.openNamedSheet(of: account, september.lastMonth, by: receiver) == nil)
        #expect(try await programmes.openNamedSheet(of: account, october.lastMonth, by: receiver) != nil)
        let own = try await programmes.ownSheet(september.lastMonth, of: figures.supporters[0])
        #expect(own.minutes == 90 && !own.hasEntries)
        #expect(try await figures.ground.database.sizes()["filed_sheet"] == 1)
    }

    /// A sheet that comes after its month was published counts in the next one, and the published one stays as it is.
    @Test(arguments: engines) func aLateSheetCountsInTheNext(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        let (september, october) = (figures.september, figures.october)
        for supporter in 0...1 { try await figures.submit(12, of: september, by: supporter) }
        #expect(try await figures.publish(september) == nil)
        let before = try await figures.published(september)
        try await figures.submit(13, of: september, by: 2)
        #expect(try await figures.ground.figures(september.lastMonth)[.entries("contact")] == 24)
        #expect(try await figures.ground.figures(october.lastMonth)[.entries("contact")] == 13)
        #expect(try await figures.published(september) == before)
        #expect(try await figures.publish(october) == nil)
    }

    /// Whatever supporters enter, the month's counts are those of their sheets together.
    @Test(
        arguments: engines,
        ["orange-county-probation", "sacramento-probation", "kern-sheriff", "iacp", "police-division"])
    func countsAreTheSheetsTogether(_ engine: Engine, _ pack: String) async throws {
        let ground = try await Ground(engine, pack: pack, on: "2026-11-05")
        let october = ReleasePeriod.month(try #require(Month("2026-10")))
        var random = SystemRandomNumberGenerator()
        var together: [CountKey: Int] = [:]
        for login in ["a.lopez", "b.jones", "e.kim"] {
            let staff = try await ground.member(login, roles: "supporter")
            for _ in 0..<Int.random(in: 1...12) {
                let answers = try ground.agency.policy.contactForm.randomAnswers(in: october.lastMonth, using: &random)
                _ = try await ground.programmes.recordContact(answers, in: october.lastMonth, by: staff).get()
            }
            let sheet = try await ground.programmes.ownSheet(october.lastMonth, of: staff).sheet
            _ = try await ground.programmes.submitSheet(october.lastMonth, by: staff).get()
            #expect(try await ground.programmes.ownSheet(october.lastMonth, of: staff).minutes == sheet.minutes)
            together.merge(ground.agency.policy.toldNumbers.counts(of: sheet), uniquingKeysWith: +)
        }
        together[.sheets] = 3
        #expect(try await ground.figures(october.lastMonth) == together.filter { $0.value > 0 })
        let publisher = try #require(ground.agency.policy.release("summary")?.preparedBy)
        let coordinator = try await ground.member("c.ortiz", roles: publisher.text)
        let published = try await ground.programmes.publishFigures("summary", october, by: coordinator)
        #expect(try #require(published).refusedFields == nil)
    }
}
