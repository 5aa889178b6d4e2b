import PolicyPacks
import Program
import TestSupport
import Testing

/// The steps of each policy's selection: in order, by whom it names, none skipped.
@Suite struct SelectionStepTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-11-20")) }

    private func cast(_ pack: PackID) throws -> SelectionCast {
        SelectionCast(try BundledPacks.named(pack.text).pack, on: today)
    }

    private func begun() -> Application {
        Application(id: "a", applicant: "applicant", begunOn: today)
    }

    /// Every step done by whom the policy names, one after the other.
    private func walk(
        _ cast: SelectionCast, each look: (SelectionStep, Application) throws -> Void = { _, _ in }
    ) throws -> Application {
        var application = begun()
        for step in cast.pack.selection.steps {
            #expect(cast.pack.selection.next(of: application)?.id == step.id)
            try look(step, application)
            for stage in cast.stages(step) {
                for turn in stage {
                    let name = try #require(turn.who.min())
                    let decided = cast.pack.decide(
                        cast.deed(turn.what, in: step, by: name), in: step.id, of: application, by: cast.actor(name),
                        cast.circumstances)
                    guard case .success(.goesOn(let entries, _)) = decided else {
                        Issue.record("\(step.id), \(turn.what) by \(name): \(String(describing: decided))")
                        return application
                    }
                    application = application.with(entries)
                }
            }
        }
        return application
    }

    @Test(arguments: PackLibrary.bundled)
    func everyStepByWhomThePolicyNames(_ pack: PackID) throws {
        let cast = try cast(pack)
        let application = try walk(cast)
        #expect(cast.pack.selection.next(of: application) == nil)
    }

    /// At every moment each later step is refused to just those who do it, with the clause of the step that comes first.
    @Test(arguments: PackLibrary.bundled)
    func nothingIsSkipped(_ pack: PackID) throws {
        let cast = try cast(pack)
        _ = try walk(cast) { next, application in
            let steps = cast.pack.selection.steps
            let place = try #require(steps.firstIndex { $0.id == next.id })
            for (other, step) in steps.enumerated() where other != place {
                for turn in cast.stages(step).joined() {
                    for name in turn.who {
                        let decided = cast.pack.decide(
                            cast.deed(turn.what, in: step, by: name), in: step.id, of: application,
                            by: cast.actor(name), cast.circumstances)
                        guard case .failure(let refusal) = decided else {
                            Issue.record("\(step.id) at \(next.id) by \(name)")
                            continue
                        }
                        let wanted = other > place ? next.basis : step.basis
                        let told = refusal.problems.contains {
                            $0.clauses == wanted.clauses && $0.choice == wanted.reason
                        }
                        #expect(told, "\(step.id) at \(next.id): \(refusal)")
                    }
                }
            }
        }
    }

    /// Whoever the policy does not name for a step is refused with its clause, and nobody does anything for themselves.
    @Test(arguments: PackLibrary.bundled)
    func nobodyElseDoesIt(_ pack: PackID) throws {
        let cast = try cast(pack)
        _ = try walk(cast) { step, application in
            let turns = try #require(cast.stages(step).first)
            for name in cast.everybody where !turns.contains(where: { $0.who.contains(name) }) {
                for turn in turns {
                    let decided = cast.pack.decide(
                        cast.deed(turn.what, in: step, by: name), in: step.id, of: application, by: cast.actor(name),
                        cast.circumstances)
                    guard case .failure(let refusal) = decided else {
                        Issue.record("\(step.id), \(turn.what) by \(name)")
                        continue
                    }
                    #expect(refusal.problems.allSatisfy { $0.clauses == step.basis.clauses }, "\(step.id) by \(name)")
                }
            }
            for turn in turns where turn.who != ["applicant"] && turn.who != ["count"] {
                let name = try #require(turn.who.min())
                let own = SelectionActor(
                    account: "applicant", holdings: cast.actor(name).holdings, person: name, isApplicant: true)
                let decided = cast.pack.decide(
                    cast.deed(turn.what, in: step, by: name), in: step.id, of: application, by: own,
                    cast.circumstances)
                guard case .failure = decided else {
                    Issue.record("\(step.id) by the applicant, as \(name)")
                    continue
                }
            }
        }
    }

    /// What is only recommended may be passed over, openly, by those who have to do with it; what is required never.
    @Test(arguments: PackLibrary.bundled)
    func passingOver(_ pack: PackID) throws {
        let cast = try cast(pack)
        _ = try walk(cast) { step, application in
            for name in cast.everybody {
                let decided = cast.pack.decide(
                    .passOver, in: step.id, of: application, by: cast.actor(name), cast.circumstances)
                let roles = cast.pack.roles(in: step) + cast.pack.overseersOfSelection
                let may = step.strength == .recommended && roles.contains(RoleID(name))
                guard case .success(.goesOn(let entries, _)) = decided else {
                    #expect(!may, "\(step.id) by \(name)")
                    continue
                }
                #expect(may, "\(step.id) by \(name)")
                let standing = cast.pack.selection.standing(of: application.with(entries)).first {
                    $0.step.id == step.id
                }
                #expect(standing?.standing == .passedOver)
            }
        }
    }

    /// A no ends the application wherever somebody is asked for a yes, and leaves nothing of the steps.
    @Test(arguments: PackLibrary.bundled)
    func aNoEndsIt(_ pack: PackID) throws {
        let cast = try cast(pack)
        _ = try walk(cast) { step, application in
            let (name, deed): (String, SelectionDeed)
            let roles = cast.pack.roles(in: step).map(\.text)
            switch step.act {
            case .supervisorLetter: (name, deed) = ("sergeant", .attest(noneIsSo: false))
            case .approvals(let from, _):
                (name, deed) = (
                    try #require(roles.first),
                    .noteApproval(of: from[0], name: "Sam Sergeant", on: today, agrees: false)
                )
            case .inquiries: (name, deed) = (try #require(roles.first), .inquire(asked: 2, suitable: false))
            case .ballot: (name, deed) = ("count", .voted(false))
            case .endorsement, .confirmation, .serviceRecord, .personnelFileReview, .review, .approval:
                (name, deed) = (try #require(roles.first), .answer(false))
            case .application, .forwarding, .declarations, .peerReview, .interview, .consultation: return
            }
            let decided = cast.pack.decide(
                deed, in: step.id, of: application, by: cast.actor(name), cast.circumstances)
            #expect(decided == .success(.ends(.notSelected)), "\(step.id)")
        }
    }

    /// A division commander endorses those of their own division alone (KSO-B.1).
    @Test func endorsementIsOfTheOwnDivision() throws {
        let cast = try cast(PackID("kern-sheriff"))
        _ = try walk(cast) { step, application in
            guard step.act.kind == .endorsement else { return }
            let decided = cast.pack.decide(
                .answer(true), in: step.id, of: application, by: cast.actor("division-commander", area: "South"),
                cast.circumstances)
            guard case .failure(let refusal) = decided else {
                Issue.record("another division's commander")
                return
            }
            #expect(refusal.problems.first?.clauses == [ClauseID("KSO-B.1")])
        }
    }

    /// Only where the policy lets an office have a designee, and only whom it named.
    @Test(arguments: PackLibrary.bundled)
    func designees(_ pack: PackID) throws {
        let cast = try cast(pack)
        _ = try walk(cast) { step, application in
            let allowed: Bool
            switch step.act {
            case .review(_, let designeeAllowed), .approval(_, let designeeAllowed): allowed = designeeAllowed
            default: return
            }
            let role = try #require(cast.pack.roles(in: step).first?.text)
            let named = cast.pack.decide(
                .nameDesignee("nobody"), in: step.id, of: application, by: cast.actor(role), cast.circumstances)
            guard case .success(.goesOn(let entries, _)) = named else {
                #expect(!allowed, "\(step.id)")
                return
            }
            #expect(allowed, "\(step.id)")
            let later = application.with(entries)
            #expect(cast.pack.selection.next(of: later)?.id == step.id)
            for (name, may) in [("nobody", true), ("boss", false)] {
                let decided = cast.pack.decide(
                    .answer(true), in: step.id, of: later, by: cast.actor(name), cast.circumstances)
                if case .success = decided { #expect(may) } else { #expect(!may) }
            }
        }
    }
}
