import Operations
import Program
import Testing
import Web
import WebSupport

// What people do about training and meetings, by the pages before them.
extension Client {
    /// Plans a session by its form; gives the path of its page.
    func plans(
        _ kind: String, _ title: String, _ from: String, _ until: String, _ more: [(String, String)] = []
    ) async throws -> String {
        let fields = [
            ("kind", kind), ("title", title), ("place", "Room 2"), ("from", from), ("until", until), ("places", "0"),
            ("creditMinutes", "0"),
        ].filter { field in !more.contains { $0.0 == field.0 } }
        let reply = try await post("/training/sessions", fields + more, token: formToken)
        try #require(reply.status == 303, "\(reply)")
        return try #require(reply.location)
    }

    /// Closes the list of a session: these were there.
    func closes(_ session: String, present: [String]) async throws -> Reply {
        try await post("\(session)/list", present.map { ("present", $0) }, token: formToken)
    }

    /// How somebody stands with a requirement, in their own reading or in the record of a member.
    func standing(_ requirement: String, of account: String? = nil) async throws -> JSON {
        let path = account.map { "/api/v1/training/members/\($0)" } ?? "/api/v1/training"
        let read = try await read(path)
        let standings = (account == nil ? read["training"] : read)?["standings"]?.array
        return try #require(standings?.first { $0.text("requirement") == requirement }, "\(read)")
    }

    /// Records a course by its form.
    func records(
        _ course: String, of account: String, on day: String, approved: Bool = true, topics: [String] = [],
        until expires: String = "", minutes: String = "480"
    ) async throws -> Reply {
        let fields =
            [
                ("course", course), ("doneOn", day), ("minutes", minutes), ("creditMinutes", "0"),
                ("expiresOn", expires),
            ] + (approved ? [("isApproved", "yes")] : []) + topics.map { ("topics", $0) }
        return try await post("/training/members/\(account)/completions", fields, token: formToken)
    }
}

extension DemoTown {
    func account(_ role: String) throws -> String { try member(role).account }
}
