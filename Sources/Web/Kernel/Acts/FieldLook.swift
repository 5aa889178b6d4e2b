import HTML
import Operations
import Program

/// How a field stands on a page just now.
struct FieldLook: Sendable {
    let name: String
    let pack: PolicyPack
    let hint: String?
    let origin: RuleOrigin?
    /// What stands in it at first.
    let first: String?
    /// What is ticked at first in one that takes several.
    let ticked: [String]
    /// What the page offers; nothing where that is for the pack to say.
    let options: [FieldOption]?
    /// Who was looked for.
    let search: FieldSearch?
    let isOptional: Bool

    fileprivate init(_ name: String, _ words: FieldWords, _ pack: PolicyPack, _ filled: Filled) {
        self.name = name
        self.pack = pack
        hint = words.hint
        origin = words.origin(pack)
        first = filled.first[name]
        ticked = filled.ticked[name] ?? []
        options = filled.options[name]
        search = filled.searches[name]
        isOptional = words.mayBeEmpty || filled.open.contains(name)
    }
}

extension Field {
    /// A field of some kind, with what its words say of it.
    ///
    /// - Parameters:
    ///   - schema: what its answer is in JSON.
    ///   - control: how a page asks for it.
    init(
        _ name: String, _ words: FieldWords, as schema: @escaping @Sendable (PolicyPack) -> Schema,
        control: @escaping @Sendable (Form, FieldLook) -> HTML,
        read: @escaping @Sendable (Answers, Agency) throws(Refusal) -> Value
    ) {
        self.init(
            name: name, property: { words.property(name, schema($0), $0) },
            control: { form, pack, filled in control(form, FieldLook(name, words, pack, filled)) }, read: read)
    }

    /// The same where its answer is of one kind under every pack.
    init(
        _ name: String, _ words: FieldWords, as schema: Schema,
        control: @escaping @Sendable (Form, FieldLook) -> HTML,
        read: @escaping @Sendable (Answers, Agency) throws(Refusal) -> Value
    ) {
        self.init(name, words, as: { _ in schema }, control: control, read: read)
    }
}
