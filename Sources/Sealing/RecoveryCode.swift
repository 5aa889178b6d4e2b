/// The printed code that opens an account's key when the passphrase is lost. Shown once, when it is made.
///
/// 128 random bits: 27 letters and digits. So much chance needs no slow derivation. The database keeps `storedId` and the
/// account's key wrapped under `wrappingKey`; neither gives the code back.
package struct RecoveryCode: Redacted, Sendable {
    private let code: PrintedCode

    /// A new code.
    package init() {
        code = PrintedCode(.recoveryCode)
    }

    private init(_ code: PrintedCode) {
        self.code = code
    }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> CodeReading<RecoveryCode> {
        PrintedCode.read(.recoveryCode, typed) { RecoveryCode($0) }
    }

    /// The code for paper: seven groups.
    package var text: String { code.text }

    /// 32 bytes to store and to find the code's row by.
    package var storedId: [UInt8] {
        code.secret.derived(for: Binding("recovery code id")).exposedBytes
    }

    /// The key that the account's key is wrapped under for this code.
    package var wrappingKey: WrappingKey {
        WrappingKey(door: .recoveryCode, secret: code.secret.derived(for: Binding("recovery wrapping key")))
    }
}
