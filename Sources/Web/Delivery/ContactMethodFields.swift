import HTML
import Program

/// What is asked for about a way to be reached.
enum ContactMethodFields {
    /// Those that somebody types; a page offers what this installation has a gateway for.
    static let typedKinds: [ContactMethod.Kind] = [.text, .call, .email]

    static let kind = Field<String>.choice("kind", "How", layout: .chips) { _ in options(typedKinds) }
        .map { chosen throws(Refusal) in
            guard let kind = ContactMethod.Kind(rawValue: chosen) else { throw Refusal("Choose one.", field: "kind") }
            return kind
        }

    static func options(_ kinds: [ContactMethod.Kind]) -> [FieldOption] {
        kinds.map { FieldOption($0.rawValue, $0.label) }
    }

    static let delayProperty = Schema.Property("delay", .integer(ContactMethod.delays), about: "In minutes.")

    /// After how many minutes it is used. A page offers some of them, and the one that is set.
    static let delay = Field<Int>(
        name: "delay", property: { _ in delayProperty },
        control: { form, _, filled in
            let first = filled.first["delay"] ?? "0"
            let minutes = Set([0, 1, 2, 3, 5, 6, 10, 15, 20, 30, 45, 60] + [Int(first)].compactMap(\.self)).sorted()
            return form.select(
                "delay", "When", minutes.map { FieldOption("\($0)", when($0)) }, first: first,
                hint: "The earliest of your ways is always used at once.")
        },
        read: { answers, _ throws(Refusal) in
            guard let minutes = answers["delay"].flatMap({ Int($0) }) else { throw ContactMethod.notADelay }
            if let refusal = ContactMethod.mayWait(minutes) { throw refusal }
            return minutes
        })

    static func when(_ minutes: Int) -> String {
        switch minutes {
        case 0: "At once"
        case 1: "After a minute"
        default: "After \(minutes) minutes"
        }
    }

    /// What a browser says about itself; its owner sees nothing of it.
    static func ofBrowser(_ name: String, longest: Int, about: String? = nil) -> Field<String> {
        let line = Field<String>.text(name, name, longest: longest, FieldWords(about: about))
        return Field(
            name: name, isTyped: false, property: line.property, control: { _, _, _ in hidden(name, "") },
            read: line.read)
    }
}

extension ContactMethod.Kind {
    /// As people choose it.
    var label: String {
        switch self {
        case .push: "Notification"
        case .text: "Text message"
        case .call: "Call"
        case .email: "E-mail"
        }
    }
}
