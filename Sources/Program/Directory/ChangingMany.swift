// A directory that moves many people about on one day, or takes the role from several, is most often set wrongly: a column that was mixed
// up, or a reorganisation that somebody should look at first.

extension PersonnelColumn {
    /// Whether rules of the programme go by it: who may be of the team, who is asked, who endorses, whose coordinator somebody has.
    package var isGoneBy: Bool {
        switch self {
        case .unit, .division, .shift, .rank, .classification, .isSupervisor, .supervisor, .hiredOn, .area,
            .investigates:
            true
        case .employeeNumber, .givenName, .familyName, .email, .phone, .costCentre, .memorandum, .retiresOn:
            false
        }
    }
}

extension PersonChange {
    /// Whether it changes what rules go by, of somebody who is with the agency.
    package var isMove: Bool { !isBack && values.contains { $0.column.isGoneBy } }
}

/// What a directory has changed at an agency on one day, of what rules go by.
package struct ChangesOfDay: Sendable, Equatable {
    /// How many people it changed.
    package let people: Int
    /// How many of them lost a role or a seat by it.
    package let losing: Int
    /// Whether whoever manages people has let this day's changes through.
    package let areAllowed: Bool

    package init(people: Int, losing: Int, areAllowed: Bool) {
        self.people = people
        self.losing = losing
        self.areAllowed = areAllowed
    }

    /// What keeps one more from being changed, if anything.
    ///
    /// - Parameters:
    ///   - losesRole: whether a role or a seat of theirs ends by it.
    ///   - present: how many are with the agency.
    package func hindrance(losesRole: Bool, of present: Int) -> Hindrance? {
        if areAllowed { return nil }
        if losesRole, losing + 1 > DirectoryUpdate.endsUnasked { return .manyRoles }
        if people + 1 > DirectoryUpdate.endsUnasked, (people + 1) * 10 > present { return .manyPeople }
        return nil
    }

    package enum Hindrance: Sendable, Equatable {
        case manyRoles
        case manyPeople
    }
}
