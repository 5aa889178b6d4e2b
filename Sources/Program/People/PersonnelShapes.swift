/// The shapes that values of the personnel file must have. They catch a slip of the hand or a shifted column; whether
/// an address reaches anybody only a message can tell.
enum PersonnelShapes {
    static func isEmployeeNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { isLetterOrDigit($0) || "-./".utf8.contains($0) }
            && text.utf8.contains(where: isLetterOrDigit)
    }

    static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return isDotted(parts[0], limit: 64) { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
            && isDomain(parts[1])
    }

    /// Seven to fifteen digits (E.164) with the usual separators, and an extension after an x.
    static func isPhoneNumber(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let number = parts.first, (7...15).contains(number.count(where: isDigit)),
            number.dropFirst().allSatisfy({ isDigit($0) || " ().-".utf8.contains($0) }),
            number.first.map({ isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "(") }) == true
        else { return false }
        guard parts.count == 2 else { return true }
        return (1...6).contains(parts[1].count(where: isDigit))
            && parts[1].allSatisfy { isDigit($0) || $0 == UInt8(ascii: " ") }
    }

    /// A day as spreadsheets and other systems write one: `3/31/2019`, `31.03.2019`, `31-Mar-2019`, `20190331`, or the number of days that
    /// a spreadsheet keeps.
    static func isDayInAnotherForm(_ text: String) -> Bool {
        let parts = text.split { "/.-,: ".contains($0) }
        let numbers = parts.filter { $0.utf8.allSatisfy(isDigit) }
        switch parts.count {
        case 1: return numbers.count == 1 && [5, 8].contains(text.utf8.count)
        case 3...: return numbers.count >= 2 && parts.allSatisfy { $0.count <= 10 }
        default: return false
        }
    }

    private static func isDomain(_ text: Substring.UTF8View) -> Bool {
        text.contains(UInt8(ascii: "."))
            && isDotted(text, limit: 253) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            && text.split(separator: UInt8(ascii: ".")).allSatisfy {
                $0.count <= 63 && $0.first != UInt8(ascii: "-") && $0.last != UInt8(ascii: "-")
            }
    }

    private static func isDotted(
        _ text: Substring.UTF8View, limit: Int, of isAllowed: (UInt8) -> Bool
    ) -> Bool {
        text.count <= limit
            && text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
