/// How the programme is made known, and how it hears back.
package struct AwarenessRules: PolicyValue {
    package let promotedBy: RoleID
    package let activities: [RuledItem]
    /// How often something is done to make the programme known, at the least; nothing where the policy sets no time.
    package let activityEvery: Rule<Period>?
    package let materials: [MaterialRule]
    package let partners: [RuledItem]
    /// Training in peer support for people who are not on the team; counted.
    package let trainingForAll: Rule<Strength>?
    package let orientation: OrientationRule?
    package let equipment: EquipmentRule?
    package let feedback: FeedbackRule?
    /// The card by which members show that they are of the team; nothing where the policy asks for none.
    package let idCard: IDCardRule?
    /// Who keeps the library; whoever promotes the programme where the policy is silent.
    package let library: LibraryRule?
}

/// Something printed or shown, made from the pack and the live roster.
package struct MaterialRule: PolicyValue {
    /// What it is.
    package let kind: Kind
    package let title: String
    package let basis: Basis

    package enum Kind: String, PolicyWord {
        case publicPage, brochure, poster, posting, roster, handbook, idCard
        /// A card or link to pass on; nothing about the encouraged person is kept.
        case encouragementCard
        case supervisorPage
        /// What everybody in the agency learns of the programme and its limits (IACP-6.3, OCP-II.B.6).
        case orientation
    }
}

/// Peer support orientation for new employees, found through the personnel import.
package struct OrientationRule: PolicyValue {
    package let withinDays: Days
    package let basis: Basis
}

/// The register of equipment and materials, with issue and return.
package struct EquipmentRule: PolicyValue {
    package let keptBy: RoleID
    package let basis: Basis
}

/// The printed card by which a member shows that they are of the team. Whoever reads its check code learns whether it is current, and
/// not whose it is.
package struct IDCardRule: PolicyValue {
    package let madeBy: RoleID
    /// How long a card is current after it was made, as long as its holder is a member.
    package let validMonths: Months
    package let basis: Basis
}

/// The library: handouts, files and links for everybody.
package struct LibraryRule: PolicyValue {
    package let keptBy: RoleID
    package let basis: Basis
}

/// What supporters say to the coordinator, with a reply.
package struct FeedbackRule: PolicyValue {
    package let to: RoleID
    /// Whether a supporter may leave out the name.
    package let mayBeAnonymous: Bool
    package let topics: [Item]
    /// Days after the answer, or after it was given where there is none, until it is destroyed; a year where the pack is silent.
    package let keptDays: RetentionDays?
    package let basis: Basis
}
