import Operations
import Program
import Sealing
import Store
import Testing

/// An after-action input from its first draft until it is frozen.
@Suite struct AfterActionRoundsTests {
    private struct Scene {
        let ground: Ground
        let coordinator: Staff
        let chaplain: Staff
        let clinician: Staff

        init(_ engine: Engine, pack: String = "iacp") async throws {
            ground = try await Ground(engine, pack: pack)
            coordinator = try await ground.member("c.ortiz", roles: "coordinator")
            chaplain = try await ground.member("r.bell", roles: "chaplain")
            clinician = try await ground.member("d.quill", roles: "clinical-supervisor")
        }

        func input(_ id: String) async throws -> AfterActionInput {
            try #require(try await ground.programmes.afterAction(id, by: chaplain)).input
        }

        func sign(_ id: String, _ version: Int, by staff: Staff) async throws -> [String?]? {
            try await #require(ground.programmes.signOffAfterAction(id, version: version, by: staff)).refusedFields
        }

        func finish(_ id: String, _ version: Int, by staff: Staff) async throws -> [String?]? {
            try await #require(ground.programmes.finishAfterAction(id, version: version, by: staff)).refusedFields
        }
    }

    private static func form(_ change: (inout AfterActionForm) -> Void = { _ in }) -> AfterActionForm {
        var form = AfterActionForm()
        form.event = "River flood"
        form.happened = "2026-10"
        form.parts = [.did: "were there", .worked: "pairs", .change: "relief", .resources: "none"]
        change(&form)
        return form
    }

    @Test(arguments: engines) func fromDraftToFinal(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let programmes = scene.ground.programmes
        let october = try #require(Month("2026-10"))
        try #require(await programmes.publishFigures("summary", .month(october), by: scene.coordinator)).get()
        let id = RandomId()
        // A form sent twice drafts once.
        for _ in 1...2 { _ = try await programmes.draftAfterAction(Self.form(), as: id, by: scene.coordinator).get() }
        #expect(try await programmes.afterActions(by: scene.coordinator).map(\.id) == [id.text])
        #expect(try await scene.finish(id.text, 1, by: scene.coordinator) == [nil])
        #expect(try await scene.sign(id.text, 1, by: scene.chaplain) == nil)
        #expect(try await scene.sign(id.text, 1, by: scene.chaplain) == [nil])
        #expect(try await programmes.afterActionsWaiting(for: scene.chaplain) == 0)
        #expect(try await programmes.afterActionsWaiting(for: scene.clinician) == 1)

        // A change withdraws the sign-off; who read the draft before it signs nothing.
        let changed = try await programmes.changeAfterAction(
            id.text, version: 1, to: Self.form { $0.figures = "2026-10" }, by: scene.coordinator)
        try #require(changed).get()
        #expect(try await scene.input(id.text).status == .draft([]))
        #expect(try await scene.sign(id.text, 1, by: scene.clinician) == ["version"])
        let late = try await programmes.changeAfterAction(
            id.text, version: 1, to: Self.form(), by: scene.coordinator)
        #expect(late?.refusedFields == ["version"])

        for signer in [scene.chaplain, scene.clinician] {
            #expect(try await programmes.afterActionsWaiting(for: signer) == 1)
            #expect(try await scene.sign(id.text, 2, by: signer) == nil)
        }
        #expect(try await programmes.afterActionsWaiting(for: scene.coordinator) == 1)
        #expect(try await scene.finish(id.text, 2, by: scene.coordinator) == nil)
        #expect(try await programmes.afterActionsWaiting(for: scene.coordinator) == 0)
        let view = try #require(try await programmes.afterAction(id.text, by: scene.clinician))
        #expect(view.input.isFinal && view.input.signOffs.count == 2)
        let published = try await programmes.publication("summary", .month(october), by: scene.coordinator)
        #expect(view.figures == published?.publication)

        // Final stays as it is.
        let after = try await scene.ground.database.everything()
        let again = try await programmes.changeAfterAction(id.text, version: 2, to: Self.form(), by: scene.coordinator)
        #expect(again?.refusedFields == [nil])
        #expect(try await scene.sign(id.text, 2, by: scene.chaplain) == [nil])
        #expect(try await scene.finish(id.text, 2, by: scene.coordinator) == [nil])
        #expect(try await scene.ground.database.everything() == after)
        let acts = try await scene.ground.acts().suffix(6)
        #expect(
            acts == [
                .afterActionDrafted, .afterActionSignedOff, .afterActionChanged, .afterActionSignedOff,
                .afterActionSignedOff, .afterActionFinished,
            ])
    }

    /// Only the roles that the pack names; of other agencies' inputs, and of programmes without the rule, there is nothing.
    @Test(arguments: engines) func whoMayDoWhat(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let programmes = scene.ground.programmes
        let id = try await programmes.draftAfterAction(Self.form(), by: scene.coordinator).get()
        #expect(try await programmes.draftAfterAction(Self.form(), by: scene.chaplain).refusedFields == [nil])
        #expect(try await programmes.signOffAfterAction(id, version: 1, by: scene.coordinator) == nil)
        #expect(try await programmes.finishAfterAction(id, version: 1, by: scene.chaplain) == nil)
        #expect(
            try await programmes.changeAfterAction(id, version: 1, to: Self.form(), by: scene.chaplain) == nil)
        #expect(try await programmes.afterAction(RandomId().text, by: scene.coordinator) == nil)
        #expect(try await scene.input(id).status == .draft([]))

        let elsewhere = try await Ground(engine, pack: "police-division")
        let other = try await elsewhere.member("c.ortiz", roles: "coordinator")
        #expect(try await elsewhere.programmes.draftAfterAction(Self.form(), by: other).refusedFields == [nil])
        #expect(try await elsewhere.programmes.signOffAfterAction(id, version: 1, by: other) == nil)
    }

    /// Nobody's name or number, and no figures but published ones; nothing is kept of what was refused.
    @Test(arguments: engines) func whatIsRefusedChangesNothing(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let before = try await scene.ground.database.everything()
        let forms = [
            ("worked", Self.form { $0.parts[.worked] = "name of r.bell" }),
            ("figures", Self.form { $0.figures = "2026-10" }),
        ]
        for (field, form) in forms {
            let refused = try await scene.ground.programmes.draftAfterAction(form, by: scene.coordinator)
            #expect(refused.refusedFields == [field])
        }
        #expect(try await scene.ground.database.everything() == before)
    }

    /// What was final is not shown once a row of it was changed by hand.
    @Test(arguments: engines) func anAlteredInputIsNotShown(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let programmes = scene.ground.programmes
        let id = try await programmes.draftAfterAction(Self.form(), by: scene.coordinator).get()
        for signer in [scene.chaplain, scene.clinician] { #expect(try await scene.sign(id, 1, by: signer) == nil) }
        #expect(try await scene.finish(id, 1, by: scene.coordinator) == nil)
        #expect(try await scene.input(id).isFinal)
        try await scene.ground.database.write { transaction in
            try transaction.execute("UPDATE after_action SET worked = 'all of it'")
        }
        await #expect(throws: FinalInputAltered.self) {
            try await programmes.afterAction(id, by: scene.coordinator)
        }
    }

    /// The schema itself lets no draft change under a sign-off.
    @Test(arguments: engines) func aSignedVersionCannotChange(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let id = try await scene.ground.programmes.draftAfterAction(Self.form(), by: scene.coordinator).get()
        #expect(try await scene.sign(id, 1, by: scene.chaplain) == nil)
        await #expect(throws: (any Error).self) {
            try await scene.ground.database.write { transaction in
                try transaction.execute("UPDATE after_action SET version = 2 WHERE id = \(id)")
            }
        }
    }
}
