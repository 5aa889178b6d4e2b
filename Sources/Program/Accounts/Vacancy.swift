/// Something that a programme promises by its pack, and nobody is there for.
package enum Vacancy: Sendable, Hashable {
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
        if supporterRoles.allSatisfy({ isEmpty($0.id) }) { vacancies.append(.noSupporter) }
        vacancies += inOrder(lastResorts).filter(isEmpty).map(Vacancy.noLastResort)
        vacancies += inOrder(officesToldOfDisclosures).filter(isEmpty).map(Vacancy.nobodyTold)
        vacancies += inOrder(needed).filter { !isEmpty($0) && holders[$0, default: []].isDisjoint(with: reachable) }
            .map(Vacancy.nobodyReachable)
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

extension PolicyPack {
    /// What is missing, in the pack's words for roles and without anybody's name.
    package func words(for vacancy: Vacancy) -> String {
        switch vacancy {
        case .noSupporter: "nobody takes requests: there is no enrolled \(terms.supporter)"
        case .noLastResort(let role): "what nobody took goes to \(title(of: role)), and nobody enrolled holds that role"
        case .nobodyTold(let role): "disclosures are told to \(title(of: role)), and nobody enrolled holds that role"
        case .nobodyReachable(let role): "no holder of \(title(of: role)) has a way to be reached"
        case .nobodyOnCall(let list): "nobody is on call just now on the list \(title(of: list))"
        case .noKeeper: "nobody enrolled keeps accounts"
        case .noSecondKeeper: "one person alone keeps accounts"
        }
    }
}
