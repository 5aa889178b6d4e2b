import Foundation
import HTML
import Testing

@Suite("The stylesheet")
struct StylesheetTests {
    private let css: String
    private let light: [String: String]
    private let dark: [String: String]

    init() throws {
        css = String(decoding: try Assets().stylesheet.bytes, as: UTF8.self)
        let roots = css.matches(of: /:root \{([^}]*)\}/).map { tokens(in: $0.1) }
        light = try #require(roots.first)
        dark = light.merging(try #require(roots.dropFirst().first)) { $1 }
    }

    /// WCAG 2.2: 4.5 for words (1.4.3), 3 for the edges of controls, marks and the focus ring (1.4.11).
    @Test(arguments: [
        ("ink", "paper", 7.0), ("ink", "surface", 7), ("ink", "surface-sunk", 7), ("ink", "accent-soft", 7),
        ("ink", "good-soft", 7), ("ink", "warning-soft", 7), ("ink", "bad-soft", 7),
        ("ink-muted", "paper", 4.5), ("ink-muted", "surface", 4.5), ("ink-muted", "surface-sunk", 4.5),
        ("ink-muted", "accent-soft", 4.5), ("accent", "paper", 4.5), ("accent", "surface", 4.5),
        ("accent", "surface-sunk", 4.5), ("accent", "accent-soft", 4.5), ("accent-strong", "paper", 4.5),
        ("on-accent", "accent", 4.5), ("on-fill", "fill", 4.5), ("on-fill", "fill-strong", 4.5),
        ("on-fill-muted", "fill", 4.5), ("on-fill-muted", "fill-strong", 4.5), ("good", "good-soft", 4.5),
        ("good", "paper", 4.5), ("warning", "warning-soft", 4.5), ("warning", "paper", 4.5), ("bad", "bad-soft", 4.5),
        ("bad", "paper", 4.5), ("bad", "surface", 4.5), ("on-bad", "bad", 4.5), ("control", "paper", 3),
        ("control", "surface", 3), ("control", "surface-sunk", 3), ("focus", "paper", 3), ("focus", "surface", 3),
        ("focus", "surface-sunk", 3),
    ])
    func pairsHaveEnoughContrast(front: String, back: String, least: Double) throws {
        for (scheme, tokens) in [("light", light), ("dark", dark)] {
            let ratio = contrast(try luminance(tokens[front]), try luminance(tokens[back]))
            #expect(ratio >= least, "\(scheme): \(front) on \(back) is \(ratio)")
        }
    }

    @Test func everyTokenUsedIsDefinedAndEveryColourHasItsDarkForm() {
        let local = Set(css.matches(of: /(--[a-z0-9-]+):/).map { String($0.1.dropFirst(2)) })
        for use in css.matches(of: /var\(--([a-z0-9-]+)\)/) { #expect(local.contains(String(use.1)), "\(use.1)") }
        for (name, value) in light where value.hasPrefix("#") && name != "on-fill" {
            #expect(dark[name] != value, "\(name)")
        }
    }

    @Test func everyClassOfAComponentHasARule() {
        let classes = Set(
            shownGallery.elements.flatMap { ($0.attributes["class"] ?? "").split(separator: " ").map { String($0) } })
        #expect(classes.count > 60)
        let named = Set(css.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.1) })
        // These say what an element is where the general rule already fits it.
        let plain: Set<String> = [
            "words", "table-scrolls", "table-stays", "callout-neutral", "badge-neutral", "page-wide",
        ]
        #expect(classes.subtracting(named).subtracting(plain).sorted() == [])
    }

    @Test func printedSheetsAndWishesOfTheReaderAreProvidedFor() {
        for part in [
            "@page sheet { size: landscape", "prefers-reduced-motion: reduce", "forced-colors: active",
            "prefers-color-scheme: dark", "prefers-contrast: more",
        ] {
            #expect(css.contains(part), "\(part)")
        }
        #expect(!css.contains("@import") && !css.contains("url("))
    }
}

private func tokens(in block: Substring) -> [String: String] {
    Dictionary(block.matches(of: /--([a-z0-9-]+):\s*([^;]+);/).map { (String($0.1), String($0.2)) }) { $1 }
}

/// Relative luminance as WCAG defines it, of a colour written `#rrggbb`.
private func luminance(_ colour: String?) throws -> Double {
    let digits = try #require(colour?.wholeMatch(of: /#([0-9a-f]{6})/)?.1)
    let value = try #require(Int(digits, radix: 16))
    let channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { channel -> Double in
        let part = Double(channel) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
}

private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
}
