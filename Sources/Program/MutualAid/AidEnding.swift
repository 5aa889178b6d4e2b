/// What both agencies are told of the last day of an agreement.
package enum AidEnding: Sendable, Equatable {
    /// It is near.
    case ahead
    /// It is over, so the agreement holds no more.
    case over
}

extension AidAgreement {
    /// How many days before its last day both agencies are told, and for how long after it. No policy has a number for it, so this is ours.
    package static let daysOfNotice = 30

    /// What there is to tell on that day of an agreement in force; nothing of one without a last day, or whose last day is long over.
    package func ending(on day: Day) -> AidEnding? {
        guard status == .inForce, let until, let first = until.adding(days: -Self.daysOfNotice),
            let last = until.adding(days: Self.daysOfNotice), first <= day, day <= last
        else { return nil }
        return isPast(on: day) ? .over : .ahead
    }
}

extension PolicyPack {
    /// The offices that see agreements for those purposes and may end them: who proposes them, and who approves.
    package func aidFollowers(of purposes: Set<AidPurpose>) -> Set<RoleID> {
        aidApprovers(of: purposes).union(aidProposers)
    }
}
