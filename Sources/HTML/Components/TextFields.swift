/// What a line of text is, so that a phone shows the right keyboard and a browser can fill it in (HTML autofill).
package enum TextKind: Sendable {
    case plain
    case userName, personName, email, telephone, search
    /// Letters and digits without spelling help: an employee number, a receipt.
    case code
    /// A number that no browser is to remember or fill in.
    case privateTelephone

    fileprivate var type: String {
        switch self {
        case .plain, .userName, .personName, .code: "text"
        case .email: "email"
        case .telephone, .privateTelephone: "tel"
        case .search: "search"
        }
    }

    fileprivate var autocomplete: String {
        switch self {
        case .plain, .search, .code, .privateTelephone: "off"
        case .userName: "username"
        case .personName: "name"
        case .email: "email"
        case .telephone: "tel"
        }
    }

    /// Whether it is written as sentences are, so that a telephone begins it with a capital.
    fileprivate var isWriting: Bool {
        switch self {
        case .plain, .search: true
        case .userName, .personName, .email, .telephone, .privateTelephone, .code: false
        }
    }
}

/// Whether a passphrase is the one in use or a new one, for password managers.
package enum PassphraseKind: String, Sendable {
    case current = "current-password"
    case new = "new-password"
}

extension Form {
    /// One line of text.
    package func text(
        _ name: String, _ label: String, kind: TextKind = .plain, first: String? = nil, hint: String? = nil,
        origin: RuleOrigin? = nil, isOptional: Bool = false, maxLength: Int? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        return frame.around(
            """
            <input class="input" id="\(frame.id)" name="\(name)" type="\(kind.type)"\
            \(attribute: "value", value(of: name, first: first))\(attribute: "maxlength", maxLength)\
            \(attribute: "autocapitalize", kind.isWriting ? nil : "none")\
             spellcheck="false" autocomplete="\(isPrivate ? "off" : kind.autocomplete)"\(flag: "required", !isOptional)\(frame.ties)>
            """)
    }

    /// A passphrase. What was typed is never sent back.
    package func passphrase(
        _ name: String, _ label: String, kind: PassphraseKind, hint: String? = nil, origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <input class="input" id="\(frame.id)" name="\(name)" type="password"\
             autocomplete="\(kind.rawValue)" required\(frame.ties)>
            """)
    }

    /// The six digits of an authenticator. What was typed is never sent back: it is worth nothing a second time.
    package func oneTimeCode(_ name: String, _ label: String, hint: String? = nil, origin: RuleOrigin? = nil) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <input class="input input-code" id="\(frame.id)" name="\(name)" type="text" inputmode="numeric"\
             maxlength="9" autocomplete="one-time-code" spellcheck="false" required\(frame.ties)>
            """)
    }

    /// A small whole number.
    package func number(
        _ name: String, _ label: String, range: ClosedRange<Int>, first: Int? = nil, unit: String? = nil,
        hint: String? = nil, origin: RuleOrigin? = nil, isOptional: Bool = false
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        return frame.around(
            """
            <span class="input-with-unit"><input class="input input-number" id="\(frame.id)" name="\(name)"\
             type="number" inputmode="numeric" min="\(range.lowerBound)" max="\(range.upperBound)" step="1"\
            \(attribute: "value", value(of: name, first: first.map { String($0) })) autocomplete="off"\
            \(flag: "required", !isOptional)\(frame.ties)>\
            \(unit.map { "<span class=\"input-unit\">\($0)</span>" as HTML })</span>
            """)
    }

    /// A day, in the browser's own calendar; where it has none, typed as `2026-11-20`.
    package func date(
        _ name: String, _ label: String, first: String? = nil, hint: String? = nil, origin: RuleOrigin? = nil,
        isOptional: Bool = false
    ) -> HTML {
        native("date", "2026-11-20", frame(name, label, hint, origin, isOptional: isOptional), first)
    }

    /// A time of day, as `18:00`.
    package func time(
        _ name: String, _ label: String, first: String? = nil, hint: String? = nil, origin: RuleOrigin? = nil,
        isOptional: Bool = false
    ) -> HTML {
        native("time", "18:00", frame(name, label, hint, origin, isOptional: isOptional), first)
    }

    /// A day and a time, as `2026-11-20T18:00`.
    package func moment(
        _ name: String, _ label: String, first: String? = nil, hint: String? = nil, origin: RuleOrigin? = nil,
        isOptional: Bool = false
    ) -> HTML {
        native("datetime-local", "2026-11-20T18:00", frame(name, label, hint, origin, isOptional: isOptional), first)
    }

    /// - Parameter example: shown by a browser that has no control of its own for it.
    private func native(_ type: String, _ example: String, _ frame: FieldFrame, _ first: String?) -> HTML {
        frame.around(
            """
            <input class="input input-time" id="\(frame.id)" name="\(frame.name)" type="\(type)"\
            \(attribute: "value", value(of: frame.name, first: first)) placeholder="\(example)" autocomplete="off"\
            \(flag: "required", !frame.isOptional)\(frame.ties)>
            """)
    }

    /// Several lines of text.
    package func longText(
        _ name: String, _ label: String, rows: Int = 5, first: String? = nil, hint: String? = nil,
        origin: RuleOrigin? = nil, isOptional: Bool = false, maxLength: Int? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        // The line break after the tag is dropped by browsers; without it a first empty line of the text would be.
        return frame.around(
            """
            <textarea class="input" id="\(frame.id)" name="\(name)" rows="\(rows)" autocomplete="off"\
            \(keptHere)\
            \(attribute: "maxlength", maxLength)\(flag: "required", !isOptional)\(frame.ties)>
            \(value(of: name, first: first) ?? "")</textarea>
            """)
    }
}

/// Words as somebody typed them, to be looked at once more.
package func writtenWords(_ words: String, _ label: String) -> HTML {
    "<textarea class=\"input\" rows=\"6\" readonly aria-label=\"\(label)\"\(keptHere)>\n\(words)</textarea>"
}

/// Words as somebody typed them, within a page: each paragraph in the direction of its own writing, which turns nothing beside it.
package func spokenParagraph(_ words: some StringProtocol, class name: String? = nil) -> HTML {
    "<p\(attribute: "class", name) dir=\"auto\" translate=\"no\">\(String(words))</p>"
}

/// A browser may send what is typed to spell it, to go on writing it and to translate it. It is asked not to.
private let keptHere: HTML = #" spellcheck="false" writingsuggestions="false" translate="no" dir="auto""#
