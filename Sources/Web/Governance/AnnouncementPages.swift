import HTML
import Operations
import Program

/// Announcements: what is in force for whoever is in a circle, and for whoever announces how it was heard.
enum AnnouncementPages {
    // MARK: To read

    static func list(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let toRead = try await visit.programmes.announcements(for: visit.staff)
        let announces = visit.staff.powers.contains(.announce)
        let made = announces ? try await visit.programmes.announcementsMade(by: visit.staff) : []
        return page(
            "Announcements", in: Shells.staff(visit, at: AnnouncementAddresses.announcements),
            lead: "What the programme tells its circles.", announcement: refused?.words,
            main: """
                \(announces ? actions(
                    linkButton("Announce something", to: AnnouncementAddresses.new.link(), style: .primary)) : nil)
                \(visit.staff.powers.contains(.hearAnnouncements) ? section("For you", forReader(toRead, visit)) : nil)
                \(announces ? section("Announced by your office", table(made)) : nil)
                """)
    }

    @Sendable
    static func listAgain(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        .page(try await list(visit, refused), again: refused)
    }

    private static func forReader(_ toRead: [AnnouncementToRead], _ visit: StaffVisit) -> HTML {
        toRead.isEmpty
            ? emptyState("Nothing new", "What the programme announces to you stands here until its last day.")
            : toRead.map { one($0, visit) }.joined()
    }

    private static func one(_ shown: AnnouncementToRead, _ visit: StaffVisit) -> HTML {
        let announcement = shown.announcement
        let corrected = announcement.correctedOn.map { " Corrected on \($0.longName)." } ?? ""
        let button: HTML? =
            shown.waits
            ? actions(
                AnnouncementActs.acknowledge.asButton(
                    "I have read it", visit, PathID(announcement.id), style: .primary,
                    hidden: [(AnnouncementActs.version.name, String(announcement.version))])) : nil
        return card(
            announcement.content.title, level: .third,
            badge: shown.waits
                ? badge("To answer", tone: .warning) : announcement.asksForWord ? badge("Read", tone: .good) : nil,
            """
            \(announcement.content.words.split(separator: "\n").map { spokenParagraph($0) }.joined())
            <p class="field-hint">\(shown.from), \(announcement.announcedOn.longName).\(corrected) Shown until \
            \(announcement.content.lastDay.longName).</p>
            \(button)
            """)
    }

    /// What waits for the visitor's word stands whole on their home; of the rest there is a way to it.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> HTML? {
        let toRead = try await visit.programmes.announcements(for: visit.staff)
        guard !toRead.isEmpty else { return nil }
        let (waiting, others) = (toRead.filter(\.waits), toRead.filter { !$0.waits })
        let rest =
            others.isEmpty
            ? nil
            : cards([
                linkCard(
                    others.count == 1
                        ? others[0].announcement.content.title : "\(others.count) announcements in force",
                    detail: "To read again", to: AnnouncementAddresses.announcements.link(), icon: .sheet)
            ])
        return section("Announcements", "\(waiting.map { one($0, visit) }.joined())\(rest)")
    }

    // MARK: To announce

    @Sendable
    static func newAgain(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.governance.announcements else { return visit.site.nothingHere }
        return .page(
            page(
                "Announce something", in: Shells.staff(visit, at: AnnouncementAddresses.announcements),
                lead:
                    "Everybody in the circles you choose sees it at home. Mail says only that there is something new.",
                back: back,
                main: """
                    \(warning)
                    \(prose("<p>\(word(rule)) \(rule.basis.notes)</p>"))
                    \(AnnouncementActs.announce.form(visit, refused: refused, button: "Announce it"))
                    """), again: refused)
    }

    private static func word(_ rule: AnnouncementRule) -> String {
        let names = "After \(counted(rule.namesAfter, "day")) you see who has not."
        return rule.acknowledged
            ? "Everybody is asked to say that they have read it. \(names)"
            : "Where you ask everybody to say that they have read it: \(names.prefix(1).lowercased())\(names.dropFirst())"
    }

    private static let warning = callout(
        "Never of somebody who asked for help", tone: .warning,
        "<p>Matters of the programme alone: no name of a seeker, and nothing by which one could be recognised.</p>")

    private static let back = Crumb("Announcements", AnnouncementAddresses.announcements.link())

    private static func table(_ made: [AnnouncementMade]) -> HTML {
        guard !made.isEmpty else {
            return emptyState("Nothing announced yet", "What your office announces stands here, and how it was heard.")
        }
        return dataTable(
            "Announcements of your office", columns: ["Title", "Announced on", "Until", "Read by"],
            rows: made.map { made in
                let place = AnnouncementAddresses.announcement.link(PathID(made.announcement.id))
                return [
                    "<a\(href: place)>\(made.announcement.content.title)</a>",
                    HTML(text: made.announcement.announcedOn.longName), until(made), HTML(text: heard(made)),
                ]
            }, captioned: .unseen)
    }

    private static func until(_ made: AnnouncementMade) -> HTML {
        if let day = made.announcement.withdrawnOn { return "Withdrawn on \(day.longName)" }
        let day = made.announcement.content.lastDay.longName
        return made.isInForce ? HTML(text: day) : "Over since \(day)"
    }

    private static func heard(_ made: AnnouncementMade) -> String {
        made.announcement.asksForWord ? "\(made.acknowledged) of \(made.readers)" : "No word asked for"
    }

    // MARK: One that was made

    @Sendable
    static func madeAgain(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let made = try await visit.programmes.announcementMade(id.text, by: visit.staff) else { return nil }
        let announcement = made.announcement
        return .page(
            page(
                announcement.content.title, in: Shells.staff(visit, at: AnnouncementAddresses.announcements),
                back: back, announcement: made.isInForce ? refused?.announcement : refused?.words,
                main: """
                    \(facts([
                        ("For", HTML(text: made.circles.joined(separator: ", "))),
                        ("Announced on", HTML(text: announcement.announcedOn.longName)),
                        ("Until", until(made)), ("Read by", HTML(text: heard(made))),
                    ]))
                    \(prose(announcement.content.words.split(separator: "\n").map { spokenParagraph($0) }.joined()))
                    \(announcement.asksForWord ? missing(made) : nil)
                    \(made.isInForce ? changes(made, visit, refused) : nil)
                    """), again: refused)
    }

    private static func missing(_ made: AnnouncementMade) -> HTML {
        let words: HTML =
            made.missing.isEmpty
            ? "<p>Nobody is named before \(counted(made.rule.namesAfter, "day")) are over for them.</p>"
            : "<ul>\(made.missing.map { "<li>\($0)</li>" as HTML })</ul>"
        return section(
            "Who has not said that they read it", "\(words)<p class=\"field-hint\">\(made.rule.basis.notes)</p>")
    }

    private static func changes(_ made: AnnouncementMade, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let announcement = made.announcement
        let id = PathID(announcement.id)
        let filled = Filled(first: [
            "title": announcement.content.title, "words": announcement.content.words,
            "lastDay": announcement.content.lastDay.text, "version": String(announcement.version),
        ])
        let asksAgain = announcement.asksForWord ? " Whoever has read the text before is asked again." : ""
        return """
            \(section(
                "Correct it", lead: "The new text takes the place of this one.\(asksAgain)",
                "\(warning)\(AnnouncementActs.correct.form(visit, id, filled: filled, refused: refused, button: "Correct it"))"
            ))
            \(section(
                "Withdraw it",
                AnnouncementActs.withdraw.asConfirmation(
                    "Withdraw it", "<p>Nobody of its circles sees it any more.</p>", button: "Withdraw it now", visit,
                    id, inside: .danger)))
            """
    }
}
