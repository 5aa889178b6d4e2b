import HTML
import HTTPTypes
import Operations
import Program

/// A request as its seeker sees it, once more where something was not done.
struct SupportPage: Sendable {
    let view: SeekerView
    let supporterCard: SupporterCard?
    let visit: SeekerVisit
    let refused: Refused?

    /// Where it has been destroyed since the pass was given, the pass is over too.
    @Sendable
    static func show(_ visit: SeekerVisit, _ refused: Refused? = nil) async throws -> Answer? {
        guard let view = try await visit.programmes.request(of: visit.pass, in: visit.agency) else {
            return .see(SupportAddresses.closed.link()).takingPass(at: visit.site)
        }
        if view.isInquiry { return ThanksPage.answer(visit, refused) }
        let cards = try await visit.programmes.supportersToChoose(in: visit.agency)
        let card = view.supporter.flatMap { supporter in cards.first { $0.account == supporter.account } }
        let page = SupportPage(view: view, supporterCard: card, visit: visit, refused: refused)
        return .scriptedPage(page.html, status: refused == nil ? .ok : .unprocessableContent)
    }

    private var html: HTML {
        page(
            "Your request", in: Shells.seeker(visit.agency, visit.site), lead: HTML(text: standing),
            announcement: announcement,
            main: """
                \(view.nobodyCouldBeAsked ? ClosedForAsking.ofRequest(visit.pack) : nil)
                \(waiting)
                \(supporter)
                \(messages)
                \(consultations)
                \(consents)
                \(timeOffNote)
                \(ConfidenceWords.rights(view.rights).map { section("Your rights", $0) })
                \(section("What stays between you, and what cannot", limits))
                \(section("Ending", ending))
                """)
    }

    /// What no form of the page says: of a button, or of a form that does not stand here any more, such as after the other side
    /// has closed the request. What was written in it stands here once more.
    private var announcement: HTML? {
        guard let refused, refused.hasForm, forms[refused.act] != true else { return refused?.announcement }
        return "\(refused.words)\(ClosedPages.kept(visit.form))"
    }

    /// Which forms stand on the page.
    private var forms: [String: Bool] {
        [
            SupportActs.write.id: isOpen, SupportActs.change.id: hasSupporter, SupportActs.consent.id: mayConsent,
            SupportActs.agreeToTimeOffNote.id: mayAskForTime,
        ]
    }

    var isOpen: Bool { view.status != .closed }
    private var hasSupporter: Bool { view.supporter != nil && isOpen }
    private var mayAskForTime: Bool { visit.pack.requests.timeOffPost != nil && isOpen }

    /// Where it stands, in kind words.
    private var standing: String {
        switch view.status {
        case .offered, .accepted:
            return words.standing(view.status, supporter: view.supporter, lost: view.lostSupporter, view.wait)
        case .closed:
            let days = view.daysLeft.map { $0 == 1 ? "one more day" : "\($0) more days" }
            let left = days.map { " It stays here for \($0), then everything of it is destroyed." } ?? ""
            return "This has ended.\(left)"
        }
    }

    private var words: WaitingWords { WaitingWords(agency: visit.agency, now: visit.programmes.clock()) }

    /// For whoever waits: what comes next, and whom to call meanwhile.
    private var waiting: HTML? {
        guard view.wait != nil else { return nil }
        return """
            \(words.isAlone(view.wait) ? words.numbers(view.wait) : nil)
            \(words.whileWaiting(
                view.wait, way: view.way,
                actions(
                    linkButton("Look again", to: SupportAddresses.support.link(), style: .primary),
                    linkButton("Wait here", to: SupportAddresses.waiting.link()))))
            \(words.isAlone(view.wait) ? nil : words.numbers(view.wait))
            """
    }

    // MARK: Who it is

    private var supporter: HTML? {
        guard let supporter = view.supporter, hasSupporter else { return nil }
        let shown = supporterCard.map { finder([$0.html(visit.pack)]) }
        return section(
            "Who is there for you",
            """
            \(shown ?? "<p>\(supporter.name)</p>")
            \(confirmation("Ask for someone else", change))
            """)
    }

    private var change: HTML {
        """
        <p>Nobody asks why. Whoever has it now lets go of it, and others are asked.</p>
        \(SupportActs.change.form(
            visit, filled: Filled(ticked: [SupportActs.unwanted: ["yes"]]), refused: refused,
            button: "Ask for someone else", isPrivate: true))
        """
    }

    // MARK: Words

    private var messages: HTML {
        let opening = view.words.words
        let thread =
            (opening.isEmpty ? [] : [ThreadMessage(isOwn: true, from: "You", day: "at the beginning", text: opening)])
            + view.messages.map { message in
                ThreadMessage(
                    isOwn: message.fromSeeker,
                    from: message.fromSeeker ? "You" : view.supporter?.name ?? "Your \(visit.pack.terms.supporter)",
                    day: message.day.longName, text: message.text, isNew: message.isNew && !message.fromSeeker)
            }
        return section(
            "Messages",
            """
            \(thread.isEmpty ? nil : conversation("Messages", thread))
            \(isOpen ? SupportActs.write.form(visit, refused: refused, button: "Send", isPrivate: true) : nil)
            """)
    }

    // MARK: Others

    /// With whom the supporter confers, and whether they read along. The seeker can end it.
    private var consultations: HTML? {
        guard !view.consultations.isEmpty else { return nil }
        let rows = view.consultations.map { consultation -> HTML in
            let which = [(SupportActs.id, consultation.id)]
            let until = visit.agency.calendar.day(at: consultation.endsAt).map { "Until \($0.longName) at the latest." }
            return card(
                [consultation.name, consultation.role].compactMap { $0 }.joined(separator: ", "), level: .third,
                badge: consultation.readsAlong ? badge("Reads along", tone: .warning) : badge("Sees nothing of it"),
                """
                <p>\(until ?? "") You can end it now.</p>
                \(actions(
                    consultation.mayBeAuthorised
                        ? SupportActs.authoriseConsultation.asButton("Let them read along", visit, hidden: which) : .empty,
                    SupportActs.endConsultation.asButton("End it", visit, hidden: which)))
                """)
        }
        return section("Whose advice is asked", rows.joined())
    }

    private var timeOffNote: HTML? {
        guard mayAskForTime else { return nil }
        let ticked = view.agreesToTimeOffNote ? [SupportActs.agreed: ["yes"]] : [:]
        return section(
            "Time away from your post",
            lead: """
                If you need time on duty to meet, your supervisor can be asked to spare you. Without your word nobody is told.
                """,
            SupportActs.agreeToTimeOffNote.form(
                visit, filled: Filled(ticked: ticked), refused: refused, button: "Keep this choice", style: .secondary,
                isPrivate: true))
    }

    private var limits: HTML {
        furtherFields("Read it again", isOpen: false, ConfidenceWords.advisement(visit.pack))
    }

    // MARK: The end

    private var ending: HTML {
        """
        \(isOpen ? end : reopening)
        \(buttonForm(
            "Close this page on this device", to: SupportAddresses.closing.link(), token: visit.formToken, style: .quiet))
        """
    }

    private var end: HTML {
        SupportActs.end.asConfirmation(
            "End the request",
            """
            <p>You can end it at any time and need not say why. For a while you can open it again with your receipt; then \
            everything of it is destroyed.</p>
            """, button: "End it", visit, inside: .danger)
    }

    private var reopening: HTML? {
        view.canReopen ? SupportActs.reopen.asButton("Open it again", visit, style: .primary) : nil
    }
}
