import HTML
import Operations
import Program

/// A call-out list in a path: `supporters`, or `role-psychologist`.
struct RosterListName: PathValue {
    let list: RosterList.Kind

    init(_ list: RosterList.Kind) { self.list = list }

    init?(pathText: String) {
        guard PathID(pathText: pathText) != nil, let list = RosterList.Kind(pathText) else { return nil }
        self.list = list
    }

    var pathText: String { list.text }
}

/// For those who keep the call-out lists.
enum RosterAddresses {
    static let roster = Address("roster")
    static let list = AddressOf<RosterListName>("roster", "lists", by: "list")
    static let newRotation = AddressOf<RosterListName>("roster", "lists", by: "list", then: ["rotations", "new"])
    static let rotations = AddressOf<RosterListName>("roster", "lists", by: "list", then: ["rotations"])
    static let rotation = AddressOf<PathID>("roster", "rotations", by: "rotation")
    static let rotationRemoval = AddressOf<PathID>("roster", "rotations", by: "rotation", then: ["removal"])
    static let overrides = AddressOf<RosterListName>("roster", "lists", by: "list", then: ["overrides"])
    static let overrideRemoval = AddressOf<PathID>("roster", "overrides", by: "override", then: ["removal"])
}

extension Routes {
    static let roster: [Route] = [
        .staff(.get, RosterAddresses.roster, for: .holding(.keepRoster)) { visit in
            let area = try await visit.area(for: .keepRoster)
            let board = try await visit.programmes.rosterBoard(in: area.areas, by: visit.staff)
            return .page(RosterPages.overview(board, area, visit))
        },
        .staff(.get, RosterAddresses.list, for: .holding(.keepRoster)) { visit, name in
            try await RosterActs.page(of: name.list, visit)
        },
        .staff(.get, RosterAddresses.newRotation, for: .holding(.keepRoster), RosterActs.newRotation),
        .staff(.post, RosterAddresses.rotations, for: .holding(.keepRoster), RosterActs.addRotation),
        .staff(.get, RosterAddresses.rotation, for: .holding(.keepRoster), RosterActs.showRotation),
        .staff(.post, RosterAddresses.rotation, for: .holding(.keepRoster), RosterActs.changeRotation),
        .staff(.post, RosterAddresses.rotationRemoval, for: .holding(.keepRoster), RosterActs.removeRotation),
        .staff(.post, RosterAddresses.overrides, for: .holding(.keepRoster), RosterActs.addOverride),
        .staff(.post, RosterAddresses.overrideRemoval, for: .holding(.keepRoster), RosterActs.removeOverride),
    ]
}
