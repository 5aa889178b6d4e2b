import Program
import Sealing
import Store

/// A meeting as whoever runs the incident sees it.
package struct MeetingView: Sendable {
    package let file: IncidentFile
    package let session: IncidentSession
    package let rule: MeetingRule
    /// By account.
    package let people: [String: String]
    /// Everybody who could take a seat of it, by name; nobody where it has no team.
    package let candidates: [TeamCandidate]
    /// Teams that may be confirmed, the fairest first; nothing where it has no team or is not ahead.
    package let proposals: TeamProposals?
    /// How the confirmed team stands to the policy.
    package let verdict: TeamVerdict?

    package func name(_ account: String) -> String { people[account] ?? "" }
}

extension Programmes {
    /// Nothing where there is no such meeting.
    package func meeting(_ session: String, in id: String, for staff: Staff) async throws -> MeetingView? {
        guard staff.policy.runsIncidents else { return nil }
        return try await database.read { [keys] transaction in
            let agency = staff.agency
            guard let file = try transaction.loaded(id, in: agency, with: keys)?.file,
                let kept = file.session(session), let rule = staff.policy.meeting(kept.meeting)
            else { return nil }
            let day = try agency.day(at: kept.startsAt)
            let candidates =
                rule.needsTeam ? try teamCandidates(for: kept, of: rule, in: file, agency, transaction) : []
            let names = try transaction.accountNames(
                agency: agency.id, of: file.accounts.union(candidates.map(\.id)).sorted())
            return MeetingView(
                file: file, session: kept, rule: rule, people: names,
                candidates: candidates.sorted { (names[$0.id] ?? "", $0.id) < (names[$1.id] ?? "", $1.id) },
                proposals: kept.isAhead
                    ? rule.team?.proposals(from: candidates, on: day, atMost: 3, drawn: kept.draw) : nil,
                verdict: kept.team.isEmpty
                    ? nil : rule.team?.verdict(on: kept.team.map(\.account), of: candidates, on: day))
        }
    }

    /// Confirms who holds a meeting. A team that is short of what the policy asks for is not confirmed (OCP-II.E.4).
    package func confirmTeam(
        _ chosen: [String], for session: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingTeamConfirmed) { file, rule, doing in
            guard let kept = file.session(session) else { return nil }
            let candidates = try self.teamCandidates(for: kept, of: rule, in: file, doing.agency, doing.transaction)
            let names = try doing.transaction.accountNames(
                agency: doing.agency.id, of: (candidates.map(\.id) + chosen).withoutRepetition)
            return file.confirming(
                chosen, for: session, of: rule, from: candidates, on: try doing.agency.day(at: kept.startsAt),
                at: doing.now
            ) { names[$0] ?? "Somebody" }
        }
    }

    /// Everybody who could take a seat of a meeting, as far as it matters for that.
    private func teamCandidates(
        for session: IncidentSession, of rule: MeetingRule, in file: IncidentFile, _ agency: Agency,
        _ transaction: any Transaction
    ) throws -> [TeamCandidate] {
        guard let team = rule.team else { return [] }
        let (policy, day) = (agency.policy, try agency.day(at: session.startsAt))
        let roles = team.members.flatMap(policy.roles(of:)).withoutRepetition
        let held = try transaction.holdings(of: roles, agency: agency.id, heldAfter: day)
            .filter { $0.holding.isHeld(on: day) }
        let rolesOf = Dictionary(grouping: held, by: \.account).mapValues { Set($0.map(\.holding.role)) }
        let certificates = try certificates(in: agency, transaction)
        let availability = try transaction.availability(agency: agency, at: session.startsAt)
        let keptOut = try keptOut(of: file, in: agency, transaction)
        let others = try otherMeetings(besides: session, of: agency, day, transaction)
        return rolesOf.keys.sorted().map { account in
            let kinds = team.members.filter { !(rolesOf[account] ?? []).isDisjoint(with: policy.roles(of: $0)) }
                .map(\.kind)
            let own = others.filter { other in other.team.contains { $0.account == account } }
            let past = own.compactMap(\.held)
            return TeamCandidate(
                id: account, kinds: Set(kinds), certificates: certificates[account] ?? [],
                isAvailable: !availability.isOnLeave(account) && !own.contains { $0.overlaps(session) },
                isKeptOut: keptOut.contains(account), load: past.count,
                last: past.compactMap { agency.calendar.day(at: $0.startedAt) }.max())
        }
    }

    /// What members are qualified for, and by what licence professionals practise.
    private func certificates(
        in agency: Agency, _ transaction: any Transaction
    ) throws -> [String: [HeldCertificate]] {
        let qualified = try transaction.memberQualifications(agency: agency.id).map {
            ($0.account, HeldCertificate(name: $0.qualification, since: $0.since, lastDay: $0.lastDay))
        }
        let licensed = try transaction.licences(agency: agency.id).map {
            // A licence is written down with its last day alone.
            (
                $0.account,
                HeldCertificate(
                    name: $0.consultant, since: Day(daysSince1970: 0) ?? $0.expiresOn, lastDay: $0.expiresOn)
            )
        }
        return Dictionary(grouping: qualified + licensed, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Every other meeting of the last twelve months and of those ahead.
    private func otherMeetings(
        besides session: IncidentSession, of agency: Agency, _ day: Day, _ transaction: any Transaction
    ) throws -> [IncidentSession] {
        try transaction.incidentFiles(agency: agency.id, since: day.adding(days: -365) ?? day)
            .flatMap { try keys.opened($0).file.sessions }
            .filter { $0.id != session.id && $0.calledOffAt == nil && ($0.held != nil || $0.confirmedAt != nil) }
    }
}

extension IncidentSession {
    /// The lot by which those are ordered who are alike; the same at each look.
    fileprivate var draw: UInt64 { id.utf8.reduce(1_469) { ($0 &* 31) &+ UInt64($1) } }
}
