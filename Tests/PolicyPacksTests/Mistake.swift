import Foundation
import PolicyPacks
import Program
import Testing

/// One mistake made in the pack of Orange County, and the one problem it must be told as.
struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// The text of the pack that is spoilt; it occurs once.
    let right: String
    let wrong: String
    let path: String
    /// How the message begins.
    let message: String
    /// A text of the spoilt pack on whose line the problem is; the spoilt text itself where nothing is given.
    let line: String?

    init(
        _ name: String, _ right: String, _ wrong: String, at path: String, _ message: String, line: String? = nil
    ) {
        self.name = name
        self.right = right
        self.wrong = wrong
        self.path = path
        self.message = message
        self.line = line
    }

    var testDescription: String { name }

    /// The pack with the mistake in it.
    func spoil(_ pack: String) throws -> String {
        try #require(pack.components(separatedBy: right).count == 2, "'\(right)' occurs once in the pack")
        return pack.replacing(right, with: wrong)
    }

    /// The line, counted from 1, on which the problem is told.
    func line(in spoilt: String) throws -> Int {
        let place = try #require(spoilt.firstRange(of: line ?? wrong)?.lowerBound)
        return spoilt[..<place].count { $0 == "\n" } + 1
    }
}

/// The problems of a text that must not load.
func problems(
    of text: String, file: String = "pack.yaml", parents: (PackID) -> String? = { _ in nil }
) throws -> [PackProblem] {
    switch PackLibrary.load(text, file: file, parents: parents) {
    case .success: return []
    case .failure(let problems): return problems.problems
    }
}
