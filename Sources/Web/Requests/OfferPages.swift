import HTML
import Operations
import Program

/// Requests offered to a supporter, without anything of who asks.
enum OfferPages {
    static func list(_ offers: [Offer], _ visit: StaffVisit) -> HTML {
        page(
            "Offers", in: Shells.staff(visit),
            lead: "Whoever takes one first has it. Passing one on, or not answering, counts for nothing.",
            back: Crumb("Requests", SupportingAddresses.requests.link()),
            main: offers.isEmpty
                ? emptyState("No offer just now", "When somebody asks for what you could give, it will be here.")
                : cards(offers.map(link)))
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
    static func offer(_ offer: Offer, _ visit: StaffVisit, supervises: Bool, _ refusal: Refusal?) -> HTML {
        page(
            offer.card.title, in: Shells.staff(visit),
            lead: "Who it is opens once you take it.", back: Crumb("Requests", SupportingAddresses.requests.link()),
            main: """
                \(offer.isPreferred ? callout("They would like you", "<p>You were asked for by name.</p>") : nil)
                \(chain(offer, visit.pack))
                \(offer.card.isInquiry ? inquiry(visit.pack) : nil)
                \(facts(offer.card.facts))
                \(said(visit.pack.statementsToSupporters(in: .offer, whoSupervise: supervises)))
                \(section("Before you take it", attestation(offer, visit, refusal)))
                \(section("If it is not for you", passing(offer, visit)))
                """)
    }

    /// What is left of an offer that is somebody else's now.
    static func gone(_ refused: Refusal, _ visit: StaffVisit) -> HTML {
        let problem = refused.problems.first
        return page(
            "This offer is no longer yours", in: Shells.staff(visit),
            main: """
                \(callout(
                    problem?.message ?? "", announced: true, problem?.clauses.first.map { clauseNote($0.text) }))
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
            \(rule.basis.clauses.first.map { clauseNote($0.text) })</p>
            """)
    }

    private static func inquiry(_ pack: PolicyPack) -> HTML {
        let clause = pack.requests.origins.first { $0.handling == .inquiry }?.basis.clauses.first
        return callout(
            "Somebody is worried about a colleague",
            """
            <p>Ask once, discreetly and with tact, and leave it to the person. Whoever told us learns nothing of what came \
            of it. \(clause.map { clauseNote($0.text) })</p>
            """)
    }

    private static func attestation(_ offer: Offer, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let rules = visit.pack.requests
        let form = visit.form(
            to: OfferAddresses.acceptance.link(PathID(offer.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let ties = rules.attestedExclusions
        let chain = rules.chainOfCommand
        return form.html(
            """
            \(ties.isEmpty ? nil : form.choices(
                OfferActs.tiesField, "Does any of these hold, as far as you can tell?",
                ties.map { FieldOption($0.bar.rawValue, $0.bar.attested) }, layout: .cards,
                hint: "Tick what holds. Somebody else is asked then, and nobody asks you more. If you learn of it later, hand the request off.",
                clause: ties.flatMap(\.basis.clauses).first?.text, isOptional: true))
            \(chain.map { rule in
                form.agreement(
                    OfferActs.chainField, "One of us stands above the other in the chain of command.",
                    hint: chainHint(rule), clause: rule.basis.clauses.first?.text)
            })
            \(form.agreement(OfferActs.attestsField, "I have looked at each of these. What I left open does not hold."))
            """, actions: button("Take this request"))
    }

    private static func chainHint(_ rule: ChainOfCommandRule) -> String {
        switch rule.handling {
        case .lastResortWithPrompt: "Somebody else is asked first. If nobody takes it, it comes back to you."
        case .oneContactThenHandOff: "You may take it for one contact, and hand it off then."
        }
    }

    private static func passing(_ offer: Offer, _ visit: StaffVisit) -> HTML {
        let place = OfferAddresses.passing.link(PathID(offer.id))
        let basis = visit.pack.requests.selfDisqualification.basis.clauses.first
        return """
            <p>Nobody asks why, and it counts for nothing. \(basis.map { clauseNote($0.text) })</p>
            \(actions(buttonForm("I should not take this", to: place, token: visit.formToken)))
            \(visit.pack.conflictTap(
                to: place, token: visit.formToken, hidden: [(OfferActs.conflictField, "yes")]))
            """
    }
}
