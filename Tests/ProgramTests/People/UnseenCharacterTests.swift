import Program
import Testing

/// What nobody sees, and by which a name reads as another.
@Suite struct UnseenCharacterTests {
    @Test(arguments: [
        ("Ann\u{202E}nosnhoJ", "U+202E, a mark that turns the direction of what is read"),
        ("\u{202A}Ann", "U+202A, a mark that turns the direction of what is read"),
        ("Ann\u{2066}", "U+2066, a mark that turns the direction of what is read"),
        ("Ann\u{2069}", "U+2069, a mark that turns the direction of what is read"),
        ("Ann\u{200E}", "U+200E, a mark that turns the direction of what is read"),
        ("Ann\u{200F}", "U+200F, a mark that turns the direction of what is read"),
        ("Ann\u{61C}", "U+061C, a mark that turns the direction of what is read"),
        ("An\u{200B}n", "U+200B, a character that nobody sees"), ("An\u{AD}n", "U+00AD, a character that nobody sees"),
        ("An\u{2060}n", "U+2060, a character that nobody sees"),
        ("\u{FEFF}Ann", "U+FEFF, a character that nobody sees"),
        ("Ann\u{3164}", "U+3164, a character that nobody sees"),
        ("Ann\u{E0041}", "U+E0041, a character that nobody sees"),
        ("An\u{200D}n", "U+200D, a character that nobody sees"),
        ("\u{200C}Ann", "U+200C, a character that nobody sees"),
        ("А\u{200C}нна", "U+200C, a character that nobody sees"),
        ("سارا\u{200C}", "U+200C, a character that nobody sees"),
        ("Ann\u{0}", "U+0000, a control character"), ("Ann\u{1B}[2J", "U+001B, a control character"),
        ("Ann\u{85}", "U+0085, a control character"), ("Ann\tB", "U+0009, a control character"),
        ("Ann\nB", "U+000A, a line break"), ("Ann\u{2028}B", "U+2028, a line break"),
    ])
    func isFoundInANameAndNamed(name: String, words: String) {
        #expect(name.firstUnseen?.words == words)
        #expect(!name.isName && name.whyNoName == "it holds \(words). Type it without.")
    }

    @Test(arguments: [
        "Ann Johnson", "Zoë O’Neill-Muñoz", "Μαρία", "Юрий", "שרה לוי", "سارا", "محمد عبد الله", "नेहा", "สมชาย",
        "葛\u{E0100}城 太郎",
        // Persian and Malayalam need the joiners; an emoji of two people has one.
        "علی\u{200C}رضا", "നന്\u{200D}ദ", "\u{1F468}\u{200D}\u{1F469}", "\u{2764}\u{FE0F}", "e\u{301}\u{327}",
        "\u{600}١٢", "Room\u{A0}7",
    ])
    func realNamesAreTaken(name: String) {
        #expect(name.firstUnseen == nil && name.isName)
        #expect(name.withoutUnseen == name)
    }

    /// The flag of Wales is six tags.
    private static let wales = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"

    @Test(arguments: [
        ("I need\u{202E} to talk", "I need to talk"), ("a\u{0}b\u{1B}c", "abc"), ("one\n\ttwo", "one\n\ttwo"),
        ("\u{FEFF}Hello\u{200B}", "Hello"), ("\u{202D}+1 555 0142\u{202C}", "+1 555 0142"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("שלום\u{200F}!", "שלום\u{200F}!"), ("\u{2067}שלום\u{2069}", "שלום"),
        (wales, wales), ("plain words", "plain words"),
    ])
    func freeWordsAreKeptWithoutIt(written: String, kept: String) {
        #expect(written.withoutUnseen.unicodeScalars.elementsEqual(kept.unicodeScalars))
    }

    @Test func aTextOfSeveralLinesHasLineBreaks() {
        #expect("one\n\ttwo".firstUnseenInLines == nil)
        #expect("one\u{2028}two".firstUnseenInLines != nil && "a\u{202E}b".firstUnseenInLines != nil)
    }
}
