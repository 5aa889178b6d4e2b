import Operations
import Program
import Sealing
import Store
import Testing

/// The directory of further help on both engines.
@Suite struct ReferralStoreTests {
    private static func entry(_ id: String, name: String, web: String = "") throws -> ReferralEntry {
        let day = try #require(Day("2026-11-20"))
        let licence = ProviderLicence(kind: "Psychologist", number: "PSY 1", jurisdiction: "CA", until: day)
        return ReferralEntry(
            id: id,
            provider: ReferralProvider(
                category: "other", name: name, goodFor: "Talking", licence: web.isEmpty ? nil : licence,
                identifiedBy: .committee(CommitteeID("advisory")), languages: "Español", cost: "Free",
                hours: "Weekdays",
                phone: "988", web: web, place: "Here", isForFamilies: true, isConfidential: web.isEmpty),
            verifiedOn: day, checkBy: day.nextReferralCheck)
    }

    @Test(arguments: engines) func entriesComeBackAsTheyWere(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let agency = ground.agency.id
        let (first, second) = (RandomId().text, RandomId().text)
        let entries = [
            try Self.entry(first, name: "A"), try Self.entry(second, name: "B", web: "https://help.example.org/"),
        ]
        try await ground.database.write { transaction in
            for entry in entries { try transaction.insert(entry, agency: agency) }
        }
        #expect(try await ground.database.read { try $0.referrals(agency: agency) } == entries)
        #expect(try await ground.database.read { try $0.referrals(agency: RandomId().text) }.isEmpty)
        let changed = try Self.entry(first, name: "C", web: "https://other.example.org/")
        try await ground.database.write { try $0.update(changed, agency: agency) }
        #expect(try await ground.database.read { try $0.referrals(agency: agency) } == [entries[1], changed])
        try await ground.database.write { try $0.deleteReferral(second, agency: agency) }
        #expect(try await ground.database.read { try $0.referrals(agency: agency) } == [changed])
    }

    @Test(arguments: engines) func aPageIsClaimedOnceAndForgottenWithItsAddress(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (agency, id) = (ground.agency.id, RandomId().text)
        let today = try #require(Day("2026-11-20"))
        let entry = try Self.entry(id, name: "A", web: "https://help.example.org/")
        try await ground.database.write { try $0.insert(entry, agency: agency) }
        let links = { try await ground.database.read { try $0.referralLinks(agency: agency) } }
        let link = try #require(try await links().first)
        #expect(link.askedOn == nil && link.failures == 0)
        #expect(try await ground.database.write { try $0.claim(link, agency: agency, on: today) })
        #expect(try await !ground.database.write { try $0.claim(link, agency: agency, on: today) })
        let failed = link.asked(isThere: false, on: today)
        try await ground.database.write { try $0.set(failed, agency: agency) }
        #expect(try await links() == [failed])
        // The same entry looked at again keeps what is known; another address begins anew.
        try await ground.database.write { try $0.update(entry, agency: agency) }
        #expect(try await links() == [failed])
        let moved = try Self.entry(id, name: "A", web: "https://moved.example.org/")
        try await ground.database.write { try $0.update(moved, agency: agency) }
        #expect(try await links() == [ReferralLink(entry: id, web: "https://moved.example.org/")])
        try await ground.database.write { try $0.update(try Self.entry(id, name: "A"), agency: agency) }
        #expect(try await links().isEmpty)
    }

    @Test(arguments: engines) func whatCannotBeFoundOutIsNoFailure(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let agency = ground.agency.id
        for name in ["A", "B"] {
            let entry = try Self.entry(RandomId().text, name: name, web: "https://\(name).example.org/")
            try await ground.database.write { try $0.insert(entry, agency: agency) }
        }
        try await ground.programmes.askReferralPages { _ in nil }
        let links = try await ground.database.read { try $0.referralLinks(agency: agency) }
        #expect(links.allSatisfy { $0.failures == 0 } && links.count { $0.askedOn != nil } == 1)
    }
}
