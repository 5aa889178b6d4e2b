import Program

/// Writes people as a personnel file that ``PersonnelFileReader`` reads back to the same people.
package enum PersonnelFileWriter {
    /// UTF-8 without a byte order mark, lines ended by CR LF (RFC 4180).
    package static func file(of people: [PersonRecord]) -> [UInt8] {
        let header = line(PersonnelColumn.allCases.map(\.rawValue))
        let lines = people.map { person in line(PersonnelColumn.allCases.map { person.text(in: $0) }) }
        return Array(([header] + lines).joined().utf8)
    }

    private static func line(_ values: [String]) -> String {
        values.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ value: String) -> String {
        guard value.contains(where: { ",\"".contains($0) }) else { return value }
        return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
