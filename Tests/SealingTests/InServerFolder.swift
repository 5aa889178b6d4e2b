import Foundation
import Sealing

/// A passing folder that holds a server's own keys.
func inServerFolder<Answer>(_ body: (URL) async throws -> Answer) async throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sealing-\(RandomId())")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try ServerKeys.load(from: folder)
    return try await body(folder)
}
