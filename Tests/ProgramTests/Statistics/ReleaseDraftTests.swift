import Program
import TestSupport
import Testing

@Suite struct ReleaseDraftTests {
    private static func month(_ number: Int, _ year: Int = 2026) throws -> Month {
        try #require(Month(year: year, number: number))
    }

    /// Three sheets that together chose the options so often.
    private static func three(_ counts: Int...) -> [[Int]] {
        [counts.map { $0 - $0 / 3 - $0 / 3 }, counts.map { $0 / 3 }, counts.map { $0 / 3 }]
    }

    @Test func whatIsFewIsToldWithTheNextInTheOrderOfTheForm() throws {
        var year = TestYear(options: 4, told: .month, smallestCount: 11)
        year.file(Self.three(30, 4, 9, 12), in: try Self.month(1))
        #expect(
            try year.publish(try Self.month(1)).asRead == ["Contact: 55", "o0: 30, o1 or o2: 13, o3: 12"])
        year.file(Self.three(30, 0, 0, 7), in: try Self.month(2))
        #expect(try year.publish(try Self.month(2)).asRead == ["Contact: 37", "o0, o1, o2 or o3: 37"])
    }

    @Test func aMonthOfFewIsToldWithTheNext() throws {
        var year = TestYear(options: 2, told: .month, smallestCount: 11)
        year.file(Self.three(5, 5), in: try Self.month(1))
        year.file(Self.three(6, 3), in: try Self.month(2))
        let first = try year.publish(try Self.month(1))
        #expect(first.waits && first.tables.isEmpty && first.sheets == 0)
        let second = try year.publish(try Self.month(2))
        #expect(second.months == [try Self.month(1), try Self.month(2)])
        #expect(second.asRead == ["Contact: 19", "o0 or o1: 19"] && second.sheets == 6)
    }

    /// The month is that supporter's month: it is told by itself only where there are others.
    @Test(arguments: [(1, true), (2, true), (3, false)])
    func aMonthOfTooFewSheetsWaits(_ sheets: Int, waits: Bool) throws {
        let form = TestYear(options: 2, told: .month, smallestCount: 11)
        let threshold = DisclosureThreshold(
            smallestCount: 11, smallestPopulation: 1, insiders: .nobody, basis: .chosen("Three sheets, as by default."))
        var year = TestYear(form.form, tables: form.tables, threshold: threshold)
        year.file(Array(repeating: [20, 20], count: sheets) + [[0, 0]], in: try Self.month(1))
        #expect(try year.publish(try Self.month(1)).waits == waits)
    }

    @Test func whoeverFiledOneSheetFindsNoSmallNumberByTakingTheirsAway() throws {
        let cases: [(DisclosureThreshold.Insiders, [String])] = [
            (.nobody, ["Contact: 40", "o0: 18, o1: 22"]), (.one, ["Contact: 40", "o0 or o1: 40"]),
        ]
        for (insiders, read) in cases {
            var year = TestYear(options: 2, told: .month, smallestCount: 11, insiders: insiders)
            year.file([[10, 2], [4, 10], [4, 10]], in: try Self.month(1))
            #expect(try year.publish(try Self.month(1)).asRead == read)
        }
    }

    @Test func withoutAYearBeforeAMonthTellsItsEntriesAloneAndTheYearTellsTheOptions() throws {
        var year = TestYear(options: 2, told: nil, smallestCount: 11)
        for number in 1...12 {
            year.file(Self.three(30, 2), in: try Self.month(number))
            let month = try year.publish(try Self.month(number))
            #expect(month.asRead == ["Contact: 32"] && month.notes == ["Who: told once a year."])
        }
        let told = try year.publish(TestYear.release(.year), .year(of: try Self.month(1)))
        #expect(told.asRead == ["Contact: 384", "o0: 360, o1: 24"])
    }

    @Test func lastYearsFiguresSayWhatAMonthCarries() throws {
        var year = TestYear(options: 3, told: nil, smallestCount: 11)
        for number in 1...12 {
            year.file(Self.three(60, 24, 2), in: try Self.month(number, 2025))
            try year.publish(try Self.month(number, 2025))
        }
        try year.publish(TestYear.release(.year), .year(of: try Self.month(1, 2025)))
        // However the month itself is: its groups are those of last year, the smallest first and joined until a month carries them.
        year.file(Self.three(15, 3, 30), in: try Self.month(1))
        #expect(try year.publish(try Self.month(1)).asRead == ["Contact: 48", "o2 or o1: 33, o0: 15"])
        year.file(Self.three(60, 3, 3), in: try Self.month(2))
        #expect(try year.publish(try Self.month(2)).asRead == ["Contact: 66", "o2, o1 or o0: 66"])
    }

    @Test func aMonthThatWaitsAtTheEndOfTheYearIsToldInTheNextInEveryTable() throws {
        var year = TestYear(options: 2, told: nil, smallestCount: 11)
        for number in 1...11 {
            year.file(Self.three(12, 12), in: try Self.month(number))
            try year.publish(try Self.month(number))
        }
        year.file(Self.three(3, 1), in: try Self.month(12))
        #expect(try year.publish(try Self.month(12)).waits)
        let told = try year.publish(TestYear.release(.year), .year(of: try Self.month(1)))
        #expect(told.asRead == ["Contact: 264", "o0: 132, o1: 132"] && told.notes == ["Without December 2026."])
        year.file(Self.three(9, 9), in: try Self.month(1, 2027))
        let january = try year.publish(try Self.month(1, 2027))
        #expect(january.months.map(\.text) == ["2026-12", "2027-01"] && january.asRead.first == "Contact: 22")
    }

    @Test(arguments: [ReleaseLength.quarter, .twelveMonths])
    func longerTimesAreSumsOfWhatWasTold(_ per: ReleaseLength) throws {
        var year = TestYear(options: 3, told: .month, smallestCount: 11)
        for number in 1...12 {
            year.file(number == 2 ? Self.three(20, 6, 6) : Self.three(20, 12, 12), in: try Self.month(number))
            try year.publish(try Self.month(number))
        }
        let period = ReleasePeriod(per.length, endingFrom: try Self.month(per == .quarter ? 1 : 12))
        let draft = try year.draft(TestYear.release(per), period)
        // February told the last two together, so that longer times do.
        let read =
            per == .quarter
            ? ["Contact: 120", "o0: 60, o1 or o2: 60"] : ["Contact: 516", "o0: 240, o1 or o2: 276"]
        #expect(draft.publication.asRead == read)
        #expect(!draft.tellsNew && draft.publication.tables.flatMap(\.rows).allSatisfy(\.isSum))
    }

    /// A sum that is not of everything says of what it is: nobody adds two rows of one name, or takes one for the whole.
    @Test func aSumOfSomeKindsHasTheirNames() throws {
        let minutes = Question.amount(.minutes, 5...600, required: true)
        let form = ContactForm(kinds: [ContactKind("contact", [minutes]), ContactKind("group", [minutes])])
        let tables: [SummaryTable] = [
            .kinds(title: "Contacts", basis: testBasis),
            .sums(title: "Time", quantities: [.minutes], basis: testBasis),
        ]
        var year = TestYear(
            form, tables: tables, threshold: TestYear(options: 1, told: nil, smallestCount: 11).threshold)
        for number in 1...12 {
            var tally = Tally()
            for kind in ["contact", "group"] {
                tally.add(
                    [
                        .entries(kind): 20, .gave(kind: kind, quantity: .minutes): 20,
                        .amount(kind: kind, quantity: .minutes): 600,
                    ], sheetHasEntries: true)
            }
            year.count(tally, in: try Self.month(number))
            #expect(
                try year.publish(try Self.month(number)).asRead
                    == ["Label of contact: 20", "Time spent (Label of contact): 10 h"])
        }
        let told = try year.publish(TestYear.release(.year), .year(of: try Self.month(1)))
        #expect(told.asRead.last == "Time spent (Label of contact): 120 h, Time spent (Label of group): 120 h")
    }

    @Test func whatCannotBeProvenIsLeftOutFromTheLastAndAMonthWithoutItsEntriesWaits() throws {
        var year = TestYear(options: 2, told: .month, smallestCount: 11)
        year.file(Self.three(30, 30), in: try Self.month(1))
        var draft = try year.draft(TestYear.summary, .month(try Self.month(1)))
        let (withoutAnswers, withoutEntries, again): (Bool, Bool, Bool)
        withoutAnswers = draft.leaveOutLast()
        #expect(withoutAnswers && draft.publication.asRead == ["Contact: 60", "o0: –, o1: –"])
        withoutEntries = draft.leaveOutLast()
        #expect(withoutEntries && draft.publication.waits && draft.publication.tables.isEmpty)
        again = draft.leaveOutLast()
        #expect(!again)
    }
}
