import HTML
import Operations
import Program

/// Where counsel's reviews and answers are recorded, and where the sponsor gives their letter.
enum CounselRecordPages {
    static let title = "Counsel’s review"
    static let sponsorTitle = "The sponsor’s letter"

    @Sendable
    static func counselAgain(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.counsel else { return nil }
        let record = try await visit.programmes.counsel(of: visit.staff.agency)
        let next = rule.nextReview(record).map { day -> HTML in
            "<p>The next review is due on \(day.longName). \(rule.reviewEvery?.basis.notes)</p>"
        }
        let html = page(
            title, in: Shells.staff(visit, at: CounselAddresses.counsel),
            lead: "What the agency’s counsel has looked at, and what waits for their word.",
            main: """
                \(CounselPages.questions(visit.pack, record))
                \(next.map(prose))
                \(section("Record a review", CounselActs.review.form(visit, refused: refused, button: "Record it")))
                \(rule.questions.isEmpty ? nil : section(
                    "Record an answer", CounselActs.answer.form(visit, refused: refused, button: "Record it")))
                """)
        return .page(html, again: refused)
    }

    @Sendable
    static func sponsorAgain(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.governance.sponsor else { return nil }
        let letter = try await visit.programmes.sponsorLetter(of: visit.staff.agency)
        let renewal = letter.flatMap(rule.renewal).map { day -> HTML in
            "<p>To be renewed by \(day.longName). \(rule.renewEvery?.basis.notes)</p>"
        }
        let html = page(
            sponsorTitle, in: Shells.staff(visit, at: CounselAddresses.sponsor),
            lead: "By which a leader of the agency stands behind the programme. \(rule.basis.notes)",
            main: """
                \(letter.map { section("As it was given", "\(words($0))\(renewal)") }
                    ?? emptyState("No letter yet", "Once it is given, everybody can read it."))
                \(section(
                    letter == nil ? "Give it" : "Renew it",
                    CounselActs.letter.form(
                        visit,
                        filled: Filled(first: ["words": letter?.words ?? "", "datedOn": visit.staff.today.text]),
                        refused: refused, button: letter == nil ? "Give the letter" : "Renew the letter")))
                """)
        return .page(html, again: refused)
    }

    /// On the public page; nothing where there is none, or the policy does not have it there.
    static func onPublicPage(_ letter: SponsorLetter?, _ policy: PolicyPack) -> HTML? {
        guard let rule = policy.governance.sponsor, rule.letterOnPublicPage, let letter else { return nil }
        return section("From those who lead the agency", words(letter))
    }

    private static func words(_ letter: SponsorLetter) -> HTML {
        let lines = letter.words.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML }
        return prose("\(lines.joined())<p>\(letter.name), \(letter.datedOn.longName)</p>")
    }
}
