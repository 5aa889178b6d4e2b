/// Someone who could be asked: an account of the team or of the last resort, with what the directory says of its person.
package struct Candidate: Sendable, Equatable {
    package let account: String
    /// Nothing for an outside professional.
    package let unit: String?
    package let rank: String?
    /// Whether the person may investigate or discipline others.
    package let investigates: Bool
    /// Whether the person stands above or below the seeker, as far as the seeker said who they are.
    package let isInChain: Bool

    package init(account: String, unit: String?, rank: String?, investigates: Bool, isInChain: Bool) {
        self.account = account
        self.unit = unit
        self.rank = rank
        self.investigates = investigates
        self.isInChain = isInChain
    }
}

extension RequestRules {
    /// Whether the system itself knows of nothing that bars this candidate, whoever asks (OCP-II.C).
    package func mayBeOffered(_ candidate: Candidate) -> Bool { !(barsInvestigators && candidate.investigates) }

    /// Who must not be offered the request, and who last: the beginning of its record.
    ///
    /// - Parameter today: the day of asking, which an inquiry alone keeps.
    package func record(of ask: Ask, among candidates: [Candidate], on today: Day) -> RequestRecord {
        let isLastResort = chainOfCommand?.handling == .lastResortWithPrompt && ask.unwanted.chainAsLastResort
        let named = candidates.filter(ask.unwanted.names).map(\.account)
        let chain = candidates.filter(\.isInChain).map(\.account)
        // Whoever the seeker chose stays chosen, above or below them or not.
        let barred = Set(named + (isLastResort ? [] : chain)).subtracting(ask.wanted)
        return RequestRecord(
            barred: barred.union(ask.unwanted.accounts),
            chain: isLastResort ? Set(chain).subtracting(barred).subtracting(ask.wanted) : [],
            chosenAcross: Set(chain).intersection(ask.wanted),
            groups: ask.unwanted.namesGroups
                ? UnwantedGroups(
                    units: ask.unwanted.units, ranks: ask.unwanted.ranks, besides: Set(ask.wanted)) : nil,
            askedOn: isInquiry(ask.origin) ? today : nil)
    }

    /// Whether a request for that person is one discreet approach.
    package func isInquiry(_ person: OriginRule.Person) -> Bool {
        origins.first { $0.person == person }?.handling == .inquiry
    }
}

extension RequestRules {
    /// Who is offered the request, and with which stage. Whoever is not in it never is.
    ///
    /// - Parameters:
    ///   - lastResort: by the place of the pack's step: those who may take a request themselves when it comes to them.
    ///   - wanted: those the seeker would like.
    package func waves(
        team: [Candidate], lastResort: [Int: [Candidate]], wanted: [String], record: RequestRecord
    ) -> [String: Stage] {
        var waves: [String: Stage] = [:]
        func offer(_ candidates: [Candidate], with stage: Stage) {
            for candidate in candidates where mayBeOffered(candidate) && !record.leavesOut(candidate) {
                let isChain = record.chain.contains(candidate.account)
                if waves[candidate.account] == nil { waves[candidate.account] = isChain ? .chain : stage }
            }
        }
        offer(team.filter { wanted.contains($0.account) }, with: .preferred)
        offer(team, with: .everyone)
        for (place, candidates) in lastResort.sorted(by: { $0.key < $1.key }) { offer(candidates, with: .step(place)) }
        return waves
    }
}

extension PolicyPack {
    /// The roles that take requests themselves when the escalation comes to them, by the place of their step.
    package var lastResortRoles: [Int: RoleID] {
        Dictionary(
            uniqueKeysWithValues: escalation.steps.enumerated().compactMap { place, step in
                guard case .role(let role) = step.to, self.role(role)?.powers.contains(.takeRequests) == true else {
                    return nil
                }
                return (place, role)
            })
    }
}

extension RequestRecord {
    /// Whether the candidate is not offered it: by name, or by the unit or rank that the directory gives them today (KSO-I.1.a).
    package func leavesOut(_ candidate: Candidate) -> Bool {
        barred.contains(candidate.account) || groups?.hold(candidate) == true
    }
}

extension UnwantedGroups {
    fileprivate func hold(_ candidate: Candidate) -> Bool {
        !besides.contains(candidate.account) && candidate.belongs(to: units, or: ranks)
    }
}

extension Unwanted {
    /// Whether the seeker named the candidate, their unit or their rank.
    fileprivate func names(_ candidate: Candidate) -> Bool {
        accounts.contains(candidate.account) || candidate.belongs(to: units, or: ranks)
    }
}

extension Candidate {
    fileprivate func belongs(to units: [String], or ranks: [String]) -> Bool {
        unit.map(units.containsName) == true || rank.map(ranks.containsName) == true
    }
}

extension [String] {
    /// Whether one of them is the same name, capital letters and spaces around it aside.
    package func containsName(_ name: String) -> Bool { contains { $0.sameName == name.sameName } }
}

extension String {
    fileprivate var sameName: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}
