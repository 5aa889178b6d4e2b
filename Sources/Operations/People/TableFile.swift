import Program

/// Reads a table: CSV (RFC 4180) in UTF-8 or UTF-16, parted by commas, semicolons or tabs.
enum TableFile {
    /// Its records, from the header on; what cannot be read is a record that says why.
    static func rows(of file: [UInt8], limitInMegabytes: Int = 1) -> [RawRow] {
        switch TextOfFile.utf8(file, limitInMegabytes: limitInMegabytes) {
        case .failure(let fault): return [RawRow(line: 1, content: .unreadable(fault))]
        case .success(let text):
            var records = RecordsOfFile(text)
            let said = records.takeSeparatorLine()
            // What parts the header into the most values parts the file.
            let separator =
                said
                ?? Separator.allCases.reduce(.comma) { best, next in
                    records.width(partedBy: next) > records.width(partedBy: best) ? next : best
                }
            var rows: [RawRow] = []
            while let row = records.next(partedBy: separator) { rows.append(row) }
            return rows
        }
    }
}

extension RecordsOfFile {
    /// Into how many values a separator parts what comes next.
    fileprivate func width(partedBy separator: Separator) -> Int {
        switch first(1, partedBy: separator).first?.content {
        case .fields(let fields)?: fields.count
        case .unreadable?, nil: 0
        }
    }
}
