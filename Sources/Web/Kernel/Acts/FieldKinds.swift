import HTML
import Operations
import Program

extension TextKind {
    /// Whether it is mostly copied from elsewhere, with marks that nobody sees: from an address book, or a printed code's picture.
    /// They are left out there, for they cannot make one such word read as another.
    fileprivate var isPasted: Bool {
        switch self {
        case .code, .email, .telephone, .privateTelephone: true
        case .plain, .userName, .personName, .search: false
        }
    }
}

extension Field where Value == String {
    /// One line of text. Whether an empty one will do is for the act to say. What nobody sees may not stand in it, whoever types it.
    static func text(
        _ name: String, _ label: String, longest: Int, kind: TextKind = .plain, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name, words, as: .string(maxLength: longest),
            control: { form, look in
                form.text(
                    name, label, kind: kind, first: look.first, hint: look.hint, origin: look.origin,
                    isOptional: look.isOptional, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in
                let text = answers[name] ?? ""
                if kind.isPasted { return try text.withoutUnseen.noLonger(than: longest, label, field: name) }
                if let unseen = text.firstUnseen {
                    throw Refusal.answer(to: label, "it holds \(unseen.words). Type it without.", field: name)
                }
                return try text.noLonger(than: longest, label, field: name)
            })
    }

    /// Several lines of words. What nobody sees is left out of them.
    static func words(
        _ name: String, _ label: String, longest: Int, rows: Int = 5, _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name, words, as: .string(maxLength: longest),
            control: { form, look in
                form.longText(
                    name, label, rows: rows, first: look.first, hint: look.hint, origin: look.origin,
                    isOptional: look.isOptional, maxLength: longest)
            },
            read: { answers, _ throws(Refusal) in
                try answers.verbatim(name).replacing("\r\n", with: "\n").withoutUnseen
                    .noLonger(than: longest, label, field: name)
            })
    }

    /// A passphrase, exactly as typed. It is never shown again.
    static func passphrase(
        _ name: String, _ label: String, kind: PassphraseKind, _ words: FieldWords = FieldWords()
    ) -> Field {
        var field = Field(
            name, words, as: .passphrase,
            control: { form, look in form.passphrase(name, label, kind: kind, hint: look.hint, origin: look.origin) },
            read: { answers, _ throws(Refusal) in answers.verbatim(name) })
        field.takesAnything = true
        return field
    }

    /// The id of what it is about, where the address does not say it. Whether it is anybody's is for the act to know.
    static func hiddenID(_ name: String, _ words: FieldWords = FieldWords()) -> Field {
        var field = Field(
            name, words, as: .id, control: { _, look in hidden(name, look.first ?? "") },
            read: { answers, _ throws(Refusal) in answers[name] ?? "" })
        field.isTyped = false
        return field
    }

    /// One of those the page has found, by id: colleagues, roles. Whether it may be chosen is for the act to say.
    ///
    /// - Parameter prompt: what stands there before anything is chosen.
    static func found(
        _ name: String, _ label: String, prompt: String = "Choose", _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name, words, as: .id,
            control: { form, look in
                form.select(
                    name, label, look.options ?? [], first: look.first, prompt: prompt, hint: look.hint,
                    origin: look.origin, isOptional: look.isOptional)
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
            name, words, as: { .choice(options($0).map(\.value)) },
            control: { form, look in layout.control(form, label, look.options ?? options(look.pack), look) },
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
    ) -> Field { Field<String>.text(name, label, longest: longest, kind: kind, words).maybe }

    /// Words that may be left out.
    static func words(
        maybe name: String, _ label: String, longest: Int, rows: Int = 5, _ words: FieldWords = FieldWords()
    ) -> Field { Field<String>.words(name, label, longest: longest, rows: rows, words).maybe }

    /// One of those the page has found, or nobody.
    ///
    /// - Parameter nobody: what stands for leaving it open.
    static func found(
        maybe name: String, _ label: String, nobody: String = "Nobody in particular", _ words: FieldWords = FieldWords()
    ) -> Field { Field<String>.found(name, label, prompt: nobody, words).maybe }
}

extension Field where Value == [String] {
    /// Any number of those the page has found.
    ///
    /// - Parameter isOptional: whether the form says so. How many it takes is a rule, which refuses with its clause.
    static func found(
        several name: String, _ label: String, _ words: FieldWords = FieldWords(), isOptional: Bool = true,
        layout: ChoiceLayout = .chips
    ) -> Field {
        Field(
            name, words, as: .list(of: .id, atLeast: 0, unique: true),
            control: { form, look in
                form.choices(
                    name, label, look.options ?? [], layout: layout, first: look.ticked, hint: look.hint,
                    origin: look.origin, isOptional: isOptional)
            },
            read: { answers, _ throws(Refusal) in answers.all(name) })
    }

    /// Any number of a list that the pack makes.
    ///
    /// - Parameter isOptional: whether it may be left open. Where it may not, the act says so.
    static func choices(
        _ name: String, _ label: String, _ words: FieldWords = FieldWords(), layout: ChoiceLayout = .chips,
        isOptional: Bool = true,
        of options: @escaping @Sendable (PolicyPack) -> [FieldOption]
    ) -> Field {
        Field(
            name, words, as: { .list(of: .choice(options($0).map(\.value)), atLeast: 0, unique: true) },
            control: { form, look in
                form.choices(
                    name, label, options(look.pack), layout: layout, first: look.ticked, hint: look.hint,
                    origin: look.origin, isOptional: isOptional)
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
            name, words, as: .choice(options.map(\.value)),
            control: { form, look in layout.control(form, label, options, look) },
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
        Field<Case>.choice(name, label, words, layout: layout, as: word).maybe
    }
}

/// How one answer of several is asked for.
enum ChoiceStyle: Sendable {
    /// The browser's own list.
    case list
    case chips, cards

    func control(_ form: Form, _ label: String, _ options: [FieldOption], _ look: FieldLook) -> HTML {
        switch self {
        case .list:
            form.select(
                look.name, label, options, first: look.first, prompt: "Choose", hint: look.hint, origin: look.origin,
                isOptional: look.isOptional)
        case .chips: choice(form, label, options, look, .chips)
        case .cards: choice(form, label, options, look, .cards)
        }
    }

    private func choice(
        _ form: Form, _ label: String, _ options: [FieldOption], _ look: FieldLook, _ layout: ChoiceLayout
    ) -> HTML {
        form.choice(
            look.name, label, options, layout: layout, first: look.first, hint: look.hint, origin: look.origin,
            isOptional: look.isOptional)
    }
}

extension String {
    fileprivate func noLonger(than longest: Int, _ label: String, field: String) throws(Refusal) -> String {
        guard unicodeScalars.count <= longest else {
            throw Refusal.answer(to: label, "at most \(longest) characters.", field: field)
        }
        return self
    }
}

extension FieldWords {
    /// Nothing, or nothing that may be, was chosen.
    func notChosen(_ name: String, _ label: String, _ agency: Agency) -> Refusal {
        .answer(to: label, "choose one.", field: name, clauses: clauses(agency.policy))
    }
}
