/// What a request consists of. Each part is padded to one size, so that sealed bytes do not tell how much someone wrote.
package enum RequestPart: String, CaseIterable, Sendable {
    /// What an offer shows: no identity.
    case card
    /// The seeker's name, number and words.
    case words
    /// The running facts, among them the accounts that must not be offered the request.
    case course
    /// One message, either way.
    case message
    /// One consent of the seeker to a named disclosure.
    case consent

    /// The bytes of the part before sealing. Words and messages have room for 2000 characters of any script, as JSON with a name
    /// and a number beside them; the course for over a thousand accounts.
    var paddedCount: Int {
        switch self {
        case .card: 1 << 10
        case .words: 1 << 14
        case .course: 1 << 15
        case .message: 1 << 14
        case .consent: 1 << 12
        }
    }

    /// How many bytes of content fit; a longer one is refused.
    package var mostBytes: Int { paddedCount - 1 }

    /// The content, filled up to the part's size.
    ///
    /// - Throws: `RequestPartTooLong`.
    func padded(_ content: [UInt8]) throws(RequestPartTooLong) -> [UInt8] {
        guard let padded = Padding(count: paddedCount).padded(content) else { throw RequestPartTooLong(part: self) }
        return padded
    }

    /// The content again. Refuses another size or padding than the part has.
    func unpadded(_ padded: [UInt8]) throws(OpeningFault) -> [UInt8] {
        try Padding(count: paddedCount).unpadded(padded)
    }
}

/// Content that does not fit the part's size. Callers measure before, by `mostBytes`, and refuse it in words of their own.
package struct RequestPartTooLong: Error, Equatable, Sendable, CustomStringConvertible {
    package let part: RequestPart

    package var description: String { "The \(part.rawValue) of a request has room for \(part.mostBytes) bytes." }
}
