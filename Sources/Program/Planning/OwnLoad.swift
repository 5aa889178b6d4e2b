/// What a supporter has filed of late, as only they see it: hours by month, and whether it was much.
package struct OwnLoad: Sendable, Equatable {
    /// The filed months of the past half year, the latest first.
    package let months: [Filing]
    /// The heavy ones among the last two months.
    package let heavy: [Filing]

    /// From how many hours of support in a month it is said, where the policy sets nothing. Ours: about a quarter of a working month.
    package static let heavyHours = 40

    package init(_ filings: [Filing], under policy: PolicyPack, on today: Day) {
        months = filings.filter { $0.month >= today.month.adding(-6) }.sorted { $0.month > $1.month }
        let hours = policy.team.ownLoad?.heavyHours.number ?? Self.heavyHours
        heavy = months.filter { $0.month >= today.month.adding(-2) && $0.minutes >= hours * 60 }
    }

    package var isHeavy: Bool { !heavy.isEmpty }
}
