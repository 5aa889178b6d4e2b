import Foundation

/// Where plain writing means something else in YAML, said in plain words with what to write instead.
struct PackTraps {
    private let lines: [String]

    init(_ text: String) { lines = text.components(separatedBy: "\n") }

    /// A line that is wrong, counted from 1, and what to do about it.
    struct Finding {
        let line: Int
        let message: String
    }

    /// Why a text is no YAML; nothing where it is none of the usual mistakes.
    ///
    /// - Parameter line: where the parser gave up, which is often a line or two too late.
    func reason(near line: Int) -> Finding? {
        if let tab = lines.firstIndex(where: { $0.prefix { $0 == " " || $0 == "\t" }.contains("\t") }) {
            return Finding(
                line: tab + 1, message: "the line begins with a tab; indent with blanks (the space bar) alone.")
        }
        for number in [line, line - 1, line - 2] where lines.indices.contains(number - 1) {
            let written = lines[number - 1]
            guard !written.trimmingCharacters(in: .whitespaces).hasPrefix("#") else { continue }
            if let message = Self.mistake(in: written) { return Finding(line: number, message: message) }
        }
        // A quote that is not closed goes on until the next one, which may stand far below.
        for number in stride(from: min(line, lines.count), to: 0, by: -1) {
            if let message = Self.openQuote(in: lines[number - 1]) { return Finding(line: number, message: message) }
        }
        guard lines.indices.contains(line - 1) else { return nil }
        return Finding(
            line: line,
            message:
                "the line does not fit those above it. What belongs together begins below each other, with the same "
                + "number of blanks; each item of a list begins with '- '.")
    }

    /// What can be read, and as something else than was meant.
    var silent: [Finding] {
        var blockIndent: Int?
        return lines.enumerated().compactMap { place, line in
            let indent = line.prefix { $0 == " " }.count
            if let block = blockIndent, indent > block || line.allSatisfy({ $0 == " " }) { return nil }
            blockIndent =
                line.hasSuffix(">-") || line.hasSuffix("|") || line.hasSuffix(">") || line.hasSuffix("|-")
                ? indent : nil
            return Self.silentMistake(in: line).map { Finding(line: place + 1, message: $0) }
        }
    }

    private static func silentMistake(in line: String) -> String? {
        guard !line.drop(while: { $0 == " " }).hasPrefix("#"), let (key, value) = parts(of: line) else { return nil }
        if let message = blankThatIsNone(in: line, before: value) { return message }
        if let first = value.first, "“”‘„«".contains(first) {
            let inner = value.trimmingCharacters(in: CharacterSet(charactersIn: "“”‘’„«»"))
            return "Curly quotes are no quotes here and would be shown to people; write \(key): \"\(inner)\"."
        }
        if isPlain(value), let hash = value.firstRange(of: " #"), let next = value[hash.upperBound...].first,
            next != " "
        {
            return "All that follows # is left out, as a comment; put the text in quotes: \(key): \"\(value)\"."
        }
        return nil
    }

    private static func mistake(in line: String) -> String? {
        if let missing = line.firstMatch(of: /^\s*(?:- )?([a-z][a-z-]*):([^\s"'].*)$/) {
            return "a blank is missing after the colon; write \(missing.1): \(missing.2)."
        }
        if line.contains("{"), let colon = line.firstMatch(of: /([a-z][a-z-]*): ([^"'\[{,}]+: [^,}]*)/) {
            return "a colon in the text ends it; put the text in quotes: \(colon.1): \"\(colon.2)\"."
        }
        guard let (key, value) = parts(of: line) else {
            return line.firstMatch(of: /^\s*(?:- )?([a-z]+(?:-[a-z]+)*)\s*$/).map {
                "there is no colon after '\($0.1)'; write \($0.1): and what belongs to it."
            }
        }
        if let message = blankThatIsNone(in: line, before: value) { return message }
        if let first = value.first, "@`%*&!".contains(first) {
            return "a text cannot begin with \(first); put it in quotes: \(key): \"\(value)\"."
        }
        if value.hasPrefix("\"") || value.hasPrefix("'") {
            let quote = value.first ?? "\""
            let marks = value.count { $0 == quote }
            if let open = openQuote(in: line) { return open }
            if !value.hasSuffix(String(quote)) || marks > 2 {
                let inner = value.replacing(String(quote), with: quote == "\"" ? "'" : "’")
                return
                    "the text goes on after its closing quote; put all of it in quotes: \(key): \(quote)\(inner)\(quote)."
            }
        }
        for (opening, closing) in [("[", "]"), ("{", "}")] where value.hasPrefix(opening) {
            if value.count(where: { String($0) == opening }) != value.count(where: { String($0) == closing }) {
                return
                    "the \(opening) after '\(key):' is not closed by a \(closing); if it belongs to a text, put the text in quotes."
            }
            if !value.hasSuffix(closing) {
                return "a text cannot begin with \(opening); put it in quotes: \(key): \"\(value)\"."
            }
        }
        if isPlain(value), value.contains(": ") || value.hasSuffix(":") {
            return "a colon in the text ends it; put the text in quotes: \(key): \"\(value)\"."
        }
        return nil
    }

    private static func openQuote(in line: String) -> String? {
        guard let (key, value) = parts(of: line), let quote = value.first, quote == "\"" || quote == "'",
            value.count(where: { $0 == quote }) == 1
        else { return nil }
        return "the quote that opens after '\(key):' is not closed; end the text with \(quote)."
    }

    private static func blankThatIsNone(in line: String, before value: String) -> String? {
        guard line.prefix(line.count - value.count).contains("\u{A0}") else { return nil }
        return
            "before the text stands a blank that is none (U+00A0, as copied from a web page); type it anew with the space bar."
    }

    private static func isPlain(_ value: String) -> Bool {
        value.first.map { !"\"'[{|>".contains($0) } ?? false
    }

    /// The key of a line and what is written after it. Read by hand, since every line of every pack is.
    private static func parts(of line: String) -> (key: String, value: String)? {
        var rest = line.drop(while: \.isWhitespace)
        if rest.first == "-", rest.dropFirst().first?.isWhitespace == true {
            rest = rest.dropFirst().drop(while: \.isWhitespace)
        }
        let key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        rest = rest.dropFirst(key.count)
        guard key.first?.isLetter == true, rest.first == ":", rest.dropFirst().first?.isWhitespace == true else {
            return nil
        }
        var value = rest.dropFirst().drop(while: \.isWhitespace)
        while value.last?.isWhitespace == true { value.removeLast() }
        return value.isEmpty ? nil : (String(key), String(value))
    }
}
