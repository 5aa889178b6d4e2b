import PolicyPacks
import Program

/// One invented agency: the pack it runs by, the people it has.
struct DemonstrationAgency: Sendable {
    let pack: DemonstrationPack
    let shape: PersonnelShape
    let size: Int
    let supporters: Int
    let timeZone: String
    /// How many months of figures are made.
    var months = 18

    /// Its name in addresses.
    var slug: String { pack.id.text }

    static let all: [DemonstrationAgency] = [
        DemonstrationAgency(
            pack: .bundled(PackID("sacramento-probation")), shape: .probationDepartment, size: 480, supporters: 28,
            timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: .bundled(PackID("orange-county-probation")), shape: .probationDepartmentWithAreas, size: 720,
            supporters: 36, timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: .bundled(PackID("kern-sheriff")), shape: .sheriffsOffice, size: 800, supporters: 40,
            timeZone: "America/Los_Angeles"),
        DemonstrationAgency(
            pack: .bundled(PackID("police-division")), shape: .policeDivision, size: 600, supporters: 30,
            timeZone: "America/New_York"),
        DemonstrationAgency(
            pack: .bundled(guidelines), shape: .publicSafetyDepartment, size: 120, supporters: 9,
            timeZone: "America/Chicago"),
        DemonstrationAgency(
            pack: .own(neighbour), shape: .publicSafetyDepartment, size: 120, supporters: 7,
            timeZone: "America/Chicago", months: 5),
    ]

    private static let guidelines = PackID("iacp")
    private static let neighbour = PackID("springfield-police")
}

/// What an invented agency runs by.
enum DemonstrationPack: Sendable {
    /// A bundled pack, with what is left to each agency settled.
    case bundled(PackID)
    /// A policy of its own on that of the invented agency on the guidelines, to which it is a neighbour: its supporters go to scenes too.
    case own(PackID)

    var id: PackID {
        switch self {
        case .bundled(let id), .own(let id): id
        }
    }

    func load() -> LoadedPack? {
        switch self {
        case .bundled(let id): try? PackLibrary.demonstration(of: id).get()
        case .own(let id):
            try? PackLibrary.load(Self.text(of: id), file: "\(id.text).yaml", parents: Self.parent).get()
        }
    }

    private static func parent(_ id: PackID) -> String? {
        id.text == "iacp-demonstration"
            ? PackLibrary.demonstrationText(of: PackID("iacp")) : PackLibrary.bundledText(id)
    }

    private static func text(of id: PackID) -> String {
        """
        id: \(id.text)
        version: "1"
        extends: iacp-demonstration
        agency:
          title: Springfield Police
        incidents:
          scene-response:
            asked-by: [incident-commander]
            basis: {chosen: "An invented agency's choice: whoever commands there knows whether somebody is wanted."}
        """
    }
}
