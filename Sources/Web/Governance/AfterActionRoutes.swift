import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// The programme's part in after-action reports, where the policy asks for it.
enum AfterActionAddresses {
    static let inputs = FixedAddress("after-action")
    static let new = FixedAddress("after-action/new")
    static let input = Address<PathID>("after-action/{input}")
    static let change = Address<PathID>("after-action/{input}/change")
    static let signOff = Address<PathID>("after-action/{input}/sign-off")
    static let final = Address<PathID>("after-action/{input}/final")
}

extension Audience {
    /// Those who write the inputs, and those who sign them off. Where a pack has no rule for it, it gives nobody either power.
    static let worksOnAfterAction = Audience.holdingAny([.draftAfterAction, .signAfterAction])
}

extension Routes {
    static let afterAction: [Route] = [
        .staff(.get, AfterActionAddresses.inputs, for: .worksOnAfterAction) { visit in
            .page(AfterActionPages.list(try await visit.programmes.afterActions(by: visit.staff), visit))
        },
        .staff(.get, AfterActionAddresses.new, for: .holding(.draftAfterAction)) { visit in
            .page(try await AfterActionActs.newForm(visit, id: RandomId()))
        },
        .staff(.post, AfterActionAddresses.inputs, for: .holding(.draftAfterAction), AfterActionActs.draft),
        .staff(.get, AfterActionAddresses.input, for: .worksOnAfterAction) { visit, id in
            try await visit.programmes.afterAction(id.text, by: visit.staff).map {
                .page(AfterActionPages.input($0, visit))
            }
        },
        .staff(.get, AfterActionAddresses.change, for: .holding(.draftAfterAction)) { visit, id in
            try await AfterActionActs.changeForm(visit, id)
        },
        .staff(.post, AfterActionAddresses.change, for: .holding(.draftAfterAction), AfterActionActs.change),
        .staff(.post, AfterActionAddresses.signOff, for: .holding(.signAfterAction)) { visit, id in
            try await AfterActionActs.act(visit, id) {
                try await visit.programmes.signOffAfterAction(id.text, version: $0, by: visit.staff)
            }
        },
        .staff(.post, AfterActionAddresses.final, for: .holding(.draftAfterAction)) { visit, id in
            try await AfterActionActs.act(visit, id) {
                try await visit.programmes.finishAfterAction(id.text, version: $0, by: visit.staff)
            }
        },
    ]
}

enum AfterActionActs {
    static func newForm(_ visit: StaffVisit, id: RandomId, _ refusal: Refusal? = nil) async throws -> HTML {
        let figures = try await visit.programmes.afterActionFigures(by: visit.staff)
        return AfterActionFormPage.new(id: id, figures: figures, visit, refusal)
    }

    @Sendable
    static func draft(_ visit: StaffVisit) async throws -> Answer {
        guard let id = RandomId(text: visit.form["id"]) else { return .see(AfterActionAddresses.new.link()) }
        switch try await visit.programmes.draftAfterAction(AfterActionForm(visit.form), as: id, by: visit.staff) {
        case .success(let id): return .see(AfterActionAddresses.input.link(PathID(id)))
        case .failure(let refusal):
            return .page(try await newForm(visit, id: id, refusal), status: .unprocessableContent)
        }
    }

    /// A final one has no form any more: it is shown instead.
    static func changeForm(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.afterAction(id.text, by: visit.staff) else { return nil }
        guard !view.input.isFinal else { return .see(AfterActionAddresses.input.link(id)) }
        let figures = try await visit.programmes.afterActionFigures(by: visit.staff)
        return .page(AfterActionFormPage.change(view.input, figures: figures, visit))
    }

    @Sendable
    static func change(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.afterAction(id.text, by: visit.staff) else { return nil }
        let changed = try await visit.programmes.changeAfterAction(
            id.text, version: Int(visit.form["version"]) ?? 0, to: AfterActionForm(visit.form), by: visit.staff)
        switch changed {
        case .success: return .see(AfterActionAddresses.input.link(id))
        case .failure(let refusal):
            let figures = try await visit.programmes.afterActionFigures(by: visit.staff)
            return .page(
                AfterActionFormPage.change(view.input, figures: figures, visit, refusal),
                status: .unprocessableContent)
        case nil: return nil
        }
    }

    /// Something done by one button to the version that its page showed.
    static func act(
        _ visit: StaffVisit, _ id: PathID, _ done: (Int) async throws -> Result<Void, Refusal>?
    ) async throws -> Answer? {
        switch try await done(Int(visit.form["version"]) ?? 0) {
        case .success: return .see(AfterActionAddresses.input.link(id))
        case .failure(let refusal):
            guard let view = try await visit.programmes.afterAction(id.text, by: visit.staff) else { return nil }
            return .page(AfterActionPages.input(view, visit, refusal), status: .unprocessableContent)
        case nil: return nil
        }
    }
}

extension AfterActionForm {
    fileprivate init(_ sent: FormAnswers) {
        self.init()
        event = sent["event"]
        happened = sent["happened"]
        parts = Dictionary(uniqueKeysWithValues: AfterActionContent.Part.allCases.map { ($0, sent[$0.rawValue]) })
        figures = sent["figures"]
    }
}
