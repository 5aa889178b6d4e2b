import Web

/// What the server said, as it came over the wire.
package struct Reply: Sendable, Equatable, CustomStringConvertible {
    package let status: Int
    /// By name in small letters, without what differs from one answer to the next: the date, and whether the connection goes on,
    /// which hangs on how much of the request has come by then.
    package let headers: [String: String]
    package let body: [UInt8]

    /// - Parameter headers: by name in small letters.
    init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers.filter { !["date", "connection"].contains($0.key) }
        self.body = body
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
    package var json: JSON? { JSON(bytes: body) }
    /// Where it leads, for a redirect or a thing that was made.
    package var location: String? { headers["location"] }

    package var description: String { "\(status) \(location ?? "") \(text.prefix(400))" }
}

extension JSON {
    /// A member that holds words; empty where it is left out.
    package func text(_ member: String) -> String { self[member]?.string ?? "" }
}
