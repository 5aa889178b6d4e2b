import HTTPTypes
import Operations
import Program

enum OfferInterfaceAddresses {
    static let offers = FixedAddress("api/v1/offers")
    static let offer = Address<PathID>("api/v1/offers/{request}")
    static let acceptance = Address<PathID>("api/v1/offers/{request}/acceptance")
    static let passing = Address<PathID>("api/v1/offers/{request}/pass")
}

extension Routes {
    static let offerInterface: [Route] = [
        .api(.get, OfferInterfaceAddresses.offers, for: .holding(.takeRequests), OfferEndpoints.list) { call in
            let offers = try await call.programmes.offers(for: call.staff)
            return .success(.json(["offers": .array(offers.map(OfferJSON.offer))]))
        },
        .api(.get, OfferInterfaceAddresses.offer, for: .holding(.takeRequests), OfferEndpoints.read) { call, id in
            try await call.programmes.offer(id.text, for: call.staff).map { .success(.json(OfferJSON.offer($0))) }
        },
        .api(
            .post, OfferInterfaceAddresses.acceptance, for: .holding(.takeRequests), OfferEndpoints.accept
        ) { call, id in
            let ties = (call.body[OfferActs.tiesField]?.array ?? []).compactMap(\.string)
            let attestation = Attestation(
                ties: Set(ties.compactMap { ExclusionRule.Bar(rawValue: $0) }),
                isInChainOfCommand: call.body[OfferActs.chainField] == true)
            return try await call.programmes.accept(id.text, attestation, by: call.staff)?.map {
                .json(OfferJSON.acceptance($0), status: .created).at(SupportingInterfaceAddresses.request.link(id))
            }
        },
        .api(.post, OfferInterfaceAddresses.passing, for: .holding(.takeRequests), OfferEndpoints.pass) { call, id in
            let tells = call.body[OfferActs.conflictField] == true
            return try await call.programmes.pass(id.text, telling: tells, by: call.staff)?.map { .done }
        },
    ]
}

enum OfferEndpoints {
    static let list = Endpoint(
        "listOffers", "The requests offered to this account, without anything of who asks.",
        success: .ok("The offers.") { _ in .object([Schema.Property("offers", .list(of: offer))]) }, mayRefuse: false)

    static let read = Endpoint(
        "readOffer", "One request offered to this account.", success: .ok("The offer.") { _ in offer },
        mayRefuse: false)

    static let accept = Endpoint(
        "acceptOffer", "Take the request, attesting that no other tie to whoever asks is known.",
        body: { pack in .object(attestation(pack)) },
        success: .created(
            "Taken.",
            .object([
                Schema.Property("request", .id),
                Schema.Property("isForOneContact", .boolean, about: "Whether to hand it off after one contact."),
                Schema.Property("consults", .nullable(.words), about: "The role to consult first; null for none."),
            ])))

    static let pass = Endpoint(
        "passOffer", "Pass the offer on. No reason is asked, and it counts for nothing.",
        body: { pack in
            .object(
                pack.requests.conflictNotice.map {
                    [
                        Schema.Property(
                            OfferActs.conflictField, .boolean, required: false,
                            about: "Whether to tell of a conflict of interest; the notice names nobody.",
                            clauses: $0.basis.clauses)
                    ]
                } ?? [])
        }, success: .done("Somebody else is asked."))

    private static func attestation(_ pack: PolicyPack) -> [Schema.Property] {
        let rules = pack.requests
        let ties = Schema.Property(
            OfferActs.tiesField,
            .list(of: .choice(rules.attestedExclusions.map(\.bar.rawValue)), atLeast: 0, unique: true),
            about: "The ties that hold; an empty list says that none does.",
            clauses: rules.attestedExclusions.flatMap(\.basis.clauses))
        let chain = rules.chainOfCommand.map {
            Schema.Property(
                OfferActs.chainField, .boolean, required: false,
                about: "Whether one of the two stands above the other; left out where neither does.",
                clauses: $0.basis.clauses)
        }
        return [ties] + [chain].compactMap { $0 }
    }

    private static let offer = Schema.object([
        Schema.Property("id", .id), Schema.Property("card", card), Schema.Property("isPreferred", .boolean),
        Schema.Property("isMarkedChain", .boolean),
    ])

    static let card = Schema.object([
        Schema.Property("urgency", .choice(Urgency.allCases.map(\.rawValue))),
        Schema.Property("way", .choice(Way.allCases.map(\.rawValue))),
        Schema.Property("time", .choice(PreferredTime.allCases.map(\.rawValue))),
        Schema.Property("language", .words, about: "Empty for any."),
        Schema.Property("standing", .choice(SeekerKind.allCases.map(\.rawValue))),
        Schema.Property("origin", .choice(OriginRule.Person.allCases.map(\.rawValue))),
        Schema.Property("touches", .list(of: .choice(Touching.allCases.map(\.rawValue)))),
        Schema.Property("isInquiry", .boolean),
    ])
}

enum OfferJSON {
    static func offer(_ offer: Offer) -> JSON {
        [
            "id": .string(offer.id), "card": card(offer.card), "isPreferred": .boolean(offer.isPreferred),
            "isMarkedChain": .boolean(offer.isMarkedChain),
        ]
    }

    static func acceptance(_ acceptance: Acceptance) -> JSON {
        [
            "request": .string(acceptance.id), "isForOneContact": .boolean(acceptance.isForOneContact),
            "consults": JSON(acceptance.consults?.text),
        ]
    }

    static func card(_ card: OfferCard) -> JSON {
        [
            "urgency": .string(card.urgency.rawValue), "way": .string(card.way.rawValue),
            "time": .string(card.time.rawValue), "language": .string(card.language),
            "standing": .string(card.standing.rawValue), "origin": .string(card.origin.rawValue),
            "touches": .array(card.touches.map(\.rawValue).sorted().map { .string($0) }),
            "isInquiry": .boolean(card.isInquiry),
        ]
    }
}
