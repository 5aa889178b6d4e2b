import Program
import Testing

/// What may stand in the library, and when it is looked at again.
@Suite struct LibraryRuleTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-03-10")) }

    private func entry(
        _ id: String = "a", title: String = "T", words: String = "W", link: String? = nil, reviewOn: Day? = nil
    ) -> LibraryEntry {
        LibraryEntry(
            id: id, kind: .sleep, title: title, words: words, link: link, reviewOn: reviewOn, changedOn: today)
    }

    @Test(arguments: [
        ("https://example.org", true), ("https://www.example.org/a/b?c=d#e", true), ("https://example.org:8443/", true),
        ("http://example.org", false), ("https://example", false), ("https://user@example.org", false),
        ("https://example.org/a b", false), ("https://-example.org", false), ("javascript:alert(1)", false),
        ("https://example.org\" onclick=\"x", false), ("//example.org", false), ("", false),
    ])
    func aLinkIsAWholeSafeAddress(link: String, isTaken: Bool) {
        let refusal = entry(link: link).mayStand(beside: [], on: today, basis: nil)
        #expect((refusal == nil) == isTaken)
        if !isTaken { #expect(refusal?.problems.first?.field == "link") }
    }

    @Test(arguments: [
        (-1, false), (0, false), (1, true), (LibraryEntry.reviewDays, true), (LibraryEntry.reviewDays + 1, false),
    ])
    func theNextLookIsAheadAndWithinFiveYears(days: Int, isTaken: Bool) {
        let refusal = entry(reviewOn: today.adding(days: days)).mayStand(beside: [], on: today, basis: nil)
        #expect((refusal == nil) == isTaken)
    }

    @Test func itIsDueFromItsDayOn() {
        let due = entry(reviewOn: today)
        #expect(due.isDue(on: today) && entry(reviewOn: today.adding(days: -1)).isDue(on: today))
        #expect(!entry(reviewOn: today.adding(days: 1)).isDue(on: today) && !entry().isDue(on: today))
    }

    @Test func anEmptyOneAndASecondOfItsTitleAreNone() {
        #expect(entry(words: " \n ").mayStand(beside: [], on: today, basis: nil)?.problems.first?.field == "words")
        #expect(entry(title: "").mayStand(beside: [], on: today, basis: nil)?.problems.first?.field == "title")
        #expect(entry("b").mayStand(beside: [entry("a")], on: today, basis: nil) != nil)
        // Itself is no other.
        #expect(entry("a").mayStand(beside: [entry("a")], on: today, basis: nil) == nil)
        let many = (0..<LibraryEntry.most).map { entry("\($0)", title: "\($0)") }
        #expect(entry("x").mayStand(beside: many, on: today, basis: nil) != nil)
        #expect(entry("1", title: "Y").mayStand(beside: many, on: today, basis: nil) == nil)
    }

    @Test(arguments: [
        ("%PDF-1.7 plain", true), ("%PDF-1.7 /JavaScript", false), ("%PDF-1.7 /Launch", false),
        ("%PDF-1.7 /EmbeddedFile", false), ("%PDF-1.7 /RichMedia", false), ("<svg>", false), ("", false),
    ])
    func aFileRunsNothing(text: String, isTaken: Bool) {
        switch LibraryFile.read(Array(text.utf8)) {
        case .success(let file): #expect(isTaken && file.kind == .pdf)
        case .failure: #expect(!isTaken)
        }
    }

    @Test func aFileHasALargestSize() {
        let begin: [UInt8] = [0xFF, 0xD8, 0xFF]
        let largest = begin + Array(repeating: 0, count: LibraryFile.mostBytes - 3)
        #expect((try? LibraryFile.read(largest).get())?.kind == .jpeg)
        #expect((try? LibraryFile.read(largest + [0]).get()) == nil)
    }

    @Test func whatComesWithTheProgramIsShortAndWhole() {
        #expect(Set(LibraryEntry.seeds.map(\.id)).count == LibraryEntry.seeds.count)
        for seed in LibraryEntry.seeds {
            #expect(seed.isSeed && !seed.paragraphs.isEmpty && seed.words.count < 2_200, "\(seed.id)")
            #expect(seed.mayStand(beside: [], on: today, basis: nil) == nil, "\(seed.id)")
        }
        let kinds = Set(LibraryEntry.seeds.map(\.kind))
        #expect(kinds.isSuperset(of: [.reactions, .sleep, .alcohol, .families, .retirement]))
    }
}
