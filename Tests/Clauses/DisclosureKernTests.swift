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
        #expect(before.words.contains("Dispatch, at once."))
        #expect(before.words.contains("KSO-H.4.c"))
        #expect(try await supporter.page(record).words.contains("Tell them yourself, at once. By 10 March 2026"))
        town.pass(seconds: 6 * 60)
        #expect(try await supporter.page(record).words.contains("Overdue"))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "in-person"]).status == 303)
        #expect(!(try await supporter.page(record).words.contains("Overdue")))
    }

    /// In a criminal proceeding a member may speak; what the law requires otherwise a member must tell.
    @Test(.clause("KSO-H.4.e-f")) func whereTheLawAsks() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let guide = try await supporter.page("/disclosures/new")
        let (must, may) = (try #require(guide.section("You must")), try #require(guide.section("You may")))
        #expect(may.links.contains("/disclosures/new/criminal-proceeding"))
        #expect(must.links.contains("/disclosures/new/otherwise-required"))
        #expect(!may.links.contains("/disclosures/new/otherwise-required"))
        // Whoever thinks of asking reads it among what must be told.
        let visitor = try await town.visitor().page("/agencies/\(Self.pack)").words
        let told = try #require(visitor.firstRange(of: "What must be told"))
        let mayBe = try #require(visitor.firstRange(of: "What may be told"))
        let required = try #require(visitor.firstRange(of: "What the law requires to be disclosed in some other way"))
        let proceeding = try #require(visitor.firstRange(of: "may be disclosed in a criminal proceeding"))
        #expect(told.lowerBound < required.lowerBound && required.upperBound < mayBe.lowerBound)
        #expect(mayBe.upperBound < proceeding.lowerBound)
        // What must be told stands before the member until it is; what may be told hurries nobody.
        let (proceedings, record) = try await supporter.disclose("criminal-proceeding")
        #expect(proceedings.words.contains("The authority that the law names, when it is right; no time is set."))
        #expect(proceedings.words.contains("KSO-H.4.e-f"))
        #expect(!(try await supporter.page("/disclosures").words.contains("Not all know yet")))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "in-person"]).status == 303)
        let (before, other) = try await supporter.disclose("otherwise-required")
        #expect(before.words.contains("The authority that the law names, as soon as possible."))
        #expect(before.words.contains("KSO-H.4.e-f"))
        #expect(try await supporter.page("/disclosures").words.contains("Not all know yet"))
        #expect(try await supporter.post("\(other)/told", ["place": "0", "how": "telephone"]).status == 303)
        #expect(!(try await supporter.page("/disclosures").words.contains("Not all know yet")))
    }

    private static let mustReport = [
        ("child-abuse", "child-protective-services"), ("danger", "dispatch"), ("narcotics", "duty-officer"),
        ("domestic-violence", "duty-officer"), ("elder-abuse", "adult-protective-services"),
    ]

    /// Each of the five shows who must be told, by the name and number that the agency set; until then whom to call meanwhile.
    @Test(.clause("KSO-H.5")) func fiveThatMustBeReported() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let guide = try await supporter.page("/disclosures/new")
        let (must, may) = (try #require(guide.section("You must")), try #require(guide.section("You may")))
        for (exception, _) in Self.mustReport {
            #expect(must.links.contains("/disclosures/new/\(exception)"), "\(exception)")
            let page = try await supporter.page("/disclosures/new/\(exception)")
            let told = try #require(page.section("These are told, and nobody else"))
            #expect(told.items.count == 1 && told.words.contains("The agency has set no number for this yet."))
            #expect(told.numbers == ["911"], "\(exception)")
            #expect(page.words.contains("KSO-H.5"))
        }
        #expect(Set(may.links).isDisjoint(with: must.links))

        // The coordinator's home says so, until all are set.
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.page("/home").words.contains("4 authorities without a number"))
        #expect(try await coordinator.page("/home").links.contains("/authorities"))
        let wrong = try await coordinator.setAuthority("dispatch", "", "whoever answers")
        #expect(wrong.status == 422)
        #expect(try await coordinator.setAuthority("coroner", "Coroner", "555-0100").isNothing(for: coordinator))
        let set = ["Hotline of the county", "Protective services", "Communications Center", "Watch desk"]
        let authorities = ["child-protective-services", "adult-protective-services", "dispatch", "duty-officer"]
        for (place, authority) in authorities.enumerated() {
            let reply = try await coordinator.setAuthority(authority, set[place], "661 555 01\(40 + place)")
            #expect(reply.status == 303, "\(reply)")
        }
        #expect(!(try await coordinator.page("/home").words.contains("without a number")))
        for (exception, authority) in Self.mustReport {
            let place = try #require(authorities.firstIndex(of: authority))
            let page = try await supporter.page("/disclosures/new/\(exception)")
            let told = try #require(page.section("These are told, and nobody else"))
            #expect(told.words.contains(set[place]), "\(exception)")
            #expect(told.numbers == ["66155501\(40 + place)"], "\(exception)")
        }
        // Until the supporter has told them, it stays before the supporter's eyes, with the number.
        let (_, record) = try await supporter.disclose("child-abuse")
        #expect(try await supporter.page(record).numbers.contains("6615550140"))
        #expect(try await supporter.page("/disclosures").words.contains("Not all know yet"))
        #expect(try await supporter.post("\(record)/told", ["place": "0", "how": "telephone"]).status == 303)
        #expect(try await supporter.page("/disclosures").words.contains("Done"))
    }

    /// Only whoever keeps accounts or call-out lists sets them, and only where the policy needs them.
    @Test func whoSetsAuthorities() async throws {
        let town = try await DemoTown.on(Self.pack)
        for (role, client) in try await town.everyone(but: "coordinator") {
            #expect(try await client.get("/authorities").isNothing(for: client), "\(role)")
            #expect(try await client.setAuthority("dispatch", "Dispatch", "555-0100").isNothing(for: client), "\(role)")
        }
        let elsewhere = try await DemoTown.on("police-division").signedIn("coordinator")
        #expect(try await elsewhere.get("/authorities").isNothing(for: elsewhere))
    }

    /// Two parts were never confidential: so the advisement, the handbook and the page of the exceptions.
    @Test(.clause("KSO-DEF-3")) func whatIsNotConfidential() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let parts = [
            "What the law obliges somebody to disclose about the commission of a crime.",
            "That somebody intends to defraud or deceive an investigation into a critical incident.",
        ]
        let guide = try await supporter.page("/disclosures/new")
        let never = try #require(guide.section("Not confidential to begin with"))
        #expect(never.items == parts.map { "\($0) Rule KSO-DEF-3" })
        let pages = [
            try await town.visitor().page("/agencies/\(Self.pack)"),
            try await town.visitor().page("/agencies/\(Self.pack)/ask"),
            try await supporter.page("/handbook"),
        ]
        for page in pages { for part in parts { #expect(page.items.contains { $0.hasPrefix(part) }, "\(part)") } }
    }

    /// What is said to a crisis line is confidential too: beside the lines, and among the rights.
    @Test(.clause("KSO-DEF-4")) func crisisLinesAreConfidentialToo() async throws {
        let town = try await DemoTown.on(Self.pack)
        let page = try await town.visitor().page("/agencies/\(Self.pack)")
        #expect(
            page.paragraphs.contains(
                "What you tell a crisis line or crisis referral service in connection with peer support is confidential "
                    + "too."))
        #expect(
            page.items.contains {
                $0.hasPrefix(
                    "What is said to a crisis line or crisis referral service in connection with peer support is "
                        + "confidential too.")
            })
        // Nobody else's policy says so.
        let elsewhere = try await DemoTown.on("police-division").visitor().page("/agencies/police-division")
        #expect(!elsewhere.words.contains("crisis referral service"))
    }

    /// The handbook explains the four words of the policy, and pages use its words.
    @Test(.clause("KSO-DEF-1")) func theWordsOfThePolicy() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let words = try #require(try await supporter.page("/handbook").section("Words")).facts
        for (term, meaning) in [
            ("Peers", "employees, volunteers and their family members"), ("Support", "being there by day and by night"),
            ("Confidential communication", "Whatever is said or written between you and a PST Member"),
            ("Peer support services", "touched by a critical incident or by many of them over time"),
        ] { #expect(words[term]?.contains(meaning) == true && words[term]?.contains("KSO-DEF-1") == true, "\(term)") }
        let guide = try await supporter.page("/disclosures/new").words
        #expect(guide.contains("In these cases a PST Member has no choice.") && !guide.contains("Peer Supporter"))
        #expect(try await town.visitor().page("/agencies/\(Self.pack)").words.contains("PST Member"))
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
