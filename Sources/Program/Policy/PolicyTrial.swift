/// Somebody of the programme as they are today, for the question what new rules would change.
package struct TriedHolder: Sendable, Equatable {
    package let account: String
    package let name: String
    package let holdings: [Holding]

    package init(account: String, name: String, holdings: [Holding]) {
        self.account = account
        self.name = name
        self.holdings = holdings
    }
}

/// What a new text of the rules would change, tried on the state of a day. Nothing is kept of it.
package struct PolicyTrial: Sendable, Equatable {
    package let powers: [PowerChange]
    /// Roles that are no more, with the names of those who hold one of them today.
    package let rolesGone: [RoleGone]
    /// Offices and steps that nobody would be there for, and somebody is today.
    package let nobodyThere: [Vacancy]
    /// Those that would be filled, and are not today.
    package let filled: [Vacancy]
    /// Seats of committees that would be short, with how many are missing, where none is today.
    package let seats: [SeatShort]
    /// Members who would lack courses that they do not lack today, with those courses' titles.
    package let outOfCompliance: [Lacking]
    /// Whether what members agree to reads otherwise.
    package let agreementChanges: Bool
    /// Whether a sheet begun from then on has another form.
    package let formChanges: Bool
    /// The smallest count that is shown, before and after, where it changes.
    package let threshold: Change<Int>?

    package struct PowerChange: Sendable, Equatable {
        package let account: String
        package let name: String
        package let gained: [Power]
        package let lost: [Power]
    }

    package struct RoleGone: Sendable, Equatable {
        package let title: String
        package let holders: [String]
    }

    package struct SeatShort: Sendable, Equatable {
        package let committee: String
        package let seat: String
        package let missing: Int

        package init(committee: String, seat: String, missing: Int) {
            self.committee = committee
            self.seat = seat
            self.missing = missing
        }
    }

    package struct Lacking: Sendable, Equatable {
        package let name: String
        package let courses: [String]

        package init(name: String, courses: [String]) {
            self.name = name
            self.courses = courses
        }
    }

    package struct Change<Value: Sendable & Equatable>: Sendable, Equatable {
        package let before: Value
        package let after: Value
    }

    /// Whether people or places are touched at all.
    package var changesNothing: Bool {
        powers.isEmpty && rolesGone.isEmpty && nobodyThere.isEmpty && filled.isEmpty && seats.isEmpty
            && outOfCompliance.isEmpty && !agreementChanges && !formChanges && threshold == nil
    }
}

/// What the two texts come to on the same day, as far as it takes more than the holders to say.
package struct TriedState: Sendable, Equatable {
    package let vacancies: [Vacancy]
    package let seats: [PolicyTrial.SeatShort]
    package let lacking: [PolicyTrial.Lacking]

    package init(vacancies: [Vacancy], seats: [PolicyTrial.SeatShort], lacking: [PolicyTrial.Lacking]) {
        self.vacancies = vacancies
        self.seats = seats
        self.lacking = lacking
    }
}

extension PolicyPack {
    /// What would change if that text were in force today.
    ///
    /// - Parameters:
    ///   - holders: everybody who holds a role today.
    ///   - before: what this pack comes to today.
    ///   - after: what the new one would come to.
    package func trying(
        _ new: PolicyPack, on holders: [TriedHolder], before: TriedState, after: TriedState, day: Day
    ) -> PolicyTrial {
        let changes = holders.compactMap { holder -> PolicyTrial.PowerChange? in
            let now = powers(of: holder.holdings, on: day)
            let then = new.powers(of: holder.holdings, on: day)
            guard now != then else { return nil }
            return PolicyTrial.PowerChange(
                account: holder.account, name: holder.name,
                gained: Power.allCases.filter { then.contains($0) && !now.contains($0) },
                lost: Power.allCases.filter { now.contains($0) && !then.contains($0) })
        }
        let gone = roles.filter { new.role($0.id) == nil }.map { role in
            PolicyTrial.RoleGone(
                title: role.title,
                holders: holders.filter { holder in
                    holder.holdings.contains { $0.role == role.id && $0.isHeld(on: day) }
                }.map(\.name).sorted())
        }
        let smallest = PolicyTrial.Change(
            before: threshold.smallestCount.number, after: new.threshold.smallestCount.number)
        return PolicyTrial(
            powers: changes.sorted { ($0.name, $0.account) < ($1.name, $1.account) }, rolesGone: gone,
            nobodyThere: after.vacancies.filter { !before.vacancies.contains($0) },
            filled: before.vacancies.filter { !after.vacancies.contains($0) },
            seats: after.seats.filter { !before.seats.contains($0) },
            outOfCompliance: after.lacking.filter { !before.lacking.contains($0) },
            agreementChanges: agreementReadsOtherwise(insteadOf: new), formChanges: contactForm != new.contactForm,
            threshold: smallest.before == smallest.after ? nil : smallest)
    }

    /// Whether what members sign reads otherwise by the other pack.
    private func agreementReadsOtherwise(insteadOf new: PolicyPack) -> Bool {
        if agreement.items.map(\.label) != new.agreement.items.map(\.label) { return true }
        if agreement.title != new.agreement.title || agreement.includes != new.agreement.includes { return true }
        if agreement.consequences?.value != new.agreement.consequences?.value { return true }
        return agreement.includes.contains { part in
            switch part {
            case .exceptions: confidentiality.exceptions.map(\.label) != new.confidentiality.exceptions.map(\.label)
            case .leave: membership.inactivity != new.membership.inactivity
            case .removalGrounds: membership.removal.grounds.map(\.label) != new.membership.removal.grounds.map(\.label)
            case .advisement: confidentiality.advisement != new.confidentiality.advisement
            }
        }
    }
}
