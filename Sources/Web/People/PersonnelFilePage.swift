import HTML
import Operations
import Program

extension PeoplePages {
    /// What a personnel file looks like, and how a large one is taken in.
    static func aboutFiles(_ visit: StaffVisit) -> HTML {
        let command = "peersupport people import FILE.csv --agency \(visit.staff.agency.slug)"
        return """
            \(section("What happens", prose(
                """
                <p>The file is checked as a whole first. If anything is wrong, every problem is shown with its line and \
                column, and nothing changes. Otherwise you see who is new, changed and ended before you import it. New people \
                are added, changed ones are changed, and whoever is no longer in the file has left as of that day, with their \
                roles. Nobody is deleted. For a month a later file of the same people gives back the roles that a wrong one \
                took.</p>
                <p>Whoever runs the server can import a larger file: <code>\(command)</code></p>
                """)))
            \(section("What such a file looks like", prose(
                """
                <p>Text in UTF-8 or UTF-16, values parted by commas, semicolons or tabs, quoted where they hold one of these or \
                a quotation mark. Here at most \(PersonnelUpload.mostBytes / 1_048_576) MiB, on the server \
                \(PersonnelFileReader.limitInMegabytes) megabytes. One line names the columns, in any order; no other column is \
                taken.</p>
                """)))
            \(dataTable(
                "Columns of the file",
                columns: ["Column", TableColumn("Meaning", .sentences), "Needed", TableColumn("Longest", .number)],
                rows: PersonnelColumn.allCases.map { column in
                    [
                        "<code>\(column.rawValue)</code>", HTML(text: column.meaning),
                        column.isRequired ? "always" : "may be empty", "\(column.maximumLength)",
                    ]
                }))
            """
    }
}

extension PersonnelColumn {
    /// What stands in the column, for whoever makes the file.
    var meaning: String {
        switch self {
        case .employeeNumber: "Your own number for the person, never given to anyone else."
        case .givenName: "Given name."
        case .familyName: "Family name."
        case .email: "Work e-mail address."
        case .phone: "Work telephone number."
        case .unit: "Unit within the division."
        case .division: "Division or bureau."
        case .shift: "The shift worked, in your own words."
        case .rank: "Rank of the sworn, job title of everybody else."
        case .classification:
            PersonRecord.Classification.allCases.map(\.rawValue).joined(separator: ", ") + ": one of these."
        case .isSupervisor: "yes for those who supervise others, otherwise no."
        case .supervisor: "Employee number of the immediate supervisor; empty for the head of the agency."
        case .hiredOn: "First day with the agency, such as 2019-07-01; at most a year ahead."
        case .area: "The part of the agency that a coordinator looks after."
        case .costCentre: "Cost centre for support given off duty."
        case .memorandum: "The memorandum of understanding that sets the person’s rates."
        case .retiresOn:
            "The day on which the person is expected to retire, for planning the team; a file may leave the column out."
        case .investigates: "yes for those who may investigate or discipline others, otherwise no."
        }
    }
}
