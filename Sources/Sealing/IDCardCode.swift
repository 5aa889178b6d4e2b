/// The check code of a member's card: whoever reads it from the card learns whether the card is current. Shown once, when the card is
/// made, and kept nowhere: the database has a mark of it that the server's keys alone can make.
package struct IDCardCode: Redacted, Sendable {
    private let code: PrintedCode

    /// A new code, of 104 random bits.
    package init() { code = PrintedCode(.idCardCode) }

    private init(_ code: PrintedCode) { self.code = code }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> CodeReading<IDCardCode> {
        PrintedCode.read(.idCardCode, typed) { IDCardCode($0) }
    }

    /// The code for screen and paper: six groups.
    package var text: String { code.text }

    /// 32 bytes to store and to find a card of that agency by. In another agency the same code gives another.
    package func mark(in agency: String, with keys: ServerKeys) -> [UInt8] {
        code.secret.derived(for: Binding("mark of an ID card", agency), pepper: keys.idCardPepper).exposedBytes
    }
}

extension ServerKeys {
    fileprivate var idCardPepper: Secret { receiptIdPepper.derived(for: Binding("ID card codes key")) }
}
