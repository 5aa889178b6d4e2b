/// A table for spreadsheets (RFC 4180): cells in quotes, lines that end with a carriage return and a line feed.
enum CommaTable {
    static func bytes(_ rows: [[String]]) -> [UInt8] {
        rows.flatMap { Array($0.map(cell).joined(separator: ",").utf8) + [13, 10] }
    }

    /// In quotes; what a spreadsheet would take for a formula stands behind an apostrophe.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } == true
        return "\"\((isFormula ? "'" : "") + text.replacing("\"", with: "\"\""))\""
    }
}

extension Answer {
    static func commaTable(_ rows: [[String]]) -> Answer {
        .file(CommaTable.bytes(rows), type: "text/csv; charset=utf-8")
    }
}
