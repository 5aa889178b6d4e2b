import Testing
import WebSupport

/// What an agency's page says to whoever comes, before anything is asked.
@Suite struct PublicPageTests {
    private func page(_ pack: String) async throws -> Page {
        let town = try await DemoTown.on(pack)
        return try await town.visitor().page("/agencies/\(pack)")
    }

    /// The advisement: what stays between the two, and the list of what cannot.
    private func advisement(_ page: Page) throws -> Page {
        try #require(page.section("What stays between you, and what cannot"))
    }

    /// Privacy, confidentiality and privilege, each with what is said of it.
    private func levels(_ page: Page) throws -> [String: String] {
        try #require(page.section("How far it is protected")).facts
    }

    @Test(.clause("SAC-I-1")) func sacramentoIsVoluntaryAndConfidentialBeforeAnythingIsAsked() async throws {
        let page = try await page("sacramento-probation")
        #expect(page.words.contains("Peer support is voluntary and confidential."))
        #expect(page.words.contains("It is for the hard times, at work or at home."))
        // The page asks nothing, and the ways to what asks come after the words.
        #expect(page.controls.isEmpty)
        let words = try #require(page.markup.firstRange(of: "voluntary and confidential"))
        for asking in ["ask", "sign-in"] {
            let way = try #require(page.markup.firstRange(of: "/agencies/sacramento-probation/\(asking)"))
            #expect(words.upperBound < way.lowerBound)
        }
    }

    @Test(.clause("SAC-VI.A.1-2", "SAC-VI.A.3")) func sacramentoGivesNoPrivilege() async throws {
        let page = try await page("sacramento-probation")
        let levels = try levels(page)
        let privilege = try #require(levels["Privilege"])
        #expect(privilege.contains("No. Talking with a Peer Supporter is not protected by law"))
        #expect(privilege.contains("the way it is with your lawyer or your doctor"))
        #expect(privilege.contains("creates no privilege that the law does not already give"))
        let open = try #require(page.section("What this is")).words
        #expect(open.contains("It is not complete, as it is between you and your lawyer or your doctor"))
        #expect(open.contains("the law gives it no special protection"))
        #expect(open.contains("What you tell a Peer Supporter is not used in a disciplinary proceeding."))
        #expect(
            open.contains(
                "The one exception: the Peer Supporter was part of the incident under investigation, or saw it"))
    }

    /// The third of the order's five has two sentences, for harm to others and to oneself take different ways. The fifth, of
    /// several who meet at once, is no case in which two are heard: it stands by itself.
    @Test(.clause("SAC-VI.B-0")) func sacramentoNamesTheOrdersFiveExceptionsAndNoOther() async throws {
        let advisement = try advisement(try await page("sacramento-probation"))
        let items = advisement.items
        let exceptions = [
            ("The law says that it must be revealed.", "Management Liaison as soon as I can"),
            ("part of an administrative or criminal investigation", "finds another Peer Supporter"),
            ("harm a certain other person", "Management Liaison at once"),
            ("harm yourself", "Law Enforcement Chaplaincy and the Program Coordinator"),
            ("Alcohol or other substances", "Law Enforcement Chaplaincy and the Program Coordinator"),
        ]
        try #require(items.count == exceptions.count)
        for (item, (what, told)) in zip(items, exceptions) {
            #expect(item.contains(what) && item.contains(told), "\(item)")
        }
        #expect(
            advisement.paragraphs.contains {
                $0.contains("several people meet") && $0.contains("confidence cannot be promised")
                    && $0.contains("A critical incident stress debriefing is held in a group and is not meant by this.")
            })
    }

    @Test(.clause("OCP-I.B-0", "OCP-II.F.2", "OCP-I.C.3.a")) func orangeCountyNamesTwoExceptions() async throws {
        let page = try await page("orange-county-probation")
        let advisement = try advisement(page)
        #expect(
            advisement.items == [
                "You tell me about a crime that was committed.",
                "You, or somebody else, are a danger to yourselves or to others.",
            ])
        #expect(advisement.words.contains("I keep what you tell me to myself, and you need not tell me who you are."))
        #expect(advisement.words.contains("Our talk is not privileged under the Evidence Code."))
        let privilege = try #require(try levels(page)["Privilege"])
        #expect(privilege.contains("No. Your talks are not privileged under the Evidence Code."))
        let open = try #require(page.section("What this is")).words
        #expect(
            open.contains(
                "What you say stays confidential, unless it is about a crime or about a danger to you or to others."))
        #expect(open.contains("not privileged under the Evidence Code"))
    }

    @Test(.clause("PD-POL-1", "PD-P-2")) func thePoliceDivisionNamesThreeExceptionsAndIsNoConfessor() async throws {
        let page = try await page("police-division")
        let advisement = try advisement(page)
        let exceptions = [
            "There is a threat to you or to someone else.", "A law was broken.", "There was serious misconduct.",
        ]
        try #require(advisement.items.count == exceptions.count)
        for (item, exception) in zip(advisement.items, exceptions) { #expect(item.hasPrefix(exception)) }
        #expect(
            try levels(page)["Privilege"]?.contains(
                "This division treats what you say as privileged, apart from the cases listed here.") == true)
        #expect(advisement.words.contains("I am a colleague and not a confessor."))
        #expect(advisement.words.contains("not a way to ease one's conscience over breaking the law"))
    }

    @Test(.clause("PD-P-1")) func thePoliceDivisionIsForItsEmployeesAndTheirFamilies() async throws {
        let words = try await page("police-division").words
        #expect(words.contains("for every employee of the division and their families, in a crisis at home or at work"))
        #expect(words.contains("It is not a service for the general public."))
    }

    @Test(.clause("IACP-1.1", "IACP-2.2")) func theGuidelinesPageIsForEveryoneAndTellsTheLevelsApart() async throws {
        let page = try await page("iacp")
        #expect(page.words.contains("for everyone who works here, in personal or professional crisis"))
        #expect(page.words.contains("There is someone who listens, and practical help."))
        #expect(
            page.words.contains(
                "Privacy is what you expect, confidentiality is our duty, and privilege is what the law protects."))
        // Each level is explained, and how far this agency grants it.
        let levels = try levels(page)
        #expect(Set(levels.keys) == ["Privacy", "Confidentiality", "Privilege"])
        let granted = [
            ("Privacy", "your own affairs stay your own", "What you say is meant for your Peer Support Person alone."),
            ("Confidentiality", "A duty of whoever listens", "a duty to keep it confidential, apart from the"),
            ("Privilege", "What the law protects", "Not settled. Whether the law protects these talks depends on"),
        ]
        for (level, meaning, grant) in granted {
            #expect(levels[level]?.contains(meaning) == true && levels[level]?.contains(grant) == true, "\(level)")
        }
    }
}
