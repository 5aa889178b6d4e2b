extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral markup: String) {
        self.init(markup: markup)
    }

    package init(stringInterpolation parts: StringInterpolation) {
        self.init(markup: parts.text)
    }

    /// What `\(…)` means inside an `HTML` literal. A kind of value that is not listed here does not compile.
    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ markup: String) {
            text += markup
        }

        /// Words: escaped, for text and for double-quoted attributes alike.
        package mutating func appendInterpolation(_ words: String) {
            text.appendEscaped(words)
        }

        package mutating func appendInterpolation(_ words: Substring) {
            text.appendEscaped(String(words))
        }

        /// A whole number, in digits.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }

        package mutating func appendInterpolation(_ piece: HTML) {
            text += piece.text
        }

        /// A piece that may be missing: nothing is written for `nil`.
        package mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { text += piece.text }
        }

        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { text += piece.text }
        }

        /// Markup from elsewhere, taken over unchanged. The label is there to be seen in review: the caller answers for it.
        package mutating func appendInterpolation(raw markup: String) {
            text += markup
        }

        /// One attribute with its leading space and quotes, left out when there is no value:
        /// `<input\(attribute: "maxlength", limit)>`.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            text += " \(name)=\""
            text.appendEscaped(value)
            text += "\""
        }

        package mutating func appendInterpolation(attribute name: StaticString, _ value: Int?) {
            guard let value else { return }
            text += " \(name)=\"\(value)\""
        }

        /// An attribute that is there or not: `<input\(flag: "checked", isChosen)>`.
        package mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
            if isSet { text += " \(name)" }
        }

        /// Where an anchor or stylesheet leads. There is no way to write one from a `String`.
        package mutating func appendInterpolation(href link: Link) {
            appendInterpolation(attribute: "href", link.location)
        }

        /// Where a form goes.
        package mutating func appendInterpolation(action link: Link) {
            appendInterpolation(attribute: "action", link.location)
        }

        /// Where an image comes from.
        package mutating func appendInterpolation(src link: Link) {
            appendInterpolation(attribute: "src", link.location)
        }
    }
}

extension String {
    /// Appends words so that a browser shows them and never reads them as markup.
    mutating func appendEscaped(_ words: String) {
        guard words.utf8.contains(where: isSpecial) else {
            self += words
            return
        }
        var plain = words.utf8.startIndex
        for index in words.utf8.indices where isSpecial(words.utf8[index]) {
            self += words[plain..<index]
            self += entity(words.utf8[index])
            plain = words.utf8.index(after: index)
        }
        self += words[plain...]
    }
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
    default: false
    }
}

private func entity(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"  // a zero byte has no place in a page
    }
}
