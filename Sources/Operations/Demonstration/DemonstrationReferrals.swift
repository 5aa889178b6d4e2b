import Program

extension DemonstrationMaking {
    /// A small directory of further help: a few categories with somebody in them, one past its check, and others still empty. All of them
    /// are made up.
    func referrals(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let policy = agency.policy
        let rules = policy.referrals
        for (place, category) in rules.categories.enumerated() where place % 3 != 2 {
            let body = rules.identifiedBy.value[place % rules.identifiedBy.value.count]
            guard let keeper = policy.roles(of: body).lazy.compactMap({ team.byRole[$0] }).first else { continue }
            let staff = try await staff(keeper, of: agency)
            let isLicensed = rules.licenceAskedOf?.value.contains(category.id) == true
            let provider = ReferralProvider(
                category: category.id, name: Self.names[place % Self.names.count],
                goodFor: "\(category.label), for people who work here and those close to them",
                licence: isLicensed ? Self.licence(until: today.adding(days: 400) ?? today) : nil, identifiedBy: body,
                languages: place.isMultiple(of: 2) ? "English, Spanish" : "English",
                cost: place.isMultiple(of: 2) ? "Free" : "By your health plan", hours: "Weekdays, 8 to 18",
                phone: "916-555-01\(40 + place)", web: "https://help-\(place + 1).example.org/",
                place: "\(place + 1)00 River Street", isForFamilies: place.isMultiple(of: 2),
                isConfidential: place != 4)
            let verified = today.adding(days: place == 1 ? -200 : -20 * (place + 1)) ?? today
            _ = try await programmes.addReferral(
                provider, verifiedOn: verified, checkBy: verified.nextReferralCheck, by: staff)?.made("an entry")
        }
    }

    private static let names = [
        "River City Counselling", "Harbour Family Centre", "Evergreen Treatment", "Open Door Chaplains",
        "Lakeside Money Advice",
        "Northside Wellness",
    ]

    private static func licence(until: Day) -> ProviderLicence {
        ProviderLicence(
            kind: "Licensed clinical social worker", number: "LCS-00000", jurisdiction: "California", until: until)
    }
}
