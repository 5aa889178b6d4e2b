/// Codes to be printed or written down once, in groups that are easy to copy by hand.
package func recoveryCodes(_ label: String, _ codes: [String]) -> HTML {
    """
    <ol class="codes" aria-label="\(label)">\(codes.map { "<li><code>\($0)</code></li>" as HTML })</ol>
    """
}

/// One secret to be typed elsewhere, such as the key of an authenticator.
package func codeLine(_ label: String, _ code: String) -> HTML {
    "<p class=\"code-line\"><span class=\"code-label\">\(label)</span> <code>\(code)</code></p>"
}

/// A code that somebody writes down, prints or reads out: each group by itself, as large as the line has room for.
package func groupedCode(_ label: String, _ code: String) -> HTML {
    let groups = code.split(separator: "-")
    return """
        <p class="grouped-code" role="img" aria-label="\(label): \(groups.map(spelled).joined(separator: ", "))">\
        <code>\(groups.map { "<span>\($0)</span>" as HTML })</code></p>
        """
}

/// Letter by letter, as a screen reader should say it.
private func spelled(_ group: Substring) -> String { group.map(String.init).joined(separator: " ") }

/// The same code as it is read out over a telephone, in the spelling alphabet of the International Civil Aviation
/// Organization, one line for each group.
package func readAloud(_ code: String) -> HTML {
    let lines = code.split(separator: "-").map { group -> HTML in
        let words = group.map { spellingAlphabet[$0] ?? String($0) }.joined(separator: ", ")
        return "<li><code>\(group)</code> <span>\(words)</span></li>"
    }
    return "<ol class=\"read-aloud\">\(lines)</ol>"
}

private let spellingAlphabet: [Character: String] = {
    let letters = [
        "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima",
        "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey",
        "X-ray", "Yankee", "Zulu",
    ]
    let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return Dictionary(
        letters.compactMap { word in word.first.map { ($0, word) } }
            + digits.enumerated().map { (Character(String($0.offset)), $0.element) }
    ) { first, _ in first }
}()
