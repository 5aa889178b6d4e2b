import Operations
import PolicyPacks
import Program

enum PolicyInterfaceAddresses {
    static let policy = FixedAddress("api/v1/policy")
}

extension Routes {
    static let policyInterface: [Route] = [
        .api(.get, PolicyInterfaceAddresses.policy, for: .holding(.readConformance), PolicyEndpoints.read) { call in
            .success(.json(PolicyJSON.policy(call.staff.agency.pack)))
        }
    ]
}

enum PolicyEndpoints {
    static let read = Endpoint(
        "readPolicy", "The policy pack in force: every duty of the written policy, and the rules that carry it.",
        success: .ok("The pack.") { _ in
            .object([
                Schema.Property("pack", .words), Schema.Property("version", .words),
                Schema.Property("hash", .words, about: "SHA-256 of the pack's content."),
                Schema.Property("source", .words), Schema.Property("dated", .nullable(.day)),
                Schema.Property("clauses", .list(of: clause)),
            ])
        }, mayRefuse: false)

    private static let clause = Schema.object([
        Schema.Property("id", .words), Schema.Property("place", .words), Schema.Property("duty", .words),
        Schema.Property("kind", .choice(Clause.Kind.allCases.map(\.rawValue))),
        Schema.Property("rules", .list(of: .words), about: "Paths of rules in the pack; empty where none carries it."),
    ])
}

enum PolicyJSON {
    static func policy(_ pack: LoadedPack) -> JSON {
        [
            "pack": .string(pack.pack.id.text), "version": .string(pack.pack.version), "hash": .string(pack.hash),
            "source": .string(pack.pack.source.title), "dated": JSON(pack.pack.source.date?.text),
            "clauses": .array(pack.register.flatMap(\.entries).map(clause)),
        ]
    }

    private static func clause(_ entry: ClausePart.Entry) -> JSON {
        [
            "id": .string(entry.clause.id.text), "place": .string(entry.clause.place),
            "duty": .string(entry.clause.duty), "kind": .string(entry.clause.kind.rawValue),
            "rules": .array(entry.rules.map { .string($0) }),
        ]
    }
}
