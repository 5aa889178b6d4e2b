import HTML
import HTTPTypes
import Operations
import Program

/// What whoever told of somebody else sees: thanks. It is the same whether somebody has taken it on, has spoken with them, or it has
/// ended, and whatever came of it (PD-B.2.a.1).
enum ThanksPage {
    static func answer(_ visit: SeekerVisit, _ refused: Refused?) -> Answer {
        .scriptedPage(html(visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }

    static let words = """
        Thank you for thinking of them. Whether they would like support is asked with tact, and is theirs to say. What comes \
        of it is told to nobody, you included.
        """

    private static func html(_ visit: SeekerVisit, _ refused: Refused?) -> HTML {
        page(
            "Thank you", in: Shells.seeker(visit.agency, visit.site), lead: HTML(text: words),
            announcement: refused.map { "\($0.words)\(ClosedPages.kept(visit.form))" },
            main: """
                \(section("If it is urgent", NumbersToCall.crisis(visit.pack)))
                \(section(
                    "Taking it back",
                    """
                    \(SupportActs.end.asConfirmation(
                        "Take it back",
                        """
                        <p>If nobody has spoken with them yet, nobody will. This page stays the same, so that it tells nothing \
                        of them.</p>
                        """, button: "Take it back", visit, inside: .danger))
                    \(buttonForm(
                        "Close this page on this device", to: SupportAddresses.closing.link(), token: visit.formToken,
                        style: .quiet))
                    """))
                """)
    }
}
