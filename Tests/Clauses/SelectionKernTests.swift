import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Joining the team under the Kern County Sheriff's policy: papers through the chain of command, checks, the peer review, consultation.
@Suite struct SelectionKernTests {
    private func begun(preferred: String? = nil) async throws -> Joining {
        var joining = try await Joining.at("kern-sheriff")
        var papers: [String: JSON] = ["specialAssignment": "My assignment.", "memorandum": "My memorandum."]
        if preferred != nil { papers["preferred"] = true }
        let applied = try await joining.applicant.api(.post, "/api/v1/application", .object(papers))
        try #require(applied.status == 201, "\(applied)")
        joining.id = try #require(applied.json?.text("id"))
        return joining
    }

    /// Does every step up to that one, by whom the policy names.
    private func walk(_ joining: Joining, to end: String) async throws {
        let town = joining.town
        let commander = try await town.signedIn("personnel-commander")
        let reviewer = try await town.signedIn("personnel-reviewer")
        let coordinator = try await town.signedIn("coordinator")
        for step in town.agency.policy.selection.steps.map(\.id) {
            guard step != end else { return }
            switch step {
            case "application": break
            case "chain-of-command":
                #expect(try await joining.doing("forwarding", in: step, by: joining.sergeant).status == 204)
                let on = JSON.string(try town.today)
                #expect(try await joining.doing("noted-forwarding", in: step, ["on": on], by: commander).status == 204)
                #expect(try await joining.doing("forwarding", in: step, by: commander).status == 204)
            case "endorsement":
                try await yes(joining, step, by: try await town.signedIn("division-commander"))
            case "work-restriction", "investigation", "personal-problems", "personnel-file":
                try await yes(joining, step, by: reviewer)
            case "inquiries":
                #expect(
                    try await joining.doing("inquiries", in: step, ["asked": 4, "suitable": "yes"], by: coordinator)
                        .status == 204)
            case "peer-review":
                for member in try await team(joining) { _ = try await rates(joining, "well", by: member) }
                #expect(try await joining.doing("peer-review/end", in: step, by: coordinator).status == 204)
            case "interview": #expect(try await joining.doing("passing-over", in: step, by: coordinator).status == 204)
            case "consultation":
                for client in [coordinator, try await town.signedIn("leader")] {
                    #expect(try await joining.doing("hearing", in: step, by: client).status == 204)
                }
            default: try await yes(joining, step, by: coordinator)
            }
        }
    }

    private func yes(_ joining: Joining, _ step: String, by client: Client) async throws {
        let reply = try await joining.doing("answer", in: step, ["answer": "yes"], by: client)
        #expect(reply.status == 204, "\(step): \(reply)")
    }

    /// Five of the team.
    private func team(_ joining: Joining) async throws -> [Client] {
        var members: [Client] = []
        for place in 0..<5 {
            let number = try await joining.town.programmes.database.employ(
                "peer.\(place)", agency: joining.town.agency.agency.id)
            members.append(
                try await joining.town.enrolledHolder("peer.\(place)", as: number, role: RoleID("supporter")))
        }
        return members
    }

    private func rates(_ joining: Joining, _ rating: String, by member: Client) async throws -> Reply {
        let items = try joining.step(.peerReview).characteristics
        return try await joining.doing(
            "peer-review", in: "peer-review", ["ratings": .array(items.map { _ in .string(rating) })], by: member)
    }

    private func refused(_ reply: Reply, _ clauses: Set<String>) {
        #expect(reply.status == 422 && reply.clauses.isSuperset(of: clauses), "\(clauses): \(reply)")
    }

    @Test(.clause("KSO-B-0")) func bothPapersGoUpTheChainInOrder() async throws {
        let empty = try await Joining.at("kern-sheriff")
        for papers in [["specialAssignment": "Mine."], ["memorandum": "Mine."]] as [JSON] {
            refused(try await empty.applicant.api(.post, "/api/v1/application", papers), ["KSO-B-0"])
        }
        let joining = try await begun()
        let commander = try await joining.town.signedIn("personnel-commander")
        let step = "chain-of-command"
        // Nobody before their turn: the commander neither takes it in nor notes it for a sergeant who has an account.
        refused(try await joining.doing("forwarding", in: step, by: commander), ["KSO-B-0"])
        refused(
            try await joining.doing(
                "noted-forwarding", in: step, ["on": .string(try joining.town.today)], by: commander), ["KSO-B-0"])
        #expect(try await joining.applicant.page("/application").words.contains("It is with Sam Person"))
        #expect(try await joining.doing("forwarding", in: step, by: joining.sergeant).status == 204)
        refused(try await joining.doing("forwarding", in: step, by: joining.sergeant), ["KSO-B-0"])
        refused(try await joining.doing("forwarding", in: step, by: commander), ["KSO-B-0"])
        // The captain has no account: the commander notes when it came from them.
        #expect(
            try await joining.doing(
                "noted-forwarding", in: step, ["on": .string(try joining.town.today)], by: commander
            ).status == 204)
        let endorsing = try await joining.town.signedIn("division-commander")
        refused(try await joining.doing("answer", in: "endorsement", ["answer": "yes"], by: endorsing), ["KSO-B-0"])
        #expect(try await joining.doing("forwarding", in: step, by: commander).status == 204)
        // Each of them is named and dated, and both papers are there.
        let page = try await commander.page("/applications/\(joining.id)").words
        for word in ["Sam Person", "Kim Person", "My memorandum.", "My assignment."] { #expect(page.contains(word)) }
        #expect(try await joining.next == "endorsement")
    }

    @Test(.clause("KSO-B.1")) func theirOwnDivisionCommanderEndorses() async throws {
        let joining = try await begun()
        try await walk(joining, to: "endorsement")
        let other = try await joining.town.programmes.database.employ(
            "south", agency: joining.town.agency.agency.id)
        let south = try await joining.town.enrolledHolder(
            "south", as: other, role: RoleID("division-commander"), area: "South")
        let commander = try await joining.town.signedIn("personnel-commander")
        for client in [south, commander, joining.sergeant] {
            refused(try await joining.doing("answer", in: "endorsement", ["answer": "yes"], by: client), ["KSO-B.1"])
        }
        let reviewer = try await joining.town.signedIn("personnel-reviewer")
        refused(
            try await joining.doing("answer", in: "work-restriction", ["answer": "yes"], by: reviewer),
            ["KSO-B.1", "KSO-B.2"])
        let own = try await joining.town.signedIn("division-commander")
        #expect(try await own.page("/home").words.contains("1 application"))
        try await yes(joining, "endorsement", by: own)
        #expect(try await joining.next == "work-restriction")
    }

    @Test(
        arguments: [
            ("work-restriction", "KSO-B.2"), ("investigation", "KSO-B.3"), ("personal-problems", "KSO-B.3"),
            ("personnel-file", "KSO-B.5"),
        ])
    func oneWordOfAnswer(step: String, clause: String) async throws { try await answers(step, clause) }

    @Test(.clause("KSO-B.2")) func noWorkRestriction() async throws { try await answers("work-restriction", "KSO-B.2") }

    @Test(.clause("KSO-B.3")) func noInvestigationAndNoSeriousProblems() async throws {
        try await answers("investigation", "KSO-B.3")
        try await answers("personal-problems", "KSO-B.3")
    }

    @Test(.clause("KSO-B.5")) func thePersonnelFile() async throws { try await answers("personnel-file", "KSO-B.5") }

    /// One role answers yes or no, with nothing to write; a no ends it and leaves nothing.
    private func answers(_ step: String, _ clause: String) async throws {
        let joining = try await begun()
        try await walk(joining, to: step)
        let coordinator = try await joining.town.signedIn("coordinator")
        refused(try await joining.doing("answer", in: step, ["answer": "yes"], by: coordinator), [clause])
        refused(try await joining.doing("answer", in: "selection", ["answer": "yes"], by: coordinator), [clause])
        let reviewer = try await joining.town.signedIn("personnel-reviewer")
        let page = try await reviewer.page("/applications/\(joining.id)")
        let forms = page.forms.filter { $0.action.hasSuffix("/answer") }
        #expect(forms.count == 2 && forms.allSatisfy { $0.controls.allSatisfy { !$0.takesWords } })
        #expect(!page.words.contains("My memorandum.") && !page.words.contains("Where it stands"))
        #expect(try await joining.doing("answer", in: step, ["answer": "no"], by: reviewer).status == 204)
        #expect(try await joining.status == "not-selected")
        let left = try await joining.town.programmes.database.read { transaction in
            try transaction.application(joining.id, agency: joining.town.agency.agency.id)?.entries.count
        }
        #expect(left == 0)
    }

    @Test(.clause("KSO-B.4")) func inquiriesAreANumberAndAnOutcome() async throws {
        let joining = try await begun()
        try await walk(joining, to: "inquiries")
        let coordinator = try await joining.town.signedIn("coordinator")
        let form = try await coordinator.page("/applications/\(joining.id)").forms.first {
            $0.action.hasSuffix("/inquiries")
        }
        #expect(form?.names == ["asked", "suitable"] && form?.controls.allSatisfy { !$0.takesWords } == true)
        let leader = try await joining.town.signedIn("leader")
        refused(
            try await joining.doing("inquiries", in: "inquiries", ["asked": 3, "suitable": "yes"], by: leader),
            ["KSO-B.4"])
        let reviewer = try await joining.town.signedIn("personnel-reviewer")
        refused(
            try await joining.doing("answer", in: "personnel-file", ["answer": "yes"], by: reviewer),
            ["KSO-B.4", "KSO-B.5"])
        #expect(
            try await joining.doing("inquiries", in: "inquiries", ["asked": 3, "suitable": "yes"], by: coordinator)
                .status
                == 204)
        #expect(try await coordinator.page("/applications/\(joining.id)").words.contains("(3)"))
    }

    @Test(.clause("KSO-B.6"), .clause("KSO-B.7")) func theTeamRatesInConfidence() async throws {
        let joining = try await begun()
        try await walk(joining, to: "peer-review")
        let town = joining.town
        let coordinator = try await town.signedIn("coordinator")
        let members = try await team(joining)
        // On exactly the four of the policy.
        let page = try await members[0].page("/applications/\(joining.id)")
        let form = try #require(page.forms.first { $0.action.hasSuffix("/peer-review") })
        #expect(form.controls.count { $0.name == "ratings" } == 4 && form.controls.allSatisfy { !$0.takesWords })
        let words = ["Works hard", "compassion", "Communicates", "helping others"]
        for word in words { #expect(page.words.contains(word), "\(word)") }
        refused(
            try await joining.doing("peer-review", in: "peer-review", ["ratings": ["well"]], by: members[0]),
            ["KSO-B.6"])
        for member in members.prefix(4) { #expect(try await rates(joining, "well", by: member).status == 204) }
        // Each once; whoever is not of the team not at all.
        refused(try await rates(joining, "hardly", by: members[0]), ["KSO-B.6"])
        refused(try await rates(joining, "hardly", by: coordinator), ["KSO-B.6"])
        refused(try await joining.doing("peer-review/end", in: "peer-review", by: coordinator), ["KSO-B.6"])
        #expect(
            try await !coordinator.page("/applications/\(joining.id)").words.contains("How the applicant was rated"))
        let interview = try await joining.doing("passing-over", in: "interview", by: coordinator)
        refused(interview, ["KSO-B.6"])
        // No row ties a member to an answer.
        let accounts = try await members.asyncMap { try await town.staff($0).account }
        let rows = try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT id, application, sealed FROM peer_answer").count
        }
        #expect(rows == 4 && accounts.count == 5)
        #expect(try await rates(joining, "very-well", by: members[4]).status == 204)
        #expect(try await joining.doing("peer-review/end", in: "peer-review", by: coordinator).status == 204)
        let table = try #require(
            try await coordinator.page("/applications/\(joining.id)").table("Peer review by the team"))
        #expect(table.dropFirst().allSatisfy { Array($0.dropFirst()) == ["0", "0", "4", "1"] }, "\(table)")
        #expect(try await joining.next == "interview")
        #expect(try await !joining.applicant.page("/application").words.contains("Very well"))
        let left = try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT application FROM peer_answered").count
                + transaction.rows("SELECT id FROM peer_answer").count
        }
        #expect(left == 0)
    }

    @Test(.clause("KSO-B-8")) func preferenceMarksAndNeverBars() async throws {
        for preferred in [nil, "yes"] {
            let joining = try await begun(preferred: preferred)
            let commander = try await joining.town.signedIn("personnel-commander")
            let listed = try await commander.read("/api/v1/applications")["applications"]?.array?.first
            #expect(listed?["isPreferred"] == .boolean(preferred != nil))
            let page = try await commander.page("/applications/\(joining.id)").words
            #expect(page.contains("KSO-B-8") == (preferred != nil))
            #expect(try await joining.next == "chain-of-command")
        }
    }

    @Test(.clause("KSO-B-9")) func coordinatorAndALeaderAreHeard() async throws {
        let joining = try await begun()
        try await walk(joining, to: "consultation")
        let coordinator = try await joining.town.signedIn("coordinator")
        let leader = try await joining.town.signedIn("leader")
        refused(try await joining.doing("answer", in: "selection", ["answer": "yes"], by: coordinator), ["KSO-B-9"])
        #expect(try await joining.doing("hearing", in: "consultation", by: coordinator).status == 204)
        refused(try await joining.doing("hearing", in: "consultation", by: coordinator), ["KSO-B-9"])
        refused(try await joining.doing("answer", in: "selection", ["answer": "yes"], by: coordinator), ["KSO-B-9"])
        #expect(try await leader.page("/home").words.contains("1 application"))
        #expect(try await joining.doing("hearing", in: "consultation", by: leader).status == 204)
        try await yes(joining, "selection", by: coordinator)
        #expect(try await joining.status == "selected")
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await change(element)) }
        return values
    }
}
