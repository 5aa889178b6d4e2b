import HTML
import Operations
import Program

/// One thing that an act asks for. Its name, what it is in JSON, how a page asks and how an answer is read stand here and nowhere
/// else, so that page, document, check and refusal cannot drift apart.
struct Field<Value: Sendable>: Sendable {
    let name: String
    /// Whether somebody fills it in: a hidden one, such as an id, is none to say a refusal at.
    var isTyped = true
    var faces = AskedFaces.both
    /// Whether it takes a file.
    var isFile = false
    /// The page on which people are looked for to choose from.
    var searchedOn: FixedAddress?
    /// Whether any character will do, since only a hash of it is kept.
    var takesAnything = false
    /// Nothing where the programme of the pack has no such field.
    var property: @Sendable (PolicyPack) -> Schema.Property?
    var control: @Sendable (Form, PolicyPack, Filled) -> HTML
    var read: @Sendable (Answers, Agency) throws(Refusal) -> Value

    private func changed(_ change: (inout Field) -> Void) -> Field {
        var field = self
        change(&field)
        return field
    }

    private func reading<Other: Sendable>(
        _ read: @escaping @Sendable (Answers, Agency) throws(Refusal) -> Other
    ) -> Field<Other> {
        Field<Other>(
            name: name, isTyped: isTyped, faces: faces, isFile: isFile, searchedOn: searchedOn,
            takesAnything: takesAnything,
            property: property,
            control: control, read: read)
    }

    /// The same field, its answer taken as something else.
    func map<Other: Sendable>(_ change: @escaping @Sendable (Value) throws(Refusal) -> Other) -> Field<Other> {
        reading { answers, agency throws(Refusal) in try change(try read(answers, agency)) }
    }

    /// The same field, which an act needs in some cases only. Whether this is one is for the act to say.
    func inSomeCases() -> Field<Value?> {
        leftOpen.reading { answers, agency throws(Refusal) in
            answers.areOpen(name) ? nil : try read(answers, agency)
        }
    }

    /// The same field, which anybody may leave open.
    var maybe: Field<Value?> {
        var field = inSomeCases()
        field.control = { form, pack, filled in control(form, pack, filled.leavingOpen(name)) }
        return field
    }

    /// The same field, which a program may leave out.
    var leftOpen: Field { changed { field in field.property = { property($0)?.leftOpen } } }

    /// The same field, which pages ask for in a way of their own.
    ///
    /// - Parameter control: the form, the field's name, the pack, and what the page knows.
    func asked(by control: @escaping @Sendable (Form, String, PolicyPack, Filled) -> HTML) -> Field {
        changed { field in field.control = { [name] form, pack, filled in control(form, name, pack, filled) } }
    }

    /// The same field where buttons of the page answer it, each in its own way: nobody fills it in.
    var byButtons: Field {
        changed { field in
            field.isTyped = false
            field.control = { _, _, _ in .empty }
        }
    }

    /// The same field where the page lays out the control by itself, since it knows more than the pack does.
    var laidOutByPage: Field { changed { $0.control = { _, _, _ in .empty } } }

    /// The same field where the programme has it. Elsewhere nobody is asked, and it is as if this had been answered.
    func only(where isOf: @escaping @Sendable (PolicyPack) -> Bool, otherwise absent: Value) -> Field {
        changed { field in
            field.property = { isOf($0) ? property($0) : nil }
            field.control = { form, pack, filled in isOf(pack) ? control(form, pack, filled) : .empty }
            field.read = { answers, agency throws(Refusal) in
                isOf(agency.policy) ? try read(answers, agency) : absent
            }
        }
    }

    /// The same field on pages alone: a program says as much by calling.
    func onPages(otherwise said: Value) -> Field {
        changed { field in
            field.faces = .pages
            field.property = { _ in nil }
            field.read = { answers, agency throws(Refusal) in answers.areOfPage ? try read(answers, agency) : said }
        }
    }

    /// The same field for programs alone.
    func forPrograms(otherwise said: Value) -> Field {
        changed { field in
            field.isTyped = false
            field.faces = .programs
            field.control = { _, _, _ in .empty }
            field.read = { answers, agency throws(Refusal) in answers.areOfPage ? said : try read(answers, agency) }
        }
    }
}

extension Schema.Property {
    fileprivate var leftOpen: Schema.Property {
        Schema.Property(name, schema, required: false, about: about, clauses: clauses)
    }
}

/// Who is asked for a field.
enum AskedFaces: Sendable {
    case both, pages, programs
}

/// What a page knows besides the pack: whom one may choose, and what stands in a field at first.
struct Filled: Sendable {
    /// What may be chosen, by the field's name.
    var options: [String: [FieldOption]] = [:]
    var first: [String: String] = [:]
    /// What is ticked at first in a field that takes several.
    var ticked: [String: [String]] = [:]
    /// Who was looked for, and what came of it.
    var searches: [String: FieldSearch] = [:]
    /// Fields that do not apply to whom or what the page is about.
    var without: Set<String> = []
    /// Fields that may be left open.
    private(set) var open: Set<String> = []

    fileprivate func leavingOpen(_ name: String) -> Filled {
        var filled = self
        filled.open.insert(name)
        return filled
    }
}

/// What a field says about itself on a page and in the document.
struct FieldWords: Sendable {
    var hint: String?
    /// For programs, where the label does not say enough.
    var about: String?
    /// Whether a program may leave it open by null too.
    var isNullable = false
    /// Whether a text may be empty: a page then says that it may be left out, and a program sends it empty.
    var mayBeEmpty = false
    /// Whether a page names the clauses at the field. One that names them over the whole form does not.
    var citesOnPage = true
    /// The clauses that ask for it, by the pack.
    var clauses: @Sendable (PolicyPack) -> [ClauseID] = { _ in [] }

    func property(_ name: String, _ schema: Schema, required: Bool = true, _ pack: PolicyPack) -> Schema.Property {
        Schema.Property(
            name, isNullable ? .nullable(schema) : schema, required: required, about: about, clauses: clauses(pack))
    }

    func origin(_ pack: PolicyPack) -> RuleOrigin? { citesOnPage ? clauses(pack).origin : nil }
}

extension Refusal {
    /// What is wrong with the answer to a field. A label that asks ends with its question mark.
    static func answer(to label: String, _ words: String, field: String, clauses: [ClauseID] = []) -> Refusal {
        let words = label.hasSuffix("?") ? " \(words.prefix(1).uppercased())\(words.dropFirst())" : ": \(words)"
        return Refusal(label + words, field: field, clauses: clauses)
    }
}
