import HTML

/// Just enough reading of our own markup to check its structure.
struct Markup {
    struct Element: Sendable {
        let name: String
        let attributes: [String: String]
    }

    let text: String
    let elements: [Element]

    init(_ html: HTML) {
        text = html.text
        elements = html.text.matches(of: /<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/).map { match in
            let pairs = match.2.matches(of: /([a-zA-Z-]+)(?:="([^"]*)")?/).map { (String($0.1), String($0.2 ?? "")) }
            return Element(name: String(match.1), attributes: Dictionary(pairs) { first, _ in first })
        }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    var ids: [String] { elements.compactMap { $0.attributes["id"] } }

    /// The elements a person fills in.
    var controls: [Element] {
        elements.filter { ["input", "select", "textarea"].contains($0.name) && $0.attributes["type"] != "hidden" }
    }
}

let shownGallery = Markup(gallery(stylesheet: Link("assets", "style.css"), icon: Link("assets", "icon.svg")))
