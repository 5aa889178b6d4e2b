import HTML
import Operations
import PolicyPacks
import Program

enum PolicyAddresses {
    static let policy = FixedAddress("policy")

    /// A part of the clause register, on the same page.
    static func part(_ part: ClausePart) -> Link { Link(policy.path, fragment: part.anchor) }
}

extension Routes {
    static let policy: [Route] = [
        .staff(.get, PolicyAddresses.policy, for: .holding(.readConformance)) { visit in
            .page(PolicyPages.policy(visit))
        },
        .read(
            "readPolicy",
            "The policy pack in force: every duty of the written policy, and what becomes of it in the system.",
            at: PolicyAddresses.policy, for: .holding(.readConformance), "The pack.", PolicyShapes.pack
        ) { visit in visit.agency.pack },
    ]
}

private enum PolicyShapes {
    static let pack = Shape<LoadedPack>(
        .words("pack", \.pack.id.text), .words("version", \.pack.version),
        .words("hash", about: "SHA-256 of the pack's content.", \.hash), .words("source", \.pack.source.title),
        .day(maybe: "dated", \.pack.source.date), .list("clauses", of: clause) { $0.register.flatMap(\.entries) })

    private static let clause = Shape<DutyConformance>(
        .words("id", \.clause.id.text), .words("place", \.clause.place), .words("duty", \.clause.duty),
        .choice("kind", \.clause.kind),
        .choice(
            "state",
            about: """
                Whether something in the system goes by every rule that cites it, whether its words are said, or whether it stands in \
                the pack alone.
                """, \.state),
        .list("rules", of: rule, about: "The rules that cite it; empty where none does.", \.rules))

    private static let rule = Shape<RuleConformance>(
        .words("path", about: "Where it stands in the pack.", \.path), .choice("state", \.state),
        .choice(
            "kind", about: "A role carries what its powers are; a duty in free words carries nothing of itself.", \.kind
        ),
        .list("readers", of: reader, about: "What goes by it.", \.readers),
        .texts("unread", about: "What of it nothing goes by, where something goes by the rest.", \.unread))

    private static let reader = Shape<Reader>(
        .choice("kind", \.kind),
        .words("name", about: "The operation, the step of the server, the test or the address of the page.", \.name))
}
