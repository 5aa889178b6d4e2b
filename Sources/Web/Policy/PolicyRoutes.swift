import HTML
import Operations
import PolicyPacks
import Program

enum PolicyAddresses {
    static let policy = FixedAddress("policy")

    /// Every duty with how it is met, to print.
    static let proof = FixedAddress("policy/proof")

    /// Some of the duties, or all of them.
    static func duties(_ choice: DutyChoice) -> Link {
        choice.query.map { Link(policy.path, query: ["state": $0]) } ?? policy.link()
    }

    /// A part of the clause register, on the same page.
    static func part(_ part: ClausePart) -> Link { Link(policy.path, fragment: part.anchor) }
}

extension Routes {
    static let policy: [Route] = [
        .staff(.get, PolicyAddresses.policy, for: .holding(.readConformance)) { visit in
            let chosen = visit.visit.query("state").flatMap { DutyChoice(query: $0) } ?? .all
            let counsel = try await visit.programmes.counsel(of: visit.staff.agency)
            return .page(PolicyPages.policy(try await DutiesToday(for: visit), counsel, visit, only: chosen))
        },
        .staff(.get, PolicyAddresses.proof, for: .holding(.readConformance)) { visit in
            .page(ProofPage.proof(try await DutiesToday(for: visit), visit))
        },
        .read(
            "readPolicy",
            "The policy pack in force: every duty of the written policy, and what becomes of it in the system.",
            at: PolicyAddresses.policy, for: .holding(.readConformance), "The pack.", PolicyShapes.pack
        ) { visit in
            PolicyInForce(pack: visit.agency.pack, today: try await DutiesToday(for: visit))
        },
    ]
}

/// The pack with what shows today that it is carried out.
private struct PolicyInForce: Sendable {
    let pack: LoadedPack
    let today: DutiesToday

    var duties: [DutyToday] {
        pack.register.flatMap(\.entries).map { duty in
            DutyToday(duty: duty, people: today.fewestPeople(for: duty), standing: today.standing(of: duty))
        }
    }
    var policy: PolicyPack { pack.pack }
}

private struct DutyToday: Sendable {
    let duty: DutyConformance
    let people: Int?
    let standing: DutyStanding
}

private enum PolicyShapes {
    static let pack = Shape<PolicyInForce>(
        .words("pack", \.policy.id.text), .words("version", \.policy.version),
        .words("hash", about: "SHA-256 of the pack's content.", \.pack.hash), .words("source", \.policy.source.title),
        .day(maybe: "dated", \.policy.source.date),
        .list("clauses", of: clause, \.duties),
        .list("evidence", of: evidence, about: "What shows today that duties are carried out.", \.today.evidence),
        .list("counselQuestions", of: question, about: "What is to be settled with the agency's counsel.") {
            $0.policy.counsel?.questions ?? []
        })

    private static let evidence = Shape<Evidence>(
        .choice("kind", \.kind), .count("done", about: "How many are as they should be.", \.done),
        .count("of", about: "Out of how many.", \.of),
        .count("missing", about: "How many are late or missing.", \.missing),
        .day(maybe: "day", \.day),
        .count(
            maybe: "fewerThan", about: "Where there are too few to be counted; the other numbers are nought.",
            \.fewerThan))

    private static let question = Shape<CounselQuestion>(
        .words("id", \.id), .words("question", \.question), .words(maybe: "answer", \.answer))

    private static let clause = Shape<DutyToday>(
        .words("id", \.duty.clause.id.text), .words("place", \.duty.clause.place), .words("duty", \.duty.clause.duty),
        .choice("kind", \.duty.clause.kind),
        .choice(
            "state",
            about: """
                Whether something in the system goes by every rule that cites it, whether its words are said, or whether it stands in \
                the pack alone.
                """, \.duty.state),
        .choice("standing", about: "How it stands today, by what becomes of it and what is counted.", \.standing),
        .list("rules", of: rule, about: "The rules that cite it; empty where none does.", \.duty.rules),
        .count(
            maybe: "people", about: "How many people at least hold the office for each of its acts today.", \.people))

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
