import Foundation
import HTML
import Operations
import Sealing
import Synchronization
import Web

/// A browser, or another program, that speaks HTTP with a node. It follows no redirect, and keeps two cookies: the
/// session's, and a seeker's pass for the pages it is for.
package final class Client: Sendable {
    /// Runs as long as somebody may still speak with it.
    private let node: TownNode
    private let kept: Mutex<[String: String]>

    /// - Parameter session: the token of a session begun elsewhere, such as on another node.
    package init(of node: TownNode, session: String? = nil) {
        self.node = node
        kept = Mutex(session.map { ["session": $0] } ?? [:])
    }

    /// The origin of the node's own pages.
    package var origin: String { "http://127.0.0.1:\(node.port)" }

    /// The token of its session, as the cookie or the bearer header carries it.
    package var session: String? { kept.withLock { $0["session"] } }

    /// The seeker's pass, as the cookie or the bearer header carries it.
    package var pass: String? { kept.withLock { $0["pass"] } }

    /// Takes over a pass that was given to a program.
    package func keep(pass: String) { kept.withLock { $0["pass"] = pass } }

    /// What the forms of its session carry; none without a session.
    package var formToken: String? { session.flatMap { SessionKey(token: $0) }?.formToken }

    /// What the forms of that page carry: those of a seeker's own request their own.
    package func formToken(at path: String) -> String? {
        guard isOfRequest(path) else { return formToken }
        return pass.flatMap { node.programmes.seekerPass(token: $0) }?.formToken
    }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", path, headers: headers.merging(cookies(for: path)) { given, _ in given })
    }

    /// Sends a form of one of the session's own pages.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await post(path, fields.map { ($0.key, $0.value) }, token: formToken(at: path))
    }

    /// Sends a form, and looks at the page that it leads to: the one that shows what is told once.
    package func posted(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        let reply = try await post(path, fields)
        guard reply.status == 303, let location = reply.location else { return reply }
        return try await get(location)
    }

    /// Sends a form with that token, or without one.
    package func post(
        _ path: String, _ fields: [(String, String)], token: String?, headers: [String: String] = [:]
    ) async throws -> Reply {
        let all = fields + (token.map { [(Form.tokenName, $0)] } ?? [])
        let body = all.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let ours = cookies(for: path).merging(["Content-Type": "application/x-www-form-urlencoded"]) { ours, _ in ours }
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
        let token = isOfRequest(path) ? pass : session
        if let token { headers["Authorization"] = "Bearer \(token)" }
        if bytes != nil { headers["Content-Type"] = type }
        return try await send(method.rawValue, path, headers: headers, body: bytes)
    }

    /// Sends exactly that, without cookie or token.
    package func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8]? = nil
    ) async throws -> Reply {
        guard let url = URL(string: "http://127.0.0.1:\(node.port)\(path)") else { throw NoAddress(text: path) }
        let reply = try await Wire.shared.send(
            Wire.Letter(method: method, url: url.absoluteString, headers: headers, body: body))
        keepCookie(of: reply)
        return reply
    }

    /// A browser sends the pass along with the pages of the request alone.
    private func cookies(for path: String) -> [String: String] {
        let sent = kept.withLock { $0 }.filter { $0.key != "pass" || isOfRequest(path) }
        guard !sent.isEmpty else { return [:] }
        return ["Cookie": sent.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
    }

    private func isOfRequest(_ path: String) -> Bool {
        path.split(separator: "?")[0].split(separator: "/").first { $0 != "api" && $0 != "v1" } == "support"
    }

    private func keepCookie(of reply: Reply) {
        guard let set = reply.headers["set-cookie"], let name = set.split(separator: "=").first.map(String.init),
            ["session", "pass", "shown-once"].contains(name)
        else { return }
        let value = set.dropFirst(name.count + 1).prefix { $0 != ";" }
        kept.withLock { $0[name] = value.isEmpty ? nil : String(value) }
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// A path that is none.
package struct NoAddress: Error {
    package let text: String
}
