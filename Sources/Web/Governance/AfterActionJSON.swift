import HTTPTypes
import Operations
import Program

enum AfterActionInterfaceAddresses {
    static let inputs = FixedAddress("api/v1/after-action-inputs")
    static let input = Address<PathID>("api/v1/after-action-inputs/{input}")
    static let signOffs = Address<PathID>("api/v1/after-action-inputs/{input}/sign-offs")
    static let final = Address<PathID>("api/v1/after-action-inputs/{input}/final")
}

extension Routes {
    static let afterActionInterface: [Route] = [
        .api(
            .get, AfterActionInterfaceAddresses.inputs, for: .worksOnAfterAction, AfterActionEndpoints.list
        ) { call in
            let inputs = try await call.programmes.afterActions(by: call.staff)
            return .success(.json(["inputs": .array(inputs.map { .object(AfterActionJSON.listing($0)) })]))
        },
        .api(
            .post, AfterActionInterfaceAddresses.inputs, for: .holding(.draftAfterAction), AfterActionEndpoints.draft
        ) { call in
            try await call.programmes.draftAfterAction(AfterActionForm(call.body), by: call.staff).map { id in
                .json(["id": .string(id)], status: .created).at(AfterActionInterfaceAddresses.input.link(PathID(id)))
            }
        },
        .api(
            .get, AfterActionInterfaceAddresses.input, for: .worksOnAfterAction, AfterActionEndpoints.read
        ) { call, id in
            try await call.programmes.afterAction(id.text, by: call.staff).map {
                .success(.json(AfterActionJSON.input($0)))
            }
        },
        .api(
            .put, AfterActionInterfaceAddresses.input, for: .holding(.draftAfterAction), AfterActionEndpoints.change
        ) { call, id in
            try await call.programmes.changeAfterAction(
                id.text, version: call.body["version"]?.integer ?? 0, to: AfterActionForm(call.body), by: call.staff)?
                .map { .done }
        },
        .api(
            .post, AfterActionInterfaceAddresses.signOffs, for: .holding(.signAfterAction), AfterActionEndpoints.signOff
        ) { call, id in
            try await call.programmes.signOffAfterAction(
                id.text, version: call.body["version"]?.integer ?? 0, by: call.staff)?.map { .done }
        },
        .api(
            .post, AfterActionInterfaceAddresses.final, for: .holding(.draftAfterAction), AfterActionEndpoints.finish
        ) { call, id in
            try await call.programmes.finishAfterAction(
                id.text, version: call.body["version"]?.integer ?? 0, by: call.staff)?.map { .done }
        },
    ]
}

/// Only a programme whose policy asks for its part in after-action reports has these.
enum AfterActionEndpoints {
    static let list = Endpoint(
        "listAfterActionInputs", "What the programme has to say of large-scale events, the latest first.",
        success: .ok("The inputs.") { _ in .object([Schema.Property("inputs", .list(of: .object(listing)))]) },
        mayRefuse: false, where: isOf)

    static let draft = Endpoint(
        "draftAfterActionInput",
        "Write facts and lessons of an event. Words that name anybody in the directory are refused, with their field.",
        body: { .object(content($0)) },
        success: .created("A draft.", .object([Schema.Property("id", .id)])), where: isOf)

    static let read = Endpoint(
        "readAfterActionInput", "One input, with the published figures that go with it.",
        success: .ok("The input.") { pack in
            .object(
                listing + content(pack).filter { !["event", "happened"].contains($0.name) } + [
                    Schema.Property("draftedOn", .day), Schema.Property("finalSince", .nullable(.day)),
                    Schema.Property(
                        "signOffs",
                        .list(of: .object([Schema.Property("role", .id), Schema.Property("on", .day)]))),
                    Schema.Property("awaited", .list(of: .id), about: "The roles that have still to sign off."),
                    Schema.Property(
                        "tables", .list(of: SummaryEndpoints.table), about: "The published summary's own tables."),
                ])
        }, mayRefuse: false, where: isOf)

    static let change = Endpoint(
        "changeAfterActionInput", "Change a draft. Every sign-off is withdrawn.",
        body: { .object([version] + content($0)) }, success: .done("Changed."), where: isOf)

    static let signOff = Endpoint(
        "signOffAfterActionInput", "Sign a draft off, for every role of yours that the policy names.",
        body: { _ in .object([version]) }, success: .done("Signed off."), where: isOf)

    static let finish = Endpoint(
        "finishAfterActionInput", "Make a draft final that every role has signed off. It stays as it is.",
        body: { _ in .object([version]) }, success: .done("Final."), where: isOf)

    private static let isOf: @Sendable (PolicyPack) -> Bool = { $0.afterAction != nil }

    private static let version = Schema.Property(
        "version", .integer(1...Schema.largest), about: "The draft you have read.")

    private static let listing = [
        Schema.Property("id", .id), Schema.Property("event", .words), Schema.Property("happened", .words),
        Schema.Property("version", .integer(1...Schema.largest)),
        Schema.Property("state", .choice(["draft", "final"])),
    ]

    private static func content(_ pack: PolicyPack) -> [Schema.Property] {
        let clauses = pack.afterAction?.basis.clauses ?? []
        let parts = AfterActionContent.Part.allCases.map { part in
            Schema.Property(
                part.rawValue, .string(maxLength: AfterActionContent.Part.longest), about: "\(part.label). No names.",
                clauses: clauses)
        }
        return [
            Schema.Property(
                "event", .string(maxLength: AfterActionContent.longestEvent), about: "What it is called.",
                clauses: clauses),
            Schema.Property(
                "happened", .string(maxLength: 21),
                about: "Its month or days: `2026-10`, `2026-10-03` or `2026-10-03/2026-10-05`.", clauses: clauses),
        ] + parts + [
            Schema.Property(
                "figures", .nullable(.month), about: "A month whose summary is published.", clauses: clauses)
        ]
    }
}

enum AfterActionJSON {
    static func listing(_ input: AfterActionInput) -> [String: JSON] {
        [
            "id": .string(input.id), "event": .string(input.content.event),
            "happened": .string(input.content.happened.text), "version": .integer(input.version),
            "state": input.isFinal ? "final" : "draft",
        ]
    }

    static func input(_ view: AfterActionView) -> JSON {
        let content = view.input.content
        var members = listing(view.input)
        for part in AfterActionContent.Part.allCases { members[part.rawValue] = .string(content.text(of: part)) }
        members["figures"] = JSON(content.figures?.text)
        members["draftedOn"] = .string(view.draftedOn.text)
        members["finalSince"] = JSON(view.finalSince?.text)
        members["signOffs"] = .array(
            view.input.signOffs.map { ["role": .string($0.role.text), "on": .string($0.on.text)] })
        members["awaited"] = .array(view.rule.awaited(for: view.input).map { .string($0.text) })
        members["tables"] = .array((view.figures?.tables ?? []).map(SummaryJSON.table))
        return .object(members)
    }
}

extension AfterActionView {
    fileprivate var finalSince: Day? {
        switch input.status {
        case .draft: nil
        case .final(_, let day): day
        }
    }
}

extension AfterActionForm {
    /// From a body that fits the operation's schema.
    fileprivate init(_ body: JSON) {
        self.init()
        event = body.text("event")
        happened = body.text("happened")
        parts = Dictionary(uniqueKeysWithValues: AfterActionContent.Part.allCases.map { ($0, body.text($0.rawValue)) })
        figures = body.text("figures")
    }
}
