import HTML
import Operations
import Program

/// Requests offered to a supporter, without anything of who asks.
enum OfferPages {
    static func answer(_ id: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer? {
        guard let offer = try await visit.programmes.offer(id.text, for: visit.staff) else { return nil }
        let supervises = try await visit.programmes.supervises(visit.staff)
        return .page(self.offer(offer, visit, supervises: supervises, refused), again: refused)
    }

    /// The offer again with what stands in the way; where it is no longer this supporter's, only the words.
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await answer(id, visit, refused) ?? .page(gone(refused.refusal, visit), again: refused)
    }

    static func list(_ offers: [Offer], _ visit: StaffVisit) -> HTML {
        page(
            "Offers", in: Shells.staff(visit),
            lead: "Whoever takes one first has it. Passing one on, or not answering, counts for nothing.",
            back: Crumb("Requests", SupportingAddresses.requests.link()),
            main: offers.isEmpty
                ? emptyState("No offer just now", "When somebody asks for what you could give, it will be here.")
                : offered(offers, visit))
    }

    /// What is offered, the urgent ones whole and first, the others as links.
    static func offered(_ offers: [Offer], _ visit: StaffVisit) -> HTML {
        let urgent = offers.filter { $0.card.urgency == .now }
        let others = offers.filter { $0.card.urgency != .now }
        return "\(urgent.map { whole($0, visit) })\(others.isEmpty ? nil : cards(others.map { link($0) }))"
    }

    /// Somebody would like to hear at once: it takes the room that it needs.
    private static func whole(_ offer: Offer, _ visit: StaffVisit) -> HTML {
        callout(
            "\(offer.card.urgency.forSupporter): \(offer.card.title)", tone: .bad,
            """
            <p>\(detail(offer)). Until \(SupportingPages.time(offer.othersAskedAt, visit)) others wait for your answer; then they \
            are asked too.</p>
            \(actions(linkButton("Look at it now", to: OfferAddresses.offer.link(PathID(offer.id)), style: .primary)))
            """)
    }

    static func link(_ offer: Offer) -> HTML {
        linkCard(
            offer.card.title, detail: detail(offer), to: OfferAddresses.offer.link(PathID(offer.id)), icon: .people,
            badge: offer.card.urgency.badgeForSupporter)
    }

    private static func detail(_ offer: Offer) -> String {
        let marks = [
            offer.isPreferred ? "Asked for you" : nil, offer.isMarkedChain ? "In your chain of command" : nil,
        ]
        return ([offer.card.detail] + marks.compactMap { $0 }).joined(separator: " · ")
    }

    /// One offer: what it says, the attestation, and the way to pass it on.
    private static func offer(_ offer: Offer, _ visit: StaffVisit, supervises: Bool, _ refused: Refused?) -> HTML {
        page(
            offer.card.title, in: Shells.staff(visit),
            lead: "Who it is opens once you take it.", back: Crumb("Requests", SupportingAddresses.requests.link()),
            main: """
                \(offer.isPreferred ? callout("They would like you", "<p>You were asked for by name.</p>") : nil)
                \(chain(offer, visit.pack))
                \(offer.card.isInquiry ? inquiry(visit.pack) : nil)
                \(facts(offer.card.facts))
                \(said(visit.pack.statementsToSupporters(in: .offer, whoSupervise: supervises)))
                \(section("Before you take it", OfferActs.accept.form(
                    visit, PathID(offer.id), refused: refused, button: "Take this request")))
                \(offer.adviser.map { section("If you are not sure", asking($0, offer, visit, refused)) })
                \(section("If it is not for you", passing(offer, visit)))
                """)
    }

    /// What is left of an offer that is somebody else's now.
    private static func gone(_ refused: Refusal, _ visit: StaffVisit) -> HTML {
        let problem = refused.problems.first
        return page(
            "This offer is no longer yours", in: Shells.staff(visit),
            main: """
                \(callout(
                    problem?.message ?? "", announced: true, problem?.origin?.note))
                \(actions(linkButton("To my requests", to: SupportingAddresses.requests.link())))
                """)
    }

    private static func chain(_ offer: Offer, _ pack: PolicyPack) -> HTML? {
        guard offer.isMarkedChain, let rule = pack.requests.chainOfCommand else { return nil }
        let consult = rule.consults.flatMap { pack.role($0)?.title }
        return callout(
            "One of you stands above the other", tone: .warning,
            """
            <p>Nobody else has taken it, so it comes to you last. \
            \(consult.map { "If you take it, consult the \($0) first." }) \
            \(rule.basis.note)</p>
            """)
    }

    private static func inquiry(_ pack: PolicyPack) -> HTML {
        let clause = pack.requests.origins.first { $0.handling == .inquiry }?.basis.note
        return callout(
            "Somebody is worried about a colleague",
            """
            <p>Ask once, discreetly and with tact, and leave it to the person. Whoever told us learns nothing of what came \
            of it. \(clause)</p>
            """)
    }

    /// Whom to ask first: a number of this hour to call, or else one button to be called.
    private static func asking(_ adviser: Adviser, _ offer: Offer, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        """
        \(refused?.act == OfferActs.askToBeCalledBack.id ? refused?.words : nil)
        <p>Not sure whether it is for you? Ask the \(adviser.title) first. Say nothing that tells who asks. \
        \(visit.pack.requests.selfDisqualification.basis.notes(with: .consults))</p>
        \(RecipientCalls.buttons(adviser.calls) ?? callingBack(adviser, offer, visit))
        """
    }

    private static func callingBack(_ adviser: Adviser, _ offer: Offer, _ visit: StaffVisit) -> HTML {
        if adviser.isAskedToCallBack {
            return "<p>You asked to be called back. Nobody has answered yet; the offer stays with you meanwhile.</p>"
        }
        guard adviser.canCallBack else {
            return "<p>No number is set here for this hour, and nobody else holds this role just now.</p>"
        }
        return """
            <p>No number is set here for this hour. They are told your name and that you would like advice, and nothing of this \
            offer, which stays with you.</p>
            \(actions(OfferActs.askToBeCalledBack.asButton("Have them call me", visit, PathID(offer.id))))
            """
    }

    private static func passing(_ offer: Offer, _ visit: StaffVisit) -> HTML {
        let id = PathID(offer.id)
        let basis = visit.pack.requests.selfDisqualification.basis
        return """
            <p>Nobody asks why, and it counts for nothing. \(basis.note)</p>
            \(actions(OfferActs.pass.asButton("I should not take this", visit, id)))
            \(visit.pack.conflictTap(
                OfferActs.pass.asButton(PolicyPack.conflict, visit, id, hidden: [(OfferActs.conflict.name, "yes")])))
            """
    }
}
