/// What a member hands to their supervisor, who can then ask for somebody else in the member's place. Shown once, when it is made.
///
/// It finds and opens one copy of one request's key, and the server alone uses it, for that one act. It is typed or sent in a form and
/// stands in no address, so that no log holds it: 22 letters and digits, as a receipt has.
package struct SupervisorCode: Redacted, Sendable {
    private let code: PrintedCode

    /// A new code.
    package init() {
        code = PrintedCode(.supervisorCode)
    }

    private init(_ code: PrintedCode) {
        self.code = code
    }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> CodeReading<SupervisorCode> {
        PrintedCode.read(.supervisorCode, typed) { SupervisorCode($0) }
    }

    /// The code for screen and paper: six groups.
    package var text: String { code.text }

    /// 32 bytes to store and to find the code's row by. Without the server's key nobody can tell by a code whether it is in there.
    package func storedId(with keys: ServerKeys) -> [UInt8] {
        code.secret.derived(for: Binding("supervisor code id"), pepper: keys.supervisorCodePepper).exposedBytes
    }

    fileprivate func key(with keys: ServerKeys) -> Secret {
        code.secret.derived(for: Binding("supervisor code key"), pepper: keys.supervisorCodePepper)
    }
}

extension ServerKeys {
    /// Names the request for which a code was made, so that the code ends with it. The database alone cannot tell which it is.
    package func supervisorCodeMark(of request: String) -> [UInt8] {
        supervisorCodePepper.derived(for: Binding("request of a supervisor code", request)).exposedBytes
    }

    fileprivate var supervisorCodePepper: Secret { seekerPass.derived(for: Binding("supervisor codes key")) }
}

extension RequestKey {
    /// Which request it opens, and the key, for whoever has the code and the server's key: 77 bytes. Neither is enough by itself.
    package func sealed(under code: SupervisorCode, request: RandomId, with keys: ServerKeys) throws -> [UInt8] {
        try code.key(with: keys).seal(request.bytes + secret.exposedBytes, for: Self.ofSupervisorCode)
    }

    /// The request and its key again.
    ///
    /// - Throws: `OpeningFault` when code, key or bytes are not those of the sealing.
    package static func opened(
        _ sealed: [UInt8], under code: SupervisorCode, with keys: ServerKeys
    ) throws(OpeningFault) -> (request: RandomId, key: RequestKey) {
        let content = try code.key(with: keys).open(sealed, for: ofSupervisorCode)
        let idCount = content.count - byteCount
        guard idCount > 0, let request = RandomId(bytes: Array(content.prefix(idCount))) else { throw .notInLayout }
        return (request, RequestKey(secret: Secret(bytes: Array(content.dropFirst(idCount)))))
    }

    private static let ofSupervisorCode = Binding("request key under a supervisor code")
}
