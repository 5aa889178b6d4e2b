import Operations
import Program

/// A seeker's own request, and those who can be chosen, as programs read them.
enum SupportShapes {
    static let support = Shape<SeekerView>(
        .choice("state", \.status), .flag("isInquiry", \.isInquiry),
        .part(
            maybe: "supporter", Shape<SeekerView.Supporter>(.id("id", \.account), .words("name", \.name)), \.supporter),
        .flag(
            "lostSupporter", about: "Whether somebody had it and is no longer there, so that others are asked.",
            \.lostSupporter),
        .part(
            maybe: "waiting", WaitingShapes.wait,
            about: "What is waited for; nothing once somebody was in touch.", \.wait),
        .flag(
            "nobodyCouldBeAsked", about: "Whether it waits and nobody who could open it is there.",
            \.nobodyCouldBeAsked),
        .part("words", RequestShapes.words, about: "What was written on asking.", \.words),
        .list("messages", of: message, \.messages), .list("consultations", of: consultation, \.consultations),
        .list("consents", of: consent, \.consents), .flag("agreesToTimeOffNote", \.agreesToTimeOffNote),
        .count(maybe: "daysLeft", \.daysLeft), .flag("canReopen", \.canReopen),
        .texts("rights", about: "In the agency's words.") { $0.rights.map(\.label) })

    private static let message = Shape<RequestMessage>(
        .flag("isOwn", \.fromSeeker), .day("day", \.day), .words("text", \.text),
        .flag("isNew") { $0.isNew && !$0.fromSeeker })

    private static let consultation = Shape<OpenConsultation>(
        .id("id", \.id), .words("name", \.name), .flag("readsAlong", \.readsAlong),
        .flag("mayBeAuthorised", \.mayBeAuthorised))

    private static let consent = Shape<Consent>(
        .id("id", \.id), .words("to", \.consent.to), .words("scope", \.consent.scope), .day("givenOn", \.givenOn),
        .day(maybe: "until", \.consent.until), .day(maybe: "revokedOn", \.revokedOn), .flag("isGood", \.isGood))

    static let supporters = Shape<ShownTeam>(
        .list("supporters", of: supporter) { team in team.cards.map { ShownCard(card: $0, agency: team.agency) } },
        .list(
            "numbers", of: WaitingShapes.number, about: "Whom to call to be put through to any of them."
        ) { $0.agency.policy.numbersToCall })

    private static let supporter = Shape<ShownCard>(
        .id("account", \.card.account), .words(maybe: "name", \.card.name),
        .words(maybe: "knownAs", about: "The programme's own name for them, where that is another.", \.card.knownAs),
        .words(maybe: "unit", \.card.unit),
        .words(maybe: "rank", \.card.rank), .words(maybe: "shift", \.card.shift),
        .flag(
            "supervisesOthers",
            about: "Whether it is said that they supervise others; false where the policy does not say it.",
            \.card.saysTheySupervise),
        .texts("languages", each: CardActs.languageSchema) {
            $0.card.languages.map(\.rawValue)
        }, .words(maybe: "experience", \.card.experience), .words(maybe: "words", \.card.words),
        .words(maybe: "phone", \.card.phone?.number), .choice(maybe: "phoneUse", \.card.phone?.use),
        .words(maybe: "photo", about: "The address of a JPEG, where they show one.") {
            PhotoAddresses.location(of: $0.card.photo, in: $0.agency)
        }, .flag("isAvailableNow", \.card.isAvailableNow))

    /// Everybody who can be chosen or left out.
    struct ShownTeam: Sendable {
        let cards: [SupporterCard]
        let agency: Agency
    }

    /// A card as the agency shows it.
    struct ShownCard: Sendable {
        let card: SupporterCard
        let agency: Agency
    }
}
