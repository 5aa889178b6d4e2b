import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// The receipt: handed out once, and asked for when somebody comes back.
enum ReceiptPages {
    /// The receipt of a request just made. It stands in this browser alone, for a few minutes; afterwards it is asked for.
    @Sendable
    static func showNew(_ visit: AgencyVisit) async throws -> Answer? {
        guard let text = visit.visit.shownOnce, case .code(let receipt) = Receipt.read(text) else {
            return .see(SeekerAddresses.receipt.link(PathID(visit.agency.slug)))
        }
        let standing = try await visit.programmes.standing(by: receipt, in: visit.agency)
        return .scriptedPage(self.receipt(receipt, standing, visit))
    }

    /// It stands on this page and nowhere else, in no address and no record.
    private static func receipt(_ receipt: Receipt, _ standing: ReceiptStanding, _ visit: AgencyVisit) -> HTML {
        page(
            standing.title, in: Shells.seeker(visit.agency, visit.site),
            lead: """
                This receipt is the only key to it. It is shown this once: write it down, print it or take a picture, and keep \
                it where only you look.
                """,
            main: """
                \(groupedCode("Your receipt", receipt.text))
                \(actions(
                    ReceiptActs.show.asButton(
                        "I have it. Go on", visit, PathID(visit.agency.slug), style: .primary,
                        hidden: [(ReceiptActs.receipt, receipt.text)])))
                \(furtherFields("To read it to someone, or to check what you wrote", isOpen: false, readAloud(receipt.text)))
                \(section(
                    "A slip to keep", lead: "Print this page, and the slip comes alone.", slip("Keep this", paper(receipt))))
                \(now(standing, visit))
                \(rights(standing, visit.pack).map { section("Your rights", $0) })
                """)
    }

    /// It says nothing of what it is for, should someone else find it. The square code holds the receipt alone, no address.
    private static func paper(_ receipt: Receipt) -> HTML {
        """
        \(groupedCode("Receipt", receipt.text))
        \(SquareCode.holding(receipt.text).map { squareCode($0, holds: "The same, for a camera") })
        """
    }

    /// What is being done as they read it, and nothing that is not.
    private static func now(_ standing: ReceiptStanding, _ visit: AgencyVisit) -> HTML {
        let words = WaitingWords(agency: visit.agency, now: visit.programmes.clock())
        let (told, numbers): (HTML?, HTML?) =
            switch standing {
            case .request(let wait, _):
                (words.whileWaiting(wait, way: nil, prose("<p>\(words.standing(wait))</p>")), words.numbers(wait))
            case .inquiry: (section("What happens now", prose("<p>\(ThanksPage.words)</p>")), nil)
            case .unknown: (nil, nil)
            }
        let use: HTML =
            switch standing {
            case .inquiry: "<p>With the receipt you can take it back, as long as nobody has spoken with them.</p>"
            case .request, .unknown:
                """
                <p>With the receipt you can see who comes, write to them, ask for someone else or end it, on any phone or \
                computer.</p>
                """
            }
        return """
            \(told)
            \(numbers)
            \(section(
                "What the receipt is for",
                """
                \(prose(
                    """
                    \(use)
                    <p>Without it nobody, the agency included, can open your request or find it again.</p>
                    """))
                \(ConfidenceWords.statements(visit.pack, in: .receipt))
                """))
            """
    }

    private static func rights(_ standing: ReceiptStanding, _ policy: PolicyPack) -> HTML? {
        switch standing {
        case .request(_, let rights): ConfidenceWords.rights(rights)
        case .inquiry, .unknown: ConfidenceWords.rights(policy)
        }
    }

    /// Where somebody shows their receipt, once more where it opened nothing.
    @Sendable
    static func again(_ visit: AgencyVisit, _ refused: Refused? = nil) -> Answer? {
        .scriptedPage(enter(visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func enter(_ visit: AgencyVisit, _ refused: Refused?) -> HTML {
        let slug = PathID(visit.agency.slug)
        // Without a key: each attempt counts, and the page is the same to the byte for whatever opens nothing here.
        let form = Form(
            to: SeekerAddresses.receipt.link(slug), token: "", typed: refused == nil ? nil : visit.visit.form.values,
            problems: refused?.refusal.fieldProblems() ?? [], isPrivate: true)
        return page(
            "Go on with your receipt", in: Shells.seeker(visit.agency, visit.site),
            lead: "Small letters will do, and you may leave the hyphens out.",
            back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(form.html(ReceiptActs.show.fields(in: form, visit), actions: button("Go on")))
                \(section(
                    "If it is lost",
                    prose(
                        """
                        <p>Nobody has a copy. Ask again: whoever took the first request cannot tell that it was you, unless \
                        you say so.</p>
                        """)))
                """)
    }
}

extension ReceiptStanding {
    fileprivate var title: String {
        switch self {
        case .request(.asking(let waiting), _) where !waiting.reachesSomebody: "Your request is kept"
        case .request, .unknown: "Your request is on its way"
        case .inquiry: "Thank you"
        }
    }
}
