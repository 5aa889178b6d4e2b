import PolicyPacks
import Program

/// One invented agency: the pack it runs by, the people it has.
struct DemonstrationAgency: Sendable {
    let pack: PackID
    let shape: PersonnelShape
    let size: Int
    let supporters: Int
    let timeZone: String

    /// Its name in addresses.
    var slug: String { pack.text }

    static let all: [DemonstrationAgency] = [
        DemonstrationAgency(
            pack: PackID("sacramento-probation"), shape: .probationDepartment, size: 480, supporters: 28,
            timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: PackID("orange-county-probation"), shape: .probationDepartmentWithAreas, size: 720, supporters: 36,
            timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: PackID("kern-sheriff"), shape: .sheriffsOffice, size: 800, supporters: 40,
            timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: PackID("police-division"), shape: .policeDivision, size: 600, supporters: 30,
            timeZone: "America/New_York"),
        DemonstrationAgency(
            pack: PackID("iacp"), shape: .publicSafetyDepartment, size: 120, supporters: 9,
            timeZone: "America/Chicago"),
    ]
}
