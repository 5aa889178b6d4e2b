/// A character that nobody sees, and by which words read otherwise than they are: a mark that turns their direction, a blank without
/// width, a control character. In a name, a login or a label it makes one read as another.
package struct UnseenCharacter: Error, Sendable, Equatable {
    let scalar: Unicode.Scalar

    /// Such as `U+202E, a mark that turns the direction of what is read`.
    package var words: String { "U+\(number), \(kind)" }

    private var number: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private var kind: String {
        if scalar == "\n" || scalar == "\r" || scalar.isOtherLineBreak { return "a line break" }
        if scalar.properties.isBidiControl { return "a mark that turns the direction of what is read" }
        return scalar.properties.generalCategory == .control ? "a control character" : "a character that nobody sees"
    }
}

extension String {
    /// The first character that may not stand in a name, a login or a label.
    package var firstUnseen: UnseenCharacter? { firstUnseen { _ in false } }

    /// The first that may not stand in a text of several lines.
    package var firstUnseenInLines: UnseenCharacter? { firstUnseen { $0 == "\n" || $0 == "\t" } }

    /// Free words as they are kept: without what nobody sees, since whoever writes in need cannot look for it. What languages
    /// need stays: joiners, and the marks that tell the direction of what stands beside them. What overrides direction goes; a page
    /// finds the direction of each text by itself.
    package var withoutUnseen: String {
        guard !isPlainASCII else { return self }
        var kept = String.UnicodeScalarView()
        kept.append(
            contentsOf: unicodeScalars.filter {
                $0 == "\n" || $0 == "\t" || !$0.isUnseen || $0.isJoiner || $0.isMarkOfDirection || $0.isTag
            })
        return String(kept)
    }

    private func firstUnseen(besides isAllowed: (Unicode.Scalar) -> Bool) -> UnseenCharacter? {
        guard !isPlainASCII else { return nil }
        let scalars = Array(unicodeScalars)
        let found = scalars.indices.first { place in
            let scalar = scalars[place]
            guard scalar.isUnseen, !isAllowed(scalar) else { return false }
            return !(scalar.isJoiner && joins(place, in: scalars))
        }
        return found.map { UnseenCharacter(scalar: scalars[$0]) }
    }

    /// Whether a joiner stands where it changes what is seen: between letters of a script that has use for it (Persian,
    /// the scripts of India), or in an emoji.
    private func joins(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let neighbours = [place - 1, place + 1]
        return neighbours.allSatisfy { scalars.indices.contains($0) && scalars[$0].mayBeJoined }
    }

    private var isPlainASCII: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: !Unicode.Scalar.seenFormats.contains(self)
        default: Unicode.Scalar.emptyLetters.contains(self)
        }
    }

    fileprivate var isOtherLineBreak: Bool {
        switch properties.generalCategory {
        case .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Zero width non-joiner and joiner.
    fileprivate var isJoiner: Bool { self == "\u{200C}" || self == "\u{200D}" }

    /// Left-to-right mark, right-to-left mark and Arabic letter mark: each is one letter's worth and turns nothing else.
    fileprivate var isMarkOfDirection: Bool { self == "\u{200E}" || self == "\u{200F}" || self == "\u{61C}" }

    /// Of the flags of England, Scotland and Wales.
    fileprivate var isTag: Bool { ("\u{E0020}"..."\u{E007F}").contains(self) }

    /// Scripts from Hebrew on. In those before (Latin, Greek, Cyrillic) a joiner changes nothing that is seen.
    fileprivate var mayBeJoined: Bool { value >= 0x590 && !isUnseen && !properties.isWhitespace }

    /// Signs that Arabic, Syriac and Kaithi write before numbers: formats by name, and seen.
    private static let seenFormats: Set<Unicode.Scalar> = [
        "\u{600}", "\u{601}", "\u{602}", "\u{603}", "\u{604}", "\u{605}", "\u{6DD}", "\u{70F}", "\u{890}", "\u{891}",
        "\u{8E2}", "\u{110BD}", "\u{110CD}",
    ]

    /// Letters and marks that fonts leave empty: Hangul fillers, Braille without a dot, the grapheme joiner, Khmer inherent vowels.
    private static let emptyLetters: Set<Unicode.Scalar> = [
        "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{34F}", "\u{17B4}", "\u{17B5}",
    ]
}
