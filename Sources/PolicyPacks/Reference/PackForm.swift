/// What may be written at one place of a pack.
package indirect enum PackForm: Sendable, Equatable {
    case text, truth, day, time, basis
    /// The name of something defined in the pack, such as a role.
    case name(String)
    /// A whole number of the range, and what it counts.
    case number(ClosedRange<Int>, String)
    /// A smallest and a largest one.
    case range(ClosedRange<Int>, String)
    /// One word of these.
    case word([String])
    /// One word of these, each with what belongs to it.
    case choice([String])
    case list(of: PackForm)
    case mapping

    /// In words, for the reference.
    package var words: String {
        switch self {
        case .text: "text"
        case .truth: "true or false"
        case .day: "a day, such as `2024-11-26`"
        case .time: "a time by the 24-hour clock, such as `\"17:30\"`"
        case .basis: "basis"
        case .name(let of): "the name of a \(of)"
        case .number(let range, let unit): "number, \(Self.words(range)) (\(unit))"
        case .range(let range, let unit): "`[smallest, largest]`, each \(Self.words(range)) (\(unit))"
        case .word(let words): "one of \(Self.quoted(words))"
        case .choice(let words): "one of the choices \(Self.quoted(words))"
        case .list(let element): "list: \(element.words)"
        case .mapping: "mapping"
        }
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    private static func quoted(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
