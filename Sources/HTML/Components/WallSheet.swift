/// A sheet to hang up or to lay out, as the agency prints it: on paper one upright page, black on white.
/// - Parameters:
///   - title: a heading (`h2`).
///   - place: where it hangs.
///   - note: small print at the foot, such as the day it was made.
///   - isPoster: whether it is read in passing, in large letters.
package func wallSheet(
    agency: String, title: String, place: String? = nil, isPoster: Bool = false, _ content: HTML, note: String
) -> HTML {
    """
    <article class="sheet sheet-upright\(isPoster ? " sheet-poster" : "")">
    <header class="sheet-head"><div><p class="sheet-agency">\(agency)</p><h2 class="sheet-title">\(title)</h2>\
    \(place.map { "<p class=\"sheet-place\">\($0)</p>" as HTML })</div></header>
    <div class="sheet-body">\(content)</div>
    <p class="sheet-note">\(note)</p>
    </article>
    """
}

/// Running parts beside each other on a sheet, where there is room.
package func sheetColumns(_ content: HTML) -> HTML { "<div class=\"sheet-columns\">\(content)</div>" }

/// Somebody on a posting: a line with name and number, and what else they show.
package struct PostedPerson: Sendable {
    let name: String
    let number: String?
    let more: [String]

    package init(_ name: String, number: String?, more: [String]) {
        self.name = name
        self.number = number
        self.more = more
    }
}

/// People on a posting, under a heading (`h3`) where there is one.
/// - Parameter areFew: whether all of the sheet's people leave room for large letters.
package func posted(_ heading: String?, _ people: [PostedPerson], areFew: Bool) -> HTML {
    let items = people.map { person -> HTML in
        """
        <li><p class="posted-line"><span>\(person.name)</span>\
        \(person.number.map { "<span class=\"posted-number\">\($0)</span>" as HTML })</p>\
        \(person.more.isEmpty ? nil : "<p class=\"posted-more\">\(person.more.joined(separator: " · "))</p>" as HTML)</li>
        """
    }
    return """
        \(heading.map { "<h3>\($0)</h3>" as HTML })<ul class="posted\(areFew ? " posted-few" : nil)">\(items)</ul>
        """
}

/// Words to copy as they are, such as markup for a page elsewhere.
package func copyable(_ words: String) -> HTML { "<code class=\"copyable\">\(words)</code>" }

/// A square code as a picture that can be saved and taken to another page.
package func codePicture(_ picture: Link, holds words: String) -> HTML {
    "<img class=\"code-picture\"\(src: picture) alt=\"Square code: \(words)\" width=\"192\" height=\"192\">"
}
