import Testing

/// The duties of a written policy that a test, or a suite of tests, shows: `@Test(.clause("OCP-FORM-1"))`.
package struct ClauseTrait: TestTrait, SuiteTrait {
    /// As the clause registers of the packs name them.
    package let ids: [String]

    /// What a suite shows, each of its tests shows.
    package var isRecursive: Bool { true }
}

extension Trait where Self == ClauseTrait {
    package static func clause(_ ids: String...) -> ClauseTrait { ClauseTrait(ids: ids) }
}
