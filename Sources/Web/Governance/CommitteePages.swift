import HTML
import Operations
import Program

/// The committees of the programme, and one of them with its people and ballots.
enum CommitteePages {
    /// The list, once more where something was not done. Nothing where the programme has no committee.
    @Sendable
    static func listAgain(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard visit.pack.hasCommittees else { return nil }
        let committees = try await visit.programmes.committees(for: visit.staff)
        let own = try await visit.programmes.ownSeats(of: visit.staff)
        return .page(list(committees, own, visit, refused), again: refused)
    }

    /// One of them, once more where something was not done.
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.committee(CommitteeID(id.text), for: visit.staff) else {
            return nil
        }
        let work = try await visit.programmes.committeeWork(for: visit.staff)
        return .page(committee(view, work, visit, refused), again: refused)
    }

    private static func list(
        _ committees: [ListedCommittee], _ own: [OwnSeat], _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        page(
            "Committees", in: Shells.staff(visit, at: CommitteeAddresses.committees),
            lead: "Who decides together, and whether every seat is filled.", announcement: refused?.announcement,
            main: """
                \(own.isEmpty ? nil : section("My seats", own.map { CommitteeParts.own($0, visit) }.joined()))
                \(section("Committees of the programme", cards(committees.map(CommitteeParts.listed))))
                """)
    }

    private static func committee(
        _ view: CommitteeView, _ work: CommitteeWork, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let rule = view.listed.rule
        return page(
            rule.title, in: Shells.staff(visit, at: CommitteeAddresses.committees),
            lead:
                "\(rule.kind.words), as of \(visit.staff.today.longName). The \(view.convener) fills its seats. \(rule.basis.notes)",
            back: Crumb("Committees", CommitteeAddresses.committees.link()),
            announcement: refused?.announcement(
                besides: SeatActs.offer.id, BallotActs.elect.id, BallotActs.ask.id),
            main: """
                \(section("Composition", CommitteeParts.composition(view.listed.composition, rule)))
                \(section("Seats and terms", CommitteeParts.seats(view, visit)))
                \(section("Ballots", CommitteeParts.ballots(view)))
                \(section("What it does", CommitteeTasks.list(rule, work, visit)))
                \(view.listed.convenes ? CommitteeForms.all(view, visit, refused) : nil)
                """)
    }
}

extension CommitteeRule.Kind {
    fileprivate var words: String {
        switch self {
        case .advisory: "It advises"
        case .steering: "It steers"
        }
    }
}
