import HTML
import Operations
import Program

/// One thing that an act asks for. Its name, what it is in JSON, how a page asks and how an answer is read stand here and nowhere
/// else, so that page, document, check and refusal cannot drift apart.
struct Field<Value: Sendable>: Sendable {
    let name: String
    let property: @Sendable (PolicyPack) -> Schema.Property
    let control: @Sendable (Form, PolicyPack, Filled) -> HTML
    let read: @Sendable (Answers, Agency) throws(Refusal) -> Value

    /// The same field, its answer taken as something else.
    func map<Other: Sendable>(_ change: @escaping @Sendable (Value) -> Other) -> Field<Other> {
        Field<Other>(name: name, property: property, control: control) { answers, agency throws(Refusal) in
            change(try read(answers, agency))
        }
    }
}

/// What a page knows besides the pack: whom one may choose, and what stands in a field at first.
struct Filled: Sendable {
    /// What may be chosen, by the field's name.
    var options: [String: [FieldOption]] = [:]
    var first: [String: String] = [:]
    /// What is ticked at first in a field that takes several.
    var ticked: [String: [String]] = [:]
}

/// What a field says about itself on a page and in the document.
struct FieldWords: Sendable {
    var hint: String?
    /// For programs, where the label does not say enough.
    var about: String?
    /// The clauses that ask for it, by the pack.
    var clauses: @Sendable (PolicyPack) -> [ClauseID] = { _ in [] }

    func property(_ name: String, _ schema: Schema, required: Bool, _ pack: PolicyPack) -> Schema.Property {
        Schema.Property(name, schema, required: required, about: about, clauses: clauses(pack))
    }

    func clause(_ pack: PolicyPack) -> String? { clauses(pack).first?.text }
}
