import PolicyPacks
import Program
import Sealing
import Store

/// The making of one invented agency.
struct DemonstrationMaking {
    let plan: DemonstrationAgency
    let programmes: Programmes
    let clock: MovableClock
    /// The moment at which the demonstration ends.
    let now: Instant

    /// An agency as it was made.
    struct Made {
        let making: DemonstrationMaking
        let agency: Agency
        let team: DemonstrationTeam
        /// The incident that it runs, by its id; nothing where its policy has none.
        let incident: String?
    }

    func make(progress: (_ month: Int) -> Void) async throws -> Made {
        guard let pack = plan.pack.load(), let zone = AgencyCalendar(timeZone: plan.timeZone),
            let today = zone.day(at: now),
            let beginning = Day(month: today.month.adding(-plan.months), number: 1)
        else { throw DemonstrationFault(what: plan.slug) }
        clock.set(zone.start(of: beginning).adding(seconds: 8 * 3600))
        let agency = try await programmes.foundAgency(
            slug: plan.slug, name: pack.pack.agency.title, timeZone: plan.timeZone, pack: pack,
            confirming: pack.inheritedHash
        ).made("founding")
        try await importPeople(of: agency, on: beginning)
        // Of the same people the same are cast each time.
        let people = try await programmes.database.read { transaction in try transaction.people(agency: agency.id) }
            .sorted { $0.record.employeeNumber < $1.record.employeeNumber }
        let team = try await team(of: agency, from: people, since: beginning)
        try await sign(team, of: agency)
        progress(0)
        for back in stride(from: plan.months, through: 1, by: -1) {
            let month = today.month.adding(-back)
            try await live(through: month, of: agency, team, isLatest: back == 1, today: today)
            progress(plan.months - back + 1)
        }
        clock.set(now)
        try await beginMonth(today, of: agency, team)
        try await reachable(team, of: agency, on: today)
        try await afterAction(team, of: agency, on: today)
        try await recordIncident(of: agency, team, on: today)
        let incident = try await runIncident(of: agency, team, at: now)
        try await applications(of: agency, from: people, team, on: today)
        try await train(team, of: agency, on: today)
        try await committees(of: agency, team, on: today)
        try await memberships(of: agency, team, on: today)
        try await plans(of: agency, team, on: today)
        try await draft(of: agency, team)
        try await registers(of: agency, team, on: today)
        try await word(of: agency, team, on: today)
        return Made(making: self, agency: agency, team: team, incident: incident)
    }

    private func importPeople(of agency: Agency, on day: Day) async throws {
        let file = DemonstrationPersonnel.file(plan.shape, size: plan.size, seed: seed, on: day)
        switch PersonnelFile.check(rows: PersonnelFileReader(file), at: day) {
        case .failure(let problems): throw DemonstrationFault(what: "\(problems)")
        case .success(let personnel):
            _ = try await programmes.updateDirectory(personnel, of: agency).made("a directory")
        }
    }

    /// The same agency has the same people on every machine.
    var seed: UInt64 { plan.slug.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) } }

    // MARK: A month

    /// Everybody counts contacts and submits the sheet early in the next month; the coordinator publishes. Of the latest
    /// month some sheets are still out and nothing is published.
    private func live(
        through month: Month, of agency: Agency, _ team: DemonstrationTeam, isLatest: Bool, today: Day
    ) async throws {
        var dice = PersonnelRandom(seed: seed ^ UInt64(month.year * 12 + month.number))
        guard let submission = Day(month: month.next, number: 3), let late = Day(month: month.next, number: 13),
            let publication = Day(month: month.next, number: 18)
        else { return }
        for (place, member) in team.supporters.enumerated() {
            let isLate = dice.number(in: 1...12) == 1
            if isLatest, isLate || place == 0 { continue }
            let day = min(isLate ? late : submission, today)
            set(day, agency)
            let staff = try await staff(member, of: agency)
            for _ in 0..<dice.number(in: 3...16) {
                let answers = DemonstrationContacts.answers(
                    for: agency.policy.contactForm, in: month, until: month.days.last ?? day, &dice)
                _ = try await programmes.recordContact(answers, in: month, by: staff).made("a contact")
            }
            _ = try await programmes.submitSheet(month, by: staff).made("a sheet")
        }
        guard !isLatest, publication <= today else { return }
        set(publication, agency)
        let coordinator = try await staff(team.publisher, of: agency)
        try await publish(by: coordinator)
    }

    /// Every release that waits, the earliest first, a month's before those of longer times.
    private func publish(by coordinator: Staff) async throws {
        let waiting = try await programmes.releaseStandings(by: coordinator)
            .filter { $0.status != .published && coordinator.isPreparer(of: $0.release) }
            .sorted { ($0.period.lastMonth, $0.period.length.months) < ($1.period.lastMonth, $1.period.length.months) }
        for standing in waiting {
            try await programmes.publishFigures(standing.release, standing.period, by: coordinator)?
                .made("figures of \(standing.period.text)")
        }
    }

    /// The present month has begun: the demonstration's supporter has counted a few contacts.
    private func beginMonth(_ today: Day, of agency: Agency, _ team: DemonstrationTeam) async throws {
        guard let member = team.supporters.first else { return }
        var dice = PersonnelRandom(seed: seed)
        let staff = try await staff(member, of: agency)
        for month in [today.month.previous, today.month] {
            for _ in 0..<9 {
                let until = month == today.month ? today : month.days.last ?? today
                let answers = DemonstrationContacts.answers(
                    for: agency.policy.contactForm, in: month, until: until, &dice)
                _ = try await programmes.recordContact(answers, in: month, by: staff).made("a contact")
            }
        }
    }

    private func set(_ day: Day, _ agency: Agency) {
        clock.set(min(agency.calendar.start(of: day).adding(seconds: 10 * 3600), now))
    }

    /// The member at work now, in a session of that moment: the demonstration lives many days. A seat gives another role, and with it
    /// perhaps shorter sessions, so what they hold is asked for each time.
    func staff(_ member: DemonstrationTeam.Member, of agency: Agency) async throws -> Staff {
        let now = clock.now
        let session = SessionKey()
        let staff = try await programmes.database.write { [programmes] transaction in
            let holdings = try transaction.holdings(of: member.account, agency: agency.id).map(\.holding)
            try transaction.beginSession(
                session, of: member.account, in: agency, key: member.key, holdings: holdings,
                owesSecondFactor: false, at: now)
            return try programmes.staff(of: session, with: member.key, at: now, transaction)
        }
        guard let staff else { throw DemonstrationFault(what: "a session") }
        return staff
    }
}

extension DemonstrationMaking.Made {
    /// Whoever signs in by the name of that role, at work now.
    func staff(_ role: RoleID?) async throws -> Staff {
        guard let member = role.flatMap({ team.byRole[$0] }) else { throw DemonstrationFault(what: "a role") }
        return try await making.staff(member, of: agency)
    }

    /// Everybody goes home: nobody is signed in where the demonstration begins.
    func endSessions() async throws {
        let accounts = (team.supporters + team.byRole.values).map(\.account)
        try await making.programmes.database.write { transaction in
            for account in accounts { try transaction.deleteSessions(of: account, agency: agency.id) }
        }
    }
}
