import HTML
import Operations
import Program

/// A few words to hang up, large enough to be read in passing, with the way to the public page (SAC-II.B.4, PD-A.5). The one for anywhere
/// names nobody, so it stays right when the team changes; the one of a place names those who show that they work there, as of its day.
enum PosterPage {
    static func html(_ material: MaterialRule, _ visit: StaffVisit, at posting: Posting? = nil) -> HTML {
        let policy = visit.pack
        return page(
            posting?.place.name ?? material.title, in: Shells.staff(visit),
            lead: "Print this page, and the poster comes alone.",
            back: MaterialPages.back,
            main: wallSheet(
                agency: visit.staff.agency.name, title: material.title, place: posting?.place.name, isPoster: true,
                """
                \(CrisisWords.onPaper(policy))
                \(section(policy.terms.programme, prose(
                    "<p>\(policy.statements(in: .publicPage).first?.text ?? "A trained colleague who listens, in confidence.")</p>")))
                \(posting.flatMap { PostingPage.here($0, policy) })
                \(NumbersToCall.inALine(policy).map { "<p>\($0)</p>" as HTML })
                \(visit.publicCode("Ask in confidence, also without your name:"))
                """,
                note: posting == nil
                    ? "Made on \(visit.staff.today.longName)."
                    : "Made on \(visit.staff.today.longName), from the team as it was that day."))
    }
}
