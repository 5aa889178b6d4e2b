import HTML
import Operations
import Program

/// What the programme is, on one page to lay out or to send along (OCP-II.A-2).
enum BrochurePage {
    static func html(_ material: MaterialRule, _ visit: StaffVisit) -> HTML {
        let policy = visit.pack
        let statements = policy.statements(in: .publicPage)
        return page(
            material.title, in: Shells.staff(visit), lead: "Print this page, and the brochure comes alone.",
            back: MaterialPages.back,
            main: wallSheet(
                agency: visit.staff.agency.name, title: policy.terms.programme,
                """
                \(CrisisWords.onPaper(policy))
                \(sheetColumns(
                    """
                    \(section("What it is", prose(
                        "\(statements.map { "<p>\($0.text)\(NumbersToCall.onPaper($0, policy))</p>" as HTML })")))
                    \(section("How to find us", ways(visit)))
                    \(section(
                        "What stays between you, and what cannot", ConfidenceWords.advisement(policy, besides: statements)))
                    \(ConfidenceWords.rights(policy).map { section("Your rights", $0) })
                    """))
                """, note: "Made on \(visit.staff.today.longName)."))
    }

    private static func ways(_ visit: StaffVisit) -> HTML {
        let supporters = visit.pack.terms.supporters
        return """
            \(prose("<p>Look at who our \(supporters) are, call or text one, or ask there without your name.</p>"))
            \(visit.publicCode("With a phone’s camera, or at"))
            """
    }
}
