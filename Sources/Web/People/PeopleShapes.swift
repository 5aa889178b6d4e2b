import Operations
import Program

/// How people, and what an import does with them, are told to programs.
enum PeopleShapes {
    static let page = Shape<Listing<ListedPerson>>(
        .list("people", of: person.of(\.record), \.items),
        Shape.Member(.next) { $0.hasMore ? JSON($0.items.last?.record.employeeNumber) : .null })

    private static let person = Shape<PersonRecord>(
        .words("employeeNumber", \.employeeNumber), .words("givenName", \.givenName),
        .words("familyName", \.familyName), .words("division", \.division), .words("unit", \.unit),
        .words("shift", \.shift), .words("rank", \.rank), .choice("classification", \.classification))

    /// Which heading is which column, by the members of the act that says it.
    @Sendable
    static func columns(_ pack: PolicyPack) -> Shape<PersonnelMapping> {
        Shape(of: ColumnFields.input, under: pack) { ColumnFields.filled($0, nil) }
    }

    // MARK: What an import did

    static let imported = Shape<ImportedPeople>(
        .count("added", \.added), .count("changed", \.changed), .count("ended", \.ended),
        .count("unchanged", \.unchanged),
        .count("rolesEnded", about: "Roles that ended with their holders.", \.consequences.rolesEnded),
        .list("endingAccounts", of: ending, about: "Accounts that lost something.", \.consequences.ending),
        .list("seats", of: seat, about: "Seats that fell vacant.", \.consequences.seats),
        .list("returning", of: returning, about: "Roles that earlier imports had ended.", \.consequences.returning),
        .list("orientations", of: due, about: "New employees due for the orientation.", \.consequences.orientations))

    private static let returning = Shape<ReturningRole>(
        .words("login") { $0.role.login }, .words("role") { $0.role.holding.role.text },
        .words(maybe: "kept", about: "Why it does not come back; null where it does.") { $0.kept?.words })

    // MARK: What a file would do

    static let waiting = Shape<WaitingFile?>(
        .flag("waits", about: "Whether a file waits for your word.") { $0 != nil },
        .count("problems", about: "How many there are. With any, nothing else is told.") { $0?.problems?.total ?? 0 },
        .list("first", of: problem, about: "The first of them, in the order of the file.") {
            $0?.problems?.first ?? []
        },
        .part(maybe: "preview", preview, about: "Null where no file waits, or it cannot be imported.") { $0?.preview })

    private static let problem = Shape<ImportProblem>(
        .count("line", \.line), .words(maybe: "column") { $0.column?.rawValue }, .words("message", \.message))

    private static let preview = Shape<DirectoryPreview>(
        .count("addedCount") { $0.update.added.count }, .count("changedCount") { $0.update.changed.count },
        .count("endedCount") { $0.update.ended.count }, .count("unchangedCount") { $0.update.unchanged },
        .flag("endsMany", about: "Whether their number is needed to import it.") { $0.update.endsMany },
        .list("added", of: person) { Array($0.update.added.prefix(DirectoryPreview.listed)) },
        .list("changed", of: change) { Array($0.update.changed.prefix(DirectoryPreview.listed)) },
        .list("ended", of: person) { $0.update.ended.prefix(DirectoryPreview.listed).map(\.record) },
        .list("endingAccounts", of: ending, about: "Accounts that lose something.", \.consequences.ending),
        .list("seats", of: seat, about: "Seats that fall vacant.", \.consequences.seats),
        .texts("emptied", about: "Roles that nobody will hold any more.") { $0.consequences.emptied.map(\.text) },
        .list("returning", of: returning, about: "Roles of those who come back.", \.consequences.returning),
        .list("orientations", of: due, about: "New employees due for the orientation.", \.consequences.orientations))

    private static let seat = Shape<VacatedSeat>(
        .words("login", \.login), .words("committee", \.committee), .words("seat", \.seat))

    private static let due = Shape<DueOrientation>(
        .words("employeeNumber", \.employeeNumber), .words("name", \.name), .day("dueOn", \.dueOn))

    private static let change = Shape<PersonChange>(
        .words("employeeNumber", \.record.employeeNumber), .flag("isBack", \.isBack),
        .list("values", of: value) { $0.values.map { ChangedValue(column: $0.column, old: $0.old, new: $0.new) } })

    private struct ChangedValue {
        let column: PersonnelColumn
        let old: String
        let new: String
    }

    private static let value = Shape<ChangedValue>(
        .words("column", \.column.rawValue), .words("old", \.old), .words("new", \.new))

    private static let ending = Shape<EndingAccount>(
        .words("login", \.login), .words("why", \.why.words), .texts("roles") { $0.roles.map(\.text) },
        .texts("rotations", \.rotations))
}

extension WaitingFile {
    fileprivate var problems: ImportProblems? {
        switch self {
        case .wrong(let problems, _): problems
        case .right: nil
        }
    }

    fileprivate var preview: DirectoryPreview? {
        switch self {
        case .wrong: nil
        case .right(let preview): preview
        }
    }
}
