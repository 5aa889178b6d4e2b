import HTML
import HTTPTypes
import Operations
import Program

/// Which heading of the agency's own files is which column.
enum PeopleColumnsPage {
    static func answer(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer {
        let mapping = try await visit.programmes.personnelMapping(of: visit.agency)
        let found = try await visit.programmes.waitingPersonnelFile(of: visit.staff)?.unread
        let html = page(
            "Your columns", in: Shells.staff(visit),
            lead: "Say once what your personnel system calls each column. Every file to come is read so.",
            back: Crumb("Import a file", PeopleAddresses.importing.link()),
            main: """
                \(found.map(headings))
                \(PeopleActs.columns.form(
                    visit, filled: ColumnFields.filled(mapping, found), refused: refused, button: "Remember this"))
                """)
        return .page(html, again: refused)
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, .some(refused))
    }

    private static func headings(_ found: FoundHeadings) -> HTML {
        guard !found.unknown.isEmpty else { return .empty }
        let names = found.unknown.map { "<li>\($0)</li>" as HTML }.joined()
        return callout(
            "Not known in the file that waits", tone: .warning,
            "<ul>\(names)</ul><p>What each most likely is stands below already. Look at it before you keep it.</p>")
    }
}

extension WaitingFile {
    /// The headings of one that cannot be imported.
    fileprivate var unread: FoundHeadings? {
        switch self {
        case .wrong(_, let found): found
        case .right: nil
        }
    }
}
