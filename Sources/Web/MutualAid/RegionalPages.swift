import HTML
import Operations
import Program

/// The team of several agencies: what partners opened to this team, messages between the teams, and who the partners are.
enum RegionalPages {
    static let title = "Regional team"

    /// - Parameter session: the one that was to be taken among one's own, where that was refused.
    static func again(_ visit: StaffVisit, _ refused: Refused?, of session: PathID? = nil) async throws -> Answer? {
        guard let view = try await visit.programmes.regionalTeam(for: visit.staff) else { return nil }
        let isWriting = refused?.act == RegionalActs.write.id
        let isOnPage = isWriting || view.open.contains { $0.id == session?.text }
        let html = page(
            title, in: Shells.staff(visit, at: RegionalAddresses.team),
            lead: "What the teams of several agencies do together. Each keeps its own people, and its own list.",
            announcement: isOnPage ? nil : refused?.words, width: .wide,
            main: """
                \(open(view, visit) { $0 == session?.text ? refused : nil })
                \(sessions(view, visit))
                \(messages(view, visit))
                \(writing(view, visit, refused))
                \(partners(view))
                """)
        return .page(html, again: refused)
    }

    // MARK: Sessions

    /// For whoever plans: what partners opened to this team, and it does not take part in yet.
    private static func open(
        _ view: RegionalTeamView, _ visit: StaffVisit, _ refused: (String) -> Refused?
    ) -> HTML? {
        guard visit.staff.powers.contains(.planTraining), !view.open.isEmpty else { return nil }
        let kinds = Set(visit.pack.gatheringKinds.filter { !$0.isForOthers })
        return section(
            "Open to your team",
            lead: """
                Taken up, it is among your own sessions: your members sign up there, and you keep the list of who came. \
                The agency that holds it learns how many, and nobody’s name.
                """,
            view.open.map { session in
                card(
                    session.title, level: .third, badge: badge("To decide", tone: .warning),
                    """
                    \(facts(about(session, visit)))
                    \(RegionalActs.takePart.form(
                        visit, PathID(session.id),
                        filled: Filled(first: kinds.contains(session.kind) ? ["kind": session.kind.rawValue] : [:]),
                        refused: refused(session.id), button: "Take part"))
                    """)
            }.joined())
    }

    private static func about(_ session: ListedJointSession, _ visit: StaffVisit) -> [(String, HTML)] {
        [
            ("What", HTML(text: session.kind.words)),
            ("When", HTML(text: visit.staff.agency.calendar.words(from: session.from, until: session.until))),
            ("Where", HTML(text: session.place)), ("Held by", HTML(text: session.heldBy)),
        ]
    }

    private static func sessions(_ view: RegionalTeamView, _ visit: StaffVisit) -> HTML? {
        guard visit.pack.meetsInRegion else { return nil }
        guard !view.sessions.isEmpty else {
            return section(
                "Joint sessions",
                emptyState(
                    "Nothing is planned together", "What an agency of the region opens to the others will be here."))
        }
        let rows = view.sessions.map { session -> [HTML] in
            let title: HTML =
                session.own.map { "<a\(href: TrainingAddresses.session.link(PathID($0)))>\(session.title)</a>" }
                ?? HTML(text: session.title)
            return [
                title, HTML(text: session.kind.words),
                HTML(text: visit.staff.agency.calendar.words(from: session.from, until: session.until)),
                HTML(text: session.place), HTML(text: session.heldBy), state(session),
            ]
        }
        return section(
            "Joint sessions",
            dataTable(
                "Joint sessions", columns: ["What", "Kind", "When", "Where", "Held by", "Your team"], rows: rows,
                captioned: .unseen))
    }

    private static func state(_ session: ListedJointSession) -> HTML {
        if session.isCalledOff { return badge("Called off", tone: .bad) }
        return session.own == nil ? badge("Not yet") : badge("Takes part", tone: .good)
    }

    // MARK: Messages

    private static func messages(_ view: RegionalTeamView, _ visit: StaffVisit) -> HTML? {
        guard !view.messages.isEmpty || view.unopened > 0 || view.mayWrite else { return nil }
        let closed: HTML? =
            view.unopened == 0
            ? nil
            : callout(
                "\(counted(view.unopened, "message")) sealed to an earlier key of yours",
                "<p>Nobody can open that for you. Ask whoever wrote to write again.</p>")
        let none: HTML? =
            view.messages.isEmpty && view.unopened == 0
            ? emptyState("No messages", "What colleagues of the teams write to you will be here.") : nil
        return section("Messages between the teams", "\(closed)\(none)\(view.messages.map(shown).joined())")
    }

    private static func shown(_ listed: ListedRegionalMessage) -> HTML {
        card(
            "\(listed.message.author), \(listed.message.agency)", level: .third,
            """
            \(listed.message.words.split(separator: "\n").map { spokenParagraph($0) }.joined())
            <p class="field-hint">\(listed.sentOn.longName), to \(listed.message.readers.words.lowercasedFirst). \
            Destroyed after \(listed.lastDay.longName).</p>
            """)
    }

    private static func writing(_ view: RegionalTeamView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.team.regionalTeam else { return nil }
        // What was typed comes back even where there is nobody to write to any more.
        guard view.mayWrite || refused?.act == RegionalActs.write.id else {
            let reasons = view.silence?.problems.map { "<p>\($0.message) \(rule.basis.notes)</p>" as HTML } ?? []
            return prose(reasons.joined())
        }
        return section(
            "Write to the teams",
            """
            \(callout(
                "Nobody who was helped is named here", tone: .warning,
                "<p>Write of the teams, their sessions and their work. Nothing of a request, nor of anybody in one.</p>"))
            \(RegionalActs.write.form(
                visit, filled: Filled(first: ["readers": RegionalReaders.coordinators.rawValue]), refused: refused,
                button: "Send it", isPrivate: true))
            \(prose("<p>\(keeping(rule)) \(rule.basis.notes)</p>"))
            """)
    }

    private static func keeping(_ rule: RegionalTeamRule) -> String {
        """
        It is sealed to each of its readers, in your team and in those of the partners; they see your name and your agency. \
        Whether somebody read it is kept nowhere. After \(counted(rule.messagesKeptFor, "day")) it is destroyed, sooner where a \
        partner’s policy says so.
        """
    }

    // MARK: Partners

    private static func partners(_ view: RegionalTeamView) -> HTML {
        guard !view.partners.isEmpty else {
            return section(
                "Partner agencies",
                emptyState(
                    "No agreement is in force",
                    "Agencies that agree on a regional team have sessions and messages here."))
        }
        let lines = view.partners.map { partner -> HTML in
            let marks = [
                partner.meets ? badge("Joint sessions", tone: .good) : nil,
                partner.writes ? badge("Sealed messages", tone: .good) : nil,
            ].compactMap(\.self)
            return "<li>\(partner.name) \(marks.joined(separator: " "))</li>"
        }
        return section("Partner agencies", "<ul>\(lines)</ul>")
    }

    // MARK: On the way to it

    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.hasRegionalTeam,
            Need.ofRegionalTeam.isMet(
                by: visit.staff.powers, owesSecondFactor: visit.staff.owesSecondFactor)
        else { return [] }
        var items: [HTML] = []
        if visit.staff.powers.contains(.planTraining) {
            let open = try await visit.programmes.openJointSessions(for: visit.staff).count
            if open > 0 {
                items.append(
                    linkCard(
                        "\(counted(open, "joint session")) open to your team", detail: "Of a partner agency",
                        to: RegionalAddresses.team.link(), icon: .clock, badge: badge("To decide", tone: .warning)))
            }
        }
        let messages = try await visit.programmes.regionalMessagesLately(for: visit.staff)
        if messages > 0 {
            items.append(
                linkCard(
                    "\(counted(messages, "message")) between the teams", detail: "Of the past week",
                    to: RegionalAddresses.team.link(), icon: .people))
        }
        return items
    }
}

/// What pages of sessions say of those that several agencies have together.
enum RegionalParts {
    static func facts(of view: GatheringView) -> [(String, HTML)] {
        if let holder = view.listing.heldBy { return [("Held by", HTML(text: "\(holder), together with your team"))] }
        guard view.listing.gathering.plan.isJoint else { return [] }
        let lines = view.partners.map { partner in
            partner.came.map { "\(partner.agency): \($0) came" } ?? "\(partner.agency): \(partner.coming) coming"
        }
        return [
            (
                "Partner agencies",
                lines.isEmpty ? "Open to them; none takes part yet" : HTML(text: lines.joined(separator: "; "))
            )
        ]
    }

    static func mark(of listing: GatheringListing) -> HTML? {
        if let holder = listing.heldBy { return " \(badge("Held by \(holder)"))" }
        return listing.gathering.plan.isJoint ? " \(badge("Together with partner agencies"))" : nil
    }
}
