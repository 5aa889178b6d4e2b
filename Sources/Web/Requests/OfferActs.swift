import HTML
import HTTPTypes
import Operations
import Program

enum OfferAddresses {
    static let offers = FixedAddress("offers")
    static let offer = Address<PathID>("offers/{request}")
    static let acceptance = Address<PathID>("offers/{request}/acceptance")
    static let passing = Address<PathID>("offers/{request}/pass")
    static let callingBack = Address<PathID>("offers/{request}/call-back")
}

/// What a supporter does with an offer.
enum OfferActs {
    /// Takes the request, once the supporter has attested that nothing stands between the two.
    static let accept = Act(
        "acceptOffer", "Take the request, attesting that no other tie to whoever asks is known.",
        at: OfferAddresses.acceptance, for: .holding(.takeRequests),
        taking: Input(ties, chain, attests) { ties, chain, _ in
            Attestation(ties: Set(ties), isInChainOfCommand: chain)
        },
        then: .told(
            "Taken.", status: .created, at: SupportingAddresses.request, acceptance, id: { $0.id }),
        see: { done, id in
            done.made.map { SupportingAddresses.request.link(id, after: SupportingChange($0)) }
                ?? SupportingAddresses.request.link(id)
        },
        refused: OfferPages.refused,
        perform: { visit, attestation, id in
            try await visit.programmes.accept(id.text, attestation, by: visit.staff)
        })

    /// "I should not take this": nobody asks why.
    static let pass = Act(
        "passOffer", "Pass the offer on. No reason is asked, and it counts for nothing.",
        at: OfferAddresses.passing, for: .holding(.takeRequests), taking: Input(conflict),
        then: Outcome<SupportingChange>.done("Somebody else is asked."),
        see: { done, _ in
            done.made.map { SupportingAddresses.requests.link(after: $0) } ?? SupportingAddresses.requests.link()
        },
        refused: OfferPages.refused,
        perform: { visit, tells, id in
            try await visit.programmes.pass(id.text, telling: tells, by: visit.staff)?.map {
                tells ? .conflictTold : .passed
            }
        })

    /// Not sure, and no number is set for this hour: whoever the pack names calls back. The offer stays with the supporter.
    static let askToBeCalledBack = Act(
        "askToBeCalledBack",
        "Ask to be called back by whom the pack names for advice; the notice names the supporter and nothing of the offer.",
        at: OfferAddresses.callingBack, for: .holding(.takeRequests), where: \.hasAdviserOnOffers, taking: .nothing,
        then: .done("They are asked to call."),
        see: { _, id in OfferAddresses.offer.link(id) },
        refused: OfferPages.refused,
        perform: { visit, _, id in
            try await visit.programmes.askToBeCalledBack(about: id.text, by: visit.staff)
        })

    private static let ties = Field<[String]>.choices(
        "ties", "Does any of these hold, as far as you can tell?",
        FieldWords(
            hint:
                "Tick what holds. Somebody else is asked then, and nobody asks you more. If you learn of it later, hand the request off.",
            about: "The ties that hold; an empty list says that none does.",
            clauses: { $0.requests.attestedExclusions.flatMap(\.basis.clauses) }),
        layout: .cards
    ) { pack in
        pack.requests.attestedExclusions.map { FieldOption($0.bar.rawValue, $0.bar.attested) }
    }
    .only(where: { !$0.requests.attestedExclusions.isEmpty }, otherwise: [])
    .map { chosen in ExclusionRule.Bar.allCases.filter { chosen.contains($0.rawValue) } }

    private static let chain = Field<Bool>.tick(
        "isInChainOfCommand", "One of us stands above the other in the chain of command.",
        FieldWords(
            about: "Whether one of the two stands above the other; left out where neither does.",
            clauses: { $0.requests.chainOfCommand?.basis.clauses ?? [] })
    ) { $0.requests.chainOfCommand?.handling.forSupporter }
    .leftOpen.only(where: { $0.requests.chainOfCommand != nil }, otherwise: false)

    private static let attests = Field<Void>.confirmation(
        "attests", "I have looked at each of these. What I left open does not hold.",
        missing: "Say that you have looked at each of these.",
        FieldWords(citesOnPage: false, clauses: { $0.requests.attestedExclusions.first?.basis.clauses ?? [] })
    ).onPages(otherwise: ())

    /// Whether passing it on tells of a conflict of interest. One button says so, another does not.
    static let conflict = Field<Bool>.tick(
        "conflict", "It is a conflict of interest.",
        FieldWords(
            about: "Whether to tell of a conflict of interest; the notice names nobody.",
            clauses: { $0.requests.conflictNotice?.basis.clauses ?? [] })
    ).leftOpen.byButtons.only(where: \.tellsOfConflicts, otherwise: false)

    private static let acceptance = Shape<Acceptance>(
        .id("request", \.id),
        .flag("isForOneContact", about: "Whether to hand it off after one contact.", \.isForOneContact),
        .words(maybe: "consults", about: "The role to consult first; null for none.") { $0.consults?.text })
}

extension Routes {
    static let offers: [Route] =
        [
            .staff(.get, OfferAddresses.offers, for: .holding(.takeRequests)) { visit in
                .page(OfferPages.list(try await visit.programmes.offers(for: visit.staff), visit))
            },
            .staff(.get, OfferAddresses.offer, for: .holding(.takeRequests)) { visit, id in
                try await OfferPages.answer(id, visit)
            },
        ] + OfferActs.accept.routes + OfferActs.pass.routes + OfferActs.askToBeCalledBack.routes

    static let offerInterface: [Route] = [
        .read(
            "listOffers", "The requests offered to this account, without anything of who asks.",
            at: OfferAddresses.offers, for: .holding(.takeRequests), "The offers.",
            .list("offers", of: RequestShapes.offer)
        ) { visit in try await visit.programmes.offers(for: visit.staff) },
        .read(
            "readOffer", "One request offered to this account.", at: OfferAddresses.offer,
            for: .holding(.takeRequests), "The offer.", RequestShapes.offer
        ) { visit, id in try await visit.programmes.offer(id.text, for: visit.staff) },
    ]
}

extension PolicyPack {
    /// Whether somebody is named whom supporters ask where they are not sure about an offer.
    var hasAdviserOnOffers: Bool { requests.selfDisqualification.consults != nil }
}

extension ChainOfCommandRule.Handling {
    fileprivate var forSupporter: String {
        switch self {
        case .lastResortWithPrompt: "Somebody else is asked first. If nobody takes it, it comes back to you."
        case .oneContactThenHandOff: "You may take it for one contact, and hand it off then."
        }
    }
}
