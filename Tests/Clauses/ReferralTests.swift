import Operations
import Program
import Testing
import Web
import WebSupport

/// The directory of further help: who may name a provider, what everybody reads of it, and where a referral is counted.
@Suite struct ReferralTests {
    @Test(.clause("SAC-VIII")) func eachEntryIsIdentifiedByOneOfTheThreeWhomTheOrderNames() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let front = "/agencies/\(town.agency.slug)/help"
        let named = [
            ("coordinator", "role:coordinator", "The Peer Support Program Coordinator"),
            ("chaplaincy", "role:chaplaincy", "The Law Enforcement Chaplaincy"),
            ("committee-member", "committee:advisory", "Peer Support Advisory Committee"),
        ]
        for (place, (role, body, title)) in named.enumerated() {
            let keeper = try await town.signedIn(role)
            #expect(try await keeper.page("/team").links.contains("/referrals/keeping"), "\(role)")
            let name = "Provider \(place)"
            let made = try await keeper.api(
                .post, "/api/v1/referrals/entries", .referral("counselling", name, by: body))
            #expect(made.status == 201, "\(made)")
            let shown = try #require(try await town.visitor().page(front).section("Counsellor or therapist")).words
            #expect(shown.contains("\(name) ") && shown.lowercased().contains(title.lowercased()), "\(shown)")
        }
        // Nobody speaks for another of the three, and nobody else for any.
        let chaplain = try await town.signedIn("chaplaincy")
        for body in ["role:coordinator", "committee:advisory"] {
            let refused = try await chaplain.api(
                .post, "/api/v1/referrals/entries", .referral("counselling", "Somebody", by: body))
            #expect(refused.status == 422 && refused.clauses.contains("SAC-VIII"), "\(refused)")
        }
        for role in ["supporter", "management-liaison", "counsellor"] {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/referrals/keeping").isNothing(for: other), "\(role)")
            #expect(
                try await other.post("/referrals/entries", JSON.referral("other", "X", by: "role:coordinator").form)
                    .isNothing(for: other))
        }
    }

    @Test(.clause("SAC-VIII")) func nobodyIsListedForADefenceAndThePageSaysWhereThatIsFound() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        for category in ["criminal-defence", "disciplinary-representation"] {
            let sent = JSON.referral(category, "Smith and Partners", by: "role:coordinator")
            let refused = try await coordinator.api(.post, "/api/v1/referrals/entries", sent)
            #expect(refused.status == 422 && refused.problems["category"]?["clauses"] == ["SAC-VIII"], "\(refused)")
            let page = try await coordinator.post("/referrals/entries", sent.form)
            #expect(page.status == 422 && page.text.contains("SAC-VIII") && page.text.contains("Smith and Partners"))
        }
        let form = try await coordinator.page("/referrals/new").markup
        #expect(form.contains("value=\"counselling\"") && !form.contains("value=\"criminal-defence\""))
        #expect(try await coordinator.read("/api/v1/referrals/keeping")["entries"]?.array?.isEmpty == true)
        let page = try await town.visitor().page("/agencies/\(town.agency.slug)/help")
        let elsewhere = try #require(page.section("What we name nobody for")).words
        for words in ["Criminal defence", "disciplinary proceedings", "association", "lawyer of your own", "SAC-VIII"] {
            #expect(elsewhere.contains(words), "\(words): \(elsewhere)")
        }
        #expect(elsewhere.contains("You can have peer support all the same."))
        #expect(try await coordinator.page("/committees/advisory").links.contains("/referrals/keeping"))
    }

    @Test(.clause("SAC-II.D.2")) func theDirectoryIsOneTapFromEveryContactAndOpenToFamilies() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let help = "/agencies/\(town.agency.slug)/help"
        let coordinator = try await town.signedIn("coordinator")
        let entry = JSON.referral("counselling", "River City Counselling", by: "role:coordinator")
        #expect(try await coordinator.api(.post, "/api/v1/referrals/entries", entry).status == 201)
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.take()
        for page in ["/contacts/new", "/requests/\(id)"] {
            #expect(try await supporter.page(page).links.contains("/referrals"), "\(page)")
        }
        #expect(try await supporter.page("/referrals").words.contains("River City Counselling"))
        // Anybody comes to it from the public page, without an account; reading it changes nothing in the database.
        let visitor = town.visitor()
        #expect(try await visitor.page("/agencies/\(town.agency.slug)").links.contains(help))
        let before = try await town.programmes.referrals(of: town.agency.agency)
        let page = try await visitor.page(help)
        #expect(page.words.contains("River City Counselling") && page.words.contains("Families too"))
        #expect(page.numbers.contains("9165550142") && page.numbers.first == "988", "\(page.numbers)")
        #expect(page.forms.isEmpty && page.controls.isEmpty)
        #expect(try await visitor.get(help).headers["set-cookie"] == nil)
        #expect(try await town.programmes.referrals(of: town.agency.agency).entries == before.entries)
        // Its parts are reached by what stands behind the number sign, which no browser sends.
        #expect(page.markup.contains("href=\"#help-counselling\"") && page.markup.contains("id=\"help-counselling\""))
        #expect(!page.links.contains { $0.hasPrefix(help) && $0 != help && $0 != "\(help)/sheet" })
        let sheet = try await visitor.page("\(help)/sheet").words
        #expect(sheet.contains("River City Counselling: 916-555-0142"))
    }

    @Test(.clause("OCP-II.B.5", "OCP-I.B.3", "OCP-I.C.3.d"))
    func theKindsOfHelpAreThereFromTheStartAndCountedOnTheSheet()
        async throws
    {
        let town = try await DemoTown.on("orange-county-probation")
        let page = try await town.visitor().page("/agencies/\(town.agency.slug)/help")
        for kind in [
            "Employee Assistance Program", "Alcoholics Anonymous", "Financial support", "Marital counselling",
            "Professional help", "Other help",
        ] {
            #expect(page.section(kind)?.words.contains("Nobody is listed here yet.") == true, "\(kind)")
        }
        let coordinator = try await town.signedIn("coordinator")
        for kind in ["aa", "financial"] {
            #expect(
                try await coordinator.api(
                    .post, "/api/v1/referrals/entries", .referral(kind, "For \(kind)", by: "role:coordinator")
                ).status == 201)
        }
        let shown = try await town.visitor().page("/agencies/\(town.agency.slug)/help")
        #expect(shown.section("Alcoholics Anonymous")?.words.contains("For aa") == true)
        #expect(shown.section("Financial support")?.words.contains("For financial") == true)
        // A member sees it from the contact, where the form counts that they referred, and never to whom.
        let member = try await town.signedIn("supporter")
        let entry = try await member.page("/contacts/new?kind=contact")
        #expect(entry.links.contains("/referrals"))
        #expect(entry.words.contains("A referral is counted on your contact, at “Identified issues” with “Referrals”"))
        let form = try #require(entry.forms.first { $0.action == "/contacts" })
        #expect(form.values(of: "issues").contains("referrals"))
        #expect(!form.controls.contains { $0.value == "aa" || $0.value?.contains("For aa") == true })
    }

    @Test(.clause("OCP-II.G-5")) func theAssistanceProgramIsAPartnerAndAReferral() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let front = "/agencies/\(town.agency.slug)"
        let partners = try #require(try await town.visitor().page(front).section("Who works with us")).items
        #expect(partners.contains("OC Employee Assistance Program"))
        let coordinator = try await town.signedIn("coordinator")
        let sent = JSON.referral("eap", "OC Employee Assistance Program", by: "role:coordinator")
        #expect(try await coordinator.api(.post, "/api/v1/referrals/entries", sent).status == 201)
        let shown = try await town.visitor().page("\(front)/help").section("Employee Assistance Program")
        #expect(shown?.words.contains("OC Employee Assistance Program") == true)
        let duties = try await coordinator.page("/policy").words
        #expect(duties.contains("OCP-II.G-5"))
    }

    @Test(.clause("PD-A.4", "PD-E.6-7")) func thePoliceDivisionHasAReferralSystem() async throws {
        let town = try await DemoTown.on("police-division")
        let help = "/agencies/\(town.agency.slug)/help"
        for (role, body) in [("coordinator", "role:coordinator"), ("psychologist", "role:psychologist")] {
            let keeper = try await town.signedIn(role)
            let made = try await keeper.api(
                .post, "/api/v1/referrals/entries", .referral("self-help", "Group of the \(role)", by: body))
            #expect(made.status == 201, "\(made)")
        }
        let page = try await town.visitor().page(help)
        #expect(page.section("Self-help")?.words.contains("Group of the psychologist") == true)
        for kind in ["Police Psychologist", "Counsellor or therapist", "Other service"] {
            #expect(page.section(kind) != nil, "\(kind)")
        }
        // From the open request, with the time after which a member asks how it went.
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.take()
        #expect(try await supporter.page("/requests/\(id)").links.contains("/referrals"))
        let own = try await supporter.page("/referrals").words
        #expect(own.contains("Ask after 14 days how it went") && own.contains("PD-E.8"))
        #expect(own.contains("at “Directed to” with “Referral to someone else”") && own.contains("PD-E.6-7"))
    }

    @Test(.clause("IACP-2.1")) func licensedProfessionalsAreMarkedAsSuch() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let help = "/agencies/\(town.agency.slug)/help"
        let plain = JSON.referral("licensed", "Dr Quill", by: "role:coordinator")
        let refused = try await coordinator.api(.post, "/api/v1/referrals/entries", plain)
        #expect(refused.status == 422 && refused.problems["licenceKind"]?["clauses"] == ["IACP-2.1"], "\(refused)")
        var members = plain.object ?? [:]
        members["licenceKind"] = "Licensed psychologist"
        members["licenceNumber"] = "PSY 1"
        members["licenceJurisdiction"] = "Illinois"
        members["licenceUntil"] = "2026-06-30"
        #expect(try await coordinator.api(.post, "/api/v1/referrals/entries", .object(members)).status == 201)
        let chaplain = JSON.referral("chaplain", "Open Door Chaplains", by: "role:coordinator")
        #expect(try await coordinator.api(.post, "/api/v1/referrals/entries", chaplain).status == 201)
        let page = try await town.visitor().page(help)
        let licensed = try #require(page.section("Licensed mental health professional"))
        #expect(licensed.words.contains("Dr Quill Licensed") && licensed.facts["Licence"]?.contains("Illinois") == true)
        #expect(page.section("Chaplain")?.words.contains("Licensed") == false)
        // Once it is over nobody is marked by it, and whoever keeps the directory sees why.
        try town.turn(to: "2026-07-01T18:00:00Z")
        let later = try await town.visitor().page(help).section("Licensed mental health professional")
        #expect(later?.words.contains("Dr Quill") == true && later?.words.contains("Dr Quill Licensed") == false)
        #expect(try await town.signedIn("coordinator").page("/referrals/keeping").words.contains("Licence ended"))
    }

    /// Kern's sheet counts no referral, and none is counted anywhere else.
    @Test func whereTheFormCountsNoneThePageSaysSo() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let supporter = try await town.signedIn("supporter")
        let words = try await supporter.page("/contacts/new").words
        #expect(words.contains("The contact form asks for no referrals, and none are kept elsewhere."))
    }
}

extension JSON {
    /// An entry as a program sends it.
    static func referral(_ category: String, _ name: String, by body: String) -> JSON {
        [
            "category": .string(category), "name": .string(name), "goodFor": "Talking things through",
            "identifiedBy": .string(body), "phone": "916-555-0142", "web": "https://help.example.org/", "place": "",
            "hours": "Weekdays", "languages": "English", "cost": "Free", "isForFamilies": true,
            "isConfidential": true, "licenceKind": "", "licenceNumber": "", "licenceJurisdiction": "",
            "verifiedOn": "2026-03-09",
        ]
    }

    /// The same as a form sends it.
    var form: KeyValuePairs<String, String> {
        let own = object ?? [:]
        func text(_ name: String) -> String { own[name]?.string ?? "" }
        return [
            "category": text("category"), "name": text("name"), "goodFor": text("goodFor"),
            "identifiedBy": text("identifiedBy"), "phone": text("phone"), "web": text("web"), "place": text("place"),
            "hours": text("hours"), "languages": text("languages"), "cost": text("cost"), "isForFamilies": "yes",
            "isConfidential": "yes", "licenceKind": "", "licenceNumber": "", "licenceJurisdiction": "",
            "licenceUntil": "", "verifiedOn": text("verifiedOn"), "checkBy": "",
        ]
    }
}
