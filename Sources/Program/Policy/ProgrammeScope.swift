/// Whom the programme is for and how far it reaches.
package struct ProgrammeScope: PolicyValue {
    /// Who may seek support. The request form offers these and no other.
    package let seekers: [SeekerRule]
    /// Support of other departments' personnel; nothing where the source does not speak of it.
    package let otherDepartments: Rule<Permission>?
    /// Support of the community in critical incidents.
    package let community: Rule<CommunityScope>
    /// What the programme sets out to do, for the public page and the handbook.
    package let objectives: [RuledItem]
    /// Whether the pack's rules bind or are where an agency starts from (IACP-1.2).
    package let standing: Rule<Standing>

    package enum Permission: String, PolicyWord {
        case allowed, refused
    }

    package enum CommunityScope: String, PolicyWord {
        case refused
        /// In critical incidents only, counted apart from the agency's own.
        case criticalIncidents
    }

    package enum Standing: String, PolicyWord {
        case binding
        /// Every rule may be tightened, loosened or dropped by the agency's own pack.
        case startingPoint
    }
}

/// One kind of person who may seek support.
package struct SeekerRule: PolicyValue {
    package let kind: SeekerKind
    package let basis: Basis
}

/// Who a seeker says they are to the agency.
package enum SeekerKind: String, PolicyWord {
    case employee, volunteer, family, retired
    /// Whom the programme of another agency is for, with which there is an agreement on lending. No pack lists it among its seekers: it
    /// comes and goes with the agreement.
    case partner

    /// What a pack may list.
    package static let allCases: [SeekerKind] = [.employee, .volunteer, .family, .retired]
}
