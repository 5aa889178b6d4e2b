import Program
import Sealing
import Store

extension DemonstrationMaking {
    /// An opening where the policy recruits, and an applicant at each step of the selection. The first can sign in, as `applicant`.
    func applications(
        of agency: Agency, from people: [ListedPerson], _ team: DemonstrationTeam, on today: Day
    ) async throws {
        let policy = agency.policy
        if let poster = policy.posters.lazy.compactMap({ team.byRole[$0] }).first, let until = today.adding(days: 21) {
            _ = try await programmes.postOpening(
                from: today.adding(days: -9) ?? today, until: until,
                words: "We look for colleagues who listen well and keep what they hear to themselves.",
                by: try await staff(poster, of: agency))?.made("an opening")
        }
        guard let role = policy.supporterRoles.first else { return }
        let free = try await programmes.database.read { transaction in
            var free: [ListedPerson] = []
            let inOrder = people.enumerated().map {
                (
                    distance: DemonstrationCasting.distance(of: $0.element, under: policy, team), at: $0.offset,
                    $0.element
                )
            }.sorted { ($0.distance, $0.at) < ($1.distance, $1.at) }.map(\.2)
            for person in inOrder where free.count < policy.selection.steps.count {
                guard Demonstration.mayBeCast(person, as: role.id, under: policy, from: today),
                    try transaction.accounts(ofPerson: person.id, agency: agency.id).isEmpty
                else { continue }
                free.append(person)
            }
            return free
        }
        for (place, person) in zip(policy.selection.steps.indices, free) {
            try await apply(person, at: place, of: agency, team, on: today)
        }
    }

    /// Somebody applies, and everything before that step is done by the office whose it is.
    private func apply(
        _ person: ListedPerson, at place: Int, of agency: Agency, _ team: DemonstrationTeam, on today: Day
    ) async throws {
        let policy = agency.policy
        let login = place == 0 ? "applicant" : "applicant.\(place + 1)"
        let created = try await programmes.createAccount(
            NewAccount(
                login: login, name: "\(person.record.givenName) \(person.record.familyName)",
                employeeNumber: person.record.employeeNumber), in: agency
        ).made("an applicant's account")
        if place == 0 {
            _ = try await programmes.enrol(
                agency: agency, login: login, code: created.enrolmentCode.text, passphrase: Demonstration.passphrase
            ).made("an applicant's enrolment")
        }
        let papers = Dictionary(
            policy.papersOfApplication.map { ($0, "I would like to be there for colleagues, as somebody was for me.") },
            uniquingKeysWith: { first, _ in first })
        let id = try await programmes.apply(
            WrittenApplication(papers: papers, isPreferred: place.isMultiple(of: 2)),
            by: try await applicant(created.id, login: login, isEnrolled: place == 0, of: agency)
        ).made("an application")
        let before = policy.selection.steps.prefix(place).dropFirst()
        let through = policy.selection.steps.prefix(place == 0 ? 0 : 1).filter { _ in policy.hasApplicationsThrough }
        try await programmes.database.write { transaction in
            try transaction.insert(
                (through + before).map { step in
                    StepEntry(
                        step: step.id, part: .whole,
                        by: policy.roles(in: step).lazy.compactMap { team.byRole[$0] }.first?.account,
                        on: today)
                }, ratings: [:], of: id)
        }
    }

    /// The applicant at work now. The key of one who never signs in lives only as long as the making.
    private func applicant(_ account: String, login: String, isEnrolled: Bool, of agency: Agency) async throws -> Staff
    {
        let now = clock.now
        if isEnrolled,
            case .signedIn(let session, _) = try await programmes.signIn(
                agency: agency, login: login, passphrase: Demonstration.passphrase),
            let staff = try await programmes.staff(session: session)
        {
            return staff
        }
        let (session, key) = (SessionKey(), AccountKey())
        let staff = try await programmes.database.write { [programmes] transaction in
            try transaction.beginSession(
                session, of: account, in: agency, key: key, holdings: [], owesSecondFactor: false, at: now)
            return try programmes.staff(of: session, with: key, at: now, transaction)
        }
        guard let staff else { throw DemonstrationFault(what: "an applicant's session") }
        return staff
    }
}
