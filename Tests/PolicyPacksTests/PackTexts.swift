import Foundation
import PolicyPacks
import Program
import Testing

/// The archived text of a pack, in which single lines can be found and changed: each value stands on a line of its own.
struct PackText {
    var lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    var text: String { lines.joined(separator: "\n") }

    /// The lines that hold a number.
    var numberLines: [Int] { lines.indices.filter { number(in: lines[$0]) != nil } }

    /// The number of a line: `"due-day": 10,` or one of a range.
    private func number(in line: Substring) -> Range<Substring.Index>? {
        guard let range = line.firstRange(of: /-?[0-9]+,?$/) else { return nil }
        let before = line[..<range.lowerBound]
        return before.hasSuffix(": ") || before.allSatisfy { $0 == " " } ? range : nil
    }

    /// With another number in a line.
    func replacing(_ line: Int, with number: String) throws -> PackText {
        var changed = self
        let range = try #require(self.number(in: lines[line]))
        let comma = lines[line].hasSuffix(",") ? "," : ""
        changed.lines[line] = lines[line][..<range.lowerBound] + Substring(number + comma)
        return changed
    }

    /// The lines that hold a number, but for the format's.
    var numberLinesBesidesFormat: [Int] { numberLines.filter { !lines[$0].contains("\"format\"") } }

    /// With that number wherever there is one, but for the format.
    func replacingAll(with number: String) throws -> PackText {
        try numberLinesBesidesFormat.reduce(self) { try $0.replacing($1, with: number) }
    }
}

/// A path without the names of its items, as the reference has it: `roles[coordinator].powers[1]` is `roles[].powers`.
func pattern(_ path: String) -> String {
    let general = path.replacing(/\[[^\]]*\]/, with: "[]")
    return general.hasSuffix("[]") ? String(general.dropLast(2)) : general
}
