/// The code that a seeker gets for a request: the only key to it besides the supporter's. Shown once, when it is made, and
/// kept nowhere; `KeyDerivation.seekerKey` makes of it what finds and opens the request.
///
/// At least 100 random bits: 22 letters and digits, to be written down, printed or read out.
package struct Receipt: Redacted, Sendable {
    private let code: PrintedCode

    /// A new receipt.
    package init() {
        code = PrintedCode(.receipt)
    }

    /// The receipt that one sending of the form gives, however often it arrives: a request sent twice is one, and its receipt is
    /// the same. Without the server's key nobody can find it from what was sent.
    package init(ofSending sent: [UInt8], in agency: String, with keys: ServerKeys) {
        let purpose = Binding("receipt of a sending", fields: [Array(agency.utf8), sent])
        code = PrintedCode(.receipt, from: keys.receiptKeyPepper, for: purpose)
    }

    private init(_ code: PrintedCode) {
        self.code = code
    }

    /// Reads a receipt as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> CodeReading<Receipt> {
        PrintedCode.read(.receipt, typed) { Receipt($0) }
    }

    /// The receipt for screen and paper: six groups, such as `7K2M-9QXC-…-4D`.
    package var text: String { code.text }

    var secret: Secret { code.secret }
}
