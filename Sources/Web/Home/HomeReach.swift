import HTML
import Operations
import Program

/// Who can be told of something, on the homes of those it concerns.
enum HomeReach {
    /// On one's own: that nothing reaches them, with the way to mend it one tap away.
    static func own(_ hindrance: ReachHindrance?, _ visit: StaffVisit) -> HTML? {
        guard let hindrance else { return nil }
        let isTyped = ContactMethodFields.typedKinds.contains(where: visit.site.carriers.kinds.contains)
        let mend =
            isTyped && hindrance != .inTrouble
            ? linkButton(
                "Add a number or an address", to: ContactMethodAddresses.new.link(), style: .primary, icon: .add)
            : linkButton(
                ContactMethodPages.title, to: ContactMethodAddresses.methods.link(), style: .primary, icon: .phone)
        return callout(
            "Nothing that is sent reaches you", tone: .bad,
            """
            <p>\(hindrance.ownWords) Whatever comes for you waits until you look here, and nobody is told that you can be \
            reached.</p>
            \(actions(mend))
            """)
    }

    /// On the home of whoever keeps the call-out lists: how many of the team can be told of a request just now.
    static func team(_ reach: TeamReach?, _ visit: StaffVisit) -> HTML? {
        guard let reach else { return nil }
        let (tally, terms) = (reach.tally, visit.pack.terms)
        let nobody = tally.canBeTold == 0
        return section(
            "Reaching the team",
            """
            \(callout(
                words(tally, terms), tone: nobody ? .bad : tally.cannotBeTold.isEmpty ? .good : .warning,
                untold(reach, terms)))
            \(actions(linkButton("Call-out lists", to: RosterAddresses.roster.link(), icon: .clock)))
            """)
    }

    /// Such as `3 of 40 PST Members can be told of a request now`.
    static func words(_ tally: ReachTally, _ terms: Terms) -> String {
        guard tally.all > 0 else { return "There is no \(terms.supporter) here yet" }
        return
            "\(tally.canBeTold) of \(tally.all) \(tally.all == 1 ? terms.supporter : terms.supporters) can be told of a request now"
    }

    private static func untold(_ reach: TeamReach, _ terms: Terms) -> HTML? {
        guard !reach.untold.isEmpty else { return nil }
        let shown = reach.untold.prefix(12).joined(separator: ", ")
        let more = reach.untold.count - min(12, reach.untold.count)
        return """
            <p>Nothing that is sent reaches \(shown)\(more > 0 ? " and \(more) more" : ""). They find a request when they look \
            here. Ask them to add a number in their account.</p>
            """
    }
}

/// Who of the team, as far as it is looked after, can be told of a request just now.
struct TeamReach: Sendable {
    let tally: ReachTally
    /// By name, those who would be asked and whom nothing reaches.
    let untold: [String]

    init(_ board: RosterBoard) {
        let team = board.list(.supporters)
        let accounts = (team?.holders.keys.sorted() ?? []).filter { account in
            team?.holds(account, on: board.today) == true && board.concerns([account])
        }
        tally = board.reachability.tally(of: accounts)
        untold = tally.cannotBeTold.map(board.name).sorted()
    }
}
