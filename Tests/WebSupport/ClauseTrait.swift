import Foundation
import TestSupport
import Testing

/// The duties of a written policy that a test, or a suite of tests, shows: `@Test(.clause("OCP-FORM-1"))`.
package struct ClauseTrait: TestTrait, SuiteTrait, TestScoping {
    /// As the clause registers of the packs name them.
    package let ids: [String]

    /// What a suite shows, each of its tests shows.
    package var isRecursive: Bool { true }

    /// Where `PEERSUPPORT_TEST_PACKS` names a folder that has one of the test function's name, the test takes packs from there.
    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard let folder = ProcessInfo.processInfo.environment["PEERSUPPORT_TEST_PACKS"] else {
            return try await function()
        }
        let own = URL(filePath: folder).appending(path: test.name.prefix { $0 != "(" })
        try await BundledPacks.$undone.withValue(own, operation: function)
    }
}

extension Trait where Self == ClauseTrait {
    package static func clause(_ ids: String...) -> ClauseTrait { ClauseTrait(ids: ids) }
}
