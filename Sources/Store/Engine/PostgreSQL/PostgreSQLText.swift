/// Reads PostgreSQL's text form of values.
enum PostgreSQLText {
    /// The value in `bytes`, nil for a type the portable SQL does not use or an integer that does not fit 64 bits.
    ///
    /// Truth becomes 0 or 1, as it is on SQLite, and so does the `NUMERIC` a `SUM` gives become an integer.
    static func value(_ bytes: some Collection<UInt8>, type: UInt32) -> Value? {
        switch type {
        case 20, 21, 23, 26, 1700: Int64(string(bytes)).map { .integer($0) }  // bigint, smallint, integer, oid, numeric
        case 16: .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)  // boolean
        case 25, 19, 18, 705, 1042, 1043: .text(string(bytes))  // text, name, "char", unknown, char(n), varchar
        case 17: blob(bytes).map { .blob($0) }  // bytea
        case 2278: .null  // void, what a function without result gives
        default: nil
        }
    }

    private static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Reads `\x0a1b…`. A request alone is a hundred thousand of these digits: they are read from an array, not from whatever
    /// collection holds them.
    private static func blob(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        let digits = Array(bytes)
        guard digits.starts(with: "\\x".utf8), digits.count.isMultiple(of: 2) else { return nil }
        var blob = [UInt8](repeating: 0, count: digits.count / 2 - 1)
        for place in blob.indices {
            guard let high = digit(digits[2 * place + 2]), let low = digit(digits[2 * place + 3]) else { return nil }
            blob[place] = high << 4 | low
        }
        return blob
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
