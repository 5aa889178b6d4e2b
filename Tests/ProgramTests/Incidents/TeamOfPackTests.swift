import PolicyPacks
import Program
import Testing

/// The team of a pack's own debriefing (OCP-II.E.4).
@Suite struct TeamOfPackTests {
    private let team: DebriefingTeam
    private let day: Day

    init() throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        team = try #require(pack.incidents.debriefing?.team)
        day = try #require(Day("2026-11-20"))
    }

    private func certificate(until last: String? = nil) throws -> HeldCertificate {
        HeldCertificate(name: "CISM", since: try #require(Day("2025-01-01")), lastDay: last.flatMap { Day($0) })
    }

    private func member(_ id: String, until last: String? = nil, load: Int = 0) throws -> TeamCandidate {
        TeamCandidate(id: id, kinds: [.supporter], certificates: [try certificate(until: last)], load: load)
    }

    private func professional() throws -> TeamCandidate {
        TeamCandidate(id: "professional", kinds: [.mentalHealthProfessional], certificates: [try certificate()])
    }

    @Test func shortByOneMemberIsSaidWithItsClause() throws {
        let people = [try professional(), try member("ana"), try member("ben", until: "2026-11-19")]
        let proposed = team.proposals(from: people, on: day, atMost: 3, drawn: 1)
        #expect(proposed.teams.isEmpty)
        #expect(proposed.short.map(\.words) == ["1 more member of the team with CISM"])
        #expect(proposed.notProposed["ben"] == .certificationNotInForce("CISM"))
        let verdict = team.verdict(on: ["professional", "ana", "ben"], of: people, on: day)
        let refusal = try #require(team.refusal(of: verdict, field: "members") { "Name of \($0)" })
        #expect(
            refusal.problems.map(\.message) == [
                "Name of ben: no certification in force on that day (CISM).",
                "The team is short: 1 more member of the team with CISM.",
            ])
        #expect(refusal.problems.allSatisfy { $0.field == "members" && $0.clauses.contains(ClauseID("OCP-II.E.4")) })
    }

    /// The chaplain is suggested: proposed where there is one, and missing without keeping the team from being confirmed.
    @Test func theChaplainIsSuggested() throws {
        let people = [try professional(), try member("ana"), try member("ben"), try member("cy")]
        let without = try #require(team.proposals(from: people, on: day, atMost: 1, drawn: 1).teams.first)
        #expect(without.members.count == 3 && without.missing.map(\.words) == ["1 more chaplain"])
        let chaplain = TeamCandidate(id: "chaplain", kinds: [.chaplain], load: 9)
        let with = try #require(team.proposals(from: people + [chaplain], on: day, atMost: 1, drawn: 1).teams.first)
        #expect(with.members.map(\.id).contains("chaplain") && with.missing.isEmpty)
    }

    /// A chaplain who is a member too sits once, wherever the team needs them.
    @Test func oneSeatEach() throws {
        let both = TeamCandidate(id: "both", kinds: [.chaplain, .supporter], certificates: [try certificate()])
        let few = [both, try professional(), try member("ana")]
        let tight = try #require(team.proposals(from: few, on: day, atMost: 1, drawn: 1).teams.first)
        #expect(tight.members.filter { $0.id == "both" }.map(\.kind) == [.supporter])
        let roomy = try #require(
            team.proposals(from: few + [try member("ben", load: 7)], on: day, atMost: 1, drawn: 1).teams.first)
        #expect(roomy.members.filter { $0.id == "both" }.map(\.kind) == [.chaplain] && roomy.members.count == 4)
    }

    /// Whoever is kept out is told apart from nobody else who is, and least of all is it said when another rule stands in the way.
    @Test func aRuleAndNeverAReason() throws {
        let kept = TeamCandidate(
            id: "kept", kinds: [.supporter], certificates: [try certificate()], isKeptOut: true)
        let away = TeamCandidate(
            id: "away", kinds: [.supporter], certificates: [try certificate()], isAvailable: false, isKeptOut: true)
        let gone = TeamCandidate(id: "gone", kinds: [.supporter], isKeptOut: true, isOnTeam: false)
        let proposed = team.proposals(from: [kept, away, gone], on: day, atMost: 1, drawn: 1)
        #expect(proposed.notProposed == ["kept": .keptOut, "away": .notAvailable, "gone": .notOnTeam])
    }

    /// Equals are drawn: each of six is in a team about as often as the others, whatever their names, and one draw stays as it is.
    @Test func nobodyIsAheadByTheirName() throws {
        let equals = try ["aa", "ab", "ac", "ya", "yb", "zz"].map { try member($0) } + [try professional()]
        var turns: [String: Int] = [:]
        for draw in 0..<600 {
            let proposed = team.proposals(from: equals, on: day, atMost: 1, drawn: UInt64(draw))
            let again = team.proposals(from: equals.reversed(), on: day, atMost: 1, drawn: UInt64(draw))
            #expect(proposed == again)
            for member in proposed.teams.flatMap(\.members) { turns[member.id, default: 0] += 1 }
        }
        for equal in equals where equal.kinds == [.supporter] {
            #expect((140...260).contains(turns[equal.id] ?? 0), "\(equal.id)")
        }
    }

    /// No more seats than the most, and nobody who is no candidate.
    @Test func tooManyAreTold() throws {
        let people = try ["a", "b", "c", "d"].map { try member($0) } + [try professional()]
        let verdict = team.verdict(on: people.map(\.id) + ["stranger"], of: people, on: day)
        #expect(verdict == .notConfirmable([.mayNotSit("stranger", .notOnTeam), .noRoom("d")]))
    }
}
