/// What a supporter has filed of late, as only they see it: hours by month, and whether it was much.
package struct OwnLoad: Sendable, Equatable {
    /// A month that was filed, with its hours.
    package struct FiledMonth: Sendable, Equatable {
        package let month: Month
        package let minutes: Int
    }

    /// The filed months of the past half year, the latest first, as far as the supporter's own key opens their sheets.
    package let months: [FiledMonth]
    /// The heavy ones among the last two months.
    package let heavy: [FiledMonth]

    /// From how many hours of support in a month it is said, where the policy sets nothing. Ours: about a quarter of a working month.
    package static let heavyHours = 40

    /// - Parameter own: the supporter's own months.
    package init(_ own: [OwnMonth], under policy: PolicyPack, on today: Day) {
        months = own.compactMap { own in
            guard own.filing != nil, own.month >= today.month.adding(-6), let minutes = own.minutes else { return nil }
            return FiledMonth(month: own.month, minutes: minutes)
        }.sorted { $0.month > $1.month }
        let hours = policy.team.ownLoad?.heavyHours.number ?? Self.heavyHours
        heavy = months.filter { $0.month >= today.month.adding(-2) && $0.minutes >= hours * 60 }
    }

    package var isHeavy: Bool { !heavy.isEmpty }
}
