import Program
import Sealing
import Store

/// The accounts of one invented agency.
struct DemonstrationTeam {
    struct Member {
        let account: String
        let login: String
        let name: String
        let person: PersonRecord
        let key: AccountKey
    }

    /// The first few are enrolled: the demonstration's own supporter, and colleagues to hand a request to.
    var supporters: [Member] = []
    let publisher: Member
    let rosterKeeper: Member
    /// Whoever signs in by the name of the role.
    let byRole: [RoleID: Member]

    /// How many supporters have a passphrase and go by names of their own.
    static let enrolled = 6
    /// How many of those after them have one where there is a committee: enough for its ballots to carry. They are the first to be
    /// offered its seats.
    static let ofCommittees = 2
}

extension Demonstration {
    /// Whether somebody of the directory can play a supporter: of the kind of people that the pack takes, above nobody, and with no work
    /// that would keep requests from them, for they are there to be asked.
    package static func mayBeCast(
        _ person: ListedPerson, as role: RoleID, under policy: PolicyPack, from day: Day
    ) -> Bool {
        !person.record.isSupervisor && !person.record.investigates
            && policy.mayBeOfTeam(role, MemberStanding(person), from: day) == nil
    }
}

extension DemonstrationMaking {
    /// Accounts for every role of the pack, each with a login, and for as many supporters as the plan says.
    func team(of agency: Agency, from people: [ListedPerson], since day: Day) async throws -> DemonstrationTeam {
        let policy = agency.policy
        guard let keeper = policy.roles(with: .keepStatSheet).first,
            let publishing = policy.roles(with: .publishSummary).first,
            let keeping = policy.roles(with: .keepRoster).first
        else { throw DemonstrationFault(what: "roles") }
        let casting = DemonstrationCasting(
            people: people,
            castable: people.filter { Demonstration.mayBeCast($0, as: keeper.id, under: policy, from: day) },
            keeper: keeper.id, policy: policy)
        let others = casting.castable
        var named: [RoleID: DemonstrationTeam.Member] = [:]
        var taken: Set<String> = []
        for (place, role) in policy.roles.enumerated() {
            // Each role is another person's: some check others.
            let turns = casting.turns(for: role, at: place)
            guard
                let person = turns.first(where: {
                    !taken.contains($0.record.employeeNumber) && role.mayBeGiven(toRank: $0.record.rank) == nil
                })
            else {
                throw DemonstrationFault(what: "people enough")
            }
            taken.insert(person.record.employeeNumber)
            named[role.id] = try await member(role, login: role.id.text, person, agency, since: day)
        }
        guard let first = named[keeper.id], let publisher = named[publishing.id],
            let rosterKeeper = named[keeping.id]
        else { throw DemonstrationFault(what: "roles") }
        var team = DemonstrationTeam(
            supporters: [first], publisher: publisher, rosterKeeper: rosterKeeper, byRole: named)
        let step = max(others.count / plan.supporters, 1)
        let ofCommittees = policy.governance.committees.isEmpty ? 0 : DemonstrationTeam.ofCommittees
        for place in 1..<plan.supporters {
            let person = others[(place * step + 1) % others.count]
            team.supporters.append(
                try await member(
                    keeper, login: Demonstration.supporterLogin(place), person, agency, since: day,
                    hasLogin: place < DemonstrationTeam.enrolled + ofCommittees))
        }
        return team
    }

    /// An account with its role. One without a login waits for its enrolment, as accounts do; its key lives only as long as
    /// the making.
    private func member(
        _ role: RoleRule, login: String, _ person: ListedPerson, _ agency: Agency, since day: Day,
        hasLogin: Bool = true
    ) async throws -> DemonstrationTeam.Member {
        let name = "\(person.record.givenName) \(person.record.familyName)"
        let new = NewAccount(login: login, name: name, employeeNumber: person.record.employeeNumber)
        let created = try await programmes.createAccount(new, in: agency).made("an account")
        // A directory that names no areas takes any name for one.
        let ownArea = agency.policy.endorsers.contains(role.id) ? person.record.division : person.record.area ?? "North"
        let area = role.hasArea ? ownArea : nil
        let holding = Holding(role: role.id, area: area, startsOn: day, until: nil)
        let appointment = Appointment(account: created.id, holding: holding)
        guard let given = try await programmes.appointAsOperator(appointment, in: agency) else {
            throw DemonstrationFault(what: "an appointment")
        }
        _ = try given.made("an appointment")
        let key = hasLogin ? try await enrol(created, login: login, agency) : AccountKey()
        return DemonstrationTeam.Member(
            account: created.id, login: login, name: name, person: person.record, key: key)
    }

    /// Enrols the account as its owner would, and sets the second factor up where the role asks for one.
    private func enrol(_ created: CreatedAccount, login: String, _ agency: Agency) async throws -> AccountKey {
        _ = try await programmes.enrol(
            agency: agency, login: login, code: created.enrolmentCode.text, passphrase: Demonstration.passphrase
        ).made("an enrolment")
        guard
            case .signedIn(let session, let owesSecondFactor) = try await programmes.signIn(
                agency: agency, login: login, passphrase: Demonstration.passphrase),
            let staff = try await programmes.staff(session: session)
        else { throw DemonstrationFault(what: "signing in") }
        if owesSecondFactor { try await setSecondFactor(staff) }
        return staff.key
    }

    func setSecondFactor(_ staff: Staff) async throws {
        _ = try await programmes.setSecondFactor(
            staff, secret: Demonstration.secondFactor, digits: Demonstration.digits(at: clock.now)
        ).made("a second factor")
    }
}
