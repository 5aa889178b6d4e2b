import HTML
import Operations
import Program

/// A request as its seeker sees it.
enum SupportPages {
    static func support(
        _ view: SeekerView, _ card: SupporterCard?, _ visit: SeekerVisit, _ refused: SupportForm.Refused? = nil
    ) -> HTML {
        page(
            "Your request", in: Shells.seeker(visit.agency, visit.site),
            lead: HTML(text: standing(of: view, visit.pack)),
            announcement: refused?.announcement,
            main: """
                \(supporter(view, card, visit))
                \(messages(view, visit, refused))
                \(consultations(view, visit))
                \(ConsentPages.part(view, visit, refused))
                \(timeOffNote(view, visit))
                \(ConfidenceWords.rights(visit.pack).map { section("Your rights", $0) })
                \(section("What stays between you, and what cannot", limits(visit.pack)))
                \(section("Ending", ending(view, visit)))
                """)
    }

    /// Where it stands, in kind words.
    private static func standing(of view: SeekerView, _ policy: PolicyPack) -> String {
        switch view.status {
        case .offered where view.lostSupporter:
            return
                "Your supporter is not available any more; we are asking somebody else. You need do nothing, and what you wrote stays here."
        case .offered:
            return view.isInquiry
                ? "Thank you for thinking of them. Somebody is being asked to take this on."
                : "Those who can take it are being asked. You need do nothing; look in again when it suits you."
        case .accepted:
            if view.isInquiry { return "Thank you for thinking of them. Somebody has taken this on, with tact." }
            return "\(view.supporter?.name ?? "A \(policy.terms.supporter)") has taken your request."
        case .closed:
            let days = view.daysLeft.map { $0 == 1 ? "one more day" : "\($0) more days" }
            let left = days.map { " It stays here for \($0), then everything of it is destroyed." } ?? ""
            return "This has ended.\(left)"
        }
    }

    // MARK: Who it is

    private static func supporter(_ view: SeekerView, _ card: SupporterCard?, _ visit: SeekerVisit) -> HTML? {
        guard let supporter = view.supporter, !view.isInquiry, view.status != .closed else { return nil }
        let shown = card.map { finder([$0.html(visit.pack)]) }
        return section(
            "Who is there for you",
            """
            \(shown ?? "<p>\(supporter.name)</p>")
            \(confirmation("Ask for someone else", change(visit)))
            """)
    }

    private static func change(_ visit: SeekerVisit) -> HTML {
        let form = visit.form(to: SupportAddresses.change.link())
        return """
            <p>Nobody asks why. Whoever has it now lets go of it, and others are asked.</p>
            \(form.html(
                form.agreement(SupportForm.unwanted, "Please do not ask the same person again.", first: true),
                actions: button("Ask for someone else")))
            """
    }

    // MARK: Words

    private static func messages(
        _ view: SeekerView, _ visit: SeekerVisit, _ refused: SupportForm.Refused?
    ) -> HTML {
        let opening = view.words.words
        let thread =
            (opening.isEmpty ? [] : [ThreadMessage(isOwn: true, from: "You", day: "at the beginning", text: opening)])
            + view.messages.map { message in
                ThreadMessage(
                    isOwn: message.fromSeeker,
                    from: message.fromSeeker ? "You" : view.supporter?.name ?? "Your \(visit.pack.terms.supporter)",
                    day: message.day.longName, text: message.text, isNew: message.isNew && !message.fromSeeker)
            }
        let form = visit.form(to: SupportAddresses.messages.link(), refused: refused, at: .message)
        return section(
            "Messages",
            """
            \(thread.isEmpty ? nil : conversation("Messages", thread))
            \(view.status == .closed ? nil : form.html(
                form.longText(
                    SupportForm.text, "Write a message", rows: 4, hint: "Only the two of you can read it.",
                    maxLength: RequestMessage.longest), actions: button("Send")))
            """)
    }

    // MARK: Others

    /// With whom the supporter confers, and whether they read along. The seeker can end it.
    private static func consultations(_ view: SeekerView, _ visit: SeekerVisit) -> HTML? {
        guard !view.consultations.isEmpty else { return nil }
        let rows = view.consultations.map { consultation -> HTML in
            let act = { (label: String, place: FixedAddress) in
                buttonForm(
                    label, to: place.link(), token: visit.formToken, hidden: [(SupportForm.id, consultation.id)])
            }
            let until = visit.agency.calendar.day(at: consultation.endsAt).map { "Until \($0.longName) at the latest." }
            return card(
                [consultation.name, consultation.role].compactMap { $0 }.joined(separator: ", "), level: .third,
                badge: consultation.readsAlong ? badge("Reads along", tone: .warning) : badge("Sees nothing of it"),
                """
                <p>\(until ?? "") You can end it now.</p>
                \(actions(
                    consultation.mayBeAuthorised
                        ? act("Let them read along", SupportAddresses.consultationOpening) : .empty,
                    act("End it", SupportAddresses.consultationEnd)))
                """)
        }
        return section("Whose advice is asked", rows.joined())
    }

    private static func timeOffNote(_ view: SeekerView, _ visit: SeekerVisit) -> HTML? {
        guard visit.pack.requests.timeOffPost != nil, view.status != .closed, !view.isInquiry else { return nil }
        let form = visit.form(to: SupportAddresses.timeOffNote.link())
        return section(
            "Time away from your post",
            lead: """
                If you need time on duty to meet, your supervisor can be asked to spare you. Without your word nobody is told.
                """,
            form.html(
                form.agreement(
                    SupportForm.agreed, "My supervisor may be told that I need time away, and nothing else.",
                    first: view.agreesToTimeOffNote,
                    clause: visit.pack.requests.timeOffPost?.basis.clauses.first?.text),
                actions: button("Keep this choice", style: .secondary)))
    }

    private static func limits(_ policy: PolicyPack) -> HTML {
        furtherFields("Read it again", isOpen: false, ConfidenceWords.advisement(policy))
    }

    // MARK: The end

    private static func ending(_ view: SeekerView, _ visit: SeekerVisit) -> HTML {
        """
        \(view.status == .closed ? reopening(view, visit) : confirmation("End the request", end(visit)))
        \(buttonForm(
            "Close this page on this device", to: SupportAddresses.closing.link(), token: visit.formToken, style: .quiet))
        """
    }

    private static func end(_ visit: SeekerVisit) -> HTML {
        """
        <p>You can end it at any time and need not say why. For a while you can open it again with your receipt; then \
        everything of it is destroyed.</p>
        \(buttonForm("End it", to: SupportAddresses.end.link(), token: visit.formToken, style: .danger))
        """
    }

    private static func reopening(_ view: SeekerView, _ visit: SeekerVisit) -> HTML? {
        guard view.canReopen else { return nil }
        return buttonForm(
            "Open it again", to: SupportAddresses.reopening.link(), token: visit.formToken, style: .primary)
    }
}
