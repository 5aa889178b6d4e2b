import Program

/// Contacts as the programming interface takes and gives them: exactly the fields of the agency's form.
extension ContactForm {
    /// What an entry looks like, one variant for each kind.
    ///
    /// - Parameter leading: members before those of the form, such as the entry's id.
    func schema(leading: [Schema.Property] = []) -> Schema {
        .variants(
            by: "kind",
            kinds.map { kind in
                Schema.Variant(
                    kind.id, about: [kind.label, kind.caution].compactMap { $0 }.joined(separator: ". "),
                    clauses: basis.clauses,
                    leading + dayProperty + kind.questions.map(\.property))
            })
    }

    private var dayProperty: [Schema.Property] {
        switch grain {
        case .day: [Schema.Property("day", .day, about: "The day of support.", clauses: basis.clauses)]
        case .month: []
        }
    }

    /// An entry, with its id where it has one.
    func json(_ entry: ContactEntry, id: ContactID? = nil) -> JSON {
        var members: [String: JSON] = ["kind": .string(entry.kind)]
        if let id { members["id"] = .string(id.pathText) }
        if let day = entry.day { members["day"] = .string(day.text) }
        for question in kind(entry.kind)?.questions ?? [] { members[question.id] = question.json(in: entry) }
        return .object(members)
    }
}

extension Question {
    fileprivate var property: Schema.Property {
        let about = [label, hint].compactMap { $0 }.joined(separator: ". ")
        return switch answer {
        case .one(let options):
            Schema.Property(id, .choice(options.map(\.id)), about: about, clauses: basis.clauses)
        case .several(let options, let atLeast):
            Schema.Property(
                id, .list(of: .choice(options.map(\.id)), atLeast: atLeast.number, unique: true),
                required: atLeast.number > 0,
                about: about, clauses: basis.clauses)
        case .amount(_, let range, let required):
            Schema.Property(
                id, .integer(range.numbers), required: required, about: about,
                clauses: basis.of(.amountRange).clauses, choice: basis.of(.amountRange).reason)
        case .confirmation:
            Schema.Property(id, .boolean, required: false, about: about, clauses: basis.clauses)
        }
    }

    /// Its answer in the entry; nothing where none was given.
    fileprivate func json(in entry: ContactEntry) -> JSON? {
        switch answer {
        case .one(let options): options.first { entry.chose($0, of: self) }.map { .string($0.id) }
        case .several(let options, _):
            .array(options.filter { entry.chose($0, of: self) }.map { .string($0.id) })
        case .amount(let quantity, _, _): entry.amounts[quantity].map { .integer($0) }
        case .confirmation: .boolean(entry.confirmed.contains(id))
        }
    }
}

extension ContactEntry {
    fileprivate func chose(_ option: Question.Option, of question: Question) -> Bool {
        choices[question.id]?.contains(option.id) ?? false
    }
}

extension ContactAnswers {
    /// The raw answers that a JSON object of the form's schema gives.
    init(_ json: JSON) {
        var values: [String: [String]] = [:]
        for (field, value) in json.object ?? [:] where field != "kind" { values[field] = value.answers }
        self.init(kind: json["kind"]?.string ?? "", values: values)
    }
}
