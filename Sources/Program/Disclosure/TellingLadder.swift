/// Who is asked when nobody answers a notice of a disclosure: the same office a few times, whoever stands in for its holder with it, then
/// the next one in its place. Nobody is asked for ever while others could answer; at the end the supporter knows whom to call.
package struct TellingLadder: Sendable, Equatable {
    /// Those who answer in the place of the first, in this order.
    package let offices: [RoleID]
    /// How many times an office is asked before the next one is.
    package let times: Int

    package init(offices: [RoleID], times: Int) {
        self.offices = offices
        self.times = max(1, times)
    }

    /// Where it has come to after so many announcements to the first office: how many of ``offices`` are asked by now; one more than
    /// there are once nobody is left.
    package func reached(after announcements: Int) -> Int { min(max(0, announcements / times), offices.count + 1) }

    /// Whom an announcement brings in. Where nobody holds an office the next one is asked with it; whoever was asked before is not
    /// asked anew.
    ///
    /// - Parameters:
    ///   - reached: how far it has come, from 1; 0 brings nobody.
    ///   - isHeld: whether there is anybody in that office to answer.
    package func asked(at reached: Int, isHeld: (RoleID) throws -> Bool) rethrows -> Brought {
        guard reached > 0 else { return Brought(offices: [], isNobodyLeft: false) }
        var brought: [RoleID] = []
        for (place, office) in offices.enumerated() {
            brought.append(office)
            if place + 1 >= reached, try isHeld(office) { return Brought(offices: brought, isNobodyLeft: false) }
        }
        return Brought(offices: brought, isNobodyLeft: true)
    }

    package struct Brought: Sendable, Equatable {
        package let offices: [RoleID]
        package let isNobodyLeft: Bool
    }
}

extension DisclosureException {
    /// Who is asked when nobody answers that notice; nothing for one that asks nobody else.
    package func ladder(of notice: Notice, under policy: PolicyPack) -> TellingLadder? {
        let telling = policy.telling
        switch notice.kind.row.unanswered {
        case .nobodyElse: return nil
        case .nextOffice:
            let told = Set(recipients.compactMap(\.who.role) + [notice.answersFor].compactMap { $0 })
            return TellingLadder(
                offices: telling.thenAsked.value.filter { !told.contains($0) }, times: telling.times.value.number)
        case .whomToTell:
            return notice.tells.map { TellingLadder(offices: [$0], times: telling.times.value.number) }
        }
    }
}

extension Notice {
    /// The notice by which an office is asked in the place of this one's.
    package func standingIn(_ office: RoleID, everyMinutes: Int, at now: Instant) -> NewNotice {
        NewNotice(
            kind: kind == .followOn ? .disclosure : .standsIn, to: .role(office),
            due: now.adding(seconds: Int64(everyMinutes) * 60), repeats: true, about: about, under: clauses,
            from: from, tells: kind == .followOn ? nil : answersFor, everyMinutes: everyMinutes, isUrgent: true)
    }

    /// The notice by which the supporter learns that nobody answers, and whom to call.
    package func nobodyAnswers(_ supporter: String, everyMinutes: Int) -> NewNotice {
        NewNotice(
            kind: .nobodyAnswers, to: .account(supporter), repeats: true, about: about, under: clauses,
            tells: answersFor, everyMinutes: everyMinutes, isUrgent: true)
    }

    /// What becomes of another notice of the same disclosure once this one is answered.
    package func effect(on other: Notice) -> Effect {
        let tellTheSame = kind.row.sequel == .disclosureKnown && other.kind.row.sequel == .disclosureKnown
        guard other.isOpen, other.id != id, tellTheSame, let office = answersFor, other.answersFor == office else {
            return .none
        }
        if other.kind == .standsIn { return .withdrawn }
        return kind == .standsIn ? .answered : .none
    }

    package enum Effect: Sendable {
        case none
        /// Somebody answered in its place.
        case answered
        /// Nobody has to answer in that place any more.
        case withdrawn
    }
}

extension [Notice] {
    /// Whether its supporter was told that nobody answers for that office: everybody was asked who could.
    package func isUnanswered(_ office: RoleID?) -> Bool {
        contains { $0.isOpen && $0.kind == .nobodyAnswers && $0.tells == office }
    }

    /// Those of a disclosure that tell its supporter so, of offices for which nobody is waited for any more.
    package var overOnceKnown: [Notice] {
        let waiting = Set(filter { $0.isOpen && $0.kind.row.sequel == .disclosureKnown }.compactMap(\.answersFor))
        return filter { last in
            last.isOpen && last.kind == .nobodyAnswers && !(last.tells.map(waiting.contains) ?? false)
        }
    }

    /// Whether somebody in that office was asked already by a notice like that.
    package func holds(_ notice: NewNotice) -> Bool {
        contains { $0.kind == notice.kind && $0.to == notice.to && $0.tells == notice.tells }
    }
}
