import Operations
import Program

/// Exceptions to confidence and a supporter's own disclosures as programs read them.
extension Routes {
    static let disclosureInterface: [Route] = [
        .read(
            "listDisclosureExceptions", "The cases in which confidence ends, and who is told in each.",
            at: DisclosureAddresses.exceptions, for: .holding(.takeRequests),
            "The exceptions, in the policy's order, and the crisis lines that come before some.",
            byPack: DisclosureShapes.guide
        ) { visit in visit.pack },
        .read(
            "listDisclosures", "Your own disclosures, the latest first.", at: DisclosureAddresses.disclosures,
            for: .holding(.takeRequests), "The disclosures.", byPack: DisclosureShapes.list
        ) { visit in try await visit.programmes.disclosures(of: visit.staff) },
        .read(
            "readDisclosure", "One of your own disclosures: who was told, and who knows by now.",
            at: DisclosureAddresses.disclosure, for: .holding(.takeRequests), "The disclosure.",
            byPack: DisclosureShapes.view
        ) { visit, id in try await visit.programmes.disclosure(id.text, of: visit.staff) },
        .read(
            "readProtections", "What supporters are protected from, where the policy has such a card.",
            at: DisclosureAddresses.protections, for: .holding(.takeRequests), "The card.", DisclosureShapes.card
        ) { visit in visit.pack.confidentiality.protections },
    ]
}

private enum DisclosureShapes {
    @Sendable
    static func guide(_ pack: PolicyPack) -> Shape<PolicyPack> {
        Shape(
            .list("exceptions", of: exception(pack), \.confidentiality.exceptions),
            .list("crisisLines", of: crisisLine, \.everyCrisisLine))
    }

    @Sendable
    static func list(_ pack: PolicyPack) -> Shape<[DisclosureView]> { .list("disclosures", of: view(pack)) }

    @Sendable
    static func view(_ pack: PolicyPack) -> Shape<DisclosureView> {
        Shape(
            .id("id", \.id), .id("exception", \.exception.id), .moment("begunAt", \.begunAt), .flag("isOpen", \.isOpen),
            .flag("mustStepBack", \.exception.replacesSupporter), .list("recipients", of: step(pack), \.steps))
    }

    static let card = Shape<ProtectionsCard>(
        .texts("protections") { $0.protections.map(\.label) }, .clauses(\.basis),
        .list("notWhere", of: Shape<RuledItem>(.words("label", \.label), .clauses(\.basis)), \.notWhere))

    private static func exception(_ pack: PolicyPack) -> Shape<DisclosureException> {
        Shape(
            .id("id", \.id), .words("label", \.label), .choice("force", \.force),
            .flag("crisisLinesFirst") { $0.first != nil }, .list("recipients", of: recipient(pack), \.recipients),
            .flag("mustStepBack", \.replacesSupporter),
            .words(maybe: "procedure", about: "A procedure of the agency that goes with it.", \.procedure?.label),
            .clauses(\.basis))
    }

    private static let crisisLine = Shape<CrisisLine>(
        .words("name", \.name), .words("telephone", \.telephone), .words(maybe: "text", \.text),
        .words("hours", \.hours))

    private static func recipient(_ pack: PolicyPack) -> Shape<Recipient> {
        Shape(
            .words("who") { $0.name(pack) },
            .choice("deadline", of: Recipient.Deadline.allCases.map(\.word), \.deadline.word),
            .flag("escalates", \.escalates))
    }

    private static func step(_ pack: PolicyPack) -> Shape<DisclosureView.Step> {
        recipient(pack).of(\.recipient).with(
            .choice("state", of: ["waiting", "unanswered", "known", "to-tell", "told"], \.status.told.word),
            .list("calls", of: AuthorityActs.toCall, \.reach.calls), .flag("isMeanwhile", \.reach.isMeanwhile),
            .moment(maybe: "due", \.due), .flag("isOverdue", \.isOverdue), .moment(maybe: "at", \.status.told.at),
            .words(maybe: "by", \.status.told.by),
            .choice(maybe: "how", of: Means.allCases.map(\.word)) { $0.status.told.how?.word })
    }
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
        case .unanswered: ("unanswered", nil, nil, nil)
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
