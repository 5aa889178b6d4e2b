import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Joining the team under Sacramento County's order: letter, willingness, the supervisor's letter, the committee's vote, the liaison.
@Suite struct SelectionSacramentoTests {
    private static let letter = "Why I would like to join: zinnia-canary."

    private func begun() async throws -> (joining: Joining, coordinator: Client) {
        var joining = try await Joining.at("sacramento-probation")
        let coordinator = try await joining.town.signedIn("coordinator")
        try await joining.town.postsOpening(by: coordinator)
        let applied = try await joining.applicant.api(.post, "/api/v1/application", ["letter": .string(Self.letter)])
        try #require(applied.status == 201, "\(applied)")
        joining.id = try #require(applied.json?.text("id"))
        return (joining, coordinator)
    }

    /// Up to the vote: the coordinator forwards, the applicant declares, the sergeant gives the letter.
    private func atTheVote() async throws -> (joining: Joining, coordinator: Client) {
        let (joining, coordinator) = try await begun()
        try #require(try await joining.doing("forwarding", in: "letter", by: coordinator).status == 204)
        try #require(
            try await joining.doing(
                "declarations", in: "willingness", ["declarations": .array(try declared(joining))],
                by: joining.applicant
            ).status == 204)
        try #require(
            try await joining.doing(
                "attestation", in: "supervisor-letter", ["noneIsSo": "yes"], by: joining.sergeant
            ).status == 204)
        return (joining, coordinator)
    }

    private func declared(_ joining: Joining) throws -> [JSON] {
        guard case .declarations(let items) = try joining.step(.declarations).act else { return [] }
        return items.map { .string($0.id) }
    }

    @Test(.clause("SAC-II.C.3")) func applicationsComeWhileAnOpeningIsPosted() async throws {
        let joining = try await Joining.at("sacramento-probation")
        let town = joining.town
        let before = try await joining.applicant.api(.post, "/api/v1/application", ["letter": "I would like to."])
        #expect(before.status == 422 && before.clauses.contains("SAC-II.C.3"), "\(before)")
        // The committee that assists recruitment posts it too.
        let member = try await town.signedIn("committee-member")
        let page = try await member.page("/openings")
        #expect(
            page.forms.contains {
                $0.action == "/openings" && $0.names.isSuperset(of: ["opensOn", "closesOn", "words"])
            })
        try await town.postsOpening(by: member)
        for path in ["/agencies/sacramento-probation/joining", "/agencies/sacramento-probation/joining/posting"] {
            #expect(try await town.visitor().page(path).words.contains("We look for good listeners."), "\(path)")
        }
        #expect(try await joining.applicant.page("/application").words.contains("We look for good listeners."))
        let applied = try await joining.applicant.post("/application", ["letter": "I would like to."])
        #expect(applied.status == 303)
        #expect(try await joining.applicant.get("/openings").isNothing(for: joining.applicant))
        // After its last day nobody can apply any more.
        town.pass(seconds: 32 * 86_400)
        let late = try await town.enrolled("kim.person", as: "C1")
        let refused = try await late.api(.post, "/api/v1/application", ["letter": "I would like to."])
        #expect(refused.status == 422 && refused.clauses.contains("SAC-II.C.3"))
    }

    @Test(.clause("SAC-III.A.1")) func theLetterGoesToTheCommitteeThroughTheCoordinator() async throws {
        let empty = try await Joining.at("sacramento-probation")
        try await empty.town.postsOpening(by: try await empty.town.signedIn("coordinator"))
        let without = try await empty.applicant.api(.post, "/api/v1/application", ["letter": "  "])
        #expect(without.status == 422 && without.clauses.contains("SAC-III.A.1"))

        let (joining, coordinator) = try await begun()
        let liaison = try await joining.town.signedIn("management-liaison")
        let member = try await joining.town.signedIn("committee-member")
        #expect(try await joining.next == "letter")
        // It is at the coordinator's, on their home and nobody else's.
        #expect(try await coordinator.page("/home").words.contains("1 application"))
        for client in [member, liaison] {
            let tried = try await joining.doing("forwarding", in: "letter", by: client)
            #expect(tried.status == 422 && tried.clauses.contains("SAC-III.A.1"), "\(tried)")
        }
        let early = try await joining.doing("ballot", in: "ballot", [:], by: coordinator)
        #expect(early.status == 422 && early.clauses.isSuperset(of: ["SAC-III.A.1", "SAC-III.A-0"]), "\(early)")
        #expect(try await coordinator.page("/applications/\(joining.id)").words.contains("zinnia-canary"))
        #expect(try await joining.doing("forwarding", in: "letter", by: coordinator).status == 204)
        #expect(try await joining.next == "willingness")
        // A stranger finds nothing, to the byte.
        let supporter = try await joining.town.signedIn("supporter")
        #expect(try await supporter.get("/applications/\(joining.id)").isNothing(for: supporter))
    }

    @Test(.clause("SAC-III.A.2")) func eachDeclarationIsNeeded() async throws {
        let (joining, coordinator) = try await begun()
        _ = try await joining.doing("forwarding", in: "letter", by: coordinator)
        let items = try declared(joining)
        let form = try await joining.applicant.page("/application").forms.first { $0.names.contains("declarations") }
        #expect(form?.values(of: "declarations").count == items.count && items.count == 5)
        for missing in items.indices {
            var some = items
            some.remove(at: missing)
            let refused = try await joining.doing(
                "declarations", in: "willingness", ["declarations": .array(some)], by: joining.applicant)
            #expect(refused.status == 422, "\(items[missing])")
            #expect(refused.clauses.contains { $0.hasPrefix("SAC-III.A.2") })
        }
        let other = try await joining.doing(
            "declarations", in: "willingness", ["declarations": .array(items)], by: coordinator)
        #expect(other.status == 422)
        #expect(
            try await joining.doing(
                "declarations", in: "willingness", ["declarations": .array(items)], by: joining.applicant
            ).status == 204)
        #expect(try await joining.next == "supervisor-letter")
    }

    @Test(.clause("SAC-III.A.3")) func theLetterIsOfTheImmediateSupervisorAlone() async throws {
        let (joining, coordinator) = try await begun()
        _ = try await joining.doing("forwarding", in: "letter", by: coordinator)
        _ = try await joining.doing(
            "declarations", in: "willingness", ["declarations": .array(try declared(joining))], by: joining.applicant)
        let captain = try await joining.town.enrolled("kim.person", as: "C1")
        for client in [captain, coordinator, joining.applicant] {
            let tried = try await joining.doing(
                "attestation", in: "supervisor-letter", ["noneIsSo": "yes"], by: client)
            #expect(tried.status == 422 && tried.clauses == ["SAC-III.A.3"], "\(tried)")
        }
        // The sergeant can give it by themselves, so nobody notes it for them; and the vote waits for it.
        let noted = try await joining.doing(
            "noted-letter", in: "supervisor-letter", ["noneIsSo": "yes", "on": .string(try joining.town.today)],
            by: coordinator)
        #expect(noted.status == 422 && noted.clauses == ["SAC-III.A.3"])
        let early = try await joining.doing("ballot", in: "ballot", [:], by: coordinator)
        #expect(early.status == 422 && early.clauses.contains("SAC-III.A.3"))
        let page = try await joining.sergeant.page("/applications/\(joining.id)")
        #expect(page.words.contains("controlled leave") && !page.words.contains("zinnia-canary"))
        #expect(try await joining.sergeant.page("/home").words.contains("1 application"))
        // A letter that says otherwise ends it.
        #expect(
            try await joining.doing(
                "attestation", in: "supervisor-letter", ["noneIsSo": "no"], by: joining.sergeant
            ).status == 204)
        #expect(try await joining.status == "not-selected")
        let after = try await joining.doing("ballot", in: "ballot", [:], by: coordinator)
        #expect(after.status == 422 && after.text.contains("over"))
        // Of the steps nothing is kept that would say whose no it was.
        #expect(
            try await joining.town.programmes.database.read { transaction in
                try transaction.application(joining.id, agency: joining.town.agency.agency.id)?.entries.isEmpty == true
            })
    }

    /// Two of three carry it; the tie of two fails. The outcome moves the application on, or ends it.
    @Test(
        .clause("SAC-III.A-0"), .clause("SAC-II.C.4"),
        arguments: [(["yes", "yes", "no"], true), (["yes", "no"], false)])
    func theCommitteeVotes(votes: [String], passes: Bool) async throws {
        let (joining, coordinator) = try await atTheVote()
        let town = joining.town
        let members = try await town.seatsCommittee(votes.count, by: coordinator)
        let answered = try await joining.doing("answer", in: "ballot", ["answer": "yes"], by: coordinator)
        #expect(answered.status == 422 && answered.clauses.contains("SAC-III.A-0"))
        let opened = try await joining.doing("ballot", in: "ballot", [:], by: coordinator)
        try #require(opened.status == 201, "\(opened)")
        let ballot = try #require(opened.json?.text("id"))
        for (member, vote) in zip(members, votes) {
            let choice = try #require(BallotChoice(rawValue: vote))
            _ = try await town.programmes.vote(choice, in: ballot, by: town.staff(member))?.get()
        }
        try await town.programmes.closeBallots()
        #expect(try await joining.status == (passes ? "under-way" : "not-selected"))
        #expect(try await joining.next == (passes ? "liaison-review" : nil))
    }

    /// An applicant who withdraws amid the vote ends it: there is nothing left to decide.
    @Test func withdrawingEndsTheVote() async throws {
        let (joining, coordinator) = try await atTheVote()
        let members = try await joining.town.seatsCommittee(3, by: coordinator)
        let opened = try await joining.doing("ballot", in: "ballot", [:], by: coordinator)
        let ballot = "/ballots/\(try #require(opened.json?.text("id")))"
        let open = try await members[0].page(ballot)
        #expect(open.forms.contains { $0.action == "\(ballot)/vote" })
        // Whom the team lacks stands beside the vote on who comes to it.
        #expect(open.section("The team's spread")?.words.contains("Nothing to show yet") == true)
        #expect(try await joining.applicant.post("/application/withdrawal").status == 303)
        let page = try await members[0].page(ballot)
        #expect(page.words.contains("nothing is decided") && !page.forms.contains { $0.action == "\(ballot)/vote" })
    }

    @Test(.clause("SAC-III.B"), .clause("SAC-II.D.1-0")) func theLiaisonReviewsAndThenSomebodyIsSelected() async throws
    {
        let (joining, coordinator) = try await atTheVote()
        let town = joining.town
        let liaison = try await town.signedIn("management-liaison")
        let early = try await joining.doing("answer", in: "liaison-review", ["answer": "yes"], by: liaison)
        #expect(early.status == 422 && early.clauses.isSuperset(of: ["SAC-III.A-0", "SAC-III.B"]), "\(early)")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let ballot = try #require(
            try await joining.doing("ballot", in: "ballot", [:], by: coordinator).json?.text("id"))
        for member in members { _ = try await town.programmes.vote(.yes, in: ballot, by: town.staff(member))?.get() }
        try await town.programmes.closeBallots()
        let account = try await town.programmes.database.read { transaction in
            try transaction.account(agency: town.agency.agency.id, login: "ada.person")?.id ?? ""
        }
        func membership() async throws -> Membership? {
            try await town.programmes.database.read { transaction in
                try transaction.livingMembership(of: account, agency: town.agency.agency.id)
            }
        }
        #expect(try await membership() == nil)
        let wrong = try await joining.doing("answer", in: "liaison-review", ["answer": "yes"], by: coordinator)
        #expect(wrong.status == 422 && wrong.clauses == ["SAC-III.B"])
        // The liaison lets a designee answer, as the order allows.
        let stranger = try await town.enrolled("kim.person", as: "C1")
        #expect(
            try await stranger.api(.post, joining.path("liaison-review", "answer"), ["answer": "yes"]).status == 422)
        #expect(
            try await joining.doing("designee", in: "liaison-review", ["login": "kim.person"], by: liaison).status
                == 204)
        #expect(try await stranger.page("/home").words.contains("1 application"))
        #expect(
            try await joining.doing("answer", in: "liaison-review", ["answer": "yes"], by: stranger).status == 204)
        #expect(try await joining.status == "selected")
        #expect(try await membership()?.origin == .selected)
        // What is still to come stands with the membership; nobody who is chosen is told that they may not apply.
        let chosen = try await joining.applicant.page("/application")
        #expect(chosen.words.contains("You are selected") && !chosen.words.contains("You are of the team already"))
        #expect(chosen.markup.contains("href=\"/membership\""))
    }

    /// Words of a letter stand nowhere but in what is sealed, and are gone with a withdrawal, or by the pack's days.
    @Test func aLetterIsReadByThoseWhoHandleItAlone() async throws {
        let (joining, coordinator) = try await begun()
        let town = joining.town
        #expect(try await coordinator.page("/applications/\(joining.id)").words.contains("zinnia-canary"))
        #expect(try await joining.applicant.page("/application").words.contains("zinnia-canary"))
        #expect(try await !joining.sergeant.get("/applications/\(joining.id)").text.contains("zinnia-canary"))
        #expect(try await joining.applicant.api(.post, "/api/v1/application/withdrawal").status == 204)
        #expect(try await joining.status == "withdrawn")
        let papers = try await town.programmes.database.read { transaction in
            try transaction.papers(ofApplication: joining.id).count
        }
        #expect(papers == 0)
        #expect(try await !joining.applicant.page("/application").words.contains("zinnia-canary"))
    }

    /// Whoever leaves the agency is no applicant any more.
    @Test(.clause("SAC-II.D.1-0")) func whoLeavesGoesNoFurther() async throws {
        let (joining, coordinator) = try await begun()
        try await joining.town.employs([("C1", "Kim", "", true, false), ("S1", "Sam", "C1", true, false)])
        let tried = try await joining.doing("forwarding", in: "letter", by: coordinator)
        #expect(tried.status == 422 && tried.text.contains("This application is over."), "\(tried)")
        #expect(try await coordinator.read("/api/v1/applications")["applications"]?.array?.isEmpty == true)
    }
}
