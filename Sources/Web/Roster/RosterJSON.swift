import Operations
import Program

/// The call-out lists as programs read them. Moments are in UTC; hours of the week are on the agency's clock.
extension Routes {
    static let rosterInterface: [Route] = [
        .read(
            "readRoster", "Every call-out list: who can be called now, and the gaps ahead.",
            at: RosterAddresses.roster, for: .holding(.keepRoster), "The lists, the team's first.",
            .list("lists", of: RosterShapes.summary)
        ) { visit in
            let board = try await visit.programmes.rosterBoard(by: visit.staff)
            return board.lists.map { ListOnBoard(list: $0, board: board, pack: visit.pack) }
        },
        .read(
            "readRosterList",
            "One call-out list: its rotations and overrides, and who can be called in the next four weeks.",
            at: RosterAddresses.list, for: .holding(.keepRoster), "The list.", byPack: RosterShapes.list
        ) { visit, name in
            let board = try await visit.programmes.rosterBoard(by: visit.staff)
            return board.list(name.list).map { ListOnBoard(list: $0, board: board, pack: visit.pack) }
        },
    ]
}

/// A list among the others, with what the pack calls it.
struct ListOnBoard: Sendable {
    let list: RosterList
    let board: RosterBoard
    let pack: PolicyPack

    fileprivate var tally: ReachTally {
        board.reachability.tally(of: list.holders.keys.sorted().filter { list.holds($0, on: board.today) })
    }

    fileprivate func named(_ accounts: [String]) -> [NamedAccount] {
        accounts.map { NamedAccount(account: $0, name: board.name($0)) }
    }
}

struct NamedAccount: Sendable {
    let account: String
    let name: String
}

enum RosterShapes {
    static let person = Shape<NamedAccount>(.id("account", \.account), .words("name", \.name))

    static let stretch = Shape<Stretch>(
        .moment("from", about: RosterFields.fromWords.about, \.from),
        .moment("until", about: RosterFields.untilWords.about, \.until))

    static func hours(_ pack: PolicyPack) -> Shape<WeeklyHours> {
        Shape(of: WeekFields().input, under: pack) { WeekFields().filled($0) }
    }

    static let summary = Shape<ListOnBoard>(
        .id("list") { $0.list.kind.text }, .words("title") { $0.pack.title(of: $0.list.kind) },
        .list("onCall", of: person, about: "Now, the first to be called first.") {
            $0.named($0.list.onCall(at: $0.board.now))
        },
        .list("opened", of: person, about: "Who can be asked besides, by hours of their own.") {
            $0.named($0.list.opened(at: $0.board.now))
        },
        .list("gaps", of: stretch) { $0.board.gaps(of: $0.list) },
        .list("withoutContactMethod", of: person, about: "On call in the next four weeks, and not to be reached.") {
            $0.named($0.board.unreachable(on: $0.list))
        },
        .list(
            "cannotBeTold", of: person,
            about: "Of its members: who would be told of a request just now, and nothing that is sent reaches them."
        ) { $0.named($0.tally.cannotBeTold) },
        .count("canBeTold", about: "How many of its members can be told of a request just now.") { $0.tally.canBeTold })

    @Sendable
    static func list(_ pack: PolicyPack) -> Shape<ListOnBoard> {
        summary.with(
            .list("members", of: person, about: "Everybody who may be put on call.") { $0.named($0.list.joined) },
            .list("rotations", of: rotation(pack), about: "In the order in which they are called.", \.list.rotations),
            .list("overrides", of: override, about: "In force or to come.", \.list.overrides),
            .list("coverage", of: span, about: "One after the other, without a break.") {
                $0.board.coverage(of: $0.list)
            })
    }

    /// As an act takes it, and its id.
    private static func rotation(_ pack: PolicyPack) -> Shape<Rotation> {
        let hours = hours(pack)
        let asked = Shape<Rotation>(of: RosterActs.rotation, under: pack, without: ["shifts"], \.filled)
        let shifts = Field<[WeeklyHours]>.shifts.property(pack).map { property in
            Shape.Member(property) { (rotation: Rotation) in .array(rotation.shifts.map(hours.json)) }
        }
        return Shape(.id("id", \.id)).with(asked).with(Shape(shifts.map { [$0] } ?? []))
    }

    private static let override = Shape<RosterOverride>(
        .id("id", \.id), .id("account", \.account),
        Shape.Member(
            Schema.Property("instead", .nullable(.id), required: false, about: RosterActs.insteadAbout)
        ) { JSON($0.instead) }
    ).with(stretch.of(\.stretch))

    private static let span = stretch.of(\RosterSpan.stretch).with(
        .texts("onCall", each: .id, \.onCall), .texts("opened", each: .id, \.opened), .flag("gap", \.isGap))
}
