import Program

/// How a value is written in JSON: its schema in the document and the writing itself, member by member.
struct Shape<Value: Sendable>: Sendable {
    struct Member: Sendable {
        let property: Schema.Property
        let json: @Sendable (Value) -> JSON

        init(_ property: Schema.Property, json: @escaping @Sendable (Value) -> JSON) {
            self.property = property
            self.json = json
        }
    }

    let members: [Member]

    @_semantics("optimize.sil.specialize.generic.never")
    init(_ members: Member...) { self.members = members }

    /// The same with more members behind.
    @_semantics("optimize.sil.specialize.generic.never")
    func with(_ more: Member...) -> Shape { Shape(members + more) }

    @_semantics("optimize.sil.specialize.generic.never")
    func with(_ more: Shape) -> Shape { Shape(members + more.members) }

    @_semantics("optimize.sil.specialize.generic.never")
    init(_ members: [Member]) { self.members = members }

    /// A list and nothing beside it.
    @_semantics("optimize.sil.specialize.generic.never")
    static func list<Item>(_ name: String, of shape: Shape<Item>) -> Shape where Value == [Item] {
        Shape(.list(name, of: shape) { $0 })
    }

    var schema: Schema { .object(members.map(\.property)) }

    @_semantics("optimize.sil.specialize.generic.never")
    func json(_ value: Value) -> JSON {
        .object(Dictionary(members.map { ($0.property.name, $0.json(value)) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The members of a part of the value, among its own.
    @_semantics("optimize.sil.specialize.generic.never")
    func of<Whole: Sendable>(_ part: @escaping @Sendable (Whole) -> Value) -> Shape<Whole> {
        Shape<Whole>(
            members.map { member in
                Shape<Whole>.Member(member.property) { member.json(part($0)) }
            })
    }
}

extension Shape.Member {
    @_semantics("optimize.sil.specialize.generic.never")
    static func words(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> String) -> Self {
        Self(Schema.Property(name, .words, about: about)) { .string(value($0)) }
    }

    /// Words, or null where there are none.
    @_semantics("optimize.sil.specialize.generic.never")
    static func words(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> String?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.words), about: about)) { JSON(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func id(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> String) -> Self {
        Self(Schema.Property(name, .id, about: about)) { .string(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func day(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Day) -> Self {
        Self(Schema.Property(name, .day, about: about)) { .string(value($0).text) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func day(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Day?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.day), about: about)) { JSON(value($0)?.text) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func count(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Int) -> Self {
        Self(Schema.Property(name, .count, about: about)) { .integer(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func flag(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Bool) -> Self {
        Self(Schema.Property(name, .boolean, about: about)) { .boolean(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func list<Item>(
        _ name: String, of shape: Shape<Item>, about: String? = nil, _ value: @escaping @Sendable (Value) -> [Item]
    ) -> Self {
        Self(Schema.Property(name, .list(of: shape.schema), about: about)) {
            .array(value($0).map(shape.json))
        }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func part<Part>(
        _ name: String, _ shape: Shape<Part>, about: String? = nil, _ value: @escaping @Sendable (Value) -> Part
    ) -> Self {
        Self(Schema.Property(name, shape.schema, about: about)) { shape.json(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func part<Part>(
        maybe name: String, _ shape: Shape<Part>, about: String? = nil, _ value: @escaping @Sendable (Value) -> Part?
    ) -> Self {
        Self(Schema.Property(name, .nullable(shape.schema), about: about)) {
            value($0).map(shape.json) ?? .null
        }
    }
}
