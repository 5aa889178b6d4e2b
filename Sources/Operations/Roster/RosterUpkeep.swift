import Program
import Store

// What the server does about the lists by itself. Any number of nodes may do it; each step is harmless to repeat.
extension Programmes {
    /// Tells the keepers of the roster of gaps ahead, each once, as early as the pack says and at least a week before. One
    /// notice says it for a list, however many gaps were found at one look.
    package func announceRosterGaps() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let known = try transaction.knownGaps(agency: agency.id)
            let end = now.adding(seconds: Int64(RosterGapWatch.daysAhead(agency.policy)) * 86_400)
            for list in try transaction.rosterLists(of: agency, from: now) {
                let before = known[list.kind] ?? []
                let watch = RosterGapWatch(gaps: list.gaps(from: now, until: end), known: before)
                if watch.known != before {
                    try transaction.setKnownGaps(watch.known, of: list.kind, agency: agency.id)
                }
                guard let first = watch.new.first else { continue }
                for keeper in agency.policy.roles(with: .keepRoster) {
                    try transaction.raise(
                        NewNotice(
                            kind: .rosterGap, to: .role(keeper.id), due: max(first.from, now),
                            under: agency.policy.clauses(of: list.kind)), in: agency, at: now)
                }
            }
        }
    }

    /// Deletes what has been over for five weeks: a calendar may still show it until then, and nothing else needs it.
    package func forgetPastRoster() async throws {
        let past = clock().adding(seconds: -35 * 86_400)
        try await forEveryAgency { agency, transaction in
            let day = try agency.day(at: past)
            try transaction.deleteRoster(agency: agency.id, overBy: day, past)
        }
    }
}
