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
enum RosterPlaces {
    static let roster = Place("roster")
    static let list = PlaceOf<RosterListName>("roster", "lists", by: "list")
    static let newRotation = PlaceOf<RosterListName>("roster", "lists", by: "list", then: ["rotations", "new"])
    static let rotations = PlaceOf<RosterListName>("roster", "lists", by: "list", then: ["rotations"])
    static let rotation = PlaceOf<PathID>("roster", "rotations", by: "rotation")
    static let rotationRemoval = PlaceOf<PathID>("roster", "rotations", by: "rotation", then: ["removal"])
    static let overrides = PlaceOf<RosterListName>("roster", "lists", by: "list", then: ["overrides"])
    static let overrideRemoval = PlaceOf<PathID>("roster", "overrides", by: "override", then: ["removal"])
}

extension Routes {
    static let roster: [Route] = [
        .staff(.get, RosterPlaces.roster, for: .holding(.keepRoster)) { visit in
            let area = try await visit.area(for: .keepRoster)
            let board = try await visit.programmes.rosterBoard(in: area.areas, by: visit.staff)
            return .page(RosterPages.overview(board, area, visit))
        },
        .staff(.get, RosterPlaces.list, for: .holding(.keepRoster)) { visit, name in
            try await RosterActs.page(of: name.list, visit)
        },
        .staff(.get, RosterPlaces.newRotation, for: .holding(.keepRoster), RosterActs.newRotation),
        .staff(.post, RosterPlaces.rotations, for: .holding(.keepRoster), RosterActs.addRotation),
        .staff(.get, RosterPlaces.rotation, for: .holding(.keepRoster), RosterActs.showRotation),
        .staff(.post, RosterPlaces.rotation, for: .holding(.keepRoster), RosterActs.changeRotation),
        .staff(.post, RosterPlaces.rotationRemoval, for: .holding(.keepRoster), RosterActs.removeRotation),
        .staff(.post, RosterPlaces.overrides, for: .holding(.keepRoster), RosterActs.addOverride),
        .staff(.post, RosterPlaces.overrideRemoval, for: .holding(.keepRoster), RosterActs.removeOverride),
    ]
}
