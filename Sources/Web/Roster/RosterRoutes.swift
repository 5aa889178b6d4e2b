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
    static let roster = FixedAddress("roster")
    static let list = Address<RosterListName>("roster/lists/{list}")
    static let newRotation = Address<RosterListName>("roster/lists/{list}/rotations/new")
    static let rotations = Address<RosterListName>("roster/lists/{list}/rotations")
    static let rotation = Address<PathID>("roster/rotations/{rotation}")
    static let rotationRemoval = Address<PathID>("roster/rotations/{rotation}/removal")
    static let overrides = Address<RosterListName>("roster/lists/{list}/overrides")
    static let override = Address<PathID>("roster/overrides/{override}")
    static let overrideRemoval = Address<PathID>("roster/overrides/{override}/removal")
}

extension Routes {
    static let roster: [Route] =
        [
            .staff(.get, RosterAddresses.roster, for: .holding(.keepRoster)) { visit in
                let area = try await visit.area(for: .keepRoster)
                let board = try await visit.programmes.rosterBoard(in: area.areas, by: visit.staff)
                return .page(RosterPages.overview(board, area, visit))
            },
            .staff(.get, RosterAddresses.list, for: .holding(.keepRoster)) { visit, name in
                try await RosterPages.list(name, visit)
            },
            .staff(.get, RosterAddresses.newRotation, for: .holding(.keepRoster)) { visit, name in
                try await RotationPages.new(visit, on: name)
            },
            .staff(.get, RosterAddresses.rotation, for: .holding(.keepRoster)) { visit, id in
                try await RotationPages.present(visit, id)
            },
        ] + RosterActs.routes
}
