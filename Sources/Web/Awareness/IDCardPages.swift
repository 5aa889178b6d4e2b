import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// The cards of the team, each to be printed once it is made; and where anybody reads whether one is current.
enum IDCardPages {
    static let title = "ID cards"
    static let current = "This card is current."
    static let notCurrent = "This card is not current."

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.awareness.idCard else { return nil }
        let list = try await visit.programmes.idCards(for: visit.staff)
        return .page(html(list, rule, visit, refused), again: refused)
    }

    private static func html(
        _ list: IDCardList, _ rule: IDCardRule, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let filled = Filled(options: [
            IDCardActs.account.name: list.members.map { FieldOption($0.account, $0.name) }
        ])
        return page(
            title, in: Shells.staff(visit, at: IDCardAddresses.cards),
            lead: """
                A card is valid for \(rule.validMonths.number) months, as long as its holder is a member. Its code is shown once, when \
                it is made: print it then. \(rule.basis.notes)
                """,
            announcement: refused?.announcement, width: .wide,
            main: """
                \(section("Made", cards(list, visit)))
                \(section(
                    "Make a card", lead: "One that they had before ends with it.",
                    IDCardActs.make.form(visit, filled: filled, refused: refused, button: "Make it")))
                \(prose(
                    """
                    <p>Anybody can read from its code whether a card is current, at \
                    <a\(href: IDCardAddresses.check.link(PathID(visit.agency.slug)))>the page for it</a>. Nobody learns there \
                    whose it is, and nothing is kept of who asks.</p>
                    """))
                """)
    }

    private static func cards(_ list: IDCardList, _ visit: StaffVisit) -> HTML {
        guard !list.cards.isEmpty else { return emptyState("There is no card yet", "Make the first below.") }
        return dataTable(
            "Cards", columns: ["Of", "Made", "Valid until", ""],
            rows: list.cards.map { listed in
                [
                    listed.isCurrent ? HTML(text: listed.name) : "\(listed.name) \(badge("Not current"))",
                    HTML(text: listed.card.madeOn.longName), HTML(text: listed.card.endsOn.longName),
                    IDCardActs.end.asConfirmation(
                        "End it", "<p>It is lost, or was given back. It is not current any more.</p>",
                        button: "End it now",
                        visit, PathID(listed.card.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    /// The card just made, while its code is there.
    static func printed(_ id: PathID, _ visit: StaffVisit) async throws -> Answer? {
        guard let printed = try await visit.programmes.idCard(id.text, for: visit.staff) else { return nil }
        guard let text = visit.visit.shownOnce, case .code(let code) = IDCardCode.read(text) else {
            return .see(IDCardAddresses.cards.link())
        }
        return .page(
            page(
                "Card of \(printed.name)", in: Shells.staff(visit),
                lead: "Print this page, and the card comes alone. It is shown this once.",
                back: Crumb(title, IDCardAddresses.cards.link()), main: idCard(face(printed, code, visit))))
    }

    private static func face(_ printed: PrintedIDCard, _ code: IDCardCode, _ visit: StaffVisit) -> IDCardFace {
        let slug = PathID(visit.agency.slug)
        let address = visit.visit.address(of: IDCardAddresses.check.link(slug))
        return IDCardFace(
            agency: visit.agency.name, team: visit.pack.terms.programme, name: printed.name,
            role: visit.pack.terms.supporter, until: printed.card.endsOn.longName,
            picture: printed.photo.map { portrait(PhotoAddresses.photo.link(slug, PathID($0)), of: printed.name) },
            code: code.text, address: address,
            square: address.flatMap { SquareCode.holding("\($0)#\(code.text)") },
            words: """
                Whoever carries this card is a member of the \(visit.pack.terms.team). Whether it is current, everybody can read \
                with this code:
                """)
    }

    // MARK: For whoever has a card in front of them

    /// Where the code is typed, or what came of it: the same to the byte whatever the reason that a card is not current.
    static func check(_ visit: AgencyVisit, _ refused: Refused? = nil) -> Answer? {
        guard let rule = visit.pack.awareness.idCard else { return nil }
        if refused == nil, let words = visit.visit.shownOnce {
            // It is over with this look: the next card that somebody reads is not taken for this one.
            return .scriptedPage(answered(words == current, visit)).endingShownOnce(at: visit.site)
        }
        return .scriptedPage(enter(rule, visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func enter(_ rule: IDCardRule, _ visit: AgencyVisit, _ refused: Refused?) -> HTML {
        let slug = PathID(visit.agency.slug)
        // Without a key: the page is the same to the byte for everybody.
        let form = Form(
            to: IDCardAddresses.check.link(slug), token: "",
            typed: refused == nil ? nil : visit.visit.form.values, problems: refused?.refusal.fieldProblems() ?? [],
            isPrivate: true)
        return page(
            "Is this card current?", in: Shells.seeker(visit.agency, visit.site),
            lead: """
                The code is on the back of the card. You learn whether the card is current, and not whose it is. Nothing is kept of \
                your question. \(rule.basis.notes)
                """,
            back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(slug)),
            main: form.html(IDCardActs.check.fields(in: form, visit), actions: button("Look")))
    }

    private static func answered(_ isCurrent: Bool, _ visit: AgencyVisit) -> HTML {
        let slug = PathID(visit.agency.slug)
        return page(
            isCurrent ? "This card is current" : "This card is not current",
            in: Shells.seeker(visit.agency, visit.site),
            lead: isCurrent
                ? "The \(visit.pack.terms.programme) made it, and it is valid today."
                : "There is no such card here that is valid today.",
            back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(slug)),
            main: prose(
                """
                <p>A card says that somebody is of the team. It opens no door and asks for nothing: nobody has to speak with \
                whoever shows it.</p>
                <p><a\(href: IDCardAddresses.check.link(slug))>Look at another card</a></p>
                """))
    }
}
