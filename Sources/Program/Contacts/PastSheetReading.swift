/// A table of sheets while it is read, line by line.
struct PastSheetReading {
    let columns: SheetColumns
    let open: OpenPast
    let today: Day
    private var header: [SheetColumns.Column] = []
    private var isHeaderWrong = false
    private var problems: [PastSheets.Problem] = []
    private var sheets: [Key: [ContactEntry]] = [:]

    private struct Key: Hashable, Comparable {
        let month: Month
        let number: Int

        static func < (left: Key, right: Key) -> Bool { (left.month, left.number) < (right.month, right.number) }
    }

    init(form: ContactForm, open: OpenPast, today: Day) {
        columns = SheetColumns(of: form)
        self.open = open
        self.today = today
    }

    private var form: ContactForm { columns.form }

    var result: Result<PastSheets, PastSheets.Problems> {
        var problems = problems
        if problems.isEmpty, sheets.isEmpty {
            problems.append(
                .init(
                    line: 1, column: nil,
                    words: header.isEmpty ? "the file is empty." : "the file has a header and no sheets.",
                    clauses: []))
        }
        if sheets.count > PastSheets.most {
            problems.append(
                .init(
                    line: 1, column: nil, words: "the file has more than \(PastSheets.most) sheets; part it.",
                    clauses: []))
        }
        guard problems.isEmpty else { return .failure(PastSheets.Problems(all: problems)) }
        return .success(
            PastSheets(
                sheets: sheets.sorted { $0.key < $1.key }.map { key, entries in
                    StatSheet(month: key.month, form: form, entries: entries)
                }))
    }

    mutating func take(_ row: RawRow) {
        switch row.content {
        case .unreadable(let fault): wrong(row.line, nil, fault.words)
        case .fields(let fields):
            if header.isEmpty, !isHeaderWrong {
                takeHeader(fields, row.line)
            } else if !isHeaderWrong, fields.contains(where: { !$0.withoutBlanks.isEmpty }) {
                takeEntry(fields, row.line)
            }
        }
    }

    private mutating func wrong(
        _ line: Int, _ column: SheetColumns.Column?, _ words: String, _ clauses: [ClauseID] = []
    ) {
        problems.append(.init(line: line, column: column.map(columns.name), words: words, clauses: clauses))
    }

    private mutating func takeHeader(_ fields: [String], _ line: Int) {
        let found = fields.map(columns.column)
        for (column, field) in zip(found, fields) where column == nil {
            wrong(
                line, nil, "the header has a column “\(field.withoutBlanks)”, which the form does not have.",
                form.basis.clauses)
        }
        for column in columns.all {
            let count = found.count { $0 == column }
            if count == 0 { wrong(line, column, "the header does not have this column.") }
            if count > 1 { wrong(line, column, "the header has this column more than once.") }
        }
        isHeaderWrong = !problems.isEmpty
        header = found.compactMap(\.self)
    }

    private mutating func takeEntry(_ fields: [String], _ line: Int) {
        guard fields.count == header.count else {
            return wrong(line, nil, "the line has \(fields.count) values and the header \(header.count) columns.")
        }
        let values = Dictionary(zip(header, fields.map(\.withoutBlanks)), uniquingKeysWith: { first, _ in first })
        let number = Int(values[.sheet] ?? "").flatMap { (1...99_999).contains($0) ? $0 : nil }
        if number == nil { wrong(line, .sheet, "the value must be a whole number from 1 to 99999.") }
        guard let month = month(values[.month] ?? "", line), let number else { return }
        let key = Key(month: month, number: number)
        let rest = values.filter { $0.key != .sheet && $0.key != .month }
        guard rest.values.contains(where: { !$0.isEmpty }) else {
            sheets[key, default: []] += []
            return
        }
        guard let entry = entry(rest, in: month, line) else { return }
        sheets[key, default: []].append(entry)
        if sheets[key, default: []].count == StatSheet.mostEntries + 1 {
            wrong(line, .sheet, "a sheet has room for \(StatSheet.mostEntries) entries.")
        }
    }

    private mutating func month(_ text: String, _ line: Int) -> Month? {
        guard let month = Month(text) else {
            wrong(line, .month, "the value must be a month written like 2024-03.")
            return nil
        }
        if let words = open.closed(month, on: today) {
            wrong(line, .month, words)
            return nil
        }
        return month
    }

    /// The entry of a line; nothing where something is wrong with it, which is told.
    private mutating func entry(
        _ values: [SheetColumns.Column: String], in month: Month, _ line: Int
    ) -> ContactEntry? {
        let named = (values[.kind] ?? "").folded
        guard let kind = form.kinds.first(where: { $0.id.folded == named || $0.label.folded == named }) else {
            wrong(
                line, .kind, "the value must be one of: \(form.kinds.map(\.label).joined(separator: ", ")).",
                form.basis.clauses)
            return nil
        }
        var answers: [String: [String]] = [:]
        if form.grain == .day { answers["day"] = day(values[.day] ?? "", in: month).map { [$0] } }
        let before = problems.count
        for case .question(let id) in columns.all {
            let text = values[.question(id)] ?? ""
            guard let question = kind.questions.first(where: { $0.id == id }) else {
                if !text.isEmpty {
                    wrong(line, .question(id), "leave it open: \(kind.label) does not ask it.", kind.basis.clauses)
                }
                continue
            }
            let read = question.read(text)
            if !read.isEmpty { answers[id] = read }
        }
        switch form.entry(from: ContactAnswers(kind: kind.id, values: answers), in: month, today: today) {
        case .failure(let refusal):
            for problem in refusal.problems {
                let column = columns.all.first { columns.name($0) == problem.field }
                wrong(line, column, problem.message, problem.clauses)
            }
            return nil
        case .success(let entry): return problems.count == before ? entry : nil
        }
    }

    /// A day as the form reads it: by its number in the month, or written out.
    private func day(_ text: String, in month: Month) -> String? {
        if let number = Int(text), let day = Day(month: month, number: number) { return day.text }
        return text.isEmpty ? nil : text
    }
}
