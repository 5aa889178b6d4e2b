import Testing
import Web
import WebSupport

/// Kern County: what a member may disclose, what a member must report, and what protects a member.
@Suite struct DisclosureKernTests {
    private static let pack = "kern-sheriff"

    @Test(.clause("KSO-H.4.a")) func toACrisisReferralService() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let guide = try await supporter.page("/disclosures/new")
        #expect(try #require(guide.section("You may")).words.contains("KSO-H.4.a"))
        let (before, record) = try await supporter.disclose("crisis-referral")
        #expect(before.words.contains("First of all In a crisis, at any hour"))
        #expect(before.words.contains("A crisis referral service, when it is right; no time is set."))
        let told = try await supporter.post("\(record)/told", ["place": "0", "how": "telephone"])
        #expect(told.status == 303)
        #expect(try await supporter.page(record).words.contains("You told them by telephone, 10 March 2026"))
        for role in town.roles { #expect(try await town.pings(of: role) == 0, "\(role)") }
    }

    @Test(.clause("KSO-H.4.c")) func toPreventHarm() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose("prevent-harm")
        #expect(before.words.contains("First of all In a crisis, at any hour"))
        #expect(before.words.contains("The authority that the law names, at once."))
        #expect(before.words.contains("KSO-H.4.c"))
        #expect(try await supporter.page(record).words.contains("Tell them yourself, at once. By 10 March 2026"))
        town.pass(seconds: 16 * 60)
        #expect(try await supporter.page(record).words.contains("Overdue"))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "in-person"]).status == 303)
        #expect(!(try await supporter.page(record).words.contains("Overdue")))
    }

    @Test(.clause("KSO-H.4.e-f"), arguments: ["criminal-proceeding", "otherwise-required"])
    func whereTheLawAsks(exception: String) async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let may = try #require(try await supporter.page("/disclosures/new").section("You may"))
        #expect(may.links.contains("/disclosures/new/\(exception)"))
        let (before, record) = try await supporter.disclose(exception)
        #expect(before.words.contains("KSO-H.4.e-f"))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "in-person"]).status == 303)
        #expect(try await supporter.page(record).words.contains("You told them in person"))
    }

    @Test(.clause("KSO-H.5")) func fiveThatMustBeReported() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let guide = try await supporter.page("/disclosures/new")
        let must = try #require(guide.section("You must"))
        let may = try #require(guide.section("You may"))
        let exceptions = ["child-abuse", "danger", "narcotics", "domestic-violence", "elder-abuse"]
        #expect(must.links.map { String($0.split(separator: "/")[2]) } == exceptions)
        #expect(may.links.filter { $0.hasPrefix("/disclosures/new/") }.count == 6)
        #expect(Set(may.links).isDisjoint(with: must.links))
        for exception in exceptions {
            let page = try await supporter.page("/disclosures/new/\(exception)")
            let told = try #require(page.section("These are told, and nobody else")).items
            #expect(told.count == 1 && told[0].hasPrefix("The authority that the law names"), "\(exception)")
            #expect(page.words.contains("KSO-H.5"))
        }
        // Until the supporter has told them, it stays before the supporter's eyes.
        let (_, record) = try await supporter.disclose("child-abuse")
        #expect(try await supporter.page("/disclosures").words.contains("Not all know yet"))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "telephone"]).status == 303)
        #expect(try await supporter.page("/disclosures").words.contains("Done"))
    }

    @Test(.clause("KSO-H.6.a-e", "KSO-H.6.f")) func whatProtectsAMember() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let request = try await town.request(takenBy: supporter)
        #expect(try await supporter.page("/requests/\(request)").links.contains("/protections"))
        let card = try await supporter.page("/protections")
        for words in [
            "No Internal Affairs investigator interviews or compels you about someone you support",
            "You are not compelled to make a statement", "You are not compelled to testify in a Civil Service hearing.",
            "Nor is the person asked about you", "You are not disciplined for refusing to divulge", "KSO-H.6.a-e",
            "They do not apply where", "Government Code 8669.5(c)", "against this policy", "KSO-H.6.f",
        ] { #expect(card.words.contains(words), "\(words)") }
        // On paper the card stands alone on its page.
        #expect(card.markup.contains("<article class=\"slip\">"))
        // Only for those it protects, and only where the policy has one.
        let administration = try await town.signedIn("administration")
        #expect(try await administration.get("/protections").isNothing(for: administration))
        let elsewhere = try await DemoTown.on("iacp").signedIn("supporter")
        #expect(try await elsewhere.get("/protections").isNothing(for: elsewhere))
    }
}
