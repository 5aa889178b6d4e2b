/// Where an anchor leads, a form goes or a redirect points.
///
/// Only routes make links, from the values they are about; components and redirects take a `Link` and never a `String`,
/// so no page can send anyone to an address that came in with a request.
package struct Link: Sendable, Hashable {
    /// The address, percent-encoded, ready for a `Location` header. Inside markup use `\(href:)`.
    package let location: String

    /// A place on this server: `Link("requests", id, "acceptance", query: ["month": "2026-03"])`.
    ///
    /// Each segment is encoded whole, a slash within it too. A segment that a browser would resolve away (empty, `.` or
    /// `..`) becomes `-`, which names nothing: the path keeps its depth and can never turn into `//another-host`.
    package init(
        _ segments: String..., query: KeyValuePairs<String, String> = [:], fragment: String? = nil
    ) {
        self.init(segments: segments, query: query.map { ($0.key, $0.value) }, fragment: fragment)
    }

    /// The same from a list of segments and a list of query pairs.
    package init(segments: [String], query: [(String, String)] = [], fragment: String? = nil) {
        var text = "/" + segments.map(encodedSegment).joined(separator: "/")
        if !query.isEmpty {
            text += "?" + query.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
        }
        if let fragment { text += "#\(percentEncoded(fragment))" }
        location = text
    }

    /// A call: `Link(telephone: "555-0100")`. Anything but digits and a leading plus is left out.
    package init(telephone number: String) {
        location = "tel:\(dialled(number))"
    }

    /// A text message to a number.
    package init(textMessage number: String) {
        location = "sms:\(dialled(number))"
    }

    /// A place that whoever runs the server named, or that somebody they named told the server itself: never one that came with a
    /// visitor. Characters that no address may hold are left out.
    package init(setByOperator address: String) {
        location = String(decoding: address.utf8.filter { (33...126).contains($0) }, as: UTF8.self)
    }

    /// A public page elsewhere, by host and path: `Link(https: "example.org", "chat")`.
    package init(https host: StaticString, _ segments: String...) {
        location = "https://\(host)/" + segments.map(encodedSegment).joined(separator: "/")
    }
}

private func encodedSegment(_ segment: String) -> String {
    switch segment {
    case "", ".", "..": "-"
    default: percentEncoded(segment)
    }
}

/// RFC 3986: unreserved characters stay, every other byte of the UTF-8 form is written `%XX`.
private func percentEncoded(_ words: String) -> String {
    var text = ""
    for byte in words.utf8 {
        let scalar = Unicode.Scalar(byte)
        if scalar.isUnreserved {
            text.unicodeScalars.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
    }
    return text
}

private func dialled(_ number: String) -> String {
    let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
    return (number.hasPrefix("+") ? "+" : "") + String(String.UnicodeScalarView(digits))
}

extension Unicode.Scalar {
    fileprivate var isUnreserved: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
