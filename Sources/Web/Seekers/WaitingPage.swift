import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// Where somebody waits: the page looks again by itself, once a minute, without a script. Nothing is typed on it, so nothing typed is
/// lost. A look by itself keeps the pass open no longer than it was, so that a page left behind still closes; and it leaves nothing
/// anywhere, whatever it finds. Where there is nothing more to wait for it stops, and shows no words: those are a tap away.
enum WaitingPage {
    static func show(_ visit: SeekerVisit) async throws -> Answer? {
        guard let glance = try await visit.programmes.glance(of: visit.pass, in: visit.agency) else {
            return .see(SupportAddresses.support.link())
        }
        let now = visit.programmes.clock()
        let isByItself = visit.visit.query(byItself.name) == byItself.value
        // What a look asked for makes the pass last is what is left of it from now.
        let until = isByItself ? visit.pass.until : now.milliseconds + Programmes.passLength
        let goesOn = glance.wait != nil && until - now.milliseconds > closing
        let answer = Answer.scriptedPage(html(glance, at: now, goesOn: goesOn, visit))
        let kept = isByItself ? answer.handing(try visit.programmes.sameToken(of: visit.pass), at: visit.site) : answer
        guard goesOn, let refresh = HTTPField.Name("Refresh") else { return kept }
        let again = SupportAddresses.waiting.link(query: (byItself.name, byItself.value))
        return kept.with(refresh, "\(everySeconds); url=\(again.location)")
    }

    private static func html(_ glance: SeekerGlance, at now: Instant, goesOn: Bool, _ visit: SeekerVisit) -> HTML {
        let words = WaitingWords(agency: visit.agency, now: now)
        let time = visit.agency.calendar.clockTime(notBefore: now)
        let own = linkButton("Write, change or end it", to: SupportAddresses.support.link())
        let look = linkButton("Look again", to: SupportAddresses.waiting.link(), style: .primary)
        return page(
            "Your request", in: Shells.seeker(visit.agency, visit.site),
            lead: HTML(
                text: words.standing(
                    glance.status, supporter: glance.supporter, lost: glance.lostSupporter, glance.wait)),
            main: """
                \(glance.hasNews
                    ? callout(
                        "There is a message for you", tone: .good,
                        actions(linkButton("Read it", to: SupportAddresses.support.link(), style: .primary))) : nil)
                \(words.isAlone(glance.wait) ? words.numbers(glance.wait) : nil)
                \(words.whileWaiting(
                    glance.wait, way: glance.way,
                    """
                    \(prose(
                        goesOn
                            ? "<p>As of \(time). This page looks again by itself each minute.</p>"
                            : "<p>As of \(time). This page has stopped looking by itself.</p>"))
                    \(actions(look, own))
                    """) ?? actions(own))
                \(words.isAlone(glance.wait) ? nil : words.numbers(glance.wait))
                \(actions(
                    linkButton(
                        "Something to read meanwhile", to: LibraryAddresses.open.link(PathID(visit.agency.slug)),
                        style: .quiet)))
                """)
    }

    /// So often, whatever it finds: the rhythm tells whoever watches the network nothing but that the page is open.
    private static let everySeconds = 60
    /// It stops by itself while the pass is still good for as long as it takes to read and to tap, in milliseconds.
    private static let closing: Int64 = 3 * 60_000
    private static let byItself = (name: "by", value: "itself")
}
