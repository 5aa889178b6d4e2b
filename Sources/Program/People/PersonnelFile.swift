/// The agency's personnel file, from which the directory of people is made: see `docs/personnel-file.md`.
package enum PersonnelFile {
    /// How many people one file may have.
    package static let maximumPeople = 200_000

    /// Everybody in the file in its order, or everything that is wrong with it; never a part of the people.
    /// - Parameters:
    ///   - rows: the records of the file, the header first; walked through once.
    ///   - mapping: which of the agency's headings is which column.
    ///   - today: the agency's day; nobody begins more than a year after it.
    package static func check(
        rows: some Sequence<RawRow>, by mapping: PersonnelMapping = .none, at today: Day
    ) -> Result<Personnel, ImportProblems> {
        var rows = rows.makeIterator()
        return PersonnelHeader.read(rows.next(), by: mapping).flatMap { header in
            var check = PersonnelCheck(header: header, today: today)
            while check.hasRoom, let row = rows.next() { check.read(row) }
            return check.result()
        }
    }
}

/// A personnel file on its way through the check, line by line.
private struct PersonnelCheck {
    let header: PersonnelHeader
    let today: Day
    private var people: [PersonRecord] = []
    private var problems = ProblemList()
    private var supervision = Supervision()
    private var everybodyRead = true
    private var count = 0

    init(header: PersonnelHeader, today: Day) {
        self.header = header
        self.today = today
    }

    var hasRoom: Bool { count <= PersonnelFile.maximumPeople }

    mutating func read(_ row: RawRow) {
        count += 1
        guard hasRoom else {
            return leaveUnread(row, .tooManyPeople(limit: PersonnelFile.maximumPeople))
        }
        switch row.content {
        case .unreadable(let fault): leaveUnread(row, fault)
        case .fields(let fields) where fields.allSatisfy(\.isEmpty): leaveUnread(row, .emptyLine)
        case .fields(let fields) where fields.count != header.width:
            leaveUnread(row, .fieldCount(found: fields.count, expected: header.width))
        case .fields(let fields): read(fields, line: row.line)
        }
    }

    mutating func result() -> Result<Personnel, ImportProblems> {
        if count == 0 { problems.add(ImportProblem(line: 1, .nobody)) }
        supervision.check(everybodyRead: everybodyRead, noting: &problems)
        if let refusal = problems.refusal() { return .failure(refusal) }
        return .success(Personnel(checked: people))
    }

    private mutating func read(_ fields: [String], line: Int) {
        var reader = PersonnelRowReader(header: header, line: line, fields: fields, today: today)
        if let person = reader.person() { people.append(person) }
        problems.add(reader.problems)
        if let place = reader.place() {
            supervision.add(place, noting: &problems)
        } else {
            everybodyRead = false
        }
    }

    private mutating func leaveUnread(_ row: RawRow, _ fault: ImportProblem.Fault) {
        problems.add(ImportProblem(line: row.line, fault))
        everybodyRead = everybodyRead && fault == .emptyLine
    }
}
