import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// The receipt: handed out once, and asked for when somebody comes back.
enum ReceiptPages {
    /// The receipt of a request just made. It stands in this browser alone, for a few minutes; afterwards it is asked for.
    @Sendable
    static func showNew(_ visit: AgencyVisit) -> Answer? {
        guard let text = visit.visit.shownOnce, case .receipt(let receipt) = Receipt.read(text) else {
            return .see(SeekerAddresses.receipt.link(PathID(visit.agency.slug)))
        }
        return .scriptedPage(self.receipt(receipt, visit))
    }

    /// It stands on this page and nowhere else, in no address and no record.
    private static func receipt(_ receipt: Receipt, _ visit: AgencyVisit) -> HTML {
        page(
            "Your request is on its way", in: Shells.seeker(visit.agency, visit.site),
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
                \(section("What happens now", next(visit.pack)))
                \(ConfidenceWords.rights(visit.pack).map { section("Your rights", $0) })
                """)
    }

    /// It says nothing of what it is for, should someone else find it. The square code holds the receipt alone, no address.
    private static func paper(_ receipt: Receipt) -> HTML {
        """
        \(groupedCode("Receipt", receipt.text))
        \(SquareCode.holding(receipt.text).map { squareCode($0, holds: "The same, for a camera") })
        """
    }

    private static func next(_ policy: PolicyPack) -> HTML {
        """
        \(prose(
            """
            <p>Those who can take it are being asked now. With the receipt you can see who comes, write to them, ask for \
            someone else or end it, on any phone or computer.</p>
            <p>Without it nobody, the agency included, can open your request or find it again.</p>
            """))
        \(ConfidenceWords.statements(policy, in: .receipt))
        """
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
