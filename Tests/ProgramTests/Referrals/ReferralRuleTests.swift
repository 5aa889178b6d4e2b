import PolicyPacks
import Program
import TestSupport
import Testing

/// Who may say what in the directory of further help.
@Suite struct ReferralRuleTests {
    private static let today = ["2026-03-10"].compactMap { Day($0) }[0]

    private static func provider(_ change: (inout ReferralProvider) -> Void = { _ in }) -> ReferralProvider {
        var provider = ReferralProvider(
            category: "counselling", name: "River City", goodFor: "Talking", identifiedBy: .role(RoleID("coordinator")),
            phone: "916-555-0142")
        change(&provider)
        return provider
    }

    private static func entry(
        _ id: String = "new", verifiedOn: String = "2026-03-10", checkBy: String = "2026-09-06",
        _ change: (inout ReferralProvider) -> Void = { _ in }
    ) throws -> ReferralEntry {
        ReferralEntry(
            id: id, provider: provider(change), verifiedOn: try #require(Day(verifiedOn)),
            checkBy: try #require(Day(checkBy)))
    }

    private static func fields(_ entry: ReferralEntry, by roles: Set<RoleID> = [RoleID("coordinator")]) throws
        -> [String?]
    {
        let pack = try BundledPacks.named("sacramento-probation").pack
        return pack.mayKeep(entry, beside: [], by: roles, on: today)?.problems.map(\.field) ?? []
    }

    @Test func whatIsWholeMayStandThere() throws {
        #expect(try Self.fields(Self.entry()) == [])
        #expect(try Self.fields(Self.entry { $0.phone = "988" }) == [])
        #expect(
            try Self.fields(Self.entry { ($0.phone, $0.web) = ("", "https://www.example.org/find?near=95814") }) == [])
        #expect(try Self.fields(Self.entry { ($0.phone, $0.place) = ("", "100 River Street") }) == [])
    }

    @Test(arguments: [
        ("category", "criminal-defence"), ("category", "astrology"), ("name", ""), ("goodFor", ""),
        ("phone", "call me"),
        ("phone", "12"), ("phone", "916+555+0142"), ("web", "http://help.example.org/"), ("web", "https://localhost/"),
        ("web", "https://help.example.org:8443/"), ("web", "https://user@help.example.org/"),
        ("web", "https://10.0.0.1/"),
        ("web", "javascript:alert(1)"), ("web", "https://help.example.org/\"onmouseover=\"x"),
    ]) func whatIsWrongIsSaidAtItsField(_ field: String, _ value: String) throws {
        let entry = try Self.entry { provider in
            switch field {
            case "category": provider.category = value
            case "name": provider.name = value
            case "goodFor": provider.goodFor = value
            case "phone": provider.phone = value
            default: provider.web = value
            }
        }
        #expect(try Self.fields(entry) == [field])
    }

    @Test func itsDaysAreThoseOfSomebodyWhoLooked() throws {
        #expect(try Self.fields(Self.entry(verifiedOn: "2026-03-11", checkBy: "2026-09-06")) == ["verifiedOn"])
        #expect(try Self.fields(Self.entry(verifiedOn: "2025-03-01", checkBy: "2025-09-06")) == ["verifiedOn"])
        #expect(try Self.fields(Self.entry(checkBy: "2026-03-10")) == ["checkBy"])
        #expect(try Self.fields(Self.entry(checkBy: "2027-04-01")) == ["checkBy"])
    }

    @Test func eachSpeaksForTheirOwn() throws {
        let committee = try Self.entry { $0.identifiedBy = .committee(CommitteeID("advisory")) }
        let chaplaincy = try Self.entry { $0.identifiedBy = .role(RoleID("chaplaincy")) }
        #expect(try Self.fields(committee, by: [RoleID("committee-member")]) == [])
        #expect(try Self.fields(committee, by: [RoleID("chaplaincy")]) == ["identifiedBy"])
        #expect(try Self.fields(chaplaincy, by: [RoleID("chaplaincy"), RoleID("supporter")]) == [])
        #expect(try Self.fields(chaplaincy, by: [RoleID("coordinator")]) == ["identifiedBy"])
        #expect(try Self.fields(Self.entry { $0.identifiedBy = .role(RoleID("supporter")) }) == ["identifiedBy"])
        // What another identified may be put right by any of them.
        let pack = try BundledPacks.named("sacramento-probation").pack
        let changed = try Self.entry { ($0.identifiedBy, $0.cost) = (.role(RoleID("chaplaincy")), "Free") }
        #expect(pack.mayKeep(changed, beside: [chaplaincy], by: [RoleID("coordinator")], on: Self.today) == nil)
    }

    @Test func nobodyStandsTwiceInACategoryAndItHasAnEnd() throws {
        let pack = try BundledPacks.named("sacramento-probation").pack
        let roles: Set = [RoleID("coordinator")]
        let there = try Self.entry("there")
        #expect(
            pack.mayKeep(try Self.entry(), beside: [there], by: roles, on: Self.today)?.problems.map(\.field) == [
                "name"
            ])
        #expect(
            pack.mayKeep(try Self.entry { $0.category = "other" }, beside: [there], by: roles, on: Self.today) == nil)
        let many = try (0..<ReferralEntry.most).map { number in try Self.entry("\(number)") { $0.name = "\(number)" } }
        #expect(pack.mayKeep(try Self.entry(), beside: many, by: roles, on: Self.today)?.problems.map(\.field) == [nil])
    }

    @Test func aCheckIsDueBeforeItsDayAndPastAfterIt() throws {
        let entry = try Self.entry(checkBy: "2026-09-06")
        for (day, isDue, isPast) in [
            ("2026-08-22", false, false), ("2026-08-23", true, false), ("2026-09-06", true, false),
            ("2026-09-07", true, true),
        ] {
            let day = try #require(Day(day))
            #expect(entry.isDue(on: day) == isDue && entry.isPastCheck(on: day) == isPast, "\(day.text)")
        }
    }

    @Test func aLicenceMarksWhileItHoldsAndWhereThePolicyHasIt() throws {
        let licence = ProviderLicence(kind: "Psychologist", number: "1", jurisdiction: "IL", until: Self.today)
        let provider = Self.provider { $0.licence = licence }
        let tomorrow = try #require(Self.today.adding(days: 1))
        let guidelines = try BundledPacks.named("iacp").pack.referrals
        #expect(guidelines.isMarkedLicensed(provider, on: Self.today))
        #expect(!guidelines.isMarkedLicensed(provider, on: tomorrow))
        #expect(!guidelines.isMarkedLicensed(Self.provider(), on: Self.today))
        let order = try BundledPacks.named("sacramento-probation").pack.referrals
        #expect(!order.isMarkedLicensed(provider, on: Self.today))
    }

    @Test func aPageIsAskedOnceAWeekAndTwoFailuresAreEnough() throws {
        var link = ReferralLink(entry: "e", web: "https://help.example.org/")
        #expect(link.isDue(on: Self.today) && !link.isFailing)
        link = link.asked(isThere: false, on: Self.today)
        let before = try #require(Self.today.adding(days: 6))
        #expect(!link.isFailing && !link.isDue(on: before))
        let next = try #require(Self.today.adding(days: 7))
        #expect(link.isDue(on: next) && link.asked(isThere: false, on: next).isFailing)
        #expect(!link.asked(isThere: false, on: next).asked(isThere: true, on: next).isFailing)
    }
}
