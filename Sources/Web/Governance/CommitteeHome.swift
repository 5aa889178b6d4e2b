import HTML
import Operations
import Program

/// What committees bring to somebody's home: a seat to accept, a vote to give, and to whoever fills the seats what is missing.
enum CommitteeHome {
    @Sendable
    static func waiting(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.hasCommittees else { return [] }
        let offered = try await visit.programmes.ownSeats(of: visit.staff).filter(\.seat.isOffered)
        let committees = try await visit.programmes.committees(for: visit.staff)
        return offered.map { CommitteeParts.own($0, visit) } + committees.flatMap(cards)
    }

    private static func cards(_ listed: ListedCommittee) -> [HTML] {
        let place = CommitteeAddresses.committee.link(PathID(listed.rule.id.text))
        let vote =
            listed.waitingVotes > 0
            ? linkCard(
                "Your vote", detail: "\(listed.rule.title): \(counted(listed.waitingVotes, "open ballot"))", to: place,
                icon: .sheet, badge: badge("Open", tone: .warning)) : nil
        let composition =
            listed.convenes && !listed.composition.isDuly
            ? linkCard(
                "\(listed.rule.title): not duly composed", detail: CommitteeParts.missing(listed.composition),
                to: place,
                icon: .people, badge: badge("Incomplete", tone: .warning)) : nil
        return [vote, composition].compactMap(\.self)
    }
}
