import HTML
import Operations
import Program

enum DutyReleaseActs {
    static let ask = Act(
        "askForRelease",
        "Ask for release from regular duty: your own supervisor is told from when until when, no name of anybody else and no reason.",
        at: DutyTimeAddresses.release, for: .holding(.keepDutyTime), where: \.asksSupervisorsForRelease,
        taking: Input(day, from, until) { DutyRelease(day: $0, from: $1, until: $2) },
        then: .told(
            "Who was told.",
            Shape<AskedRelease>(
                .choice(
                    "told", of: ["told", "without-address", "without-account", "nobody"],
                    about: "Whether the supervisor is told, or why somebody has to tell them by hand."
                ) { $0.isTold.rawValue },
                .words(maybe: "supervisor", about: "As the directory has them.", \.supervisor))),
        see: { _ in DutyTimeAddresses.releaseNote.link() }, handing: { $0.shownText },
        refused: DutyReleasePages.again,
        perform: { visit, release in try await visit.programmes.askForRelease(release, by: visit.staff) })

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.dutyTime.release?.basis.clauses ?? []
    }

    private static let day = Field<Day>.day("day", "Day", FieldWords(citesOnPage: false, clauses: clauses))
    private static let from = Field<Int>.time("from", "From", FieldWords(citesOnPage: false, clauses: clauses))
    private static let until = Field<Int>.time("until", "Until", FieldWords(citesOnPage: false, clauses: clauses))
}

// On its way to the page that shows it once.
extension AskedRelease {
    fileprivate var shownText: String {
        [
            release.day.text, ClockMinute.time(release.from), ClockMinute.time(release.until), isTold.rawValue,
            supervisor ?? "",
        ].joined(separator: "\n")
    }

    fileprivate init?(shownText: String) {
        let lines = shownText.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard lines.count == 5, let day = Day(lines[0]), let from = ClockMinute.minuteOfDay(lines[1]),
            let until = ClockMinute.minuteOfDay(lines[2]), let told = Told(rawValue: lines[3])
        else { return nil }
        self.init(
            release: DutyRelease(day: day, from: from, until: until), supervisor: lines[4].isEmpty ? nil : lines[4],
            isTold: told)
    }
}

extension DutyRelease {
    /// `9 March 2026, from 14:00 until 15:30`.
    var words: String { "\(day.longName), from \(ClockMinute.time(from)) until \(ClockMinute.time(until))" }
}

/// A member asks for release from regular duty, and is shown who was told of it, or what to give by hand.
enum DutyReleasePages {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) -> Answer? {
        guard let rule = visit.pack.dutyTime.release else { return nil }
        return .page(
            page(
                "Release from duty", in: Shells.staff(visit, at: DutyTimeAddresses.own),
                lead: """
                    Your own supervisor is told that you are needed for peer support, and from when until when. Nobody is named, and no \
                    reason. \(rule.basis.notes)
                    """, back: Crumb(DutyTimePages.title, DutyTimeAddresses.own.link()),
                announcement: refused?.announcement,
                main: """
                    \(DutyReleaseActs.ask.form(
                        visit, filled: Filled(first: ["day": visit.staff.today.text]), refused: refused,
                        button: "Ask for release"))
                    \(prose("<p>When it was, write it down afterwards as on duty.</p>"))
                    """), again: refused)
    }

    static func note(_ visit: StaffVisit) -> Answer? {
        guard let asked = visit.visit.shownOnce.flatMap({ AskedRelease(shownText: $0) }) else {
            return .see(DutyTimeAddresses.release.link())
        }
        return .page(
            page(
                "Release from duty", in: Shells.staff(visit, at: DutyTimeAddresses.own),
                lead: "To print the words below, use your browser’s print. They are shown this once.",
                back: Crumb(DutyTimePages.title, DutyTimeAddresses.own.link()),
                main: """
                    \(told(asked))
                    \(slip(
                        visit.agency.name,
                        prose(
                            """
                            <p>Please release <strong>\(visit.staff.name)</strong> from regular duty on \(asked.release.words): \
                            they are needed for peer support.</p>
                            <p>For whom and why is told to nobody.</p>
                            """)))
                    """))
    }

    private static func told(_ asked: AskedRelease) -> HTML {
        let name = asked.supervisor ?? "Your supervisor"
        return switch asked.isTold {
        case .told:
            callout(
                "\(name) is told", tone: .good, "<p>A notice waits for them, and a word that there is one was sent.</p>"
            )
        case .withoutAddress:
            callout(
                "\(name) may not see it in time", tone: .warning,
                "<p>A notice waits for them when they sign in; they gave no address to which a word could go. Please give them the words below.</p>"
            )
        case .withoutAccount:
            callout(
                "\(name) is not told", tone: .warning,
                "<p>They do not sign in here. Please give them the words below by hand, or say them.</p>")
        case .nobody:
            callout(
                "Nobody is told", tone: .warning,
                "<p>The directory names no supervisor of yours. Please give the words below to whoever can release you.</p>"
            )
        }
    }
}
