import Store

extension DatabaseLimits {
    /// For tests that mean nothing by how long the database takes: however busy the machine is, they wait.
    package static let patient = DatabaseLimits(
        patience: .seconds(120), statement: .seconds(120), connecting: .seconds(60))

    /// For tests in which waiting comes to its end: long enough for what nobody holds up, on a busy machine too.
    package static let impatient = DatabaseLimits(patience: .seconds(2), statement: .seconds(120))
}

/// Waits for it, a minute at most: on a busy machine what takes a moment takes longer.
///
/// - Throws: `NeverCame` when it is not so by then.
package func eventually(_ isSo: () async throws -> Bool) async throws {
    for _ in 0..<6000 {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw NeverCame()
}

/// What a test waited for did not come to be.
package struct NeverCame: Error {}
