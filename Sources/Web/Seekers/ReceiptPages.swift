import HTML
import Operations
import Program
import Sealing

/// The receipt: handed out once, and asked for when somebody comes back.
enum ReceiptPages {
    static let field = "receipt"

    /// The receipt of a request just made. It stands on this page and nowhere else, in no address and no record.
    static func receipt(_ receipt: Receipt, of agency: Agency, _ visit: Visit) -> HTML {
        let policy = agency.policy
        let slug = PathID(agency.slug)
        return page(
            "Your request is on its way", in: Shells.seeker(agency, visit.site),
            lead: """
                This receipt is the only key to it. It is shown this once: write it down, print it or take a picture, and keep \
                it where only you look.
                """,
            main: """
                \(groupedCode("Your receipt", receipt.text))
                \(actions(
                    buttonForm(
                        "I have it. Go on", to: SeekerAddresses.receipt.link(slug), token: "", style: .primary,
                        hidden: [(field, receipt.text)])))
                \(furtherFields("To read it to someone, or to check what you wrote", isOpen: false, readAloud(receipt.text)))
                \(section(
                    "A slip to keep", lead: "Print this page, and the slip comes alone.", slip("Keep this", paper(receipt))))
                \(section("What happens now", next(policy)))
                \(ConfidenceWords.rights(policy).map { section("Your rights", $0) })
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

    /// Where somebody shows their receipt.
    static func enter(
        _ agency: Agency, _ visit: Visit, typed: Bool = false, _ refusal: Refusal? = nil
    ) -> HTML {
        let policy = agency.policy
        let slug = PathID(agency.slug)
        let form = Form(
            to: SeekerAddresses.receipt.link(slug), token: "", typed: typed ? visit.form.values : nil,
            problems: refusal?.fieldProblems ?? [], isPrivate: true)
        return page(
            "Go on with your receipt", in: Shells.seeker(agency, visit.site),
            lead: "Small letters will do, and you may leave the hyphens out.",
            back: Crumb(policy.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(form.html(form.text(field, "Receipt", kind: .code, maxLength: 100), actions: button("Go on")))
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
