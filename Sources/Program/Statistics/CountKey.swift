/// The name of one number kept of a month: the only shape in which contacts outlive the closing of their month.
package enum CountKey: Sendable, Hashable {
    /// Stat sheets submitted.
    case sheets
    /// Entries of one kind.
    case entries(String)
    /// Entries of one kind that chose one option of one question.
    case answer(kind: String, question: String, option: String)
    /// The sum of a quantity over the entries of one kind; time in minutes.
    case amount(kind: String, quantity: Quantity)
    /// Entries of one kind that gave more than zero of a quantity: how many entries its sum comes from.
    case gave(kind: String, quantity: Quantity)
    /// The sum of a quantity over all entries, as it was counted before kinds were told apart.
    case sum(Quantity)
    /// Entries that gave more than zero of a quantity, whatever their kind; counted before kinds were told apart.
    case given(Quantity)
}

extension CountKey: Comparable, CustomStringConvertible {
    /// The stable text a store keeps, such as `entries/contact`, `answer/contact/sex/M`, `sum/minutes`. An id's own
    /// slash or per cent sign is written `%2F` or `%25`, so that different keys never have the same text.
    package var text: String {
        switch self {
        case .sheets: "sheets"
        case .entries(let kind): path("entries", kind)
        case .answer(let kind, let question, let option): path("answer", kind, question, option)
        case .amount(let kind, let quantity): path("amount", kind, quantity.rawValue)
        case .gave(let kind, let quantity): path("gave", kind, quantity.rawValue)
        case .sum(let quantity): path("sum", quantity.rawValue)
        case .given(let quantity): path("given", quantity.rawValue)
        }
    }

    /// Reads what ``text`` writes; nothing else is a key.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(unescaped)
        switch (parts.first, parts.count) {
        case ("sheets", 1): self = .sheets
        case ("entries", 2): self = .entries(parts[1])
        case ("answer", 4): self = .answer(kind: parts[1], question: parts[2], option: parts[3])
        case ("amount", 3):
            guard let quantity = Quantity(rawValue: parts[2]) else { return nil }
            self = .amount(kind: parts[1], quantity: quantity)
        case ("gave", 3):
            guard let quantity = Quantity(rawValue: parts[2]) else { return nil }
            self = .gave(kind: parts[1], quantity: quantity)
        case ("sum", 2):
            guard let quantity = Quantity(rawValue: parts[1]) else { return nil }
            self = .sum(quantity)
        case ("given", 2):
            guard let quantity = Quantity(rawValue: parts[1]) else { return nil }
            self = .given(quantity)
        default: return nil
        }
        guard self.text == text, !parts.contains("") else { return nil }
    }

    package var description: String { text }

    package static func < (left: CountKey, right: CountKey) -> Bool { left.text < right.text }
}

/// As its ``CountKey/text``.
extension CountKey: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let key = CountKey(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "It is the name of no number.")
        }
        self = key
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

private func path(_ parts: String...) -> String {
    parts.map(escaped).joined(separator: "/")
}

private func escaped(_ id: String) -> String {
    id.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
}

private func unescaped(_ part: Substring) -> String {
    part.split(separator: "%2F", omittingEmptySubsequences: false).joined(separator: "/")
        .split(separator: "%25", omittingEmptySubsequences: false).joined(separator: "%")
}
