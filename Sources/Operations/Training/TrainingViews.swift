import Program
import Store

/// A session or a meeting as somebody sees it in the calendar.
package struct GatheringListing: Sendable, Equatable {
    package let gathering: Gathering
    /// How they stand to it; nothing where they have nothing to do with it yet.
    package let own: Attendance?
    /// How many places are taken, by partner teams too where they come.
    package let taken: Int
    /// Whether they have to be there.
    package let isRequired: Bool
    /// Whether it is for them.
    package let isMeant: Bool
    /// The name of the partner agency that holds it; nothing where it is one's own.
    package let heldBy: String?
}

/// Everything of training that is somebody's own.
package struct MemberTraining: Sendable {
    package let member: TrainedMember
    package let standings: [RequirementStanding]
    /// The topics they have had, of all that are tracked.
    package let topics: Set<TopicName>
    /// What they completed, and what waits to be confirmed, the latest first.
    package let completions: [CourseCompletion]
    /// What they were at or should have been, the latest first.
    package let attended: [(gathering: Gathering, own: Attendance)]
    package let absences: MemberAbsences
    /// The conferences whose lessons they still owe the team.
    package let debts: [ConferenceDebt]
    package let creditMinutes: Int
    package let qualifications: [MemberQualification]
}

/// The team's training, for whoever plans it or keeps its record.
package struct TeamTraining: Sendable {
    /// The day whose periods are shown.
    package let day: Day
    package let members: [(member: TrainedMember, standings: [RequirementStanding])]
    package let gaps: [PeriodWithoutSession]
    package let debts: [(debt: ConferenceDebt, name: String)]
    /// What was handed in and waits, with whose it is.
    package let waiting: [(completion: CourseCompletion, name: String)]
    /// Who asks to be excused, with from what.
    package let excuses: [(gathering: Gathering, own: Attendance, name: String)]
    /// The topics that this year's sessions have or had.
    package let plannedTopics: Set<TopicName>
    package let gatherings: [Gathering]
    /// How many others than the team were trained this year, and how many new employees had their orientation.
    package let awareness: (trained: Int, oriented: Int, sessions: Int)
}

/// One session or meeting with everybody who has to do with it.
package struct GatheringView: Sendable {
    package let listing: GatheringListing
    /// For whoever keeps the list: everybody it is for, by name, with how they stand to it.
    package let people: [(account: String, name: String, own: Attendance?)]
    package let holders: [String]
    /// What the code in the room says; for whoever keeps the list alone.
    package let code: String?
    /// The conference whose lessons it passes on.
    package let conference: String?
    /// Whether a course that it gives is still to be recorded for somebody who was there.
    package let awaitsRecord: Bool
    /// How many of partner teams come, or came.
    package let partners: [PartnerHeadcount]
}

extension Programmes {
    /// The calendar as the staff member sees it: what is ahead, and a month back.
    package func gatherings(for staff: Staff) async throws -> [GatheringListing] {
        let today = staff.today
        let days = (today.adding(days: -31) ?? today)...(today.adding(days: 730) ?? today)
        return try await database.read { transaction in
            let all = try transaction.gatherings(agency: staff.agency.id, on: days)
            let attendances = Dictionary(
                grouping: try transaction.attendances(at: all.map(\.id), agency: staff.agency.id), by: \.gathering)
            let isMember = try transaction.isTrained(staff.account, in: staff.agency, on: today)
            let plans = staff.powers.contains(.planTraining)
            let holders = try holders(of: all.map(\.id), for: staff.agency, transaction)
            let others = try transaction.placesTakenByPartners(at: all.map(\.id), agency: staff.agency.id)
            return all.compactMap { gathering in
                let here = attendances[gathering.id] ?? []
                let own = here.first { $0.account == staff.account }
                let isMeant = gathering.isFor(staff, isMember: isMember)
                guard isMeant || plans || own != nil else { return nil }
                return GatheringListing(
                    gathering: gathering, own: own,
                    taken: here.count(where: \.hasPlace) + (others[gathering.id] ?? 0),
                    isRequired: isMeant && staff.policy.isRequired(gathering, own), isMeant: isMeant,
                    heldBy: holders[gathering.id])
            }
        }
    }

    /// One of them; nothing for whoever has nothing to do with it.
    package func gathering(_ id: String, for staff: Staff) async throws -> GatheringView? {
        try await database.read { transaction in
            let agency = staff.agency
            guard let gathering = try transaction.gathering(id, agency: agency.id) else { return nil }
            let here = try transaction.attendances(at: [id], agency: agency.id)
            let own = here.first { $0.account == staff.account }
            let isMember = try transaction.isTrained(staff.account, in: agency, on: staff.today)
            let isMeant = gathering.isFor(staff, isMember: isMember)
            let plans = staff.powers.contains(.planTraining)
            let keeps = plans || staff.powers.contains(.excuseAbsences) || staff.powers.contains(.keepTraining)
            guard isMeant || keeps || own != nil else { return nil }
            let meant = keeps ? try transaction.meant(by: gathering, in: agency) : []
            let accounts = meant.union(keeps ? here.map(\.account) : []).union(gathering.plan.holders)
            let names = try transaction.accountNames(agency: agency.id, of: Array(accounts))
            let people = meant.union(keeps ? here.map(\.account) : []).map { account in
                (account: account, name: names[account] ?? "", own: here.first { $0.account == account })
            }.sorted { $0.name < $1.name }
            let recorded = try transaction.accountsCompleted(at: id, agency: agency.id)
            return GatheringView(
                listing: GatheringListing(
                    gathering: gathering, own: own, taken: try transaction.placesTaken(at: id, agency: agency.id),
                    isRequired: isMeant && staff.policy.isRequired(gathering, own), isMeant: isMeant,
                    heldBy: try holders(of: [id], for: agency, transaction)[id]),
                people: people, holders: gathering.plan.holders.compactMap { names[$0] }.sorted(),
                code: plans ? try transaction.code(ofGathering: id, agency: agency.id) : nil,
                conference: try gathering.plan.passesOn.flatMap {
                    try transaction.gathering($0, agency: agency.id)?.plan.title
                },
                awaitsRecord: staff.powers.contains(.keepTraining) && gathering.isHeld
                    && gathering.plan.course != nil
                    && here.contains { $0.outcome == .attended && !recorded.contains($0.account) },
                partners: try partnerHeadcounts(at: gathering, of: agency, transaction))
        }
    }

    /// What a code in a room leads to; nothing where there is no such code.
    package func gathering(code: String, for staff: Staff) async throws -> Gathering? {
        try await database.read { transaction in try transaction.gathering(code: code, agency: staff.agency.id) }
    }

    /// The staff member's own training; nothing for whoever is not of the team.
    package func ownTraining(of staff: Staff) async throws -> MemberTraining? {
        try await database.read { transaction in
            try training(of: staff.account, in: staff.agency, on: staff.today, transaction)
        }
    }

    /// A member's training, for whoever plans it or keeps the record.
    package func training(of account: String, for staff: Staff) async throws -> MemberTraining? {
        guard staff.powers.contains(.planTraining) || staff.powers.contains(.keepTraining) else { return nil }
        return try await database.read { transaction in
            try training(of: account, in: staff.agency, on: staff.today, transaction)
        }
    }

    private func training(
        of account: String, in agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> MemberTraining? {
        guard let membership = try transaction.membership(of: account, agency: agency, on: today) else { return nil }
        let listed = try transaction.trainedMembers(of: agency, on: today).first { $0.account == account }
        let own = try transaction.memberQualifications(agency: agency.id).filter { $0.account == account }
        let member =
            try listed
            ?? TrainedMember(
                account: account, name: transaction.accountNames(agency: agency.id, of: [account])[account] ?? "",
                roles: Set([agency.policy.memberRole].compactMap { $0 }), activeSince: membership.activatedOn,
                approvedOn: membership.beganOn, qualifications: own.held(by: account, on: today))
        let attendances = try transaction.attendances(of: account, agency: agency.id)
        let gatherings = Dictionary(
            try transaction.gatherings(attendances.map(\.gathering), agency: agency.id).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let all = attendances.compactMap { own in gatherings[own.gathering].map { (gathering: $0, own: own) } }
            .filter { !$0.gathering.isCancelled }
        let record = TrainingRecord(
            attended: all.filter { $0.own.outcome == .attended }.map(\.gathering),
            completions: try transaction.completions(of: account, agency: agency.id))
        return MemberTraining(
            member: member,
            standings: agency.policy.training.standings(of: member, record, on: today, seenOn: today),
            topics: record.topics, completions: record.completions,
            attended: all.filter { $0.own.outcome != nil }.sorted { $0.gathering.day > $1.gathering.day },
            absences: MemberAbsences(all, under: agency.policy),
            debts: try transaction.debts(in: agency, on: today).filter { $0.account == account },
            creditMinutes: record.creditMinutes(in: Period.year.days(around: today)), qualifications: own)
    }

    /// The team's training in the periods of that day.
    package func teamTraining(for staff: Staff, on day: Day) async throws -> TeamTraining {
        try await database.read { transaction in
            let (agency, today, rules) = (staff.agency, staff.today, staff.policy.training)
            let members = try transaction.trainedMembers(of: agency, on: today)
            let year = Period.year.days(around: day)
            let windows = rules.recurring.map { $0.days(around: day) } + [year]
            let from = windows.map(\.lowerBound).min() ?? year.lowerBound
            let until = max(windows.map(\.upperBound).max() ?? year.upperBound, today.adding(days: 400) ?? today)
            let gatherings = try transaction.gatherings(agency: agency.id, on: from...until)
            let records = try transaction.trainingRecords(
                of: members.map(\.account), agency: agency, on: from...until)
            let debts = try transaction.debts(in: agency, on: today)
            let waiting = try transaction.completionsWaiting(agency: agency.id)
            let byID = Dictionary(gatherings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let excuses = try transaction.attendances(at: gatherings.map(\.id), agency: agency.id).filter(
                \.asksToBeExcused)
            let names = try transaction.accountNames(
                agency: agency.id,
                of: Array(Set(debts.map(\.account) + waiting.map(\.account) + excuses.map(\.account))))
            let others = gatherings.filter { $0.isHeld && year.contains($0.day) && $0.plan.kind.isForOthers }
            func heads(_ kind: GatheringKind) -> Int {
                others.filter { $0.plan.kind == kind }.reduce(0) { $0 + ($1.headcount ?? 0) }
            }
            return TeamTraining(
                day: day,
                members: members.map { member in
                    let record = records[member.account] ?? TrainingRecord()
                    return (
                        member: member,
                        standings: rules.standings(of: member, record, on: day, seenOn: today)
                    )
                },
                gaps: rules.periodsWithoutSession(gatherings, on: today),
                debts: debts.map { (debt: $0, name: names[$0.account] ?? "") },
                waiting: waiting.map { (completion: $0, name: names[$0.account] ?? "") },
                excuses: excuses.compactMap { own in
                    byID[own.gathering].map { (gathering: $0, own: own, name: names[own.account] ?? "") }
                },
                plannedTopics: gatherings.topics(on: year), gatherings: gatherings,
                awareness: (trained: heads(.awareness), oriented: heads(.orientation), sessions: others.count))
        }
    }

    /// How many people the directory has, beside those who were trained.
    package func employeeCount(for staff: Staff) async throws -> Int {
        try await database.read { transaction in try transaction.employeeCount(agency: staff.agency.id) }
    }

    /// Every course that can be taken: the pack's, then those that were named.
    package func furtherCourses(for staff: Staff) async throws -> [FurtherCourse] {
        try await database.read { transaction in try transaction.furtherCourses(agency: staff.agency.id) }
    }
}

extension Gathering {
    /// Whether it is for the staff member, by the roles of today.
    fileprivate func isFor(_ staff: Staff, isMember: Bool) -> Bool {
        guard !plan.kind.isForOthers else { return false }
        guard let committee = plan.committee else { return isMember }
        return !staff.rolesToday.isDisjoint(with: staff.policy.roles(of: .committee(committee)))
    }
}

extension Transaction {
    /// Who owes the team a session after a conference of the past three years.
    func debts(in agency: Agency, on today: Day) throws -> [ConferenceDebt] {
        guard agency.policy.training.conference?.attendeesTrainTheTeam == true else { return [] }
        let gatherings = try gatherings(
            agency: agency.id, on: (today.adding(days: -3 * 366) ?? today)...today)
        let conferences = gatherings.filter { $0.plan.kind == .conference }
        let attended = Dictionary(
            grouping: try attendances(at: conferences.map(\.id), agency: agency.id).filter { $0.outcome == .attended },
            by: \.gathering
        ).mapValues { Set($0.map(\.account)) }
        return agency.policy.training.debts(
            conferences: conferences, attended: attended, sessions: gatherings.filter { $0.plan.passesOn != nil })
    }
}
