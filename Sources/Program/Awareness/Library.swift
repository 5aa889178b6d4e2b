/// Something to read, to print or to open, for everybody or for a few: a handout in words, a file, or a link.
package struct LibraryEntry: Sendable, Equatable {
    /// Random for what the programme added; a word for what comes with the program.
    package let id: String
    package let kind: LibraryKind
    package let title: String
    /// Plain paragraphs, parted by empty lines. Empty where a link or a file says it all.
    package let words: String
    package let link: String?
    package let file: LibraryFile.Kind?
    package let audience: LibraryAudience
    /// Where it stands among others of its kind: the smaller first.
    package let place: Int
    /// When whoever keeps the library looks at it again.
    package let reviewOn: Day?
    /// When it was last added, changed or looked at; nothing for what comes with the program.
    package let changedOn: Day?

    package static let longestTitle = 80
    package static let longestWords = 6_000
    package static let longestLink = 500
    package static let places = 1...999
    /// How many one library holds beside what comes with the program. Ours: more than anybody looks through.
    package static let most = 300
    /// How far ahead something is looked at again, at the latest.
    package static let reviewDays = 1_830
    /// Where what comes with the program stands, unless the programme puts something behind it.
    package static let placeOfSeeds = 500

    package init(
        id: String, kind: LibraryKind, title: String, words: String, link: String? = nil,
        file: LibraryFile.Kind? = nil, audience: LibraryAudience = .everyone, place: Int = placeOfSeeds,
        reviewOn: Day? = nil, changedOn: Day? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.words = words
        self.link = link
        self.file = file
        self.audience = audience
        self.place = place
        self.reviewOn = reviewOn
        self.changedOn = changedOn
    }

    /// Whether it came with the program.
    package var isSeed: Bool { changedOn == nil }

    /// Whether it is time to look at it again.
    package func isDue(on today: Day) -> Bool { reviewOn.map { $0 <= today } ?? false }

    package var paragraphs: [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    package func comesBefore(_ other: LibraryEntry) -> Bool {
        (kind.order, place, title, id) < (other.kind.order, other.place, other.title, other.id)
    }
}

/// What something in the library is about.
package enum LibraryKind: String, Sendable, CaseIterable {
    case reactions, sleep, alcohol, families, grief, colleagues, helpers, retirement, other

    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// For whom something in the library is.
package enum LibraryAudience: String, Sendable, CaseIterable {
    case everyone, families
    /// For those who sign in, and on no public page.
    case team
}

/// A file of the library: nothing that runs.
package struct LibraryFile: Sendable, Equatable {
    package let kind: Kind
    package let bytes: [UInt8]

    package enum Kind: String, Sendable, CaseIterable {
        case pdf, png, jpeg
    }

    package static let mostBytes = 3 * 1_048_576

    package init(kind: Kind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// What was sent, by how it begins. A PDF that says that it runs a script, starts a program or holds other files is not taken.
    package static func read(_ bytes: [UInt8]) -> Result<LibraryFile, Refusal> {
        func refused(_ words: String) -> Result<LibraryFile, Refusal> { .failure(Refusal(words, field: "file")) }
        guard bytes.count <= mostBytes else { return refused("File: at most \(mostBytes / 1024) KiB.") }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .success(LibraryFile(kind: .jpeg, bytes: bytes)) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return .success(LibraryFile(kind: .png, bytes: bytes))
        }
        guard bytes.starts(with: Array("%PDF-".utf8)) else { return refused("File: a PDF, a PNG or a JPEG.") }
        if activeParts.contains(where: { bytes.holds(Array($0.utf8)) }) {
            return refused("File: this PDF runs something or holds other files. Print it to a PDF anew, and give that.")
        }
        return .success(LibraryFile(kind: .pdf, bytes: bytes))
    }

    /// Names in a PDF (ISO 32000) by which it does more than show pages.
    private static let activeParts = ["/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"]
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return (0...count - part.count).contains { start in
            self[start] == first && self[start..<start + part.count].elementsEqual(part)
        }
    }
}

extension LibraryEntry {
    /// Whether it may stand in the library.
    ///
    /// - Parameters:
    ///   - others: what the programme added besides.
    ///   - basis: the rule by which the library is kept, where the pack has one.
    package func mayStand(beside others: [LibraryEntry], on today: Day, basis: Basis?) -> Refusal? {
        func refused(_ words: String, _ field: String) -> Refusal {
            Refusal(words, field: field, clauses: basis?.clauses ?? [])
        }
        if title.isEmpty { return refused("Give it a title.", "title") }
        if paragraphs.isEmpty, link == nil, file == nil {
            return refused("Write something, name a link or choose a file.", "words")
        }
        if let link, !Self.isAddress(link) {
            return refused(
                "Link: a whole address that begins with https://, such as https://example.org/sleep.", "link")
        }
        if let refusal = Self.mayReview(on: reviewOn, today, basis) { return refusal }
        if others.contains(where: { $0.id != id && $0.kind == kind && $0.title == title }) {
            return refused("The library has something of this title already.", "title")
        }
        return others.count(where: { $0.id != id }) < Self.most
            ? nil : Refusal("The library holds \(Self.most) at most. Take some out first.")
    }

    /// Whether that may be the next day to look at something.
    package static func mayReview(on day: Day?, _ today: Day, _ basis: Basis?) -> Refusal? {
        guard let day, day <= today || day > today.adding(days: reviewDays) ?? day else { return nil }
        return Refusal(
            "The next look is on a day ahead, and within five years.", field: "reviewOn", clauses: basis?.clauses ?? [])
    }

    /// Whether that is a whole address of a page: a host with its top name, and no user before it.
    private static func isAddress(_ link: String) -> Bool {
        let address = /https:\/\/([A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(:[0-9]{1,5})?([\/?#][!-~]*)?/
        return link.wholeMatch(of: address) != nil
    }
}
