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
        if let unseen = text.firstUnseen { return .failure(.unseen(unseen)) }
        if let unknown = text.unicodeScalars.first(where: isUnknown) {
            return .failure(.unknownCharacter(codePoint: unknown.value))
        }
        let composed = text.precomposedStringWithCanonicalMapping
        return composed.unicodeScalars.count > limit ? .failure(.tooLong(limit: limit)) : .success(composed)
    }

    private static func trimmedASCII(_ raw: String) -> String {
        guard raw.utf8.first == 0x20 || raw.utf8.last == 0x20 else { return raw }
        return String(raw.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// What no font of ours has a form for.
    private static func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
