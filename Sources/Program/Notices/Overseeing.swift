extension PolicyPack {
    /// The roles that see what the programme's notices wait for: whoever keeps the call-out list, and whom they report to.
    package var noticeOverseers: Set<RoleID> {
        let keepers = Set(roles(with: .keepRoster).map(\.id))
        return keepers.union(governance.reporting.filter { keepers.contains($0.from) }.map(\.to))
    }

    /// The roles whose word supporters answer in the pack's time (SAC-II.D.3.f).
    package var answeredInTime: Set<RoleID> { Set(availability.acknowledgement?.noticesOf ?? []) }

    /// The roles that may name a designee: those whose designee the pack lets be told or reported to.
    package var rolesWithDesignee: Set<RoleID> {
        let told = confidentiality.exceptions.flatMap(\.recipients).filter(\.designeeAllowed).compactMap(\.who.role)
        return Set(told + governance.reporting.filter(\.designeeAllowed).map(\.to))
    }

    /// The clauses that let that role have a designee.
    package func designeeClauses(of role: RoleID) -> [ClauseID] {
        let exceptions = confidentiality.exceptions.filter { exception in
            exception.recipients.contains { $0.designeeAllowed && $0.who.role == role }
        }
        let reporting = governance.reporting.filter { $0.designeeAllowed && $0.to == role }
        return Set(exceptions.flatMap(\.basis.clauses) + reporting.flatMap(\.basis.clauses)).sorted()
    }
}
