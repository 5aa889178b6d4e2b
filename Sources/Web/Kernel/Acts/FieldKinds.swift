import HTML
import Operations
import Program

extension Field where Value == String {
    /// One line of text. Whether an empty one will do is for the act to say.
    static func text(
        _ name: String, _ label: String, longest: Int, kind: TextKind = .plain, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .string(maxLength: longest), required: true, $0) },
            control: { form, pack, filled in
                form.text(
                    name, label, kind: kind, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: words.mayBeEmpty, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in try answers.text(name, label, longest: longest) ?? "" })
    }

    /// Several lines of words.
    static func words(
        _ name: String, _ label: String, longest: Int, rows: Int = 5, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .string(maxLength: longest), required: true, $0) },
            control: { form, pack, filled in
                form.longText(
                    name, label, rows: rows, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: words.mayBeEmpty, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in try answers.words(name, label, longest: longest) })
    }

    /// A passphrase, exactly as typed. It is never shown again.
    static func passphrase(
        _ name: String, _ label: String, kind: PassphraseKind, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .passphrase, required: true, $0) },
            control: { form, pack, _ in
                form.passphrase(name, label, kind: kind, hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, _ throws(Refusal) in answers.verbatim(name) })
    }

    /// The id of what it is about, where the address does not say it. Whether it is anybody's is for the act to know.
    static func hiddenID(_ name: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, isTyped: false, property: { words.property(name, .id, required: true, $0) },
            control: { _, _, filled in hidden(name, filled.first[name] ?? "") },
            read: { answers, _ throws(Refusal) in answers[name] ?? "" })
    }

    /// One of those the page has found, by id: colleagues, roles. Whether it may be chosen is for the act to say.
    static func found(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name: name, property: { words.property(name, .id, required: true, $0) },
            control: { form, pack, filled in
                form.select(
                    name, label, filled.options[name] ?? [], first: filled.first[name], prompt: "Choose",
                    hint: words.hint, clause: words.clause(pack))
            },
            read: { answers, agency throws(Refusal) in
                guard let found = answers[name] else { throw words.notChosen(name, label, agency) }
                return found
            })
    }

    /// One of a list that the pack makes. A page may offer fewer of them.
    static func choice(
        _ name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceStyle = .list,
        of options: @escaping @Sendable (PolicyPack) -> [FieldOption]
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .choice(options($0).map(\.value)), required: true, $0) },
            control: { form, pack, filled in
                layout.control(
                    form, name, label, filled.options[name] ?? options(pack), filled.first[name], hint: words.hint,
                    clause: words.clause(pack), isOptional: false)
            },
            read: { answers, agency throws(Refusal) in
                guard let chosen = answers[name], options(agency.policy).contains(where: { $0.value == chosen }) else {
                    throw words.notChosen(name, label, agency)
                }
                return chosen
            })
    }
}

extension Field where Value == String? {
    /// One line of text that may be left out.
    static func text(
        maybe name: String, _ label: String, longest: Int, kind: TextKind = .plain, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .string(maxLength: longest), required: false, $0) },
            control: { form, pack, filled in
                form.text(
                    name, label, kind: kind, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: true, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in try answers.text(name, label, longest: longest) })
    }

    /// Words that may be left out.
    static func words(
        maybe name: String, _ label: String, longest: Int, rows: Int = 5, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .string(maxLength: longest), required: false, $0) },
            control: { form, pack, filled in
                form.longText(
                    name, label, rows: rows, first: filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: true, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in
                let text = try answers.words(name, label, longest: longest)
                return text.isEmpty ? nil : text
            })
    }

    /// One of those the page has found, or nobody.
    ///
    /// - Parameter nobody: what stands for leaving it open.
    static func found(
        maybe name: String, _ label: String, nobody: String = "Nobody in particular", _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name: name, property: { words.property(name, .id, required: false, $0) },
            control: { form, pack, filled in
                form.select(
                    name, label, filled.options[name] ?? [], first: filled.first[name], prompt: nobody,
                    hint: words.hint, clause: words.clause(pack), isOptional: true)
            },
            read: { answers, _ throws(Refusal) in answers[name] })
    }
}

extension Field where Value == [String] {
    /// Any number of those the page has found.
    static func found(
        several name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceLayout = .chips
    ) -> Field {
        Field(
            name: name,
            property: {
                words.property(name, .list(of: .id, atLeast: 0, unique: true), required: true, $0)
            },
            control: { form, pack, filled in
                form.choices(
                    name, label, filled.options[name] ?? [], layout: layout, first: filled.ticked[name] ?? [],
                    hint: words.hint,
                    clause: words.clause(pack), isOptional: true)
            },
            read: { answers, _ throws(Refusal) in answers.all(name) })
    }

    /// Any number of a list that the pack makes.
    static func choices(
        _ name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceLayout = .chips,
        of options: @escaping @Sendable (PolicyPack) -> [FieldOption]
    ) -> Field {
        Field(
            name: name,
            property: { pack in
                let values = options(pack).map(\.value)
                return words.property(name, .list(of: .choice(values), atLeast: 0, unique: true), required: true, pack)
            },
            control: { form, pack, filled in
                form.choices(
                    name, label, options(pack), layout: layout, first: filled.ticked[name] ?? [], hint: words.hint,
                    clause: words.clause(pack), isOptional: true)
            },
            read: { answers, agency throws(Refusal) in
                let chosen = answers.all(name)
                let offered = Set(options(agency.policy).map(\.value))
                guard chosen.allSatisfy(offered.contains) else {
                    throw Refusal.answer(to: label, "choose from the list.", field: name)
                }
                return chosen
            })
    }
}

extension Field where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One case of a closed list, with its words; a program sends its raw value.
    static func choice(
        _ name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceStyle = .list,
        as word: @escaping @Sendable (Value) -> String
    ) -> Field {
        let options = Value.allCases.map { FieldOption($0.rawValue, word($0)) }
        return Field(
            name: name, property: { words.property(name, .choice(options.map(\.value)), required: true, $0) },
            control: { form, pack, filled in
                layout.control(
                    form, name, label, options, filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: false)
            },
            read: { answers, agency throws(Refusal) in
                guard let chosen = answers[name].flatMap({ Value(rawValue: $0) }) else {
                    throw words.notChosen(name, label, agency)
                }
                return chosen
            })
    }
}

extension Field {
    /// One case of a closed list, which may be left open.
    static func choice<Case: RawRepresentable & CaseIterable & Sendable>(
        maybe name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceStyle = .list,
        as word: @escaping @Sendable (Case) -> String
    ) -> Field where Value == Case?, Case.RawValue == String {
        let options = Case.allCases.map { FieldOption($0.rawValue, word($0)) }
        return Field(
            name: name, property: { words.property(name, .choice(options.map(\.value)), required: false, $0) },
            control: { form, pack, filled in
                layout.control(
                    form, name, label, options, filled.first[name], hint: words.hint, clause: words.clause(pack),
                    isOptional: true)
            },
            read: { answers, agency throws(Refusal) in
                guard let text = answers[name] else { return nil }
                guard let chosen = Case(rawValue: text) else { throw words.notChosen(name, label, agency) }
                return chosen
            })
    }
}

/// How one answer of several is asked for.
enum ChoiceStyle: Sendable {
    /// The browser's own list.
    case list
    case chips, cards

    func control(
        _ form: Form, _ name: String, _ label: String, _ options: [FieldOption], _ first: String?, hint: String?,
        clause: String?, isOptional: Bool
    ) -> HTML {
        switch self {
        case .list:
            form.select(
                name, label, options, first: first, prompt: "Choose", hint: hint, clause: clause,
                isOptional: isOptional)
        case .chips:
            form.choice(name, label, options, first: first, hint: hint, clause: clause, isOptional: isOptional)
        case .cards:
            form.choice(
                name, label, options, layout: .cards, first: first, hint: hint, clause: clause, isOptional: isOptional)
        }
    }
}

extension Answers {
    /// One line, no longer than may be; nothing where it was left open.
    fileprivate func text(_ name: String, _ label: String, longest: Int) throws(Refusal) -> String? {
        guard let text = self[name] else { return nil }
        guard text.unicodeScalars.count <= longest else { throw Refusal.tooLong(label, longest, field: name) }
        return text
    }

    fileprivate func words(_ name: String, _ label: String, longest: Int) throws(Refusal) -> String {
        let text = verbatim(name).replacing("\r\n", with: "\n")
        guard text.unicodeScalars.count <= longest else { throw Refusal.tooLong(label, longest, field: name) }
        return text
    }
}

extension FieldWords {
    /// Nothing, or nothing that may be, was chosen.
    func notChosen(_ name: String, _ label: String, _ agency: Agency) -> Refusal {
        .answer(to: label, "choose one.", field: name, clauses: clauses(agency.policy))
    }
}

extension Refusal {
    fileprivate static func tooLong(_ label: String, _ longest: Int, field: String) -> Refusal {
        answer(to: label, "at most \(longest) characters.", field: field)
    }
}
