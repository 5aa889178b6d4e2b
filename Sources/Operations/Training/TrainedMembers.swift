import Program
import Store

extension Transaction {
    /// The required courses of the pack that count for the account on that day, by their names: what activation asks for
    /// (``PolicyPack/coursesMissing(_:roles:qualifications:)``).
    func completedCourses(of account: String, agency: Agency, on today: Day) throws -> Set<String> {
        agency.policy.coursesCompleted(
            by: try completions(of: account, agency: agency.id), on: today)
    }

    /// The courses that keep somebody who was selected from being active.
    func coursesMissing(of account: String, agency: Agency, on today: Day) throws -> [CourseRule] {
        agency.policy.coursesMissing(
            try completedCourses(of: account, agency: agency, on: today),
            roles: Set([agency.policy.memberRole].compactMap { $0 }),
            qualifications: try memberQualifications(agency: agency.id).held(by: account, on: today))
    }

    /// Whoever of the team training is counted for: those who serve, and those who were selected and are still to. Who is on no
    /// roster just now stands on no list here either.
    func trainedMembers(of agency: Agency, on today: Day) throws -> [TrainedMember] {
        let roles = agency.policy.supporterRoles.map(\.id)
        let holdings = try holdings(of: roles, agency: agency.id, heldAfter: today).filter {
            $0.holding.isHeld(on: today)
        }
        let memberships = Dictionary(
            try livingMemberships(agency: agency.id).map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
        let serving = Dictionary(grouping: holdings, by: \.account)
        let selected = memberships.values.filter { $0.status == .selected && serving[$0.account] == nil }
        let accounts = serving.keys + selected.map(\.account)
        let names = try accountNames(agency: agency.id, of: Array(accounts))
        let qualifications = try memberQualifications(agency: agency.id)
        return accounts.map { account in
            let membership = memberships[account]
            let held = serving[account] ?? []
            let since = membership?.activatedOn ?? held.map(\.holding.startsOn).min()
            return TrainedMember(
                account: account, name: names[account] ?? "",
                roles: held.isEmpty
                    ? Set([agency.policy.memberRole].compactMap { $0 }) : Set(held.map(\.holding.role)),
                activeSince: held.isEmpty ? nil : since,
                approvedOn: (membership?.origin == .selected ? membership?.beganOn : nil) ?? since ?? today,
                qualifications: qualifications.held(by: account, on: today))
        }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }

    /// Those days' record of everybody who is asked for.
    func trainingRecords(
        of accounts: [String], agency: Agency, on days: ClosedRange<Day>
    ) throws -> [String: TrainingRecord] {
        let gatherings = try gatherings(agency: agency.id, on: days)
        let byID = Dictionary(gatherings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [String: TrainingRecord] = [:]
        for attendance in try attendances(at: gatherings.map(\.id), agency: agency.id)
        where attendance.outcome == .attended {
            guard let gathering = byID[attendance.gathering], !gathering.isCancelled else { continue }
            records[attendance.account, default: TrainingRecord()].attended.append(gathering)
        }
        for completion in try completions(of: accounts, agency: agency.id) {
            records[completion.account, default: TrainingRecord()].completions.append(completion)
        }
        return records
    }

    /// How often the member was away since that day where they had to be: what is laid beside a ground for removal (SAC-II.D.3.j,
    /// KSO-F.1.a-f).
    func absences(of account: String, agency: Agency, since day: Day) throws -> MemberAbsences {
        let own = try attendances(of: account, agency: agency.id)
        let gatherings = Dictionary(
            try gatherings(own.map(\.gathering), agency: agency.id).filter { $0.day >= day && !$0.isCancelled }.map {
                ($0.id, $0)
            }, uniquingKeysWith: { first, _ in first })
        return MemberAbsences(
            own.compactMap { own in gatherings[own.gathering].map { (gathering: $0, own: own) } },
            under: agency.policy)
    }

    /// The accounts that are qualified so on that day.
    package func accountsQualified(for qualification: String, agency: String, on day: Day) throws -> Set<String> {
        Set(
            try memberQualifications(agency: agency).filter {
                $0.qualification == qualification && $0.holds(on: day)
            }.map(\.account))
    }
}
