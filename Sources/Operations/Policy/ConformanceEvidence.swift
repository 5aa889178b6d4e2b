import Program
import Sealing
import Store

extension Programmes {
    /// What shows today that duties of the policy are carried out, for whoever watches over them: counts alone, each read by index or
    /// bounded by the size of the team, so that the page costs the same after ten years.
    package func evidence(for staff: Staff) async throws -> [Evidence] {
        let now = clock()
        return try await database.read { transaction in
            [
                try sheets(staff, transaction), try gaps(in: staff.agency, at: now, transaction),
                staff.policy.evidenceOfOffices(try vacancies(of: staff.agency, at: now, transaction)),
                try notices(for: staff, at: now, transaction), try summaries(staff, transaction),
                try consultants(of: staff.agency, at: now, transaction),
                try orientations(of: staff.agency, on: staff.today, transaction),
            ].compactMap(\.self) + (try registers(staff, transaction))
                + (try team(in: staff.agency, on: staff.today, transaction))
                + [try applications(staff, transaction)]
                + (try training(in: staff.agency, on: staff.today, transaction))
        }
    }

    /// By power, the accounts that hold an office with it today and can act.
    package func holders(for staff: Staff) async throws -> [Power: Set<String>] {
        try await database.read { transaction in
            try staff.policy.roles.reduce(into: [:]) { holders, role in
                let accounts = try transaction.sealableAccounts(
                    holding: [role.id], agency: staff.agency.id, on: staff.today
                ).map(\.account)
                for power in staff.policy.powers(of: role) { holders[power, default: []].formUnion(accounts) }
            }
        }
    }

    private func sheets(_ staff: Staff, _ transaction: any Transaction) throws -> Evidence {
        let month = staff.today.month.previous
        return .sheets(
            of: month, expected: try accountsExpected(toFile: month, in: staff.agency, on: staff.today, transaction),
            filings: try transaction.filings(agency: staff.agency.id, month: month), under: staff.policy.statSheet,
            on: staff.today)
    }

    private func gaps(in agency: Agency, at now: Instant, _ transaction: any Transaction) throws -> Evidence {
        let days = RosterGapWatch.daysAhead(agency.policy)
        let gaps = try transaction.rosterLists(of: agency, from: now).flatMap {
            $0.gaps(from: now, until: now.adding(seconds: Int64(days) * 86_400))
        }
        return Evidence(.roster, done: days, of: days, missing: gaps.count)
    }

    /// Nothing where the policy has no professional beside the team.
    private func consultants(of agency: Agency, at now: Instant, _ transaction: any Transaction) throws -> Evidence? {
        let standings = try transaction.consultants(of: agency, at: now)
        let today = try agency.day(at: now)
        let covered = standings.count { $0.isCovered(on: today) }
        return standings.isEmpty
            ? nil
            : Evidence(.consultants, done: covered, of: standings.count, missing: standings.count - covered)
    }

    /// Nothing where the policy has no orientation.
    private func orientations(
        of agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> Evidence? {
        guard agency.policy.awareness.orientation != nil else { return nil }
        let counts = try transaction.orientationCounts(agency: agency.id, on: today)
        return Evidence(.orientation, done: counts.came, of: counts.came + counts.due, missing: counts.late)
    }

    /// Nothing where the pack sets no time to answer in.
    private func notices(for staff: Staff, at now: Instant, _ transaction: any Transaction) throws -> Evidence? {
        guard staff.policy.availability.acknowledgement != nil else { return nil }
        return .notices(
            try transaction.programmeNotices(
                of: [.getInTouch], for: transaction.reader(staff), answeredSince: Notice.answeredShown(since: now),
                limit: 300), at: now)
    }

    private func summaries(_ staff: Staff, _ transaction: any Transaction) throws -> Evidence {
        let agency = staff.agency.id
        let latest = try transaction.latestSummarisedMonth(agency: agency)
        let standings = staff.policy.releaseStandings(
            try releasesSoFar(of: staff.agency, transaction), on: staff.today
        ).filter { $0.release == Publication.summary }
        let newest = try latest.flatMap { try transaction.summary(agency: agency, month: $0) }
        return .summary(standings, day: try newest.map { try staff.agency.day(at: $0.publishedAt) })
    }

    private func applications(_ staff: Staff, _ transaction: any Transaction) throws -> Evidence {
        let year = staff.today.adding(days: -365) ?? staff.today
        let decided = try transaction.applicationsDecided(agency: staff.agency.id, from: year).values.reduce(0, +)
        let underWay = try transaction.applicationsUnderWay(agency: staff.agency.id).count
        return .applications(decided: decided, underWay: underWay, under: staff.policy.threshold)
    }

    private func team(in agency: Agency, on today: Day, _ transaction: any Transaction) throws -> [Evidence] {
        let roles = agency.policy.supporterRoles.map(\.id)
        let members = Set(
            try transaction.sealableAccounts(holding: roles, agency: agency.id, on: today).map(\.account))
        let vouched = Set(
            try transaction.sealableTeam(
                holding: roles, agency: agency.id, on: today, vouchedWith: keys.vouching
            ).holding(roles).map(\.account))
        let shown = Set(try transaction.supporterCards(agency: agency.id).map(\.account)).intersection(members)
        return [
            Evidence(.cards, done: shown.count, of: members.count, missing: 0),
            Evidence(
                .keys, done: vouched.count, of: members.count, missing: members.subtracting(vouched).count),
        ]
    }
}
