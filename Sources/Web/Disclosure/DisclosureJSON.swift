import Operations
import Program

/// Exceptions to confidence and a supporter's own disclosures as programs read them.
extension Routes {
    static let disclosureInterface: [Route] = [exceptions, listDisclosures, readDisclosure, protections]

    private static let exceptions = Route.read(
        "listDisclosureExceptions", "The cases in which confidence ends, and who is told in each.",
        at: DisclosureAddresses.exceptions, for: .holding(.takeRequests),
        "The exceptions, in the policy's order, and the crisis lines that come before some.", DisclosureShapes.guide
    ) { visit in visit.pack }

    private static let listDisclosures = Route.read(
        "listDisclosures", "Your own disclosures, the latest first.", at: DisclosureAddresses.disclosures,
        for: .holding(.takeRequests), "The disclosures.",
        Shape<[UnderPack<DisclosureView>]>(.list("disclosures", of: DisclosureShapes.view) { $0 })
    ) { visit in
        try await visit.programmes.disclosures(of: visit.staff).map { UnderPack($0, visit.pack) }
    }

    private static let readDisclosure = Route.read(
        "readDisclosure", "One of your own disclosures: who was told, and who knows by now.",
        at: DisclosureAddresses.disclosure, for: .holding(.takeRequests), "The disclosure.", DisclosureShapes.view
    ) { visit, id in
        try await visit.programmes.disclosure(id.text, of: visit.staff).map { UnderPack($0, visit.pack) }
    }

    private static let protections = Route.read(
        "readProtections", "What supporters are protected from, where the policy has such a card.",
        at: DisclosureAddresses.protections, for: .holding(.takeRequests), "The card.", DisclosureShapes.card
    ) { visit in visit.pack.confidentiality.protections }
}

/// A thing, and the pack in whose words it is said.
private struct UnderPack<Thing: Sendable>: Sendable {
    let thing: Thing
    let pack: PolicyPack

    init(_ thing: Thing, _ pack: PolicyPack) {
        self.thing = thing
        self.pack = pack
    }
}

private enum DisclosureShapes {
    static let guide = Shape<PolicyPack>(
        .list("exceptions", of: exception) { pack in
            pack.confidentiality.exceptions.map { UnderPack($0, pack) }
        },
        .list("crisisLines", of: crisisLine) { [.lifeline] + ($0.crisisLines ?? []) })

    static let view = Shape<UnderPack<DisclosureView>>(
        .id("id", \.thing.id), .id("exception", \.thing.exception.id), .moment("begunAt", \.thing.begunAt),
        .flag("isOpen", \.thing.isOpen), .flag("mustStepBack", \.thing.exception.replacesSupporter),
        .list("recipients", of: step) { view in view.thing.steps.map { UnderPack($0, view.pack) } })

    static let card = Shape<ProtectionsCard>(
        .texts("protections") { $0.protections.map(\.label) }, .clauses(\.basis),
        .list("notWhere", of: Shape<RuledItem>(.words("label", \.label), .clauses(\.basis)), \.notWhere))

    private static let exception = Shape<UnderPack<DisclosureException>>(
        .id("id", \.thing.id), .words("label", \.thing.label), .choice("force", \.thing.force),
        .flag("crisisLinesFirst") { $0.thing.first != nil },
        .list("recipients", of: recipient) { exception in
            exception.thing.recipients.map { UnderPack($0, exception.pack) }
        },
        .flag("mustStepBack", \.thing.replacesSupporter), .clauses(\.thing.basis))

    private static let crisisLine = Shape<CrisisLine>(
        .words("name", \.name), .words("telephone", \.telephone), .words(maybe: "text", \.text),
        .words("hours", \.hours))

    private static let recipient = Shape<UnderPack<Recipient>>(
        .words("who") { $0.thing.name($0.pack) },
        .choice("deadline", of: Recipient.Deadline.allCases.map(\.word)) { $0.thing.deadline.word },
        .flag("escalates", \.thing.escalates))

    private static let step = recipient.of { (step: UnderPack<DisclosureView.Step>) in
        UnderPack(step.thing.recipient, step.pack)
    }.with(
        .choice("state", of: ["waiting", "known", "to-tell", "told"], \.thing.status.told.word),
        .moment(maybe: "due", \.thing.due), .flag("isOverdue", \.thing.isOverdue),
        .moment(maybe: "at", \.thing.status.told.at), .words(maybe: "by", \.thing.status.told.by),
        .choice(maybe: "how", of: Means.allCases.map(\.word)) { $0.thing.status.told.how?.word })
}

extension Shape.Member {
    /// The clauses of a rule.
    fileprivate static func clauses(_ basis: @escaping @Sendable (Value) -> Basis) -> Self {
        .texts("clauses", each: .id) { basis($0).clauses.map(\.text) }
    }
}

extension RecipientStatus {
    /// Its word, and when, by whom and how they came to know.
    fileprivate var told: (word: String, at: Instant?, by: String?, how: Means?) {
        switch self {
        case .waiting: ("waiting", nil, nil, nil)
        case .known(let name, let answer): ("known", answer.at, name, answer.how)
        case .toTell: ("to-tell", nil, nil, nil)
        case .told(let at, let how): ("told", at, nil, how)
        }
    }
}

extension Recipient.Deadline {
    fileprivate var word: String {
        switch self {
        case .immediately: "immediately"
        case .asSoonAsPossible: "as-soon-as-possible"
        case .open: "open"
        }
    }
}
