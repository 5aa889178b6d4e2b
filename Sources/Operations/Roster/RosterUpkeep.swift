import Program
import Store

// What the server does about the lists by itself. Any number of nodes may do it; each step is harmless to repeat.
extension Programmes {
    /// Tells the keepers of the roster of gaps ahead, each once, as early as the pack says and at least a week before.
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
                for notice in watch.notices(on: list.kind, under: agency.policy, at: now) {
                    try transaction.raise(notice, in: agency, at: now)
                }
            }
        }
    }

    /// Deletes what has been over for so long that no calendar shows it any more. Nothing else needs it.
    package func forgetPastRoster() async throws {
        let past = RosterList.keptSince(clock())
        try await forEveryAgency { agency, transaction in
            let day = try agency.day(at: past)
            try transaction.deleteRoster(agency: agency.id, overBy: day, past)
        }
    }
}
