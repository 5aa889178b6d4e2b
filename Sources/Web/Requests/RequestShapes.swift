import Operations
import Program

/// Offers, requests and what belongs to them, as the programming interface gives them to a supporter.
enum RequestShapes {
    static let card = Shape<OfferCard>(
        .choice("urgency", \.urgency), .choice("way", \.way), .choice("time", \.time),
        .words("language", about: "Empty for any.", \.language), .choice("standing", \.standing),
        .choice("origin", \.origin),
        .texts("touches", each: .choice(Touching.allCases.map(\.rawValue))) { $0.touches.map(\.rawValue).sorted() },
        .flag("isInquiry", \.isInquiry))

    static let offer = Shape<Offer>(
        .id("id", \.id), .part("card", card, \.card), .flag("isPreferred", \.isPreferred),
        .flag("isMarkedChain", \.isMarkedChain),
        .part(
            maybe: "adviser", adviser, about: "Whom to ask where one is not sure; null where the pack names nobody.",
            \.adviser))

    private static let adviser = Shape<Adviser>(
        .words("role", \.role.text), .words("title", \.title),
        .list("calls", of: AuthorityActs.toCall, about: "Its numbers of this hour.", \.calls),
        .flag("canCallBack", about: "Whether somebody holds the role who can be asked to call back.", \.canCallBack),
        .flag("isAskedToCallBack", about: "Whether they were, and nobody has answered yet.", \.isAskedToCallBack))

    static let listed = Shape<OpenRequest>(
        .id("id", \.id), .part("card", card, \.card), .flag("hasNewMessage", \.hasNewMessage),
        .flag("awaitsFirstContact") { $0.firstContactDue != nil }, .flag("mustHandOff", \.mustHandOff),
        .day(maybe: "nextReminder", \.nextReminder))

    static let request = Shape<SupporterView>(
        .id("id", \.id), .part("card", card, \.card), .flag("isAdvisementGiven", \.isAdvisementGiven),
        .flag("needsAdmonishment", \.needsAdmonishment),
        .part(maybe: "words", words, about: "Null until the advisement was confirmed.", \.words),
        .list("messages", of: message, \.messages), .flag("awaitsFirstContact") { $0.firstContactDue != nil },
        .count("contactsMade", \.contactsMade), .flag("mustHandOff", \.mustHandOff),
        .flag("asksAboutReferral", \.asksAboutReferral), .list("reminders", of: reminder, \.reminders),
        .list("consultations", of: consultation, \.consultations),
        .list("consents", of: consent) { $0.consents.filter(\.isGood) },
        .flag("agreesToTimeOffNote", \.agreesToTimeOffNote),
        .day("canReopenUntil", about: "If it were closed today.", \.canReopenUntil))

    static let lent = Shape<ConsultationView>(
        .id("id", \.id), .words("supporter", \.supporter),
        .part(maybe: "opened", opened, about: "Null where nothing of the request is shown.", \.opened))

    static let colleagues = Shape<(handOff: [Operations.Colleague], ways: [WayToConsult])>(
        .list("handOff", of: colleague, about: "To whom the request can be handed.") { $0.handOff },
        .list("consultations", of: way, about: "Who can be consulted, by the pack's ways.") { $0.ways })

    static let words = Shape<SeekerWords>(.words("name", \.name), .words("number", \.number), .words("words", \.words))

    private static let message = Shape<RequestMessage>(
        .flag("fromSeeker", \.fromSeeker), .day("day", \.day), .words("text", \.text), .flag("isNew", \.isNew))

    private static let reminder = Shape<Reminder>(.id("id", \.id), .day("day", \.day), .choice("kind", \.kind))

    private static let consultation = Shape<OpenConsultation>(
        .id("id", \.id), .words("name", \.name), .words(maybe: "role", \.role), .flag("readsAlong", \.readsAlong))

    private static let consent = Shape<Consent>(
        .words("to", \.consent.to), .words("scope", \.consent.scope), .day("givenOn", \.givenOn),
        .day(maybe: "until", \.consent.until))

    private static let opened = Shape<ConsultationView.Opened>(
        .part("card", card, \.card), .part("words", words, \.words), .list("messages", of: message, \.messages))

    private static let colleague = Shape<Operations.Colleague>(.id("account", \.account), .words("name", \.name))

    private static let way = Shape<WayToConsult>(
        .words("consulted", \.rule.with.name), .list("colleagues", of: colleague, \.colleagues))
}
