import Operations
import Sealing

/// What a form carries unseen: the token of the session it belongs to, so that another site's form is refused, and a random key
/// of its own, so that a form that is sent twice is one act.
struct FormToken: Sendable {
    /// Empty for a form of everybody.
    let session: String
    /// None where the form was not made by these pages.
    let once: String?

    /// A form about to be shown.
    init(session: String = "") {
        self.session = session
        once = RandomId().text
    }

    /// As a form that was sent brings it.
    init(sent text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        session = String(parts.first ?? "")
        once = parts.count > 1 ? String(parts[1]) : nil
    }

    /// As the form carries it.
    var text: String { [session, once].compactMap { $0 }.joined(separator: ".") }

    /// What marks this sending of the form.
    func onceKey(at path: String, _ form: FormAnswers) -> OnceKey? {
        once.map { OnceKey($0, at: "POST \(path)", sent: form.canonical) }
    }
}

extension FormAnswers {
    /// What is typed anew each time, shown to nobody again, and counted as an attempt.
    static let secretFields: Set<String> = ["passphrase", "present", "again", "code", "digits", "receipt"]

    var holdsSecret: Bool { values.keys.contains(where: FormAnswers.secretFields.contains) }

    /// The same for two forms that say the same.
    fileprivate var canonical: [UInt8] {
        values.sorted { $0.key < $1.key }.reduce(into: []) { bytes, field in
            for text in [field.key] + field.value { bytes += Array("\(text.utf8.count):\(text)".utf8) }
            bytes.append(UInt8(ascii: ";"))
        }
    }
}
