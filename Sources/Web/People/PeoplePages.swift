import HTML
import Operations
import Program

/// The personnel directory, for whoever keeps it.
enum PeoplePages {
    static func list(_ listing: Listing<ListedPerson>, _ area: AreaOnPage, _ visit: StaffVisit) -> HTML {
        page(
            "People", in: Shells.staff(visit, at: PeopleAddresses.people),
            lead: "The personnel directory of \(visit.staff.agency.name), by employee number.", width: .wide,
            main: """
                \(actions(
                    linkButton("Import a file", to: PeopleAddresses.importing.link(), icon: .sheet),
                    linkButton("Your directory", to: DirectoryAddresses.directory.link()),
                    visit.pack.hasOrientations
                        ? linkButton("Orientation of new employees", to: OrientationDueAddresses.due.link()) : .empty))
                \(area.line(own: PeopleAddresses.people.link(), whole: AreaOnPage.whole(of: PeopleAddresses.people)))
                \(table(listing))
                \(pager(
                    listing, at: PeopleAddresses.people, last: listing.items.last?.record.employeeNumber,
                    query: area.query))
                """)
    }

    private static func table(_ listing: Listing<ListedPerson>) -> HTML {
        guard !listing.items.isEmpty else {
            return listing.isFirst
                ? emptyState("Nobody yet", "The directory is filled from a personnel file.")
                : emptyState("Nobody here", "No employee number comes after this one.")
        }
        let columns = ["Name", "Number", "Division", "Unit", "Shift", "Rank or title", "Classification"]
        return dataTable(
            "On this page: \(listing.items.count)", columns: columns.map { TableColumn($0) },
            rows: listing.items.map { cells(of: $0.record) })
    }

    private static func cells(of person: PersonRecord) -> [HTML] {
        let words = [
            "\(person.familyName), \(person.givenName)", person.employeeNumber, person.division, person.unit,
            person.shift, person.rank, person.classification.rawValue,
        ]
        return words.map { HTML(text: $0) }
    }
}
