import Operations
import Program

/// Requests as the programming interface gives them to their supporter.
enum SupportingJSON {
    static func listed(_ request: OpenRequest) -> JSON {
        [
            "id": .string(request.id), "card": OfferJSON.card(request.card),
            "hasNewMessage": .boolean(request.hasNewMessage),
            "awaitsFirstContact": .boolean(request.firstContactDue != nil),
            "mustHandOff": .boolean(request.mustHandOff), "nextReminder": JSON(request.nextReminder?.text),
        ]
    }

    static func request(_ request: SupporterView) -> JSON {
        [
            "id": .string(request.id), "card": OfferJSON.card(request.card),
            "isAdvisementGiven": .boolean(request.isAdvisementGiven),
            "needsAdmonishment": .boolean(request.needsAdmonishment),
            "words": request.words.map(words) ?? .null,
            "messages": .array(request.messages.map(message)),
            "awaitsFirstContact": .boolean(request.firstContactDue != nil),
            "contactsMade": .integer(request.contactsMade), "mustHandOff": .boolean(request.mustHandOff),
            "asksAboutReferral": .boolean(request.asksAboutReferral),
            "reminders": .array(request.reminders.map(reminder)),
            "consultations": .array(request.consultations.map(consultation)),
            "consents": .array(request.consents.filter(\.isGood).map(consent)),
            "agreesToTimeOffNote": .boolean(request.agreesToTimeOffNote),
            "canReopenUntil": .string(request.canReopenUntil.text),
        ]
    }

    static func lent(_ consultation: ConsultationView) -> JSON {
        [
            "id": .string(consultation.id), "supporter": .string(consultation.supporter),
            "opened": consultation.opened.map { opened in
                [
                    "card": OfferJSON.card(opened.card), "words": words(opened.words),
                    "messages": .array(opened.messages.map(message)),
                ]
            } ?? .null,
        ]
    }

    static func colleagues(_ colleagues: [Operations.Colleague], _ ways: [WayToConsult]) -> JSON {
        func list(_ colleagues: [Operations.Colleague]) -> JSON {
            .array(colleagues.map { ["account": .string($0.account), "name": .string($0.name)] })
        }
        return [
            "handOff": list(colleagues),
            "consultations": .array(
                ways.map { way -> JSON in
                    ["consulted": .string(way.rule.with.name), "colleagues": list(way.colleagues)]
                }),
        ]
    }

    static func words(_ words: SeekerWords) -> JSON {
        ["name": .string(words.name), "number": .string(words.number), "words": .string(words.words)]
    }

    private static func message(_ message: RequestMessage) -> JSON {
        [
            "fromSeeker": .boolean(message.fromSeeker), "day": .string(message.day.text),
            "text": .string(message.text), "isNew": .boolean(message.isNew),
        ]
    }

    private static func reminder(_ reminder: Reminder) -> JSON {
        ["id": .string(reminder.id), "day": .string(reminder.day.text), "kind": .string(reminder.kind.rawValue)]
    }

    private static func consultation(_ consultation: OpenConsultation) -> JSON {
        [
            "id": .string(consultation.id), "name": .string(consultation.name), "role": JSON(consultation.role),
            "readsAlong": .boolean(consultation.readsAlong),
        ]
    }

    private static func consent(_ given: Consent) -> JSON {
        [
            "to": .string(given.consent.to), "scope": .string(given.consent.scope),
            "givenOn": .string(given.givenOn.text), "until": JSON(given.consent.until?.text),
        ]
    }
}

extension SupportingEndpoints {
    static let listed = Schema.object([
        Schema.Property("id", .id), Schema.Property("card", OfferEndpoints.card),
        Schema.Property("hasNewMessage", .boolean), Schema.Property("awaitsFirstContact", .boolean),
        Schema.Property("mustHandOff", .boolean), Schema.Property("nextReminder", .nullable(.day)),
    ])

    static let request = Schema.object([
        Schema.Property("id", .id), Schema.Property("card", OfferEndpoints.card),
        Schema.Property("isAdvisementGiven", .boolean), Schema.Property("needsAdmonishment", .boolean),
        Schema.Property("words", .nullable(words), about: "Null until the advisement was confirmed."),
        Schema.Property("messages", .list(of: message)), Schema.Property("awaitsFirstContact", .boolean),
        Schema.Property("contactsMade", .count), Schema.Property("mustHandOff", .boolean),
        Schema.Property("asksAboutReferral", .boolean), Schema.Property("reminders", .list(of: reminder)),
        Schema.Property("consultations", .list(of: consultation)), Schema.Property("consents", .list(of: consent)),
        Schema.Property("agreesToTimeOffNote", .boolean),
        Schema.Property("canReopenUntil", .day, about: "If it were closed today."),
    ])

    static let lent = Schema.object([
        Schema.Property("id", .id), Schema.Property("supporter", .words),
        Schema.Property(
            "opened",
            .nullable(
                .object([
                    Schema.Property("card", OfferEndpoints.card), Schema.Property("words", words),
                    Schema.Property("messages", .list(of: message)),
                ])), about: "Null where nothing of the request is shown."),
    ])

    static let colleaguesOf = Schema.object([
        Schema.Property("handOff", .list(of: colleague), about: "To whom the request can be handed."),
        Schema.Property(
            "consultations",
            .list(
                of: .object([
                    Schema.Property("consulted", .words), Schema.Property("colleagues", .list(of: colleague)),
                ])), about: "Who can be consulted, by the pack's ways."),
    ])

    private static let colleague = Schema.object([Schema.Property("account", .id), Schema.Property("name", .words)])

    static let words = Schema.object([
        Schema.Property("name", .words), Schema.Property("number", .words), Schema.Property("words", .words),
    ])

    private static let message = Schema.object([
        Schema.Property("fromSeeker", .boolean), Schema.Property("day", .day), Schema.Property("text", .words),
        Schema.Property("isNew", .boolean),
    ])

    private static let reminder = Schema.object([
        Schema.Property("id", .id), Schema.Property("day", .day),
        Schema.Property("kind", .choice(ReminderKind.allCases.map(\.rawValue))),
    ])

    private static let consultation = Schema.object([
        Schema.Property("id", .id), Schema.Property("name", .words), Schema.Property("role", .nullable(.words)),
        Schema.Property("readsAlong", .boolean),
    ])

    private static let consent = Schema.object([
        Schema.Property("to", .words), Schema.Property("scope", .words), Schema.Property("givenOn", .day),
        Schema.Property("until", .nullable(.day)),
    ])
}
