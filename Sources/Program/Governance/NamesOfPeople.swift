import Foundation

/// Everybody's name and employee number, to find out whether words name somebody.
///
/// Found are: a given and a family name side by side, in either order and any case; a family name alone where it is written
/// like a name, with a capital; an employee number; the name of an account, which may be an outside professional's. Accents and
/// what stands between two words do not matter. A given name alone is not found, for April and Grace are words too: what the
/// machine cannot know, those who sign off have to see.
package struct NamesOfPeople: Sendable {
    /// Each name as its words, by the first of them.
    private var namesByFirstWord: [String: [Name]] = [:]

    /// One person of the directory.
    package struct Person: Sendable {
        package let givenName: String
        package let familyName: String
        package let employeeNumber: String

        package init(givenName: String, familyName: String, employeeNumber: String) {
            self.givenName = givenName
            self.familyName = familyName
            self.employeeNumber = employeeNumber
        }
    }

    private struct Name {
        let words: [String]
        /// A family name alone, which may be an everyday word.
        let needsCapital: Bool
    }

    private struct Word {
        let folded: String
        let range: Range<String.Index>
        let hasCapital: Bool
    }

    /// - Parameter accounts: the names of accounts.
    package init(people: [Person], accounts: [String]) {
        for person in people {
            let (given, family) = (Self.words(person.givenName), Self.words(person.familyName))
            add(given + family)
            add(family + given)
            add(family, needsCapital: true)
            add(Self.words(person.employeeNumber))
        }
        for account in accounts {
            let words = Self.words(account)
            add(words)
            // Those without a record in the directory have a family name too.
            add(words.suffix(1), needsCapital: true)
        }
    }

    /// The names and numbers that stand in the text, as they are written there, each once.
    package func found(in text: String) -> [String] {
        let words = Self.split(text)
        var found: [String] = []
        for (place, word) in words.enumerated() {
            for name in namesByFirstWord[word.folded] ?? [] where !name.needsCapital || word.hasCapital {
                let end = place + name.words.count
                guard end <= words.count, words[place..<end].map(\.folded) == name.words else { continue }
                let written = String(text[word.range.lowerBound..<words[end - 1].range.upperBound])
                if !found.contains(written) { found.append(written) }
            }
        }
        // Where a whole name stands there, its parts say nothing more.
        return found.filter { part in !found.contains { $0 != part && $0.contains(part) } }
    }

    private mutating func add(_ words: [String], needsCapital: Bool = false) {
        guard let first = words.first else { return }
        namesByFirstWord[first, default: []].append(Name(words: words, needsCapital: needsCapital))
    }

    /// The words of a name as they are compared.
    static func words(_ text: String) -> [String] { split(text).map(\.folded) }

    /// Runs of letters and digits.
    private static func split(_ text: String) -> [Word] {
        text.split { !$0.isLetter && !$0.isNumber }.map { word in
            Word(
                folded: word.folding(
                    options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil),
                range: word.startIndex..<word.endIndex, hasCapital: word.first?.isUppercase ?? false)
        }
    }
}
