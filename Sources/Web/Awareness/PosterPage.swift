import HTML
import Operations
import Program

/// A few words to hang up, large enough to be read in passing, with the way to the public page (SAC-II.B.4). It names nobody, so it stays
/// right when the team changes.
enum PosterPage {
    static func html(_ material: MaterialRule, _ visit: StaffVisit) -> HTML {
        let policy = visit.pack
        return page(
            material.title, in: Shells.staff(visit), lead: "Print this page, and the poster comes alone.",
            back: MaterialPages.back,
            main: wallSheet(
                agency: visit.staff.agency.name, title: material.title,
                """
                \(CrisisWords.onPaper(policy))
                \(section(policy.terms.programme, prose(
                    "<p>\(policy.statements(in: .publicPage).first?.text ?? "A trained colleague who listens, in confidence.")</p>")))
                \(NumbersToCall.inALine(policy).map { "<p>\($0)</p>" as HTML })
                \(visit.publicCode("Ask in confidence, also without your name:"))
                """, note: "Made on \(visit.staff.today.longName)."))
    }
}
