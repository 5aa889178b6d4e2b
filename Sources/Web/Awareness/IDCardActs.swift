import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum IDCardAddresses {
    static let cards = FixedAddress("id-cards")
    static let card = Address<PathID>("id-cards/{card}")
    static let end = Address<PathID>("id-cards/{card}/end")
    /// Where anybody reads whether a card is current. The code stands in no address: what a link carries behind its # no browser sends.
    static let check = Address<PathID>("agencies/{agency}/id-cards")
}

/// The cards by which members show that they are of the team (IACP-3.8).
enum IDCardActs {
    static let routes: [Route] = make.routes + end.routes + check.routes

    static let make = Act(
        "makeIDCard", "Make a card for a member. One that they had before is not current any more.",
        at: IDCardAddresses.cards, for: .holding(.makeIDCards), where: \.makesIDCards, taking: Input(account),
        then: .told("The card and its code, which is told this once.", status: .created, made, id: { $0.id }),
        see: { done in IDCardAddresses.card.link(PathID(done.id ?? "")) }, handing: { $0.code.text },
        refused: IDCardPages.again,
        perform: { visit, account in try await visit.programmes.makeIDCard(for: account, by: visit.staff) })

    static let end = Act(
        "endIDCard", "End a card at once: it is lost, or was given back.", at: IDCardAddresses.end, .delete,
        interface: IDCardAddresses.card, for: .holding(.makeIDCards), where: \.makesIDCards, taking: .nothing,
        then: .done("It is not current any more."), mayRefuse: false, see: { _, _ in IDCardAddresses.cards.link() },
        refused: { visit, refused, _ in try await IDCardPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.endIDCard(id.text, by: visit.staff) })

    /// Of whoever has a card in front of them, without an account.
    static let check = Act(
        "checkIDCard", "Read whether the card with that code is current. It is never said whose it is.",
        at: IDCardAddresses.check, for: .everyone, where: \.makesIDCards,
        taking: Input(
            Field<String>.text(
                "code", "Check code", longest: 100, kind: .code,
                FieldWords(hint: "Small letters will do, and you may leave the hyphens out.")
            ).map { text throws(Refusal) -> IDCardCode in
                switch IDCardCode.read(text) {
                case .code(let code): return code
                case .refused(let slip): throw Refusal("\(slip)", field: "code")
                }
            }),
        then: .told(
            "Whether it is current: no for one that ended, is of another agency, or was never made.",
            Shape<Bool>(.flag("isCurrent") { $0 })),
        see: { _, slug in IDCardAddresses.check.link(slug) },
        handing: { $0 ? IDCardPages.current : IDCardPages.notCurrent },
        refused: { visit, refused, _ in IDCardPages.check(visit, refused) },
        perform: { visit, code, _ in
            .success(try await visit.programmes.isCurrent(idCard: code, in: visit.agency))
        })

    static let account = Field<String>.found(
        "account", "For",
        FieldWords(citesOnPage: false, clauses: { $0.awareness.idCard?.basis.clauses ?? [] }))

    private static let made = Shape<MadeIDCard>(
        .id("id", \.id), .words("code", about: "Told this once.", \.code.text))

    static let list = Shape<IDCardList>(
        .list(
            "cards",
            of: Shape<ListedIDCard>(
                .id("id", \.card.id), .id("account", \.card.account), .words("name", \.name),
                .day("madeOn", \.card.madeOn), .day("endsOn", \.card.endsOn), .flag("isCurrent", \.isCurrent)),
            \.cards))
}

extension Routes {
    static let idCards: [Route] = IDCardActs.routes + idCardReadings

    private static let idCardReadings: [Route] = [
        .staff(.get, IDCardAddresses.cards, for: .holding(.makeIDCards), where: \.makesIDCards) { visit in
            try await IDCardPages.again(visit, nil)
        },
        .staff(.get, IDCardAddresses.card, for: .holding(.makeIDCards), where: \.makesIDCards) { visit, id in
            try await IDCardPages.printed(id, visit)
        },
        .page(.get, IDCardAddresses.check, for: .everyone, where: \.makesIDCards) {
            (visit: AgencyVisit, _: PathID) in IDCardPages.check(visit)
        },
        .read(
            "listIDCards", "The cards of the team: whose, and until when.", at: IDCardAddresses.cards,
            for: .holding(.makeIDCards), where: \.makesIDCards, "By name.", IDCardActs.list
        ) { visit in try await visit.programmes.idCards(for: visit.staff) },
    ]
}

extension PolicyPack {
    var makesIDCards: Bool { awareness.idCard != nil }
}
