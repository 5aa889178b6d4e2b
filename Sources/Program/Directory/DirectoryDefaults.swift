/// What holds of somebody whom the agency's directory pushes without saying it, as whoever manages people has said. Nothing holds that
/// nobody has said: a directory that does not tell it and has no default is refused.
package struct DirectoryDefaults: Sendable, Equatable {
    /// Columns that a directory may leave out, once it was said what holds then.
    package static let columns: [PersonnelColumn] = [
        .unit, .division, .shift, .rank, .classification, .isSupervisor, .hiredOn, .investigates,
    ]
    /// Of the first day: the day on which the directory first pushed them.
    package static let firstPush = "first-push"

    package let values: [PersonnelColumn: String]

    package init(_ values: [PersonnelColumn: String]) { self.values = values }

    /// What somebody says, or what is wrong with it. An empty one leaves the column to the directory.
    package static func checked(_ texts: [PersonnelColumn: String]) -> Result<DirectoryDefaults, Refusal> {
        var problems: [Refusal.Problem] = []
        let said = texts.filter { !$0.value.isEmpty }
        for (column, value) in said.sorted(by: { $0.key < $1.key }) {
            let isRight: Bool =
                switch column {
                case .classification: PersonRecord.Classification(rawValue: value) != nil
                case .isSupervisor: value == "no"
                case .investigates: ["yes", "no"].contains(value)
                case .hiredOn: value == firstPush
                case .unit, .division, .shift, .rank:
                    (try? PersonnelText.read(value, limit: column.maximumLength).get()) == value
                case .employeeNumber, .givenName, .familyName, .email, .phone, .supervisor, .area, .costCentre,
                    .memorandum, .retiresOn:
                    false
                }
            if !isRight {
                problems.append(
                    Refusal.Problem(field: column.rawValue, message: "\(column.rawValue): this is no value of it."))
            }
        }
        return problems.isEmpty ? .success(DirectoryDefaults(said)) : .failure(Refusal(problems))
    }

    /// What the directory said, with what holds where it said nothing.
    ///
    /// - Parameters:
    ///   - before: the person as the directory has them; nothing for somebody new.
    ///   - supervises: whether somebody of the agency has them as supervisor.
    package func completed(
        _ said: [PersonnelColumn: String], before: PersonRecord?, supervises: Bool, on today: Day
    ) -> [PersonnelColumn: String] {
        var values = said.filter { !$0.value.isEmpty }
        for column in Self.columns where values[column] == nil {
            switch column {
            case .hiredOn where self.values[column] != nil:
                values[column] = (before?.hiredOn ?? today).text
            case .isSupervisor where self.values[column] != nil:
                values[column] = supervises ? "yes" : "no"
            default: values[column] = self.values[column]
            }
        }
        return values
    }
}

extension PersonnelFile {
    /// One person by their values, as a line of a file would have them; or what is wrong with each.
    package static func person(
        _ values: [PersonnelColumn: String], at today: Day
    ) -> Result<PersonRecord, ImportProblems> {
        let columns = PersonnelColumn.allCases
        let header = RawRow(line: 1, content: .fields(columns.map(\.rawValue)))
        return PersonnelHeader.read(header, by: .none).flatMap { header in
            var reader = PersonnelRowReader(
                header: header, line: 1, fields: columns.map { values[$0] ?? "" }, today: today)
            if let person = reader.person() { return .success(person) }
            var problems = ProblemList()
            problems.add(reader.problems)
            return problems.refusal().map { .failure($0) } ?? .failure(ImportProblems(ImportProblem(line: 1, .empty)))
        }
    }
}

extension DirectoryUpdate {
    /// Whether a directory that pushes one change after the other would by this one have ended many on one day: the same measure as for a
    /// file.
    ///
    /// - Parameter before: how many ended on this day before.
    package func endsMany(after before: Int) -> Bool {
        let all = ended.count + before
        return !ended.isEmpty && all > Self.endsUnasked && all * 10 > present + before
    }
}
