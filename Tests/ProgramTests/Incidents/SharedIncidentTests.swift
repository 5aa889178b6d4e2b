import PolicyPacks
import Program
import TestSupport
import Testing

/// An incident that two agencies answer together: who may be asked, what travels, and what each may do at which stage.
@Suite struct SharedIncidentTests {
    private static let now = Instant(milliseconds: 1_773_000_000_000)
    private let policy: PolicyPack

    init() throws { policy = try BundledPacks.named("orange-county-probation").pack }

    private func file(_ scope: IncidentScope = .own) -> IncidentFile {
        var file = IncidentFile(
            id: "file", kind: "shooting", scope: scope, isLargeScale: false,
            happenedAt: Self.now.adding(seconds: -3_600),
            told: IncidentFile.Told(at: Self.now, means: .telephone, by: .dispatcher))
        file.involved = ["canary": .witness]
        return file
    }

    private func ask(
        _ file: IncidentFile, _ partner: String = "b", telephone: String? = nil, agreed: Set<String> = ["b"],
        able: Set<String> = ["b"], earlier: [SharedIncident] = []
    ) -> Result<SharedIncident, Refusal> {
        file.sharing(
            PartnerAsked(partner: partner, wantsScene: true, telephone: telephone), as: "s", of: "a", by: "Coordinator",
            agreed: agreed, able: able, earlier: earlier, under: policy, at: Self.now)
    }

    @Test func whatTravelsIsTheKindTheHourAndWhomToCall() throws {
        let shared = try ask(file(), telephone: "+1 202 555 0142").get()
        #expect(
            shared.ask
                == SharedIncident.Ask(
                    nature: try #require(policy.incidentKind("shooting")).label,
                    happenedAt: Self.now.adding(seconds: -3_600), wantsScene: true, office: "Coordinator",
                    telephone: "+1 202 555 0142"))
        #expect(!"\(shared)".contains("canary"))
    }

    @Test func nobodyIsAskedWithoutAnAgreementOrTwiceOrForAnotherAgency() throws {
        func field(_ result: Result<SharedIncident, Refusal>) -> String? {
            switch result {
            case .success: "none"
            case .failure(let refusal):
                refusal.problems.allSatisfy { $0.clauses.map(\.text) == ["OCP-I.A-2"] }
                    ? refusal.problems.first?.field ?? "whole" : "without its clause"
            }
        }
        #expect(field(ask(file())) == "none")
        #expect(field(ask(file(), "c")) == "partner")
        #expect(field(ask(file(), agreed: [])) == "partner")
        #expect(field(ask(file(), able: [])) == "partner")
        #expect(field(ask(file(), telephone: "at the gate")) == "telephone")
        // Who joined another's incident asks nobody on.
        #expect(field(ask(file(.partnerAgency))) == "whole")
        var closed = file()
        closed.closedOn = Day("2026-03-10")
        #expect(field(ask(closed)) == "whole")
        let first = try ask(file()).get()
        #expect(field(ask(file(), earlier: [first])) == "partner")
        #expect(field(ask(file(), earlier: [try first.declining(at: Self.now).get()])) == "none")
        #expect(field(ask(file(), earlier: [try first.ending(by: .asker, at: Self.now).get()])) == "none")
    }

    private enum Act: CaseIterable {
        case join, decline, endByAsker, endByPartner
    }

    private func after(_ act: Act, _ shared: SharedIncident) -> Result<SharedIncident, Refusal> {
        switch act {
        case .join: shared.joining(with: "own", at: Self.now)
        case .decline: shared.declining(at: Self.now)
        case .endByAsker: shared.ending(by: .asker, at: Self.now)
        case .endByPartner: shared.ending(by: .partner, at: Self.now)
        }
    }

    /// Every sequence of acts: what is over stays over, an answer is given once, and a file is there exactly where they joined.
    @Test func everySequenceKeepsToItsStages() throws {
        var states = [try ask(file()).get()]
        for _ in 0..<4 {
            states += states.flatMap { state in
                Act.allCases.compactMap { act -> SharedIncident? in
                    let next = try? after(act, state).get()
                    let isAllowed =
                        switch (state.stage, act) {
                        case (.asked, .join), (.asked, .decline), (.asked, .endByAsker): true
                        case (.together, .endByAsker), (.together, .endByPartner): true
                        case (.asked, .endByPartner), (.together, .join), (.together, .decline): false
                        case (.withdrawn, _), (.declined, _), (.left, _): false
                        }
                    #expect((next != nil) == isAllowed, "\(act) at \(state.stage)")
                    return next
                }
            }
        }
        for state in states {
            let hasJoined =
                switch state.stage {
                case .together, .left: true
                case .asked, .withdrawn, .declined: false
                }
            #expect((state.partnerFile != nil) == hasJoined)
            #expect(state.isRunning == (state.end == nil && (state.answer == nil || hasJoined)))
        }
        #expect(states.count > 5)
    }

    @Test func eachSeesOfTheOtherHowManyAndWhenAndNeverWho() throws {
        var theirs = file()
        var scene = SceneResponse(askedBy: "role:coordinator", askedAt: Self.now, wanted: 3, place: "canary gate")
        for (account, answer, arrived, left) in [
            ("one", SceneAnswer.coming, false, false), ("two", .coming, true, false), ("three", .coming, true, true),
            ("four", .cannot, false, false),
        ] {
            var asked = SceneResponse.Asked(account: account, at: Self.now)
            asked.answer = answer
            asked.arrivedAt = arrived ? Self.now : nil
            asked.leftAt = left ? Self.now : nil
            scene.asked.append(asked)
        }
        theirs.scenes = [scene]
        let (early, late) = (Self.now.adding(seconds: 60), Self.now.adding(seconds: 120))
        var off = IncidentSession(id: "x", meeting: "defusing", startsAt: early)
        off.calledOffAt = Self.now
        theirs.sessions = [
            IncidentSession(id: "l", meeting: "debriefing", startsAt: late, place: "canary room"),
            IncidentSession(id: "e", meeting: "defusing", startsAt: early), off,
        ]
        let seen = OtherSide(of: theirs)
        #expect(seen.onTheWay == 1 && seen.atTheScene == 1 && seen.meetings == [early, late] && seen.closedOn == nil)
        #expect(!"\(seen)".contains("canary") && !"\(seen)".contains("one"))
    }

    @Test func anotherAgencysIncidentIsJoinedAndNeverReported() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let shared = try ask(file()).get()
        func report(_ scope: IncidentScope, kind: String = "shooting", means: Means = .telephone) -> IncidentReport {
            IncidentReport(
                kind: kind, scope: scope, isLargeScale: false, happenedAt: shared.ask.happenedAt, toldAt: Self.now,
                means: means, teller: .partnerAgency, names: "")
        }
        let refused = policy.mayReport(report(.partnerAgency), in: calendar, at: Self.now)
        #expect(refused?.problems.map(\.field) == ["scope"])
        #expect(refused?.problems.first?.clauses.map(\.text) == ["OCP-I.A-2"])
        #expect(policy.mayJoin(shared, by: report(.partnerAgency), in: calendar, at: Self.now) == nil)
        #expect(policy.mayJoin(shared, by: report(.own), in: calendar, at: Self.now) != nil)
        // The joining agency's own list and ways of being told.
        let wrong = policy.mayJoin(
            shared, by: report(.partnerAgency, kind: "flood", means: .page), in: calendar, at: Self.now)
        #expect(wrong?.problems.map(\.field) == ["kind", "means"])
        #expect(policy.countedScopes.last == .partnerAgency && !policy.incidentScopes.contains(.partnerAgency))
    }

    @Test func whosePolicyDoesNotSpeakOfItSharesNothing() throws {
        #expect(policy.sharesIncidents)
        #expect(try BundledPacks.named("iacp").pack.sharesIncidents)
        #expect(try !BundledPacks.named("kern-sheriff").pack.sharesIncidents)
    }
}
