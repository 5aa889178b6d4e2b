import HTML
import HTTPTypes
import Operations
import Program
import Sealing
import Store

enum DirectoryAddresses {
    static let directory = FixedAddress("people/directory")
    static let token = Address<PathID>("people/directory/tokens/{credential}")
    static let endOfToken = Address<PathID>("people/directory/tokens/{credential}/end")
    static let defaults = FixedAddress("people/directory/defaults")
    static let endings = FixedAddress("people/directory/endings")
    static let refusal = FixedAddress("people/directory/endings/refusal")
    /// Changes of many on one day, which wait for a word.
    static let changes = FixedAddress("people/directory/changes")
    static let changesRefusal = FixedAddress("people/directory/changes/refusal")
    static let tokens = FixedAddress("people/directory/tokens")
    /// Where the directory pushes to.
    static let interface = Address<PathID>("scim/v2/{agency}")
}

/// How the agency's directory is connected, and what it wants to end.
enum DirectoryActs {
    static let routes: [Route] = tokens + words + look

    private static let tokens: [Route] = make.routes + revoke.routes
    private static let words: [Route] = defaults.routes + allow.routes + refuse.routes + changes
    private static let changes: [Route] = DirectoryChangesPart.allow.routes + DirectoryChangesPart.refuse.routes

    private static let look: [Route] = [
        .staff(.get, DirectoryAddresses.directory, for: .holding(.managePeople)) { visit in
            try await DirectoryPage.answer(visit)
        },
        .read(
            "directoryConnection", "How the agency's directory is connected, and whom it wants to end.",
            at: DirectoryAddresses.directory, for: .holding(.managePeople), "Tokens are not told.", shape
        ) { visit in try await visit.programmes.directoryConnection(for: visit.staff) },
    ]

    static let make = Act(
        "makeDirectoryToken", "Make a token by which the agency's directory pushes its changes. It is told once.",
        at: DirectoryAddresses.tokens, for: .holding(.managePeople), taking: .nothing,
        then: .told(
            "The token; it is kept nowhere.", status: .created, Shape<DirectoryToken>(.words("token", \.text))),
        see: { _ in DirectoryAddresses.directory.link() }, handing: { $0.text }, refused: DirectoryPage.again,
        perform: { visit, _ in try await visit.programmes.makeDirectoryToken(by: visit.staff) })

    static let revoke = Act(
        "revokeDirectoryToken", "Take a token of the agency's directory back: from that moment it opens nothing.",
        at: DirectoryAddresses.endOfToken, .delete, interface: DirectoryAddresses.token, for: .holding(.managePeople),
        taking: .nothing, then: .done("Taken back."), mayRefuse: false,
        see: { _, _ in DirectoryAddresses.directory.link() },
        refused: { visit, refused, _ in try await DirectoryPage.again(visit, refused) },
        perform: { visit, _, token in
            try await visit.programmes.revokeDirectoryToken(token.text, by: visit.staff)
        })

    static let defaults = Act(
        "setDirectoryDefaults", "Say what holds where the agency's directory does not say it.",
        at: DirectoryAddresses.defaults, .put, for: .holding(.managePeople), taking: DirectoryFields.input,
        then: .done("Remembered."), see: { _ in DirectoryAddresses.directory.link() }, refused: DirectoryPage.again,
        perform: { visit, defaults in try await visit.programmes.setDirectoryDefaults(defaults, by: visit.staff) })

    static let allow = Act(
        "allowDirectoryEndings", "End whom the directory wants to end and who waits for a word, once.",
        at: DirectoryAddresses.endings, for: .holding(.managePeople),
        taking: Input(many),
        then: .told("What was done.", PeopleShapes.imported), see: { _ in DirectoryAddresses.directory.link() },
        handing: { ImportWords.done($0) }, refused: DirectoryPage.again,
        perform: { visit, number in try await visit.programmes.allowDirectoryEndings(number, by: visit.staff) })

    private static let many = Field<Int>.number(
        DirectoryUpdate.wordField, "How many people end", 1...PersonnelFile.maximumPeople)

    static let refuse = Act(
        "refuseDirectoryEndings",
        "Put aside whom the directory wants to end. Where it wants to again, they wait again.",
        at: DirectoryAddresses.refusal, for: .holding(.managePeople), taking: .nothing, then: .done("Put aside."),
        mayRefuse: false, see: { _ in DirectoryAddresses.directory.link() }, refused: DirectoryPage.again,
        perform: { visit, _ in try await visit.programmes.refuseDirectoryEndings(by: visit.staff) })

    private static let shape = Shape<DirectoryConnection>(
        .list("tokens", of: token, \.tokens),
        .list("waiting", of: person, about: "Whom the directory wants to end.") { $0.waiting.map(\.record) },
        .list("held", of: person, about: "Whom it wants to change though many were changed that day.") {
            $0.held.map(\.record)
        })

    private static let token = Shape<DirectoryTokenRow>(
        .id("id", \.id), .day("madeOn", \.madeOn), .day(maybe: "usedOn", \.usedOn))

    private static let person = Shape<PersonRecord>(
        .words("employeeNumber", \.employeeNumber), .words("givenName", \.givenName),
        .words("familyName", \.familyName))
}

/// What holds where a directory says nothing: a field for each column that it may leave out.
enum DirectoryFields {
    static let input = Input<DirectoryDefaults>(
        text(.unit), text(.division), text(.shift), text(.rank), text(.classification), text(.isSupervisor),
        text(.hiredOn), text(.investigates), make: defaults)

    private static func text(_ column: PersonnelColumn) -> Field<String?> {
        .text(maybe: column.rawValue, column.rawValue, longest: 80, FieldWords(hint: hint(column)))
    }

    private static func hint(_ column: PersonnelColumn) -> String {
        switch column {
        case .isSupervisor: "no, until somebody has them as supervisor; leave it empty where your directory says it."
        case .hiredOn: "\(DirectoryDefaults.firstPush) for the day on which the directory first pushes them."
        case .investigates, .classification, .employeeNumber, .givenName, .familyName, .email, .phone, .unit,
            .division, .shift, .rank, .supervisor, .area, .costCentre, .memorandum,
            .retiresOn:
            column.meaning
        }
    }

    @Sendable
    private static func defaults(
        _ unit: String?, _ division: String?, _ shift: String?, _ rank: String?, _ classification: String?,
        _ supervises: String?, _ hiredOn: String?, _ investigates: String?
    ) throws(Refusal) -> DirectoryDefaults {
        let texts = [unit, division, shift, rank, classification, supervises, hiredOn, investigates]
        return try DirectoryDefaults.checked(
            Dictionary(
                zip(DirectoryDefaults.columns, texts.map { $0 ?? "" }), uniquingKeysWith: { first, _ in first })
        ).get()
    }
}
