import Program

/// Who of an invented directory may play which role, the most fitting first.
struct DemonstrationCasting {
    /// Whoever signs in by this name, where the policy has such a role, has people of their own, some of whom apply.
    static let supervisor = RoleID("supervisor")

    /// Everybody, by employee number.
    let people: [ListedPerson]
    /// Who may play a member of the team.
    let castable: [ListedPerson]
    /// The role of the team.
    let keeper: RoleID
    let policy: PolicyPack

    /// The roles that endorse applicants of their own division.
    private var endorsers: [RoleID] { policy.endorsers }

    /// The people for a role, in the order in which they are asked.
    func turns(for role: RoleRule, at place: Int) -> [ListedPerson] {
        if endorsers.contains(role.id) { return headsOfDivisions }
        if role.id == Self.supervisor { return supervisors }
        if policy.seatsOnlyThoseAboveNobody(role.id) { return castable.reversed() }
        let pool = role.id == keeper ? castable : role.hasArea ? headsOfAreas : heads
        return pool.indices.map { pool[(place + $0) % pool.count] }
    }

    private var heads: [ListedPerson] { people.filter(\.record.isSupervisor) }

    private var headsOfAreas: [ListedPerson] {
        let ofAreas = heads.filter { $0.record.area != nil }
        return ofAreas.isEmpty ? heads : ofAreas
    }

    /// Whoever is above everybody else of a division; first of the one from which most may join.
    private var headsOfDivisions: [ListedPerson] {
        let divisions = Dictionary(
            people.map { ($0.record.employeeNumber, $0.record.division) }, uniquingKeysWith: { first, _ in first })
        let joining = Dictionary(grouping: castable, by: \.record.division).mapValues(\.count)
        return heads.filter { head in
            head.record.supervisor.flatMap { divisions[$0] } != head.record.division
                && joining[head.record.division] != nil
        }
        .sorted { one, other in
            let (first, second) = (joining[one.record.division] ?? 0, joining[other.record.division] ?? 0)
            return (second, one.record.employeeNumber) < (first, other.record.employeeNumber)
        }
    }

    /// Immediate supervisors of people who may join, in the division whose head endorses them; first the one of most.
    private var supervisors: [ListedPerson] {
        let division = endorsers.isEmpty ? nil : headsOfDivisions.first?.record.division
        let reports = Dictionary(grouping: castable.filter { division == nil || $0.record.division == division }) {
            $0.record.supervisor ?? ""
        }.mapValues(\.count)
        return heads.filter { reports[$0.record.employeeNumber] != nil }
            .sorted { one, other in
                let (first, second) = (
                    reports[one.record.employeeNumber] ?? 0, reports[other.record.employeeNumber] ?? 0
                )
                return (second, one.record.employeeNumber) < (first, other.record.employeeNumber)
            }
    }

    /// Whether somebody would apply where the demonstration's own offices can take every step: low numbers fit best.
    static func distance(of person: ListedPerson, under policy: PolicyPack, _ team: DemonstrationTeam) -> Int {
        let commanders = policy.endorsers.compactMap { team.byRole[$0]?.person.division }
        let isCommanded = commanders.isEmpty || commanders.contains(person.record.division)
        let supervisor = team.byRole[supervisor]?.person.employeeNumber
        let isSupervised = supervisor == nil || supervisor == person.record.supervisor
        return (isCommanded ? 0 : 2) + (isSupervised ? 0 : 1)
    }
}

extension PolicyPack {
    /// Whether the role is that of a committee whose seats are for employees without supervisory duties.
    fileprivate func seatsOnlyThoseAboveNobody(_ role: RoleID) -> Bool {
        governance.committees.contains { committee in
            committee.memberRole == role
                && committee.seats.contains { seat in
                    switch seat.qualification {
                    case .nonSupervisoryEmployee: true
                    case .activeSupporter, .administrator, .swornEmployee, .civilianEmployee,
                        .associationRepresentative,
                        .employeeOrganisation, .lawEnforcementCounsellor, .lawEnforcementChaplain,
                        .licensedMentalHealthProfessional, .unspecified:
                        false
                    }
                }
        }
    }

    /// The roles that endorse applicants of their own division.
    var endorsers: [RoleID] {
        selection.steps.compactMap { step in
            if case .endorsement(let role) = step.act { role } else { nil }
        }
    }
}
