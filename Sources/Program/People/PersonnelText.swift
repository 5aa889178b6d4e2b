import Foundation

/// A value of the personnel file as it is kept: without spaces around it and in one Unicode form (NFC), so that the
/// same unit written on two keyboards is one unit.
enum PersonnelText {
    static func read(_ raw: String, limit: Int) -> Result<String, ImportProblem.Fault> {
        if raw.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            let text = trimmedASCII(raw)
            return text.utf8.count > limit ? .failure(.tooLong(limit: limit)) : .success(text)
        }
        let text = raw.trimmingCharacters(in: .whitespaces)
        if let forbidden = text.unicodeScalars.first(where: isForbidden) {
            return .failure(.controlCharacter(codePoint: forbidden.value))
        }
        let composed = text.precomposedStringWithCanonicalMapping
        return composed.unicodeScalars.count > limit ? .failure(.tooLong(limit: limit)) : .success(composed)
    }

    private static func trimmedASCII(_ raw: String) -> String {
        guard raw.utf8.first == 0x20 || raw.utf8.last == 0x20 else { return raw }
        return String(raw.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Control characters, line breaks and the marks that turn the direction of text, which can make a name read as
    /// another.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: scalar.value == 0xFEFF || scalar.properties.isBidiControl
        }
    }
}
