import Operations
import Program
import Store
import TestSupport
import Testing

/// What an applicant wrote and what colleagues answered is in no row outside its seal, and goes when its time is over.
@Suite struct SelectionSecrecyTests {
    private static let words = "quillwort-canary"

    private func begun(_ engine: Engine, pack: String) async throws -> (Ground, applicant: Staff, id: String) {
        let ground = try await Ground(engine, pack: pack)
        for role in ground.agency.policy.readersOfApplications {
            _ = try await ground.member("o.\(role.text)", roles: role.text)
        }
        let applicant = try await ground.member("a.pplicant", isEmployed: true)
        let papers = Dictionary(
            uniqueKeysWithValues: ground.agency.policy.papersOfApplication.map {
                ($0, "\(Self.words) for \($0.rawValue)")
            })
        let id = try await ground.programmes.apply(
            WrittenApplication(papers: papers, isPreferred: true), by: applicant
        ).get()
        return (ground, applicant, id)
    }

    /// Whoever holds an office, once more: digits of a second factor work once.
    private func office(_ role: String, _ ground: Ground) async throws -> Staff {
        ground.clock.set(ground.clock.now.adding(seconds: 60))
        return try await ground.signedIn("o.\(role)")
    }

    private func papers(_ ground: Ground, _ id: String) async throws -> [String] {
        try await ground.database.read { try $0.papers(ofApplication: id).values.sorted() }
    }

    /// In no column and not in the chain; the offices that the policy has read it do, and nobody else.
    @Test(arguments: engines, ["kern-sheriff", "police-division"])
    func wordsStandInTheirSealAlone(_ engine: Engine, pack: String) async throws {
        let (ground, applicant, id) = try await begun(engine, pack: pack)
        let everything = try await ground.database.everything()
        #expect(!everything.contains(Self.words))
        // Nor as bytes: columns of bytes are told in hexadecimal digits.
        let hex = Self.words.utf8.map { String($0, radix: 16) }.joined()
        #expect(!everything.contains(hex))
        #expect(try await ground.programmes.ownApplication(of: applicant).papers.count >= 1)
        for role in ground.agency.policy.readersOfApplications {
            let reader = try await office(role.text, ground)
            guard let view = try await ground.programmes.application(id, for: reader) else { continue }
            #expect(view.papers.values.allSatisfy { $0.hasPrefix(Self.words) } && !view.papers.isEmpty, "\(role.text)")
        }
        let other = try await ground.member("n.obody", isEmployed: true)
        #expect(try await ground.programmes.application(id, for: other) == nil)
    }

    /// Thirty days after the decision by these packs, and at once with a withdrawal.
    @Test(arguments: engines) func papersGoByThePacksDays(_ engine: Engine) async throws {
        let (ground, _, id) = try await begun(engine, pack: "police-division")
        let psychologist = try await office("psychologist", ground)
        _ = try await #require(
            ground.programmes.take(.answer(false), in: "review", of: id, by: psychologist)
        ).get()
        #expect(
            try await ground.database.read { try $0.application(id, agency: ground.agency.id)?.status } == .notSelected)
        #expect(try await papers(ground, id).count == 1)
        for (day, count) in [("2026-12-19", 1), ("2026-12-20", 0)] {
            try ground.move(to: day)
            try await ground.programmes.destroyApplications()
            #expect(try await papers(ground, id).count == count, "\(day)")
        }
        #expect(try await ground.database.read { try $0.rows("SELECT id FROM sealed_paper").count } == 0)
        // The bare fact stays for three years.
        try ground.move(to: "2029-12-20")
        try await ground.programmes.destroyApplications()
        #expect(try await ground.database.read { try $0.application(id, agency: ground.agency.id) } == nil)
    }

    /// One with which nobody goes on is stopped after the pack's days, and its applicant may begin anew.
    @Test(arguments: engines) func whatNobodyGoesOnWithStops(_ engine: Engine) async throws {
        let (ground, applicant, id) = try await begun(engine, pack: "police-division")
        for (day, status) in [("2027-11-19", ApplicationStatus.underWay), ("2027-11-20", .stopped)] {
            try ground.move(to: day)
            try await ground.programmes.stopApplications()
            #expect(
                try await ground.database.read { try $0.application(id, agency: ground.agency.id)?.status } == status)
        }
        #expect(try await ground.programmes.ownApplication(of: ground.present(applicant)).whyNot == nil)
    }

    /// The chain has the same entry for a yes and for a no, and the pack's clauses; nothing says which it was.
    @Test(arguments: engines) func theChainTellsNoAnswer(_ engine: Engine) async throws {
        var acts: [[AuditKind]] = []
        for answer in [true, false] {
            let (ground, _, id) = try await begun(engine, pack: "police-division")
            let psychologist = try await office("psychologist", ground)
            _ = try await #require(
                ground.programmes.take(.answer(answer), in: "review", of: id, by: psychologist)
            ).get()
            acts.append(try await ground.acts())
        }
        #expect(acts[0] == acts[1] && acts[0].last == .applicationStepTaken)
    }

    /// Whoever answers a peer review stands nowhere beside an answer: sealed, of one size, and in no order.
    @Test(arguments: engines) func answersOfColleaguesTieNobody(_ engine: Engine) async throws {
        let (ground, _, id) = try await begun(engine, pack: "kern-sheriff")
        let step = try #require(ground.agency.policy.selection.steps.first { $0.act.kind == .peerReview })
        // What comes before is taken as done.
        try await ground.database.write { [agency = ground.agency] transaction in
            let today = try #require(Day("2026-11-20"))
            let before = agency.policy.selection.steps.dropFirst().prefix { $0.id != step.id }
            try transaction.insert(
                before.map { StepEntry(step: $0.id, part: .whole, by: nil, on: today) }, ratings: [:], of: id)
        }
        var accounts: [String] = []
        for (place, rating) in [Rating.hardly, .veryWell, .well].enumerated() {
            let member = try await ground.member("p.\(place)", roles: "supporter")
            accounts.append(member.account)
            let ratings = Dictionary(uniqueKeysWithValues: step.characteristics.map { ($0.id, rating) })
            let acts = try await ground.acts().count
            _ = try await #require(
                ground.programmes.reviewPeer(ratings, in: step.id, of: id, by: member)
            ).get()
            #expect(try await ground.acts().count == acts)
            let again = try await ground.programmes.reviewPeer(ratings, in: step.id, of: id, by: member)
            #expect(again?.isRefused == true)
        }
        let rows = try await ground.database.rowsByTable()
        let told = (rows["peer_answer"] ?? []) + (rows["peer_answered"] ?? [])
        #expect(told.count == 6)
        for account in accounts { #expect(!told.contains { $0.contains(account) }) }
        #expect(Set((rows["peer_answer"] ?? []).map(\.count)).count == 1)
        // Too few to be shown together.
        let coordinator = try await office("coordinator", ground)
        let ended = try await ground.programmes.endPeerReview(in: step.id, of: id, by: coordinator)
        #expect(ended?.isRefused == true)
    }
}
