import HTML
import Operations
import Program

extension Field where Value == String? {
    /// Somebody of the personnel directory, or nobody: a line to look for them by name, and those found to choose from. A program
    /// looks for them by itself.
    ///
    /// What is looked for stands in an address: never for what a name could tie to having asked for help.
    ///
    /// - Parameters:
    ///   - page: where the form stands.
    ///   - schema: what names somebody.
    ///   - nobody: what it means to choose none of those found.
    static func found(
        maybe name: String, _ label: String, searchedOn page: FixedAddress, as schema: Schema, nobody: String,
        _ words: FieldWords = FieldWords()
    ) -> Field {
        var field = Field(
            name, words, as: schema,
            control: { form, look in
                form.search(name, label, look.search, nobody: nobody, hint: look.hint, origin: look.origin)
            },
            read: { answers, agency throws(Refusal) in
                guard !answers.areSearching(name) else {
                    throw Refusal.answer(
                        to: label, "choose one of those found, or leave the line empty.", field: name,
                        clauses: words.clauses(agency.policy))
                }
                return answers[name]
            }
        ).leftOpen
        field.searchedOn = page
        return field
    }
}

extension Input {
    /// Where somebody is looked for, on to the page that shows whom it finds: nothing is done, only the words are in the address, and
    /// what else was typed goes along sealed. Nothing where nobody is, or where more was typed than a browser carries along: the form
    /// then comes again at once, as it does where something is refused.
    func search(_ visit: some Acting, in act: String) throws -> Answer? {
        let form = visit.visit.form
        let field = form[FieldSearch.button]
        guard let page = searches[field] else { return nil }
        let typed = "\(act)\n\(String(decoding: form.typedForSearch.bytes, as: UTF8.self))"
        guard typed.utf8.count <= 2_000 else { return nil }
        let words = form[FieldSearch.line(of: field)]
        return try .see(page.link(query: (field, words))).showingOnce(typed, to: visit)
    }

    /// What was typed in the act's form before somebody was looked for.
    func typedBeforeSearch(_ visit: some Acting, in act: String) -> [String: [String]]? {
        guard searches.keys.contains(where: { visit.visit.query($0) != nil }), let typed = visit.visit.shownOnce,
            typed.hasPrefix("\(act)\n"),
            let fields = JSON(bytes: Array(typed.utf8.dropFirst(act.utf8.count + 1)))?.object
        else { return nil }
        return fields.mapValues { ($0.array ?? []).compactMap(\.string) }
    }
}

extension FormAnswers {
    /// Without what is typed anew each time, and without the button.
    fileprivate var typedForSearch: JSON {
        let kept = values.filter { $0.key != FieldSearch.button && !FormAnswers.secretFields.contains($0.key) }
        return .object(kept.mapValues { .array($0.map { .string($0) }) })
    }
}

extension StaffVisit {
    /// Whom the words that were sent for that field find in the directory; nothing where nobody is looked for.
    func search(in field: String) async throws -> FieldSearch? {
        let sent = form[FieldSearch.line(of: field)]
        guard let words = sent.isEmpty ? visit.query(field) : sent else { return nil }
        switch try await programmes.people(lookedForBy: words, by: staff) {
        case .nothingAsked: return FieldSearch(words, problem: "Type a name or an employee number to look for.")
        case .nobody:
            return FieldSearch(
                words,
                problem: "Nobody in the directory is found by “\(words)”. Try fewer letters, or the employee number.")
        case .tooMany:
            return FieldSearch(
                words,
                problem: "More than \(PeopleSearch.mostFound) people are found by “\(words)”. Type more of the name.")
        case .some(let people): return FieldSearch(words, found: people.map(\.option))
        }
    }
}

extension NamedPerson {
    fileprivate var option: FieldOption {
        FieldOption(employeeNumber, "\(familyName), \(givenName)", detail: "\(employeeNumber), \(unit)")
    }
}
