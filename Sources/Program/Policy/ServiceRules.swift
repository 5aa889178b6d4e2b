/// One service beside support, such as help with a funeral.
package struct ServiceRule: PolicyValue {
    package let id: String
    package let label: String
    /// What an assignment of it says besides its day and hours; nothing where the pack is silent.
    package let tells: Telling?
    package let basis: Basis

    package enum Telling: String, PolicyWord {
        /// Where it is, in few words.
        case place
        /// Whose name it is about, sealed to whoever opens assignments and to the members assigned, and destroyed at its end.
        case person
    }
}

/// Assignments of services: opened by a role, taken on by members who volunteer. Passing counts against nobody.
package struct ServiceAssignmentRule: PolicyValue {
    package let assignedBy: RoleID
    package let basis: Basis
}
