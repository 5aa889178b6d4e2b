import Program
import SwiftCSV

/// Reads a personnel file record by record: CSV (RFC 4180) in UTF-8, with or without a byte order mark.
///
/// It finds where each record ends, which gives every record its true line and keeps one record in memory at a time;
/// the values of a record are read by SwiftCSV. What cannot be read becomes an unreadable record, and reading goes on.
package struct PersonnelFileReader: Sequence, IteratorProtocol {
    /// The largest file, in megabytes of 1,000,000 bytes.
    package static let limitInMegabytes = 64

    private let bytes: [UInt8]
    private let progress: (Int, Int) -> Void
    private var position: Int
    private var line = 1
    private var recordsSinceProgress = 0
    /// Why the file as a whole is not read; told once, in place of its records.
    private var refusal: ImportProblem.Fault?

    /// - Parameter progress: called now and then with how many bytes of how many have been read, and at the end.
    package init(_ bytes: [UInt8], progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }) {
        self.bytes = bytes
        self.progress = progress
        refusal = Self.refusal(of: bytes)
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    package mutating func next() -> RawRow? {
        if let fault = refusal {
            refusal = nil
            position = bytes.count
            return RawRow(line: 1, content: .unreadable(fault))
        }
        guard position < bytes.count else { return nil }
        let first = line
        let record = takeRecord()
        tellProgress()
        return RawRow(line: first, content: Self.content(of: record, in: bytes))
    }

    private enum Record {
        case closed(Range<Int>)
        case unclosed
    }

    /// Moves behind the next line break outside quotation marks. A doubled mark inside quotes closes and opens them
    /// again, which changes nothing.
    private mutating func takeRecord() -> Record {
        let start = position
        var isQuoted = false
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == UInt8(ascii: "\n") else { continue }
            line += 1
            if !isQuoted {
                let end = position - 1
                let endsWithReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
                return .closed(start..<(endsWithReturn ? end - 1 : end))
            }
        }
        return isQuoted ? .unclosed : .closed(start..<position)
    }

    private static func content(of record: Record, in bytes: [UInt8]) -> RawRow.Content {
        switch record {
        case .unclosed: .unreadable(.unclosedQuote)
        case .closed(let range):
            if let text = String(validating: bytes[range], as: UTF8.self) {
                content(of: text)
            } else {
                .unreadable(.notUTF8(byteOffset: range.lowerBound + lengthOfUTF8(bytes[range])))
            }
        }
    }

    /// The line break at the end makes SwiftCSV count an empty last value.
    private static func content(of text: String) -> RawRow.Content {
        guard let record = try? EnumeratedCSV(string: text + "\n", delimiter: .comma, loadColumns: false) else {
            return .unreadable(.strayQuote)
        }
        return record.rows.isEmpty ? .fields(record.header) : .unreadable(.strayLineBreak)
    }

    /// How many bytes at the beginning are UTF-8.
    private static func lengthOfUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var length = 0
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { length += scalar.count }
        return length
    }

    private static func refusal(of bytes: [UInt8]) -> ImportProblem.Fault? {
        if bytes.count > limitInMegabytes * 1_000_000 { return .tooLarge(limitInMegabytes: limitInMegabytes) }
        let isUTF16 =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0)
        return isUTF16 ? .utf16 : nil
    }

    private mutating func tellProgress() {
        recordsSinceProgress += 1
        guard recordsSinceProgress == 1000 || position == bytes.count else { return }
        recordsSinceProgress = 0
        progress(position, bytes.count)
    }
}
