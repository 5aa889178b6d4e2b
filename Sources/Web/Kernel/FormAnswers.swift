import Foundation
import HTML

/// What came with a form: every value of every field, in the order sent.
package struct FormAnswers: Sendable, Equatable {
    /// The field of the request-forgery token.
    static let tokenField = Form.tokenName

    package private(set) var values: [String: [String]] = [:]

    /// Nothing where the text is not `application/x-www-form-urlencoded` in UTF-8.
    package init?(urlEncoded text: String) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormAnswers.decoded(parts[0]),
                let value = FormAnswers.decoded(parts.count > 1 ? parts[1] : "")
            else { return nil }
            values[name, default: []].append(value)
        }
    }

    package init() {}

    /// The one value of a field, without surrounding blanks; empty where there is none.
    package subscript(field: String) -> String {
        (values[field]?.first ?? "").trimmingCharacters(in: .whitespaces)
    }

    /// The one value exactly as typed, for passphrases.
    package func verbatim(_ field: String) -> String { values[field]?.first ?? "" }

    /// Without the fields named, such as the request-forgery token.
    package func without(_ fields: String...) -> FormAnswers {
        var rest = self
        for field in fields { rest.values[field] = nil }
        return rest
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
