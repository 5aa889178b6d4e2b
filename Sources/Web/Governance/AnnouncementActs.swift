import HTML
import Operations
import Program

enum AnnouncementAddresses {
    static let announcements = FixedAddress("announcements")
    static let new = FixedAddress("announcements/new")
    static let made = FixedAddress("announcements-made")
    static let announcement = Address<PathID>("announcements/{announcement}")
    static let correction = Address<PathID>("announcements/{announcement}/correction")
    static let withdrawal = Address<PathID>("announcements/{announcement}/withdrawal")
    static let word = Address<PathID>("announcements/{announcement}/word")
}

extension PolicyPack {
    /// Whether somebody of the programme announces things to circles of it.
    var hasAnnouncements: Bool { governance.announcements != nil }
}

/// What is done with announcements: each act once, for its form and for programs.
enum AnnouncementActs {
    /// Whoever announces, and whoever is in one of the circles.
    static let audience = Need.anyOf([.announce, .hearAnnouncements])

    static let routes: [Route] = announce.routes + correct.routes + withdraw.routes + acknowledge.routes

    private static let fromTheRule = FieldWords(
        clauses: { $0.governance.announcements?.basis.clauses ?? [] })

    static let title = Field<String>.text("title", "Title", longest: Announcement.Content.longestTitle)
    static let words = Field<String>.words(
        "words", "Words", longest: Announcement.Content.longestWords, rows: 8,
        FieldWords(hint: "Matters of the programme. Nothing of anybody who asked for help."))
    static let lastDay = Field<Day>.day("lastDay", "Last day", FieldWords(hint: "It is shown until then."))
    static let circles = Field<[String]>.choices("circles", "Whom it is for", fromTheRule) { pack in
        (pack.governance.announcements?.to ?? []).map { FieldOption($0.text, pack.title(of: $0)) }
    }
    static let asksForWord = Field<Bool>.tick("asksForWord", "Ask everybody to say that they have read it")
        .only(where: { $0.governance.announcements?.acknowledged == false }, otherwise: true)
    static let version = Field<Int>.hiddenNumber(
        "version", 1...1_000_000, missing: "Which text it is about did not come along. Please read it again.")

    static let announce = Act(
        "announce", "Announce something to circles of the programme: never anything of somebody who asked for help.",
        at: AnnouncementAddresses.announcements, for: .holding(.announce), where: \.hasAnnouncements,
        taking: Input(title, words, circles, lastDay, asksForWord) {
            NewAnnouncement(
                Announcement.Content(title: $0, words: $1, circles: $2.map { RoleID($0) }, lastDay: $3),
                asksForWord: $4)
        },
        then: .created("Announced.", at: AnnouncementAddresses.announcement),
        see: { done in AnnouncementAddresses.announcement.link(PathID(done.id ?? "")) },
        refused: AnnouncementPages.newAgain,
        perform: { visit, new in try await visit.programmes.announce(new, by: visit.staff) })

    static let correct = Act(
        "correctAnnouncement",
        "Put other words in the place of an announcement. Whoever gave a word back to the text before is asked again.",
        at: AnnouncementAddresses.correction, .put, for: .holding(.announce), where: \.hasAnnouncements,
        taking: Input(title, words, lastDay, version) {
            AnnouncementCorrection(title: $0, words: $1, lastDay: $2, version: $3)
        },
        then: .done("Corrected."), see: { _, id in AnnouncementAddresses.announcement.link(id) },
        refused: AnnouncementPages.madeAgain,
        perform: { visit, correction, id in
            try await visit.programmes.correct(id.text, correction, by: visit.staff)
        })

    static let withdraw = Act(
        "withdrawAnnouncement", "Take an announcement back: nobody of its circles sees it any more.",
        at: AnnouncementAddresses.withdrawal, for: .holding(.announce), where: \.hasAnnouncements, taking: .nothing,
        then: .done("Withdrawn."), see: { _, id in AnnouncementAddresses.announcement.link(id) },
        refused: AnnouncementPages.madeAgain,
        perform: { visit, _, id in
            try await visit.programmes.withdrawAnnouncement(id.text, by: visit.staff)
        })

    static let acknowledge = Act(
        "acknowledgeAnnouncement", "Say that you have read an announcement to a circle of yours.",
        at: AnnouncementAddresses.word, for: .holding(.hearAnnouncements), where: \.hasAnnouncements,
        taking: Input(version), then: .done("Noted."),
        see: { _, _ in AnnouncementAddresses.announcements.link() }, refused: AnnouncementPages.listAgain,
        perform: { visit, version, id in
            try await visit.programmes.acknowledge(announcement: id.text, version: version, by: visit.staff)
        })
}

extension Routes {
    static let announcements: [Route] = announcementPages + AnnouncementActs.routes + announcementReadings

    private static let announcementPages: [Route] = [
        .staff(.get, AnnouncementAddresses.announcements, for: .staff(AnnouncementActs.audience)) { visit in
            .page(try await AnnouncementPages.list(visit))
        },
        .staff(.get, AnnouncementAddresses.new, for: .holding(.announce)) { visit in
            try await AnnouncementPages.newAgain(visit, nil)
        },
        .staff(.get, AnnouncementAddresses.announcement, for: .holding(.announce)) { visit, id in
            try await AnnouncementPages.madeAgain(visit, nil, id)
        },
    ]

    private static let announcementReadings: [Route] = [
        .read(
            "listAnnouncements", "What is in force for the circles that you are in, the newest first.",
            at: AnnouncementAddresses.announcements, for: .staff(AnnouncementActs.audience), where: \.hasAnnouncements,
            "The announcements.", .list("announcements", of: AnnouncementShapes.toRead)
        ) { visit in try await visit.programmes.announcements(for: visit.staff) },
        .read(
            "listAnnouncementsMade", "What your office announced, and how many gave a word back.",
            at: AnnouncementAddresses.made, for: .holding(.announce), where: \.hasAnnouncements, "The announcements.",
            .list("announcements", of: AnnouncementShapes.made)
        ) { visit in try await visit.programmes.announcementsMade(by: visit.staff) },
        .read(
            "readAnnouncement", "One that your office announced: how many gave a word back, and who has not.",
            at: AnnouncementAddresses.announcement, for: .holding(.announce), where: \.hasAnnouncements,
            "The announcement.", AnnouncementShapes.made
        ) { visit, id in try await visit.programmes.announcementMade(id.text, by: visit.staff) },
    ]
}

enum AnnouncementShapes {
    private static let announcement = Shape<Announcement>(
        .id("id", \.id), .words("title", \.content.title), .words("words", \.content.words),
        .day("announcedOn", \.announcedOn), .day(maybe: "correctedOn", \.correctedOn),
        .day("lastDay", about: "The last day on which it is shown.", \.content.lastDay),
        .count("version", about: "Counts the texts; a word back is of one of them.", \.version),
        .flag("asksForWord", \.asksForWord))

    static let toRead = announcement.of(\AnnouncementToRead.announcement).with(
        .words("from", \.from), .flag("waits", about: "Whether your word is asked for and open.", \.waits))

    static let made = announcement.of(\AnnouncementMade.announcement).with(
        .texts("circles", \.circles), .flag("isInForce", \.isInForce),
        .day(maybe: "withdrawnOn", \.announcement.withdrawnOn), .count("readers", \.readers),
        .count("acknowledged", \.acknowledged),
        .texts("missing", about: "Who has given no word, once the policy's days are over for them.", \.missing))
}
