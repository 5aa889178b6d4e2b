import Operations
import Program

extension Routes {
    static let supportInterface: [Route] = [
        .seekerAPI(.get, SupportAddresses.Interface.support, SupportJSON.read) { call in
            try await call.programmes.request(of: call.pass, in: call.agency).map {
                .success(.json(SupportJSON.view($0)))
            }
        },
        .seekerAPI(.post, SupportAddresses.Interface.messages, SupportJSON.write) { call in
            try await call.programmes.write(call.body.text("text"), by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.change, SupportJSON.change) { call in
            try await call.programmes.changeSupporter(
                unwanted: call.body["unwanted"] == true, by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.consultationEnd, SupportJSON.endConsultation) { call in
            try await call.programmes.endConsultation(call.body.text("id"), by: call.pass, in: call.agency)?
                .map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.consultationOpening, SupportJSON.authoriseConsultation) { call in
            try await call.programmes.authoriseConsultation(call.body.text("id"), by: call.pass, in: call.agency)?
                .map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.consents, SupportJSON.consent) { call in
            let consent = NewConsent(
                to: call.body.text("to"), scope: call.body.text("scope"), until: Day(call.body.text("until")))
            return try await call.programmes.consent(consent, by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.consentEnd, SupportJSON.revokeConsent) { call in
            try await call.programmes.revokeConsent(call.body.text("id"), by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.put, SupportAddresses.Interface.timeOffNote, SupportJSON.agreeToTimeOffNote) { call in
            try await call.programmes.agreeToTimeOffNote(
                call.body["agreed"] == true, by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.end, SupportJSON.end) { call in
            try await call.programmes.endRequest(by: call.pass, in: call.agency)?.map { .done }
        },
        .seekerAPI(.post, SupportAddresses.Interface.reopening, SupportJSON.reopen) { call in
            try await call.programmes.reopen(by: call.pass, in: call.agency)?.map { .done }
        },
    ]
}

/// A seeker's own request, as the programming interface has it.
enum SupportJSON {
    static let read = Endpoint(
        "readSupport", "The request as its seeker sees it.", success: .ok("The request.") { _ in viewSchema },
        mayRefuse: false)
    static let write = Endpoint(
        "writeToSupporter", "Write to the supporter.",
        body: { _ in .object([Schema.Property("text", .string(maxLength: RequestMessage.longest))]) },
        success: .done("Sealed and sent."))
    static let change = Endpoint(
        "changeSupporter", "Ask for someone else. No reason is asked.",
        body: { _ in
            .object([
                Schema.Property("unwanted", .boolean, about: "Whether the present supporter is not to be asked again.")
            ])
        }, success: .done("Others are being asked."))
    static let endConsultation = Endpoint(
        "endSeenConsultation", "End a consultation.", body: { _ in .object([id]) }, success: .done("Ended."),
        where: \.hasConsultations)
    static let authoriseConsultation = Endpoint(
        "authoriseConsultation", "Let whoever is consulted read along, where the programme leaves that to the seeker.",
        body: { _ in .object([id]) }, success: .done("They read along."),
        where: { $0.requests.consultations.contains { $0.sharing == .asSeekerAuthorised } })
    static let consent = Endpoint(
        "consentToDisclosure", "Agree in writing that something named is told to somebody named.",
        body: { policy in
            let clauses = policy.confidentiality.writtenConsent?.basis.clauses ?? []
            return .object([
                Schema.Property(
                    "to", .string(maxLength: NewConsent.longestTo), about: "Who may be told.", clauses: clauses),
                Schema.Property(
                    "scope", .string(maxLength: NewConsent.longestScope), about: "Of what.", clauses: clauses),
                Schema.Property("until", .day, required: false, about: "The last day; open where it is left out."),
            ])
        }, success: .done("Given."))
    static let revokeConsent = Endpoint(
        "revokeConsent", "Take a consent back.", body: { _ in .object([id]) }, success: .done("Taken back."))
    static let agreeToTimeOffNote = Endpoint(
        "agreeToTimeOffNote", "Whether the supervisor may be told that time away from the post is needed.",
        body: { _ in .object([Schema.Property("agreed", .boolean)]) }, success: .done("Kept."))
    static let end = Endpoint("endSupport", "End the request. No reason is asked.", success: .done("Ended."))
    static let reopen = Endpoint("reopenSupport", "Open the request again.", success: .done("Open again."))

    private static let id = Schema.Property("id", .id)

    private static let viewSchema = Schema.object([
        Schema.Property("state", .choice(RequestStatus.allCases.map(\.rawValue))),
        Schema.Property("isInquiry", .boolean),
        Schema.Property("supporter", .nullable(.object([id, Schema.Property("name", .words)]))),
        Schema.Property(
            "lostSupporter", .boolean,
            about: "Whether somebody had it and is no longer there, so that others are asked."),
        Schema.Property("words", RequestShapes.words.schema, about: "What was written on asking."),
        Schema.Property(
            "messages",
            .list(
                of: .object([
                    Schema.Property("isOwn", .boolean), Schema.Property("day", .day), Schema.Property("text", .words),
                    Schema.Property("isNew", .boolean),
                ]))),
        Schema.Property(
            "consultations",
            .list(
                of: .object([
                    id, Schema.Property("name", .words), Schema.Property("readsAlong", .boolean),
                    Schema.Property("mayBeAuthorised", .boolean),
                ]))),
        Schema.Property(
            "consents",
            .list(
                of: .object([
                    id, Schema.Property("to", .words), Schema.Property("scope", .words),
                    Schema.Property("givenOn", .day), Schema.Property("until", .nullable(.day)),
                    Schema.Property("revokedOn", .nullable(.day)), Schema.Property("isGood", .boolean),
                ]))),
        Schema.Property("agreesToTimeOffNote", .boolean), Schema.Property("daysLeft", .nullable(.count)),
        Schema.Property("canReopen", .boolean),
        Schema.Property("rights", .list(of: .words), about: "In the agency's words."),
    ])

    static func view(_ view: SeekerView) -> JSON {
        [
            "state": .string(view.status.rawValue), "isInquiry": .boolean(view.isInquiry),
            "supporter": view.supporter.map { ["id": .string($0.account), "name": .string($0.name)] } ?? .null,
            "lostSupporter": .boolean(view.lostSupporter),
            "words": RequestShapes.words.json(view.words), "messages": .array(view.messages.map(message)),
            "consultations": .array(
                view.consultations.map {
                    [
                        "id": .string($0.id), "name": .string($0.name), "readsAlong": .boolean($0.readsAlong),
                        "mayBeAuthorised": .boolean($0.mayBeAuthorised),
                    ]
                }),
            "consents": .array(view.consents.map(consent)), "agreesToTimeOffNote": .boolean(view.agreesToTimeOffNote),
            "daysLeft": JSON(view.daysLeft), "canReopen": .boolean(view.canReopen),
            "rights": .array(view.rights.map { .string($0.label) }),
        ]
    }

    private static func message(_ message: RequestMessage) -> JSON {
        [
            "isOwn": .boolean(message.fromSeeker), "day": .string(message.day.text), "text": .string(message.text),
            "isNew": .boolean(message.isNew && !message.fromSeeker),
        ]
    }

    private static func consent(_ consent: Consent) -> JSON {
        [
            "id": .string(consent.id), "to": .string(consent.consent.to),
            "scope": .string(consent.consent.scope),
            "givenOn": .string(consent.givenOn.text), "until": JSON(consent.consent.until?.text),
            "revokedOn": JSON(consent.revokedOn?.text), "isGood": .boolean(consent.isGood),
        ]
    }
}
