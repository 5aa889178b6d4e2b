import HTML
import HTTPTypes
import Operations
import Program

enum SelfCheckAddresses {
    static let checks = Address<PathID>("agencies/{agency}/self-checks")
    static let check = Address<PathID, PathID>("agencies/{agency}/self-checks/{questionnaire}")
}

extension Routes {
    static let selfChecks: [Route] = [
        .open(.get, in: SelfCheckAddresses.checks) { visit in .scriptedPage(SelfCheckPages.list(visit)) },
        .page(.get, SelfCheckAddresses.check, for: .everyone) { (visit: AgencyVisit, _: PathID, id: PathID) in
            SelfCheck.all.first { $0.id == id.text }.map { .checkedPage(SelfCheckPages.html($0, visit)) }
        },
        .read(
            "readSelfChecks", "The self-checks: their questions, points and bands. No answer is ever sent anywhere.",
            at: SelfCheckAddresses.checks, for: .everyone, "In the order in which pages show them.",
            Shape<[SelfCheck]>.list("selfChecks", of: SelfCheckPages.shape)
        ) { (_: AgencyVisit, _: PathID) in SelfCheck.all },
    ]
}

extension Site {
    fileprivate var checkScript: Link { AssetAddresses.asset.link(AssetName(assets.checkScript.name)) }
}

/// Questions for oneself. They are answered and added up on the reader's device: nothing of it is sent or kept.
enum SelfCheckPages {
    private static let title = "How are you?"

    static func list(_ visit: AgencyVisit) -> HTML {
        let slug = visit.slug
        return page(
            title, in: Shells.seeker(visit.agency, visit.site),
            lead: """
                Questions for yourself, with what others know about the answers. They are reckoned on your own device: nothing is sent, \
                and nothing is kept.
                """,
            back: Crumb("To read and to do now", LibraryAddresses.open.link(slug)),
            main: """
                \(cards(SelfCheck.all.map { check in
                    linkCard(
                        check.title, detail: "\(check.name) · \(counted(check.questions.count, "question"))",
                        to: SelfCheckAddresses.check.link(slug, PathID(check.id)), icon: .done)
                }))
                \(notice)
                \(calling(visit))
                """)
    }

    static func html(_ check: SelfCheck, _ visit: AgencyVisit) -> HTML {
        let slug = visit.slug
        var shell = Shells.seeker(visit.agency, visit.site)
        shell.furtherScript = visit.site.checkScript
        return page(
            check.title, in: shell,
            lead: HTML(
                text: "\(check.name). The answers never leave your device, and are gone when you leave this page."),
            back: Crumb(title, SelfCheckAddresses.checks.link(slug)),
            main: """
                \(check.stem.isEmpty ? nil : prose("\(check.stem.map { "<p>\($0)</p>" as HTML })"))
                \(selfCheck(
                    check.questions.map { question in
                        CheckQuestion(
                            question.text, scale: question.scale,
                            question.answers.map { .init($0.text, points: $0.points, ends: $0.ends) },
                            urgent: question.isUrgent ? urgent(visit.pack) : nil)
                    },
                    check.scales.map { scale in
                        CheckScale(scale.id, scale.title, scale.bands.map { .init($0.points, $0.name, $0.meaning) })
                    }, byHand: byHand(check)))
                \(notice)
                \(calling(visit))
                \(section("Whose questions these are", prose("<p>\(check.credit)</p>")))
                """)
    }

    /// At once, where an answer calls for it: the first line of the country before everything else.
    private static func urgent(_ policy: PolicyPack) -> HTML {
        callout(
            "You need not be alone with this", tone: .warning,
            """
            <p>If your answer is anything but “Not at all”, please speak with somebody now. You need not be sure that it is bad \
            enough.</p>
            \(CrisisWords.inFull(policy))
            """)
    }

    /// How the points are added up where no script does it.
    private static func byHand(_ check: SelfCheck) -> HTML {
        let isOne = check.scales.count == 1
        let ends = check.questions.contains { $0.answers.contains(where: \.ends) }
        let tables = check.scales.map { scale -> HTML in
            let numbers = check.questions.enumerated().filter { $0.element.scale == scale.id }.map {
                "\($0.offset + 1)"
            }
            let words = isOne ? "" : "Add up questions \(numbers.joined(separator: ", "))."
            let table = dataTable(
                scale.title, columns: ["Points", "", "What it means"],
                rows: scale.bands.map { band in
                    [HTML(text: band.points.words), HTML(text: band.name), HTML(text: band.meaning)]
                })
            return "\(isOne ? nil : "<p>\(words)</p>" as HTML)\(table)"
        }
        return section(
            "To add up by hand",
            """
            \(prose(
                """
                <p>Each answer has its points beside it. Add up those of your answers, and look below.\
                \(ends ? " Where your first answer ends it, stop there: your points are 0." : "")</p>
                """))
            \(tables)
            """)
    }

    private static let notice: HTML = prose(
        """
        <p>This is no diagnosis, and no number says who you are. Only somebody who speaks with you can say what it is. If you are \
        worried, go by that and not by the points.</p>
        """)

    private static func calling(_ visit: AgencyVisit) -> HTML {
        section(
            "Whom to call",
            """
            \(NumbersToCall.crisis(visit.pack))
            \(NumbersToCall.ofAgency(visit.pack))
            \(actions(
                linkButton("Ask for support", to: SeekerAddresses.ask.link(visit.slug), icon: .message),
                linkButton("Something to read", to: LibraryAddresses.open.link(visit.slug), style: .quiet)))
            """)
    }

    // MARK: For programs

    static let shape = Shape<SelfCheck>(
        .id("id", \.id), .words("name", \.name), .words("title", \.title), .texts("stem", \.stem),
        .list("questions", of: question, \.questions), .list("scales", of: scale, \.scales),
        .words("credit", \.credit))

    private static let question = Shape<SelfCheck.Question>(
        .words("text", \.text), .words(maybe: "scale", \.scale),
        .flag("isUrgent", about: "Any answer with points calls for somebody to speak with at once.", \.isUrgent),
        .list(
            "answers",
            of: Shape<SelfCheck.Answer>(
                .words("text", \.text), .count("points", \.points),
                .flag("ends", about: "It ends here, with no points.", \.ends)), \.answers))

    private static let scale = Shape<SelfCheck.Scale>(
        .words("id", \.id), .words("title", \.title),
        .list(
            "bands",
            of: Shape<SelfCheck.Band>(
                .count("from", \.points.lowerBound), .count("to", \.points.upperBound), .words("name", \.name),
                .words("meaning", \.meaning)), \.bands))
}

extension Answer {
    /// A page on which somebody answers for themselves: its own scripts run, and it can send nothing anywhere, no form either.
    fileprivate static func checkedPage(_ html: HTML) -> Answer {
        let answer = Answer.scriptedPage(html)
        guard let policy = HTTPField.Name("Content-Security-Policy"), let said = answer.headers[policy] else {
            return answer
        }
        return answer.with(
            policy, said.replacing("form-action 'self'", with: "form-action 'none'") + "; connect-src 'none'")
    }
}

extension ClosedRange<Int> {
    fileprivate var words: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}
