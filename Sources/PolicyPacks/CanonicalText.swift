import Crypto
import Foundation

extension PackNode {
    /// The same rules always give the same text: JSON with sorted keys, which is YAML too and can be loaded again.
    var canonicalText: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch content {
        case .scalar(let scalar):
            switch scalar.kind {
            case .text: text += quoted(scalar.text)
            case .wholeNumber, .truth, .other: text += scalar.text
            }
        case .list(let items):
            write(items, between: ("[", "]"), to: &text, indent: indent) { item, text, inner in
                item.write(to: &text, indent: inner)
            }
        case .map(let entries):
            let sorted = entries.sorted { $0.key < $1.key }
            write(sorted, between: ("{", "}"), to: &text, indent: indent) { entry, text, inner in
                text += quoted(entry.key) + ": "
                entry.value.write(to: &text, indent: inner)
            }
        }
    }

    private func write<Element>(
        _ elements: [Element], between marks: (String, String), to text: inout String, indent: String,
        _ one: (Element, inout String, String) -> Void
    ) {
        text += marks.0
        for (position, element) in elements.enumerated() {
            text += (position == 0 ? "" : ",") + indent + " "
            one(element, &text, indent + " ")
        }
        text += (elements.isEmpty ? "" : indent) + marks.1
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20: result += "\\u" + hex(scalar.value, digits: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// The SHA-256 of a text in UTF-8, in lower case hexadecimal digits.
func sha256(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { hex(UInt32($0), digits: 2) }.joined()
}

private func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
