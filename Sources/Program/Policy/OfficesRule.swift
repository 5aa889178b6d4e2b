/// Which offices check each other, so that no person holds two of them, and who says the second yes to whoever is to hold one.
///
/// Where a pack is silent, the offices that check whoever keeps the accounts are apart all the same: whoever is told of a disclosure,
/// whoever has a last word, and each signature of one paper from the others. The rule adds to that, or says with a reason what one
/// person may hold all the same.
package struct OfficesRule: PolicyValue {
    /// Offices of which one person holds one.
    package let apart: [OfficeGroup]
    /// Offices that one person may hold, though they would be apart where nothing is said.
    package let together: [OfficeGroup]
    /// Who says the second yes to an appointment to one of these offices and to its end. They are given with a second yes too.
    package let confirmedBy: Rule<[RoleID]>
    /// Who reads what the office was told before its present holder came.
    package let earlierDisclosures: Rule<EarlierDisclosures>

    package enum EarlierDisclosures: String, PolicyWord {
        /// Whoever was told, and nobody who comes after them.
        case stayWithWhoWasTold
        /// Whoever holds the office.
        case goWithTheOffice
    }
}

/// Offices that belong to one rule.
package struct OfficeGroup: PolicyValue {
    /// Two or more.
    package let offices: [RoleID]
    package let basis: Basis

    package init(offices: [RoleID], basis: Basis) {
        self.offices = offices
        self.basis = basis
    }
}
