import HTTPTypes
import Operations
import Program
import Sealing

extension Routes {
    static let askInterface: [Route] = [
        .openAPI(.get, SeekerAddresses.supportersInterface, AskJSON.list) { visit, agency, _ in
            let supporters = try await visit.programmes.supportersToChoose(in: agency)
            return .success(.json(["supporters": .array(supporters.map { AskJSON.supporter($0, in: agency) })]))
        },
        .openAPI(.post, SeekerAddresses.requestsInterface, AskJSON.ask) { visit, agency, body in
            let rules = agency.policy.confidentiality
            if let unread = rules.mustReadFirst(body["advisementRead"] == true, field: "advisementRead") {
                return .failure(Refusal([unread]))
            }
            guard AskJSON.ask(body).incident != nil || body[AskedIncident.kindField] == nil else {
                return .failure(AskForm.noDay)
            }
            return try await visit.programmes.ask(AskJSON.ask(body), in: agency).map {
                .json(["receipt": .string($0.text)], status: .created)
            }
        },
        .openAPI(.post, SeekerAddresses.passesInterface, AskJSON.showReceipt) { visit, agency, body in
            switch Receipt.read(body.text("receipt")) {
            case .refused(let slip): return .failure(Refusal("\(slip)", field: "receipt"))
            case .receipt(let receipt):
                switch try await visit.programmes.seeker(receipt, in: agency) {
                case .opened(let pass):
                    return .success(
                        .json(["pass": .string(try visit.programmes.token(of: pass))], status: .created))
                case .unknown: return .failure(Refusal(ReceiptActs.unknown, field: "receipt"))
                case .busy: return .failure(.manyAsking)
                }
            }
        },
    ]
}

/// Looking for support and asking for it, as the programming interface has it.
enum AskJSON {
    static let list = Endpoint(
        "listSupporters", "Everyone who can be chosen, with what each chose to show.",
        success: .ok("The supporters; whoever can be reached now comes first.") { _ in
            .object([Schema.Property("supporters", .list(of: supporterSchema))])
        }, mayRefuse: false)

    static let supporterSchema = Schema.object([
        Schema.Property("account", .id), Schema.Property("name", .nullable(.words)),
        Schema.Property("unit", .nullable(.words)), Schema.Property("rank", .nullable(.words)),
        Schema.Property("shift", .nullable(.words)), Schema.Property("languages", .list(of: CardActs.languageSchema)),
        Schema.Property("experience", .nullable(.words)), Schema.Property("words", .nullable(.words)),
        Schema.Property("phone", .nullable(.words)),
        Schema.Property("phoneUse", .nullable(.choice(CardPhone.Use.allCases.map(\.rawValue)))),
        Schema.Property("photo", .nullable(.words), about: "The address of a JPEG, where they show one."),
        Schema.Property("isAvailableNow", .boolean),
    ])

    static func supporter(_ card: SupporterCard, in agency: Agency) -> JSON {
        [
            "account": .string(card.account), "name": JSON(card.name), "unit": JSON(card.unit), "rank": JSON(card.rank),
            "shift": JSON(card.shift), "languages": .array(card.languages.map { .string($0.rawValue) }),
            "experience": JSON(card.experience), "words": JSON(card.words), "phone": JSON(card.phone?.number),
            "phoneUse": JSON(card.phone?.use.rawValue),
            "photo": JSON(PhotoAddresses.location(of: card.photo, in: agency)),
            "isAvailableNow": .boolean(card.isAvailableNow),
        ]
    }

    static let ask = Endpoint(
        "askForSupport", "Ask for support. The receipt in the answer is the only key to the request.",
        body: askSchema,
        success: .created(
            "The receipt. It is shown this once.", .object([Schema.Property("receipt", .string(maxLength: 40))])),
        others: [.busy])

    static let showReceipt = Endpoint(
        "showReceipt", "Exchange a receipt for a pass, with which the request is opened.",
        body: { _ in .object([Schema.Property("receipt", .string(maxLength: 100))]) },
        success: .created(
            "The pass. It is good for half an hour and goes with every call: Authorization: Bearer <pass>.",
            .object([Schema.Property("pass", .string(maxLength: 1000))])),
        others: [.busy])

    /// What the agency's pack lets people ask.
    @Sendable
    private static func askSchema(_ policy: PolicyPack) -> Schema {
        let requests = policy.requests
        return .object(
            [
                Schema.Property(
                    "origin", .choice(requests.origins.map(\.person.rawValue)), about: "For whom.",
                    clauses: requests.origins.flatMap(\.basis.clauses)),
                Schema.Property(
                    "standing", .choice(policy.scope.seekers.map(\.kind.rawValue)),
                    about: "What they are to the agency.",
                    clauses: policy.scope.seekers.flatMap(\.basis.clauses)),
                Schema.Property("way", .choice(Way.allCases.map(\.rawValue))),
                Schema.Property("time", .choice(PreferredTime.allCases.map(\.rawValue)), required: false),
                Schema.Property("urgency", .choice(Urgency.allCases.map(\.rawValue)), required: false),
                Schema.Property(
                    "language", CardActs.languageSchema, required: false, about: "Any, where it is left out."),
                Schema.Property("name", .string(maxLength: Ask.longestName), required: false),
                Schema.Property("number", .string(maxLength: Ask.longestNumber), required: false),
                Schema.Property("words", .string(maxLength: Ask.mostWords), required: false, about: "Sealed at once."),
                Schema.Property("wanted", accounts, required: false, about: "Whom most first."),
                Schema.Property("unwanted", accounts, required: false),
                Schema.Property("units", names, required: false, about: "Nobody from these."),
                Schema.Property("ranks", names, required: false, about: "Nobody of these."),
                Schema.Property(
                    "chainOf", .string(maxLength: 40), required: false,
                    about: "The own employee number: nobody above or below is asked. Used once and not kept."),
                Schema.Property("chainAsLastResort", .boolean, required: false),
                Schema.Property(
                    "touches", .list(of: .choice(Touching.allCases.map(\.rawValue)), atLeast: 0, unique: true),
                    required: false),
            ]
                + incident(policy) + [
                    Schema.Property(
                        "advisementRead", .boolean,
                        about: "Whether they have read what stays between the two and what cannot.",
                        clauses: policy.confidentiality.advisement.basis.clauses)
                ])
    }

    /// Asked for only where whoever was part of it is kept from the request.
    private static func incident(_ policy: PolicyPack) -> [Schema.Property] {
        guard let clauses = policy.requests.incidentBar?.basis.clauses else { return [] }
        return [
            Schema.Property(
                AskedIncident.dayField, .day, required: false,
                about: "The day of the incident it has to do with. Sealed at once, and shown to nobody.",
                clauses: clauses),
            Schema.Property(
                AskedIncident.kindField, .choice(policy.incidents.kinds.map(\.id)), required: false,
                about: "Its kind; goes with the day.", clauses: clauses),
        ]
    }

    private static let accounts = Schema.list(of: .id, atLeast: 0, unique: true)
    private static let names = Schema.list(of: .string(maxLength: 120), atLeast: 0, unique: true)

    static func ask(_ body: JSON) -> Ask {
        let listed = { (member: String) in body[member]?.array?.compactMap(\.string) ?? [] }
        let incident = Day(body.text(AskedIncident.dayField)).map {
            AskedIncident(day: $0, kind: body[AskedIncident.kindField]?.string)
        }
        return Ask(
            origin: OriginRule.Person(rawValue: body.text("origin")) ?? .oneself,
            standing: SeekerKind(rawValue: body.text("standing")) ?? .employee, name: body.text("name"),
            number: body.text("number"), way: Way(rawValue: body.text("way")) ?? .message,
            time: PreferredTime(rawValue: body.text("time")) ?? .anyTime,
            urgency: Urgency(rawValue: body.text("urgency")) ?? .today, language: body.text("language"),
            words: body.text("words"), wanted: listed("wanted"),
            unwanted: Unwanted(
                accounts: listed("unwanted"), units: listed("units"), ranks: listed("ranks"),
                chainOf: body.text("chainOf"), chainAsLastResort: body["chainAsLastResort"] == true),
            touches: Set(listed("touches").compactMap(Touching.init)).union(incident == nil ? [] : [.incident]),
            incident: incident)
    }
}
