import Foundation
import Testing

/// What tells of a request's routing has one way in and out, so that sealing it changes that alone.
@Suite struct RequestRoutesTests {
    private static let store = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Store")

    /// The tables and columns that say who was asked, who has a request, and when.
    private static let telling = [
        "request_copy", "request_reserve", "request_consultation", "request_reminder", "request.supporter",
        "request.stage", "request.offering", "request.due_at", "request.destroy_on", "SET state = 'accepted'",
    ]

    @Test func nothingElseOfTheStoreNamesIt() throws {
        let files = try #require(FileManager.default.enumerator(at: Self.store, includingPropertiesForKeys: nil))
        var isFound = false
        for case let file as URL in files where file.pathExtension == "swift" {
            let isTheWay = file.lastPathComponent.hasPrefix("RequestRoutes")
            let isSchema = file.path.contains("/Schema/")
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in Self.telling where text.contains(word) {
                isFound = isFound || isTheWay
                #expect(isTheWay || isSchema, "\(word) in \(file.lastPathComponent)")
            }
        }
        #expect(isFound)
    }
}
