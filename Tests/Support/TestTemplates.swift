import Store

/// Databases that are made once in this process and copied for each test: what is the same at the beginning of many tests
/// is not made again and again. Each comes with what its maker tells of it.
package actor TestTemplates<Content: Sendable> {
    private struct Key: Hashable {
        let engine: Engine
        let name: String
    }

    private struct Template: Sendable {
        /// Kept as long as it may be copied.
        let original: TestAddress
        let content: Content
    }

    private var made: [Key: Task<Template, any Error>] = [:]

    package init() {}

    /// A copy, and what was told of the original.
    ///
    /// - Parameters:
    ///   - name: names what is in it.
    ///   - make: fills the original, which is empty, and closes it again.
    package func copy(
        of name: String, on engine: Engine, making make: @escaping @Sendable (TestAddress) async throws -> Content
    ) async throws -> (address: TestAddress, content: Content) {
        let template = try await template(Key(engine: engine, name: name), making: make).value
        let copy = try await TestDatabase.newDatabase(engine, likeThatOf: template.original.name)
        return (copy, template.content)
    }

    private func template(
        _ key: Key, making make: @escaping @Sendable (TestAddress) async throws -> Content
    ) -> Task<Template, any Error> {
        if let made = made[key] { return made }
        let making = Task {
            let original = try await TestDatabase.newDatabase(key.engine, likeThatOf: nil)
            return Template(original: original, content: try await make(original))
        }
        made[key] = making
        return making
    }
}
