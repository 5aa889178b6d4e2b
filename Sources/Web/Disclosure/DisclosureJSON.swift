import HTTPTypes
import Operations
import Program

enum DisclosureInterfaceAddresses {
    static let exceptions = FixedAddress("api/v1/disclosure-exceptions")
    static let disclosures = FixedAddress("api/v1/disclosures")
    static let disclosure = Address<PathID>("api/v1/disclosures/{disclosure}")
    static let told = Address<PathID>("api/v1/disclosures/{disclosure}/told")
    static let protections = FixedAddress("api/v1/protections")
}

extension Routes {
    static let disclosureInterface: [Route] = [
        .api(
            .get, DisclosureInterfaceAddresses.exceptions, for: .holding(.takeRequests), DisclosureEndpoints.exceptions
        ) { call in
            let exceptions = call.pack.confidentiality.exceptions.map { DisclosureJSON.exception($0, call.pack) }
            let lines = ([.lifeline] + (call.pack.crisisLines ?? [])).map(DisclosureJSON.crisisLine)
            return .success(.json(["exceptions": .array(exceptions), "crisisLines": .array(lines)]))
        },
        .api(
            .get, DisclosureInterfaceAddresses.disclosures, for: .holding(.takeRequests), DisclosureEndpoints.list
        ) { call in
            let views = try await call.programmes.disclosures(of: call.staff)
            return .success(.json(["disclosures": .array(views.map { DisclosureJSON.view($0, call.pack) })]))
        },
        .api(
            .post, DisclosureInterfaceAddresses.disclosures, for: .holding(.takeRequests), DisclosureEndpoints.disclose
        ) { call in
            try await call.programmes.disclose(call.text("exception"), by: call.staff).map { disclosed in
                .json(
                    ["id": .string(disclosed.id), "mustStepBack": .boolean(disclosed.mustStepBack)],
                    status: .created
                ).at(DisclosureInterfaceAddresses.disclosure.link(PathID(disclosed.id)))
            }
        },
        .api(
            .get, DisclosureInterfaceAddresses.disclosure, for: .holding(.takeRequests), DisclosureEndpoints.record
        ) { call, id in
            try await call.programmes.disclosure(id.text, of: call.staff).map {
                .success(.json(DisclosureJSON.view($0, call.pack)))
            }
        },
        .api(
            .post, DisclosureInterfaceAddresses.told, for: .holding(.takeRequests), DisclosureEndpoints.told
        ) { call, id in
            guard let how = Means(word: call.text("how")), let place = call.body["place"]?.integer else { return nil }
            return try await call.programmes.confirmTold(place, of: id.text, how: how, by: call.staff)?.map { .done }
        },
        .api(
            .get, DisclosureInterfaceAddresses.protections, for: .holding(.takeRequests),
            DisclosureEndpoints.protections
        ) { call in
            guard let card = call.pack.confidentiality.protections else {
                return .success(ProblemDocument.nothingHere)
            }
            return .success(.json(DisclosureJSON.card(card)))
        },
    ]
}

enum DisclosureEndpoints {
    static let exceptions = Endpoint(
        "listDisclosureExceptions", "The cases in which confidence ends, and who is told in each.",
        success: .ok("The exceptions, in the policy's order, and the crisis lines that come before some.") { _ in
            .object([
                Schema.Property("exceptions", .list(of: exception)),
                Schema.Property("crisisLines", .list(of: .object(crisisLine))),
            ])
        }, mayRefuse: false)

    static let list = Endpoint(
        "listDisclosures", "Your own disclosures, the latest first.",
        success: .ok("The disclosures.") { _ in .object([Schema.Property("disclosures", .list(of: view))]) },
        mayRefuse: false)

    static let disclose = Endpoint(
        "disclose",
        "Carry out an exception to confidence: exactly those whom the policy names are told at once. Nothing takes what was said, or about whom.",
        body: { pack in
            .object([
                Schema.Property(
                    "exception", .choice(pack.confidentiality.exceptions.map(\.id)),
                    clauses: pack.confidentiality.exceptions.flatMap(\.basis.clauses))
            ])
        },
        success: .created(
            "Those are told, and whether you must hand the request over now.",
            .object([Schema.Property("id", .id), Schema.Property("mustStepBack", .boolean)])))

    static let record = Endpoint(
        "readDisclosure", "One of your own disclosures: who was told, and who knows by now.",
        success: .ok("The disclosure.") { _ in view }, mayRefuse: false)

    static let told = Endpoint(
        "confirmTold", "Write down that you have told a recipient by voice, where that is left to you.",
        body: { _ in
            .object([
                Schema.Property("place", .integer(0...100), about: "The recipient's place in the record, from 0."),
                Schema.Property("how", .choice([Means.telephone.word, Means.inPerson.word])),
            ])
        }, success: .done("Written down."))

    static let protections = Endpoint(
        "readProtections", "What supporters are protected from, where the policy has such a card.",
        success: .ok("The card.") { _ in
            .object([
                Schema.Property("protections", .list(of: .words)), Schema.Property("clauses", .list(of: .id)),
                Schema.Property(
                    "notWhere",
                    .list(
                        of: .object([
                            Schema.Property("label", .words), Schema.Property("clauses", .list(of: .id)),
                        ]))),
            ])
        }, mayRefuse: false)

    private static let crisisLine: [Schema.Property] = [
        Schema.Property("name", .words), Schema.Property("telephone", .words),
        Schema.Property("text", .nullable(.words)), Schema.Property("hours", .words),
    ]

    private static let recipient: [Schema.Property] = [
        Schema.Property("who", .words),
        Schema.Property("deadline", .choice(Recipient.Deadline.allCases.map(\.word))),
        Schema.Property("escalates", .boolean),
    ]

    private static let exception = Schema.object([
        Schema.Property("id", .id), Schema.Property("label", .words),
        Schema.Property("force", .choice(DisclosureException.Force.allCases.map(\.rawValue))),
        Schema.Property("crisisLinesFirst", .boolean), Schema.Property("recipients", .list(of: .object(recipient))),
        Schema.Property("mustStepBack", .boolean), Schema.Property("clauses", .list(of: .id)),
    ])

    private static let view = Schema.object([
        Schema.Property("id", .id), Schema.Property("exception", .id),
        Schema.Property("begunAt", NoticeEndpoints.moment),
        Schema.Property("isOpen", .boolean), Schema.Property("mustStepBack", .boolean),
        Schema.Property(
            "recipients",
            .list(
                of: .object(
                    recipient + [
                        Schema.Property("state", .choice(["waiting", "known", "to-tell", "told"])),
                        Schema.Property("due", .nullable(NoticeEndpoints.moment)),
                        Schema.Property("isOverdue", .boolean),
                        Schema.Property("at", .nullable(NoticeEndpoints.moment)),
                        Schema.Property("by", .nullable(.words)),
                        Schema.Property("how", .nullable(NoticeEndpoints.means)),
                    ]))),
    ])
}

enum DisclosureJSON {
    static func exception(_ exception: DisclosureException, _ pack: PolicyPack) -> JSON {
        [
            "id": .string(exception.id), "label": .string(exception.label), "force": .string(exception.force.rawValue),
            "crisisLinesFirst": .boolean(exception.first != nil),
            "recipients": .array(exception.recipients.map { .object(recipient($0, pack)) }),
            "mustStepBack": .boolean(exception.replacesSupporter), "clauses": clauses(exception.basis),
        ]
    }

    static func crisisLine(_ line: CrisisLine) -> JSON {
        [
            "name": .string(line.name), "telephone": .string(line.telephone), "text": JSON(line.text),
            "hours": .string(line.hours),
        ]
    }

    static func view(_ view: DisclosureView, _ pack: PolicyPack) -> JSON {
        [
            "id": .string(view.id), "exception": .string(view.exception.id), "begunAt": .string(view.begunAt.text),
            "isOpen": .boolean(view.isOpen), "mustStepBack": .boolean(view.exception.replacesSupporter),
            "recipients": .array(view.steps.map { .object(step($0, pack)) }),
        ]
    }

    static func card(_ card: ProtectionsCard) -> JSON {
        [
            "protections": .array(card.protections.map { .string($0.label) }), "clauses": clauses(card.basis),
            "notWhere": .array(
                card.notWhere.map { ["label": .string($0.label), "clauses": clauses($0.basis)] }),
        ]
    }

    private static func step(_ step: DisclosureView.Step, _ pack: PolicyPack) -> [String: JSON] {
        let state: (word: String, at: Instant?, by: String?, how: Means?)
        switch step.status {
        case .waiting: state = ("waiting", nil, nil, nil)
        case .known(let name, let answer): state = ("known", answer.at, name, answer.how)
        case .toTell: state = ("to-tell", nil, nil, nil)
        case .told(let at, let how): state = ("told", at, nil, how)
        }
        let members: [String: JSON] = [
            "state": .string(state.word), "due": JSON(step.due?.text), "isOverdue": .boolean(step.isOverdue),
            "at": JSON(state.at?.text), "by": JSON(state.by), "how": JSON(state.how?.word),
        ]
        return members.merging(recipient(step.recipient, pack)) { $1 }
    }

    private static func recipient(_ recipient: Recipient, _ pack: PolicyPack) -> [String: JSON] {
        [
            "who": .string(recipient.name(pack)), "deadline": .string(recipient.deadline.word),
            "escalates": .boolean(recipient.escalates),
        ]
    }

    private static func clauses(_ basis: Basis) -> JSON { .array(basis.clauses.map { .string($0.text) }) }
}

extension Recipient.Deadline {
    var word: String {
        switch self {
        case .immediately: "immediately"
        case .asSoonAsPossible: "as-soon-as-possible"
        case .open: "open"
        }
    }
}
