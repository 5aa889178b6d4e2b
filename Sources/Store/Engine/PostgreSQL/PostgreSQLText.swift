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

    /// Reads `\x0a1b…`. A request alone is a hundred thousand of these digits, so each is looked up and all of them are judged at once.
    private static func blob(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        let digits = Array(bytes)
        guard digits.starts(with: "\\x".utf8), digits.count.isMultiple(of: 2) else { return nil }
        let count = digits.count / 2 - 1
        var seen: UInt8 = 0
        let blob = [UInt8](unsafeUninitializedCapacity: count) { blob, filled in
            for place in 0..<count {
                let high = values[Int(digits[2 * place + 2])]
                let low = values[Int(digits[2 * place + 3])]
                seen |= high | low
                blob[place] = high << 4 | low
            }
            filled = count
        }
        return seen < 16 ? blob : nil
    }

    /// By digit; what is none has a value that none has.
    private static let values = (UInt8.min...UInt8.max).map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: .max
        }
    }
}
