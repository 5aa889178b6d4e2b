import Program

// Members of the kinds that a programme has besides words, days and counts.
extension Shape.Member {
    /// In UTC, such as `2026-11-20T18:00:00Z`.
    @_semantics("optimize.sil.specialize.generic.never")
    static func moment(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Instant) -> Self {
        Self(Schema.Property(name, .moment, about: about)) { .string(value($0).text) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func moment(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Instant?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.moment), about: about)) { JSON(value($0)?.text) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func month(_ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Month) -> Self {
        Self(Schema.Property(name, .month, about: about)) { .string(value($0).text) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func count(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Int?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.count), about: about)) { JSON(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func id(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> String?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.id), about: about)) { JSON(value($0)) }
    }

    /// One of a closed list.
    @_semantics("optimize.sil.specialize.generic.never")
    static func choice<Case: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Case
    ) -> Self where Case.RawValue == String {
        Self(Schema.Property(name, .choice(Case.allCases.map(\.rawValue)), about: about)) {
            .string(value($0).rawValue)
        }
    }

    /// One of a closed list of words.
    @_semantics("optimize.sil.specialize.generic.never")
    static func choice(
        _ name: String, of words: [String], about: String? = nil, _ value: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(Schema.Property(name, .choice(words), about: about)) { .string(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func choice(
        maybe name: String, of words: [String], about: String? = nil,
        _ value: @escaping @Sendable (Value) -> String?
    ) -> Self {
        Self(Schema.Property(name, .nullable(.choice(words)), about: about)) { JSON(value($0)) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    static func choice<Case: RawRepresentable & CaseIterable & SendableMetatype>(
        maybe name: String, about: String? = nil, _ value: @escaping @Sendable (Value) -> Case?
    ) -> Self where Case.RawValue == String {
        Self(Schema.Property(name, .nullable(.choice(Case.allCases.map(\.rawValue))), about: about)) {
            JSON(value($0)?.rawValue)
        }
    }

    /// Any number of words, ids or names of one kind.
    @_semantics("optimize.sil.specialize.generic.never")
    static func texts(
        _ name: String, each schema: Schema = .words, about: String? = nil,
        _ value: @escaping @Sendable (Value) -> [String]
    ) -> Self {
        Self(Schema.Property(name, .list(of: schema), about: about)) { .array(value($0).map { .string($0) }) }
    }
}
