import Operations
import PolicyPacks
import Program

extension PolicyAddresses {
    static let choices = FixedAddress("policy/choices")
}

extension Routes {
    static let choices: [Route] = [
        .staff(.get, PolicyAddresses.choices, for: .holding(.readConformance)) { visit in
            .page(ChosenPages.choices(visit))
        },
        .read(
            "readPolicyChoices",
            "What the agency chose itself where its written policy is silent, and what the policy gives in its words.",
            at: PolicyAddresses.choices, for: .holding(.readConformance), "The values.", ChosenShapes.values
        ) { visit in visit.agency.pack },
    ]
}

private enum ChosenShapes {
    static let values = Shape<LoadedPack>(
        .words("pack", \.pack.id.text), .list("chosen", of: chosen, \.chosen), .list("given", of: given, \.said))

    private static let chosen = Shape<ChosenValue>(
        .words("path", about: "Where it stands in the pack.", \.path),
        .texts("place", about: "The same way as people read it.", \.place),
        .words(maybe: "value", \.value), .words("reason", \.reason))

    private static let given = Shape<SaidValue>(
        .words("path", \.path), .texts("place", \.place), .words("value", \.value),
        .words("words", about: "A few words of the policy that give it.", \.words),
        .texts("clauses", each: .id, \.clauses))
}
