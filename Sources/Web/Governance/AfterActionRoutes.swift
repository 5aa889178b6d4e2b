import HTML
import Operations
import Program

/// The programme's part in after-action reports, where the policy asks for it.
enum AfterActionAddresses {
    static let inputs = FixedAddress("after-action")
    static let new = FixedAddress("after-action/new")
    static let input = Address<PathID>("after-action/{input}")
    static let change = Address<PathID>("after-action/{input}/change")
    static let signOff = Address<PathID>("after-action/{input}/sign-off")
    static let final = Address<PathID>("after-action/{input}/final")

    // Programs find the same under another name.
    static let inputsForPrograms = FixedAddress("after-action-inputs")
    static let inputForPrograms = Address<PathID>("after-action-inputs/{input}")
    static let signOffsForPrograms = Address<PathID>("after-action-inputs/{input}/sign-offs")
    static let finalForPrograms = Address<PathID>("after-action-inputs/{input}/final")
}

extension Need {
    /// Those who write the inputs, and those who sign them off. Where a pack has no rule for it, it gives nobody either power.
    static let worksOnAfterAction = Need.anyOf([.draftAfterAction, .signAfterAction])
}

extension Routes {
    static let afterAction: [Route] = afterActionPages + AfterActionActs.routes + afterActionReadings

    private static let afterActionPages: [Route] = [
        .staff(.get, AfterActionAddresses.inputs, for: .staff(.worksOnAfterAction)) { visit in
            .page(AfterActionPages.list(try await visit.programmes.afterActions(by: visit.staff), visit))
        },
        .staff(.get, AfterActionAddresses.new, for: .holding(.draftAfterAction)) { visit in
            .page(try await AfterActionFormPage.new(visit))
        },
        .staff(.get, AfterActionAddresses.input, for: .staff(.worksOnAfterAction)) { visit, id in
            try await visit.programmes.afterAction(id.text, by: visit.staff).map {
                .page(AfterActionPages.input($0, visit))
            }
        },
        // A final one has no form any more: it is shown instead.
        .staff(.get, AfterActionAddresses.change, for: .holding(.draftAfterAction)) { visit, id in
            guard let view = try await visit.programmes.afterAction(id.text, by: visit.staff) else { return nil }
            guard !view.input.isFinal else { return .see(AfterActionAddresses.input.link(id)) }
            return .page(try await AfterActionFormPage.change(view.input, visit))
        },
    ]

    private static let afterActionReadings: [Route] = [
        .read(
            "listAfterActionInputs", "What the programme has to say of large-scale events, the latest first.",
            at: AfterActionAddresses.inputsForPrograms, for: .staff(.worksOnAfterAction), where: \.hasAfterAction,
            "The inputs.", .list("inputs", of: AfterActionShapes.listing)
        ) { visit in try await visit.programmes.afterActions(by: visit.staff) },
        .read(
            "readAfterActionInput", "One input, with the published figures that go with it.",
            at: AfterActionAddresses.inputForPrograms, for: .staff(.worksOnAfterAction), where: \.hasAfterAction,
            "The input.", byPack: AfterActionShapes.input
        ) { visit, id in try await visit.programmes.afterAction(id.text, by: visit.staff) },
    ]
}

private enum AfterActionShapes {
    static let listing = Shape<AfterActionInput>(
        .id("id", \.id), .words("event", \.content.event), .words("happened", \.content.happened.text),
        Shape.Member(Schema.Property("version", .integer(1...Schema.largest))) { .integer($0.version) },
        .choice("state", of: ["draft", "final"]) { $0.isFinal ? "final" : "draft" })

    @Sendable
    static func input(_ pack: PolicyPack) -> Shape<AfterActionView> {
        let content = Shape<AfterActionView>(
            of: AfterActionActs.draft.input, under: pack, without: ["event", "happened"], \.input.content.filled)
        return listing.of(\.input).with(content).with(
            .day("draftedOn", \.draftedOn), .day(maybe: "finalSince", \.finalSince),
            .list("signOffs", of: signOff, \.input.signOffs),
            .texts("awaited", each: .id, about: "The roles that have still to sign off.") {
                $0.rule.awaited(for: $0.input).map(\.text)
            },
            .list("tables", of: StatisticsShapes.table, about: "The published summary's own tables.") {
                $0.figures?.tables ?? []
            })
    }

    private static let signOff = Shape<AfterActionInput.SignOff>(.id("role", \.role.text), .day("on", \.on))
}

extension AfterActionView {
    fileprivate var finalSince: Day? {
        switch input.status {
        case .draft: nil
        case .final(_, let day): day
        }
    }
}
