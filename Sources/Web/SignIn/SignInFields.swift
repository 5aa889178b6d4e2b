import HTML
import Program
import Sealing

// What is proved or chosen anew. None of it is ever shown again.
extension Field where Value == String {
    /// Six digits, of an authenticator or sent somewhere.
    static func digits(_ name: String, _ label: String, hint: String? = nil) -> Field {
        let line = text(name, label, longest: 20)
        return Field(
            name: name, property: line.property,
            control: { form, _, _ in form.oneTimeCode(name, label, hint: hint) }, read: line.read)
    }

    static func presentPassphrase(about: String? = nil) -> Field {
        passphrase("present", "Present passphrase", kind: .current, FieldWords(about: about))
    }

    static func newPassphrase(about: String) -> Field {
        passphrase(
            "passphrase", "New passphrase", kind: .new,
            FieldWords(
                hint: "At least \(PassphraseRefusal.minimumCount) characters. Several unrelated words are good.",
                about: about))
    }
}

extension Field where Value == String? {
    /// The new passphrase once more, as pages ask for it: nobody sees what they type.
    static var passphraseAgain: Field {
        Field<String>.passphrase("again", "New passphrase again", kind: .new)
            .map { again throws(Refusal) in Optional(again) }.onPages(otherwise: nil)
    }
}

extension String {
    /// The new passphrase, where it was typed the same twice as far as it is asked for twice.
    func confirmed(by again: String?) throws(Refusal) -> String {
        guard let again, again != self else { return self }
        throw Refusal("The two new passphrases differ. Type the same one twice.", field: "again")
    }
}
