import Program
import SwiftCSV

/// Reads a personnel file record by record, from its header on: CSV (RFC 4180) in UTF-8 or UTF-16, with or without a byte order mark.
/// Values are parted by commas, semicolons or tabs, as a line `sep=;` says or as its header tells; titles above the header are passed
/// over.
///
/// It finds where each record ends, which gives every record its true line and keeps one record in memory at a time;
/// the values of a record are read by SwiftCSV. What cannot be read becomes an unreadable record, and reading goes on.
package struct PersonnelFileReader: Sequence, IteratorProtocol {
    /// The largest file, in megabytes of 1,000,000 bytes.
    package static let limitInMegabytes = 64

    private var records: RecordsOfFile
    private let separator: Separator
    private let progress: (Int, Int) -> Void
    private var recordsSinceProgress = 0
    /// Why the file as a whole is not read; told once, in place of its records.
    private var refusal: ImportProblem.Fault?

    /// - Parameters:
    ///   - mapping: by whose headings the header is known.
    ///   - progress: called now and then with how many bytes of how many have been read, and at the end.
    package init(
        _ bytes: [UInt8], by mapping: PersonnelMapping = .none,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        self.progress = progress
        switch TextOfFile.utf8(bytes, limitInMegabytes: Self.limitInMegabytes) {
        case .failure(let fault):
            refusal = fault
            records = RecordsOfFile([])
            separator = .comma
        case .success(let text):
            var records = RecordsOfFile(text)
            let said = records.takeSeparatorLine()
            let found = (said.map { [$0] } ?? Separator.allCases).map { separator in
                (separator, HeaderSearch(in: records.first(HeaderSearch.lines, partedBy: separator), by: mapping))
            }
            // The first of the likeliest.
            let best = found.dropFirst().reduce(found[0]) { $0.1 < $1.1 ? $1 : $0 }
            for _ in 0..<(best.1.place ?? 0) { _ = records.next(partedBy: best.0) }
            self.records = records
            separator = best.0
        }
    }

    /// The headings of a file; nothing where its header cannot be read.
    package static func headings(of bytes: [UInt8], by mapping: PersonnelMapping) -> FoundHeadings? {
        var reader = PersonnelFileReader(bytes, by: mapping)
        switch reader.next()?.content {
        case .fields(let fields)?: return FoundHeadings(fields, by: mapping)
        case .unreadable?, nil: return nil
        }
    }

    package mutating func next() -> RawRow? {
        if let fault = refusal {
            refusal = nil
            return RawRow(line: 1, content: .unreadable(fault))
        }
        guard let row = records.next(partedBy: separator) else { return nil }
        tellProgress()
        return row
    }

    private mutating func tellProgress() {
        recordsSinceProgress += 1
        guard recordsSinceProgress == 1000 || records.isAtEnd else { return }
        recordsSinceProgress = 0
        progress(records.position, records.count)
    }
}

/// The records of a text in UTF-8, one after the other.
struct RecordsOfFile {
    private let bytes: [UInt8]
    private(set) var position: Int
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var count: Int { bytes.count }
    var isAtEnd: Bool { position >= bytes.count }

    mutating func next(partedBy separator: Separator) -> RawRow? {
        guard !isAtEnd else { return nil }
        let first = line
        return RawRow(line: first, content: content(of: takeRecord(), partedBy: separator))
    }

    /// The first of them, which are still to come.
    func first(_ most: Int, partedBy separator: Separator) -> [RawRow] {
        var ahead = self
        var rows: [RawRow] = []
        while rows.count < most, let row = ahead.next(partedBy: separator) { rows.append(row) }
        return rows
    }

    /// Passes over a first line by which a spreadsheet programme says what parts the values.
    mutating func takeSeparatorLine() -> Separator? {
        var ahead = self
        guard !isAtEnd, case .closed(let range) = ahead.takeRecord(), range.count <= 8 else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self).filter { $0 != "\"" }
        guard text.lowercased().hasPrefix("sep="), let separator = Separator(rawValue: String(text.dropFirst(4)))
        else { return nil }
        self = ahead
        return separator
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

    private func content(of record: Record, partedBy separator: Separator) -> RawRow.Content {
        switch record {
        case .unclosed: .unreadable(.unclosedQuote)
        case .closed(let range):
            if let text = String(validating: bytes[range], as: UTF8.self) {
                Self.content(of: text, partedBy: separator)
            } else {
                .unreadable(.notUTF8(byteOffset: range.lowerBound + TextOfFile.lengthOfUTF8(bytes[range])))
            }
        }
    }

    /// The line break at the end makes SwiftCSV count an empty last value.
    private static func content(of text: String, partedBy separator: Separator) -> RawRow.Content {
        guard
            let record = try? EnumeratedCSV(
                string: text + "\n", delimiter: separator.delimiter, loadColumns: false)
        else { return .unreadable(.strayQuote) }
        return record.rows.isEmpty ? .fields(record.header) : .unreadable(.strayLineBreak)
    }
}

extension Separator {
    fileprivate var delimiter: CSVDelimiter {
        switch self {
        case .comma: .comma
        case .semicolon: .semicolon
        case .tab: .tab
        }
    }
}
