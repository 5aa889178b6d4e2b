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
            "readPolicy", "The policy pack in force: every duty of the written policy, and the rules that carry it.",
            at: PolicyAddresses.policy, for: .holding(.readConformance), "The pack.", PolicyShapes.pack
        ) { visit in visit.agency.pack },
    ]
}

private enum PolicyShapes {
    static let pack = Shape<LoadedPack>(
        .words("pack", \.pack.id.text), .words("version", \.pack.version),
        .words("hash", about: "SHA-256 of the pack's content.", \.hash), .words("source", \.pack.source.title),
        .day(maybe: "dated", \.pack.source.date), .list("clauses", of: clause) { $0.register.flatMap(\.entries) })

    private static let clause = Shape<ClausePart.Entry>(
        .words("id", \.clause.id.text), .words("place", \.clause.place), .words("duty", \.clause.duty),
        .choice("kind", \.clause.kind),
        .texts("rules", about: "Paths of rules in the pack; empty where none carries it.", \.rules))
}
