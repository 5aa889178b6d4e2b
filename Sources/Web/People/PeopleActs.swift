import HTML
import Operations
import Program

/// What is done with personnel files: sent, decided on, and which heading is which column.
enum PeopleActs {
    static let routes: [Route] =
        send.routes(takingBodiesUpTo: 2 * PersonnelUpload.mostBytes) + decisions + columns.routes

    private static let decisions: [Route] = carryOut.routes + drop.routes

    static let send = Act(
        "sendPersonnelFile",
        "Send a personnel file to look at what it would do. Nothing is changed; it waits for your word, one hour or two.",
        at: PeopleAddresses.importing, for: .holding(.managePeople),
        taking: Input(table),
        then: .done("It waits for your word."),
        see: { _ in PeopleAddresses.importing.link() }, refused: PeopleImportPage.again,
        perform: { visit, file in try await visit.programmes.keepPersonnelFile(file, by: visit.staff) })

    private static let table = Field<[UInt8]>.table(
        "table", "The file", mostBytes: PersonnelUpload.mostBytes,
        FieldWords(
            hint: "Choose a file, or copy the whole table from your spreadsheet and paste it here.",
            about: "The whole file as text, with its header."))

    static let carryOut = Act(
        "importPersonnelFile",
        "Import the personnel file that waits for your word. Where it ends many people, their number is needed.",
        at: PeopleAddresses.decision, for: .holding(.managePeople), taking: Input(ends),
        then: .told("What was done.", PeopleShapes.imported),
        see: { _ in PeopleAddresses.importing.link() }, handing: { ImportWords.done($0) },
        refused: PeopleImportPage.again,
        perform: { visit, ends in try await visit.programmes.importPersonnelFile(ending: ends, by: visit.staff) })

    private static let ends = Field<Int?>(
        name: DirectoryUpdate.wordField,
        property: { _ in
            Schema.Property(
                DirectoryUpdate.wordField, .integer(0...PersonnelFile.maximumPeople), required: false,
                about: "How many people it ends. Needed where those are more than a tenth, and more than five.")
        },
        control: { form, _, filled in
            // A page asks for it only where it is needed.
            guard let hint = filled.first[DirectoryUpdate.wordField] else { return .empty }
            return form.text(
                DirectoryUpdate.wordField, "How many people end", kind: .code, first: "", hint: hint, maxLength: 6)
        },
        read: { answers, _ throws(Refusal) in
            guard let text = answers[DirectoryUpdate.wordField] else { return nil }
            guard let number = Int(text), (0...PersonnelFile.maximumPeople).contains(number) else {
                throw Refusal("How many people end: write a number.", field: DirectoryUpdate.wordField)
            }
            return number
        })

    static let drop = Act(
        "dropPersonnelFile", "Throw away the personnel file that waits for your word.", at: PeopleAddresses.withdrawal,
        .delete, interface: PeopleAddresses.importing, for: .holding(.managePeople), taking: .nothing,
        then: .done("It is gone, and nothing was changed."), mayRefuse: false,
        see: { _ in PeopleAddresses.importing.link() }, refused: PeopleImportPage.again,
        perform: { visit, _ in try await visit.programmes.dropPersonnelFile(by: visit.staff) })

    static let columns = Act(
        "setPersonnelColumns",
        "Say which heading of your files is which column, for every file to come. An empty one is not in your files.",
        at: PeopleAddresses.columns, .put, for: .holding(.managePeople), taking: ColumnFields.input,
        then: .done("Remembered."),
        see: { _ in PeopleAddresses.importing.link() }, refused: PeopleColumnsPage.again,
        perform: { visit, mapping in try await visit.programmes.setPersonnelMapping(mapping, by: visit.staff) })
}
