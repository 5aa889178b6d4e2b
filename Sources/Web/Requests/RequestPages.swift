import HTML
import Operations
import Program

/// The parts of an open request, once its advisement is confirmed.
enum RequestPages {
    static func opened(_ request: SupporterView, _ supporter: Supporter, _ refused: Refused?) -> HTML {
        let visit = supporter.visit
        return """
            \(prompts(request, visit))
            \(timer(request, visit, withButton: true))
            \(section("Who it is", person(request)))
            \(request.isInquiry ? nil : section("Messages", messages(request, visit, refused)))
            \(request.firstContactDue == nil && !request.mustHandOff ? again(request, visit) : nil)
            \(section(
            "Your reminders", lead: "Only you see them.", RemindingPages.reminders(request, visit, refused)))
            \(help(request, visit))
            \(agreed(request, visit, refused))
            \(supporter.told(in: .requestPage))
            \(counting(visit))
            \(leaving(request, visit))
            """
    }

    /// Until when the first contact is to be made, and the one tap that says it was.
    static func timer(_ request: SupporterView, _ visit: StaffVisit, withButton: Bool) -> HTML? {
        guard let due = request.firstContactDue else { return nil }
        let rule = visit.pack.requests.firstContact
        return callout(
            "Be in touch by \(SupportingPages.time(due, visit))", tone: .warning,
            """
            <p>After that others are asked too, so that nobody waits. \
            \(rule.basis.of(.withinMinutes).note)</p>
            \(withButton ? actions(contactButton("I made contact", request, visit, style: .primary)) : nil)
            """)
    }

    private static func contactButton(
        _ label: String, _ request: SupporterView, _ visit: StaffVisit, style: ButtonStyle
    ) -> HTML {
        SupportingActs.madeContact.asButton(label, visit, PathID(request.id), style: style)
    }

    /// What only this supporter is asked to think of.
    private static func prompts(_ request: SupporterView, _ visit: StaffVisit) -> HTML {
        let chain = visit.pack.requests.chainOfCommand?.basis.note
        let handOff = callout(
            "Now hand it off", tone: .warning,
            """
            <p>One of you stands above the other, so one contact is what you can give. \
            \(chain)</p>
            \(actions(linkButton(
                "Hand it off", to: SupportingAddresses.handOff.link(PathID(request.id)), style: .primary)))
            """)
        let once = callout(
            "Yours for one contact", tone: .warning,
            """
            <p>One of you stands above the other. Be in touch once, or write to each other on one day, to see what is needed; then \
            hand it off. \(chain)</p>
            """)
        let many = callout(
            "Would somebody else be the better help now?",
            """
            <p>You have been in touch \(request.contactsMade) times. That can be a sign that a referral is due. Only you see \
            this. \(visit.pack.requests.manyContacts?.basis.of(.value).note)</p>
            """)
        let across = request.mustHandOff ? handOff : request.isForOneContact ? once : nil
        return "\(across)\(request.asksAboutReferral ? many : nil)"
    }

    private static func person(_ request: SupporterView) -> HTML {
        let words = request.words
        let number = words?.number ?? ""
        let name = words?.name ?? ""
        var known: [(String, HTML)] = [("Name", HTML(text: name.isEmpty ? "Not given" : name))]
        if number.isEmpty {
            known.append(("Number", HTML(text: "Not given")))
        } else {
            known.append(
                (
                    "Number",
                    """
                    <a\(href: Link(telephone: number))>\(number)</a> · \
                    <a\(href: Link(textMessage: number))>send a text</a>
                    """
                ))
        }
        return """
            \(facts(known + request.card.facts))
            \(words.flatMap { $0.words.isEmpty ? nil : card("In their words", level: .third, paragraphs($0.words)) })
            """
    }

    /// Running text as it was typed, a paragraph for each line.
    static func paragraphs(_ text: String) -> HTML {
        let lines = text.split(whereSeparator: \.isNewline)
        return prose(lines.map { spokenParagraph($0) }.joined())
    }

    private static func messages(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        """
        \(request.messages.isEmpty
                ? emptyState("No message yet", "What you write to each other here is sealed to the two of you.")
                : conversation("Messages between you", request.messages.map(message)))
        \(SupportingActs.write.form(
                visit, PathID(request.id), refused: refused, button: "Send",
                style: request.firstContactDue == nil ? .primary : .secondary))
        """
    }

    static func message(_ message: RequestMessage) -> ThreadMessage {
        ThreadMessage(
            isOwn: !message.fromSeeker, from: message.fromSeeker ? "From them" : "From you",
            day: message.day.longName, text: message.text, isNew: message.isNew && message.fromSeeker)
    }

    /// A further contact counts towards the prompt that only the supporter sees, and towards nothing else; what they write to each other
    /// in a day is one.
    private static func again(_ request: SupporterView, _ visit: StaffVisit) -> HTML {
        let count = request.contactsMade
        return section(
            "In touch",
            """
            <p>\(inTouch(count)) Only you see this, and it goes with the request.</p>
            \(actions(contactButton(
                count == 0 ? "I was in touch" : "I was in touch again", request, visit, style: .secondary)))
            """)
    }

    private static func inTouch(_ count: Int) -> String {
        switch count {
        case 0: "You have noted no contact yet."
        case 1: "You have been in touch once. What you write in a day counts as once."
        default: "You have been in touch \(count) times. What you write in a day counts as once."
        }
    }

    /// Whom to turn to, and what to do when it gets serious.
    private static func help(_ request: SupporterView, _ visit: StaffVisit) -> HTML {
        var ways: [HTML] = []
        if !visit.pack.requests.consultations.isEmpty {
            ways.append(
                linkCard(
                    "Consult somebody",
                    detail: visit.pack.requests.consultations.map { $0.with.title(visit.pack) }.joined(separator: ", "),
                    to: SupportingAddresses.consultations.link(PathID(request.id)), icon: .people,
                    badge: request.consultations.isEmpty ? nil : badge("Under way", tone: .good)))
        }
        ways.append(
            linkCard(
                HelpPage.title, detail: "Whom else you can name, by kind", to: ReferralAddresses.team.link(),
                icon: .people))
        ways += ConfidenceLinks.cards(visit)
        return section("If you need help, or it gets serious", cards(ways))
    }

    /// What the seeker agreed to in writing.
    private static func agreed(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let good = request.consents.filter(\.isGood)
        guard !good.isEmpty || request.agreesToTimeOffNote else { return nil }
        let consents = good.map { given -> HTML in
            """
            <li><strong>\(given.consent.to)</strong> may be told: \(given.consent.scope). Given on \
            \(given.givenOn.longName)\(given.consent.until.map { ", until \($0.longName)" } ?? "").</li>
            """
        }
        let note: HTML? =
            request.agreesToTimeOffNote
            ? "<li>A note that asks their supervisor to release them from the post, without saying why.</li>" : nil
        return section(
            "What they agreed to in writing",
            """
            \(prose("<ul>\(consents)\(note)</ul>"))
            \(SupervisorNotePages.form(request, visit, refused))
            """)
    }

    /// Counting is an act of its own: nothing of the request goes with it.
    private static func counting(_ visit: StaffVisit) -> HTML? {
        guard visit.staff.powers.contains(.keepStatSheet) else { return nil }
        return section(
            "Your \(visit.pack.terms.statSheet)",
            lead: "Counting a contact is a thing of its own. Nothing ties it to this request.",
            actions(linkButton("Count a contact", to: ContactAddresses.newContact.link(), icon: .add)))
    }

    /// The ways out: to others, or to an end.
    static func leaving(_ request: SupporterView, _ visit: StaffVisit) -> HTML {
        let id = PathID(request.id)
        let post = visit.pack.requests.cannotLeavePost
        return section(
            "When you cannot go on",
            """
            \(post.map { leavingPost($0, id, visit) })
            \(SteppingBack.ways(from: request, visit))
            \(visit.pack.conflictTap(HandingOnActs.tellConflict.asButton(PolicyPack.conflict, visit, id)).map {
                confirmation("I have a conflict of interest", $0)
            })
            \(actions(
                linkButton("Hand it off", to: SupportingAddresses.handOff.link(id)),
                linkButton(request.isInquiry ? "Say what came of it" : "Close it", to: SupportingAddresses.closing.link(id))))
            """)
    }

    /// Somebody else is asked, by themselves or by their supervisor, as the pack has it.
    private static func leavingPost(_ rule: CannotLeavePostRule, _ id: PathID, _ visit: StaffVisit) -> HTML {
        let asked = visit.pack.title(of: rule.of)
        let own: HTML? =
            visit.pack.hasSupportersLeavePosts
            ? HandingOnActs.cannotLeavePost.asButton("Have somebody else asked", visit, id) : nil
        let supervisor: HTML? =
            visit.pack.hasSupervisorsAsk
            ? """
            <p>Or show your supervisor that you are asked for, and nothing else. They let you leave, or ask for somebody else.</p>
            \(HandingOnActs.makeSupervisorCode.asButton("Let my supervisor ask", visit, id))
            """ : nil
        return confirmation(
            "I cannot leave my post",
            """
            <p>The \(asked) is told that somebody else is needed, and nothing of the request. It is offered to others \
            at once. \(rule.basis.note)</p>
            \(own)
            \(supervisor)
            """)
    }
}
