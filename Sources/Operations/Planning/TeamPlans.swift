import Foundation
import Program
import Sealing
import Store

/// The team as a whole, for whoever plans it.
package struct TeamPlan: Sendable {
    package let today: Day
    /// What is open of their training is known where something asks for it.
    package let members: [TeamMember]
    /// The policy's own views.
    package let views: [PlanTable]
    /// The same as it was frozen.
    package let answered: [ResponseFigures]
    /// How soon people were answered in the latest quarters that are over; none where the policy has nobody count it.
    package let responses: [PlanTable]
    /// Where there are fewer or more members than the policy asks for.
    package let differences: [String]
    package let coverage: CoverageGrid
    /// Nothing where the policy asks for none.
    package let forecast: TeamForecast?
    package let size: SuggestedSize?
    package let entries: [SizingEntry]
    /// Hours of support by member and finished quarter, for whoever receives the sheets; nothing for others.
    package let hours: PlanTable?
}

extension Programmes {
    /// How the team is staffed, what is missing, and what is ahead: of members and directory, of published figures, and of nobody who
    /// asked for support (IACP-3.9.1-1, IACP-3.9.3, OCP-I.B.4, KSO-P-2).
    package func teamPlan(for staff: Staff) async throws -> TeamPlan {
        let now = clock()
        return try await database.read { transaction in
            let (agency, policy, today) = (staff.agency, staff.policy, staff.today)
            let members = try teamMembers(of: agency, on: today, transaction)
            let headcount = try transaction.headcount(agency: agency.id)
            let lists = try transaction.rosterLists(of: agency, from: now)
            let figures = StaffingFigures(
                members: members, headcount: headcount,
                contacts: try publishedContacts(of: agency, on: today, transaction),
                answers: try answers(for: staff, at: now, transaction), countsResponses: policy.responses != nil)
            guard let team = lists.first(where: { $0.kind == .supporters }) else { throw AgencyFault.clockOutOfRange }
            let past = try pastOfTeam(agency, on: today, transaction)
            let forecast = policy.team.forecast.map { TeamForecast($0, members: members, past: past, on: today) }
            let entries = try transaction.sizingEntries(agency: agency.id)
            let answered = policy.responses == nil ? [] : try responses(of: agency, most: 4, transaction)
            return TeamPlan(
                today: today, members: members, views: policy.team.staffing.flatMap { $0.tables(figures) },
                answered: answered, responses: policy.responses?.tables(answered) ?? [],
                differences: (policy.team.ranges ?? []).flatMap { $0.differences(figures) },
                coverage: CoverageGrid(team, members: members, headcount: headcount, from: now), forecast: forecast,
                size: policy.team.sizing.map {
                    SuggestedSize(
                        $0, headcount: headcount, past: past, retirements: members.retirements(after: today),
                        entries: entries)
                },
                entries: entries,
                hours: staff.powers.contains(.receiveStatSheets)
                    ? try hours(of: members, in: agency, on: today, transaction) : nil)
        }
    }

    /// Keeps what whoever plans says themselves of what a size takes into account.
    package func setSizingEntry(
        _ factor: SizingRule.Factor, to value: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTeam)) { doing in
            if let refusal = doing.policy.sizingEntry(value, for: factor) { return .refused(refusal) }
            try doing.transaction.set(
                SizingEntry(factor: factor, value: value, enteredOn: doing.staff.today), agency: doing.agency.id)
            return .done(
                .entry(
                    .sizingEntrySet, on: factor.rawValue, under: doing.policy.team.sizing?.basis.clauses ?? [],
                    details: [String(value)]))
        }
    }

    private func teamMembers(
        of agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> [TeamMember] {
        let held = try transaction.holdings(
            of: agency.policy.supporterRoles.map(\.id), agency: agency.id, heldAfter: today
        ).filter { $0.holding.isHeld(on: today) }
        let ends = Dictionary(grouping: held, by: \.account).mapValues { rows in
            rows.contains { $0.holding.until == nil } ? nil : rows.compactMap(\.holding.until).max()
        }
        let terms = Dictionary(
            try transaction.livingMemberships(agency: agency.id).map { ($0.account, $0.termEndsOn) },
            uniquingKeysWith: { first, _ in first })
        let team = agency.policy.team
        let asksForTraining =
            team.staffing.contains { $0.by.contains(.trainingCompliance) }
            || team.reports.contains { $0.measures.contains(.trainingNeedsByDivision) }
        return try transaction.teamPlaces(of: Set(held.map(\.account)).sorted(), agency: agency.id).map { row in
            let end = [terms[row.account] ?? nil, ends[row.account] ?? nil].compactMap(\.self).min()
            return TeamMember(
                account: row.account, name: row.name, place: row.place, endsOn: end, retiresOn: row.retiresOn,
                trainingOpen: asksForTraining
                    ? try transaction.coursesMissing(of: row.account, agency: agency, on: today).map(\.title) : nil)
        }
    }

    /// The total of each summary that was published for the past year, as it was frozen.
    private func publishedContacts(
        of agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> [(month: Month, total: DisclosedValue)] {
        try transaction.summarisedMonths(agency: agency.id, from: today.month.adding(-12)).compactMap { month in
            guard let row = try transaction.summary(agency: agency.id, month: month) else { return nil }
            return try opened(row, transaction).tables.lazy.compactMap(\.whole).first.map { (month, $0) }
        }
    }

    private func answers(for staff: Staff, at now: Instant, _ transaction: any Transaction) throws -> Evidence? {
        guard staff.policy.availability.acknowledgement != nil else { return nil }
        return .notices(
            try transaction.programmeNotices(
                of: [.getInTouch], for: transaction.reader(staff), answeredSince: Notice.answeredShown(since: now),
                limit: 300), at: now)
    }

    private func pastOfTeam(_ agency: Agency, on today: Day, _ transaction: any Transaction) throws -> TeamPast {
        let changes = try transaction.teamChanges(agency: agency.id, from: today.month.adding(-12))
        return TeamPast(
            left: try transaction.membersWhoLeft(
                agency.policy.supporterRoles.map(\.id), agency: agency.id, since: today.adding(days: -365) ?? today,
                today: today),
            transferred: changes[.transfer] ?? 0, promoted: changes[.promotion] ?? 0)
    }

    /// What stays of hours after filing: whole hours of quarters that are over, so that no filing and no month is told.
    private func hours(
        of members: [TeamMember], in agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> PlanTable {
        let quarters = try hoursPerSupporter(of: agency.id, on: today, transaction)
        return PlanTable(
            title: "Hours by member", columns: ["Member"] + quarters.map(\.quarter.name),
            rows: quarters.isEmpty
                ? []
                : members.sorted { ($0.name, $0.account) < ($1.name, $1.account) }.map { member in
                    [member.name] + quarters.map { "\($0.hours[member.account] ?? 0)" }
                },
            notes: [
                "From the sheets that were filed within a quarter, in whole hours, once it is over. Which contacts they come from is kept nowhere."
            ])
    }
}

extension [TeamMember] {
    /// How many retire within a year.
    fileprivate func retirements(after today: Day) -> Int {
        let end = today.month.adding(12)
        return count { member in member.retiresOn.map { $0 > today && $0.month < end } ?? false }
    }
}

extension PublishedTable {
    /// What all its rows come to: the one row there is, where it has no total.
    fileprivate var whole: DisclosedValue? { total ?? (rows.count == 1 ? rows.first?.value : nil) }
}
