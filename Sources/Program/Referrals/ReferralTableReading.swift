/// A table while it is read, line by line.
struct ReferralTableReading {
    let pack: PolicyPack
    let roles: Set<RoleID>
    let today: Day
    /// As they stand with the lines so far.
    var entries: [ReferralEntry]
    var columns: [ReferralColumn] = []
    var problems: [ReferralTableProblem] = []
    var added: [ReferralEntry] = []
    var changed: [ReferralEntry] = []
    var same = 0
    private var seen: [String: Int] = [:]
    private var isHeaderWrong = false

    init(pack: PolicyPack, roles: Set<RoleID>, today: Day, entries: [ReferralEntry]) {
        self.pack = pack
        self.roles = roles
        self.today = today
        self.entries = entries
    }

    mutating func take(_ row: RawRow, _ newID: () -> String) {
        switch row.content {
        case .unreadable(let fault): wrong(row.line, nil, fault.words)
        case .fields(let fields):
            if columns.isEmpty, !isHeaderWrong {
                takeHeader(fields, row.line)
            } else if !isHeaderWrong, fields.contains(where: { !$0.isEmpty }) {
                takeEntry(fields, row.line, newID)
            }
        }
    }

    private mutating func wrong(
        _ line: Int, _ column: ReferralColumn?, _ words: String, _ clauses: [ClauseID] = []
    ) {
        problems.append(.init(line: line, column: column, words: words, clauses: clauses))
    }

    private mutating func takeHeader(_ fields: [String], _ line: Int) {
        let names = fields.map { $0.lowercased().filter { !$0.isWhitespace } }
        let found = names.compactMap(ReferralColumn.init(rawValue:))
        for (name, field) in zip(names, fields) where ReferralColumn(rawValue: name) == nil {
            wrong(line, nil, "the header has a column “\(field)”, which the directory does not have.")
        }
        for column in ReferralColumn.allCases {
            let count = found.count { $0 == column }
            if count == 0 { wrong(line, column, "the header does not have this column.") }
            if count > 1 { wrong(line, column, "the header has this column more than once.") }
        }
        isHeaderWrong = !problems.isEmpty
        columns = found
    }

    private mutating func takeEntry(_ fields: [String], _ line: Int, _ newID: () -> String) {
        guard fields.count == columns.count else {
            return wrong(line, nil, "the line has \(fields.count) values and the header \(columns.count) columns.")
        }
        var values: [ReferralColumn: String] = [:]
        for (column, field) in zip(columns, fields) { values[column] = field.asTyped }
        let before = problems.count
        for (column, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if let unseen = value.firstUnseen { wrong(line, column, "the value holds \(unseen.words); remove it.") }
            if value.unicodeScalars.count > column.longest {
                wrong(line, column, "the value is longer than \(column.longest) characters.")
            }
        }
        guard let read = entry(values, line), problems.count == before else { return }
        keep(read, line, newID)
    }

    /// The entry that a line speaks of; nothing where a value is none of its kind, which is told.
    private mutating func entry(_ values: [ReferralColumn: String], _ line: Int) -> ReferralEntry? {
        let before = problems.count
        func text(_ column: ReferralColumn) -> String { values[column] ?? "" }
        var days: [ReferralColumn: Day] = [:]
        for column in [ReferralColumn.licenceUntil, .verifiedOn, .checkBy] where !text(column).isEmpty {
            days[column] = Day(text(column))
            if days[column] == nil { wrong(line, column, "the value must be a day written like 2026-03-31.") }
        }
        var flags: [ReferralColumn: Bool] = [:]
        for column in [ReferralColumn.forFamilies, .confidential] {
            switch text(column).lowercased() {
            case "yes": flags[column] = true
            case "no", "": flags[column] = false
            default: wrong(line, column, "the value must be yes or no.")
            }
        }
        let body = Body(word: text(.identifiedBy))
        if body == nil {
            let words = pack.referrals.identifiedBy.value.map(\.word).joined(separator: ", ")
            wrong(line, .identifiedBy, "the value must be one of: \(words).", pack.referrals.identifiedBy.basis.clauses)
        }
        let hasLicence = ![text(.licenceKind), text(.licenceNumber), text(.licenceJurisdiction), text(.licenceUntil)]
            .allSatisfy(\.isEmpty)
        if hasLicence, text(.licenceUntil).isEmpty { wrong(line, .licenceUntil, "a licence has its last day.") }
        guard problems.count == before, let body else { return nil }
        let licence = days[.licenceUntil].map { until in
            ProviderLicence(
                kind: text(.licenceKind), number: text(.licenceNumber), jurisdiction: text(.licenceJurisdiction),
                until: until)
        }
        let verifiedOn = days[.verifiedOn] ?? today
        return ReferralEntry(
            id: "",
            provider: ReferralProvider(
                category: text(.category), name: text(.name), goodFor: text(.goodFor), licence: licence,
                identifiedBy: body, languages: text(.languages), cost: text(.cost), hours: text(.hours),
                phone: text(.phone), web: text(.web), place: text(.place), isForFamilies: flags[.forFamilies] ?? false,
                isConfidential: flags[.confidential] ?? false), verifiedOn: verifiedOn,
            checkBy: days[.checkBy] ?? verifiedOn.nextReferralCheck)
    }

    private mutating func keep(_ read: ReferralEntry, _ line: Int, _ newID: () -> String) {
        let name = "\(read.provider.category) \(read.provider.name)"
        if let first = seen[name] { return wrong(line, .name, "they stand on line \(first) already.") }
        seen[name] = line
        let present = entries.first {
            $0.provider.category == read.provider.category && $0.provider.name == read.provider.name
        }
        let entry = ReferralEntry(
            id: present?.id ?? newID(), provider: read.provider, verifiedOn: read.verifiedOn, checkBy: read.checkBy)
        if entry == present {
            same += 1
            return
        }
        if let refusal = pack.mayKeep(entry, beside: entries, by: roles, on: today) {
            for problem in refusal.problems {
                let column = ReferralColumn.allCases.first { $0.field == problem.field }
                wrong(line, column, problem.message.lowercasedFirst, problem.clauses)
            }
            return
        }
        if present == nil { added.append(entry) } else { changed.append(entry) }
        entries = entries.filter { $0.id != entry.id } + [entry]
    }
}

extension String {
    /// Without the apostrophe before what a spreadsheet would take for a formula, and without blanks around it.
    fileprivate var asTyped: String {
        let trimmed = trimmingBlanks
        guard trimmed.first == "'", let second = trimmed.dropFirst().first, "=+-@".contains(second) else {
            return trimmed
        }
        return String(trimmed.dropFirst())
    }

    private var trimmingBlanks: String {
        let from = drop(while: \.isWhitespace)
        guard let last = from.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(from[...last])
    }
}
