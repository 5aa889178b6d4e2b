/// Something that a programme promises by its pack, and nobody is there for.
package enum Vacancy: Sendable, Hashable {
    /// Nobody could open a request: there is no supporter, and nobody to whom the escalation comes takes one. The programme is
    /// closed for asking.
    case takesNoRequests
    /// Nobody takes requests.
    case noSupporter
    /// A request or a call-out that nobody took goes to that role, and nobody holds it.
    case noLastResort(RoleID)
    /// A disclosure has to be told to that role, and nobody holds it.
    case nobodyTold(RoleID)
    /// Somebody holds the role that is told or comes last, and none of its holders has a way to be reached.
    case nobodyReachable(RoleID)
    /// Somebody is promised on that call-out list just now, and nobody is there.
    case nobodyOnCall(RosterList.Kind)
    /// Activating supporters after hours waits for that role's yes, and nobody holds it.
    case nobodyApproves(RoleID)
    /// Stat sheets go to that role, and nobody holds it.
    case nobodyReceivesSheets(RoleID)
    /// Nobody keeps the call-out lists.
    case noRosterKeeper
    /// Nobody keeps accounts.
    case noKeeper
    /// One alone keeps accounts: whoever they lock out, themselves too, waits for whoever runs the server.
    case noSecondKeeper
}

extension PolicyPack {
    /// What nobody is there for at that moment.
    ///
    /// - Parameters:
    ///   - lists: every call-out list of the agency. Between them they have everybody who has enrolled, by role.
    ///   - reachable: the accounts with a way that works.
    package func vacancies(
        lists: [RosterList], reachable: Set<String>, on today: Day, at now: Instant
    ) -> [Vacancy] {
        let holders = Self.holders(lists, on: today)
        let last = escalation.steps.compactMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        let lastResorts = Set(last + [callOutEndsAt].compactMap { $0 })
        let needed = lastResorts.union(officesToldOfDisclosures)
        func inOrder(_ roles: Set<RoleID>) -> [RoleID] { self.roles.map(\.id).filter(roles.contains) }
        func isEmpty(_ role: RoleID) -> Bool { holders[role, default: []].isEmpty }

        var vacancies: [Vacancy] = []
        let noSupporter = supporterRoles.allSatisfy { isEmpty($0.id) }
        if noSupporter, lastResortRoles.values.allSatisfy(isEmpty) { vacancies.append(.takesNoRequests) }
        if noSupporter { vacancies.append(.noSupporter) }
        vacancies += inOrder(lastResorts).filter(isEmpty).map(Vacancy.noLastResort)
        vacancies += inOrder(officesToldOfDisclosures).filter(isEmpty).map(Vacancy.nobodyTold)
        vacancies += inOrder(needed).filter { !isEmpty($0) && holders[$0, default: []].isDisjoint(with: reachable) }
            .map(Vacancy.nobodyReachable)
        let approvers = Set(escalation.afterHoursActivation?.approvers ?? [])
        vacancies += inOrder(approvers).filter(isEmpty).map(Vacancy.nobodyApproves)
        vacancies += inOrder([statSheet.receivedBy]).filter(isEmpty).map(Vacancy.nobodyReceivesSheets)
        if roles(with: .keepRoster).allSatisfy({ isEmpty($0.id) }) { vacancies.append(.noRosterKeeper) }
        vacancies += lists.filter { $0.hasGap(at: now) }.map { .nobodyOnCall($0.kind) }
        let keepers = roles(with: .manageAccounts).reduce(into: Set<String>()) {
            $0.formUnion(holders[$1.id, default: []])
        }
        switch keepers.count {
        case 0: vacancies.append(.noKeeper)
        case 1: vacancies.append(.noSecondKeeper)
        default: break
        }
        return vacancies
    }

    private static func holders(_ lists: [RosterList], on today: Day) -> [RoleID: Set<String>] {
        var holders: [RoleID: Set<String>] = [:]
        for (account, holdings) in lists.flatMap(\.holders) {
            for holding in holdings where holding.isHeld(on: today) {
                holders[holding.role, default: []].insert(account)
            }
        }
        return holders
    }
}

extension RosterList {
    /// Whether nobody can be called at that moment although the list promises somebody.
    fileprivate func hasGap(at now: Instant) -> Bool { !gaps(from: now, until: now.adding(seconds: 1)).isEmpty }
}
