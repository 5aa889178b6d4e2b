import HTML
import Operations
import Program

/// Openings: for those who post them, and for everybody.
enum OpeningPages {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        .again(try await html(visit, refused: refused))
    }

    static func html(
        _ visit: StaffVisit, after change: ApplicationChange? = nil, refused: Refused? = nil
    ) async throws -> HTML {
        let open = try await visit.programmes.openings(in: visit.agency)
        let past = try await visit.programmes.pastOpenings(by: visit.staff)
        let slug = PathID(visit.agency.slug)
        let published = visit.pack.selection.recruitment?.publishedIn
        return page(
            "Openings", in: Shells.staff(visit, at: SelectionAddresses.openings),
            announcement: change?.announcement ?? refused?.announcement(besides: OpeningActs.post.id),
            main: """
                \(section(
                    "Posted", lead: published.map { "To be published as well in: \($0)." },
                    open.isEmpty
                        ? emptyState("Nothing is posted", "Applications are taken while an opening is.")
                        : open.map { posted($0, visit) }.joined()))
                \(actions(
                    linkButton("As everybody sees it", to: SelectionAddresses.joining.link(slug)),
                    linkButton("To print", to: SelectionAddresses.posting.link(slug))))
                \(section(
                    "Post an opening", lead: visit.pack.selection.recruitment?.basis.notes,
                    OpeningActs.post.form(
                        visit, filled: Filled(first: ["opensOn": visit.staff.today.text]), refused: refused,
                        button: "Post it")))
                \(past.isEmpty ? nil : section("Before", "<ul>\(past.map { "<li>\(days($0))</li>" as HTML })</ul>"))
                """)
    }

    private static func posted(_ opening: Opening, _ visit: StaffVisit) -> HTML {
        card(
            days(opening), level: .third,
            """
            \(writtenWords(opening.words, "The posting"))
            \(OpeningActs.close.asConfirmation(
                "Close it", "<p>From tomorrow on no application is taken.</p>", button: "Close this opening", visit,
                PathID(opening.id)))
            """)
    }

    static func days(_ opening: Opening) -> String {
        "\(opening.opensOn.longName) to \(opening.closesOn.longName)"
    }
}

/// How one joins the team, for everybody, without an account.
enum JoiningPages {
    private static let accountWords: HTML =
        """
        A one-time code goes to the address that the personnel directory has of you. Whoever keeps the accounts can make you one as well.
        """

    static func html(_ visit: AgencyVisit, refused: Refused? = nil) async throws -> HTML {
        let pack = visit.pack
        let openings = try await visit.programmes.openings(in: visit.agency)
        let change = visit.visit.query("after").flatMap { ApplicationChange(rawValue: $0) }
        return page(
            "Joining the team", in: Shells.agency(visit.agency, visit.site), lead: "For \(applicants(pack)).",
            back: Crumb(pack.terms.programme, StartAddresses.agency.link(visit.slug)),
            announcement: change == .asked ? change?.announcement : nil,
            main: """
                \(pack.hasRecruitment ? section("Openings", posted(openings, visit)) : nil)
                \(section("The steps", OwnApplicationPages.way(pack)))
                \(section(
                    "To apply",
                    """
                    \(prose("<p>You apply with an account of your own.</p>"))
                    \(actions(
                        linkButton("Sign in and apply", to: SignInAddresses.signIn.link(visit.slug), style: .primary),
                        linkButton("To print", to: SelectionAddresses.posting.link(visit.slug))))
                    """))
                \(section(
                    "No account yet?",
                    lead: accountWords,
                    JoiningActs.askForAccount.form(
                        visit, visit.slug, refused: refused, button: "Send me a code", isPrivate: true)))
                """)
    }

    private static func posted(_ openings: [Opening], _ visit: AgencyVisit) -> HTML {
        guard !openings.isEmpty else {
            return emptyState("Nothing is posted just now", "Applications are taken while an opening is posted.")
        }
        return openings.map { card(OpeningPages.days($0), level: .third, writtenWords($0.words, "The posting")) }
            .joined()
    }

    /// One upright page to hang up.
    static func posting(_ openings: [Opening], _ visit: AgencyVisit) -> HTML {
        let pack = visit.pack
        let address = visit.visit.address(of: SelectionAddresses.joining.link(visit.slug))
        return page(
            "To hang up", in: Shells.agency(visit.agency, visit.site),
            back: Crumb("Joining the team", SelectionAddresses.joining.link(visit.slug)),
            main: wallSheet(
                agency: visit.agency.name, title: "Become a \(pack.terms.supporter)",
                """
                \(openings.map {
                    "<h3>\(OpeningPages.days($0))</h3>\(writtenWords($0.words, "The posting"))" as HTML
                }.joined())
                <p>For \(applicants(pack)).</p>
                \(address.map { "<p>\($0)</p>" as HTML })
                \(address.flatMap { SquareCode.holding($0) }.map { squareCode($0, holds: "The address of this page") })
                """,
                note: pack.terms.programme))
    }

    static func applicants(_ pack: PolicyPack) -> String {
        pack.selection.applicants.value.map { applicant in
            switch applicant {
            case .employee: "employees"
            case .volunteer: "volunteers"
            }
        }.joined(separator: " and ") + " of \(pack.agency.title)"
    }
}
