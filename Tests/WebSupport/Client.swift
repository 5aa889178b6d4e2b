import Foundation
import FoundationNetworking
import HTML
import Sealing
import Synchronization
import Web

/// A browser, or another program, that speaks HTTP with a node. It follows no redirect, and keeps one cookie: the session's.
package final class Client: Sendable {
    /// Runs as long as somebody may still speak with it.
    private let node: TownNode
    private let kept: Mutex<String?>

    /// - Parameter session: the token of a session begun elsewhere, such as on another node.
    package init(of node: TownNode, session: String? = nil) {
        self.node = node
        kept = Mutex(session)
    }

    /// The token of its session, as the cookie or the bearer header carries it.
    package var session: String? { kept.withLock { $0 } }

    /// What the forms of its session carry; none without a session.
    package var formToken: String? { session.flatMap { SessionKey(token: $0) }?.formToken }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", path, headers: headers.merging(cookie) { given, _ in given })
    }

    /// Sends a form of one of the session's own pages.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await post(path, fields.map { ($0.key, $0.value) }, token: formToken)
    }

    /// Sends a form with that token, or without one.
    package func post(
        _ path: String, _ fields: [(String, String)], token: String?, headers: [String: String] = [:]
    ) async throws -> Reply {
        let all = fields + (token.map { [(Form.tokenName, $0)] } ?? [])
        let body = all.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let ours = cookie.merging(["Content-Type": "application/x-www-form-urlencoded"]) { ours, _ in ours }
        return try await send(
            "POST", path, headers: headers.merging(ours) { given, _ in given }, body: Array(body.utf8))
    }

    /// Calls an operation of the programming interface with the session's token.
    package func api(_ method: Route.Method, _ path: String, _ json: JSON? = nil) async throws -> Reply {
        try await api(method, path, bytes: json?.bytes)
    }

    /// Calls an operation with whatever bytes, said to be JSON unless `type` says otherwise.
    package func api(
        _ method: Route.Method, _ path: String, bytes: [UInt8]?, type: String = "application/json"
    ) async throws -> Reply {
        var headers: [String: String] = [:]
        if let session { headers["Authorization"] = "Bearer \(session)" }
        if bytes != nil { headers["Content-Type"] = type }
        return try await send(method.rawValue, path, headers: headers, body: bytes)
    }

    /// Sends exactly that, without cookie or token.
    package func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8]? = nil
    ) async throws -> Reply {
        guard let url = URL(string: "http://127.0.0.1:\(node.port)\(path)") else { throw NoAddress(text: path) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body.map { Data($0) }
        let reply = try await Wire.shared.send(request)
        keepCookie(of: reply)
        return reply
    }

    private var cookie: [String: String] { session.map { ["Cookie": "session=\($0)"] } ?? [:] }

    private func keepCookie(of reply: Reply) {
        guard let set = reply.headers["set-cookie"], set.hasPrefix("session=") else { return }
        let value = set.dropFirst("session=".count).prefix { $0 != ";" }
        kept.withLock { $0 = value.isEmpty ? nil : String(value) }
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// A path that is none.
package struct NoAddress: Error {
    package let text: String
}
