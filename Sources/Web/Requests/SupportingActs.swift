import HTML
import Operations
import Program

/// What a supporter does with a request of theirs, from the advisement to its end. Who else comes in stands in `HandingOnActs`.
enum SupportingActs {
    static let routes: [Route] =
        advise.routes + write.routes + madeContact.routes + remind.routes + doneReminder.routes + close.routes

    /// Confirms that the advisement is given, and by a supervisor the further words too (SAC-VI.F).
    static let advise = Act(
        "confirmAdvisement", "Confirm that the agency's advisement on confidence is given; this opens the words.",
        at: SupportingAddresses.advisement, for: .holding(.takeRequests),
        taking: Input(gives, admonishment) { _, also in also }, then: .done("Confirmed."),
        see: SupportingChange.advised.onRequest, refused: RequestPage.refused,
        perform: { visit, also, id in
            try await visit.programmes.giveAdvisement(id.text, withAdmonishment: also, by: visit.staff)
        })

    static let write = Act(
        "writeToSeeker", "Write to whoever asked.", at: SupportingAddresses.messages, for: .holding(.takeRequests),
        taking: Input(text), then: .done("Sent."),
        see: SupportingChange.written.onRequest, refused: RequestPage.refused,
        perform: { visit, text, id in try await visit.programmes.write(text, on: id.text, by: visit.staff) })

    static let madeContact = Act(
        "madeContact", "Say that you were in touch; nothing of it reaches a stat sheet.",
        at: SupportingAddresses.firstContact, for: .holding(.takeRequests), taking: .nothing, then: .done("Noted."),
        see: SupportingChange.inTouch.onRequest, refused: RequestPage.refused,
        perform: { visit, _, id in try await visit.programmes.madeContact(id.text, by: visit.staff) })

    static let remind = Act(
        "setReminder", "Be reminded of the request; nobody else sees it.", at: SupportingAddresses.reminders,
        for: .holding(.takeRequests), taking: Input(kind, day) { (kind: $0, day: $1) }, then: .done("Set."),
        see: SupportingChange.reminderSet.onRequest, refused: RequestPage.refused,
        perform: { visit, reminder, id in
            try await visit.programmes.remind(id.text, on: reminder.day, of: reminder.kind, by: visit.staff)
        })

    static let doneReminder = Act(
        "doneReminder", "The reminder is done.", at: SupportingAddresses.reminderDone, .delete,
        interface: SupportingAddresses.reminder, for: .holding(.takeRequests), taking: .nothing, then: .done("Done."),
        see: { done, id, _ in SupportingChange.reminderDone.onRequest(done, id) },
        refused: { visit, refused, id, _ in try await RequestPage.refused(visit, refused, id) },
        perform: { visit, _, id, reminder in
            try await visit.programmes.doneReminder(reminder.text, on: id.text, by: visit.staff)
        })

    static let close = Act(
        "closeRequest", "Close the request; an inquiry with its outcome.", at: SupportingAddresses.closing,
        for: .holding(.takeRequests), taking: Input(outcome), then: .done("Closed."),
        see: SupportingChange.closed.onList, refused: ClosingPages.answer,
        perform: { visit, outcome, id in
            try await visit.programmes.closeRequest(id.text, outcome: outcome, by: visit.staff)
        })

    private static let gives = Field<Void>.confirmation(
        "gives", "I give this advisement before we talk.", missing: "Say that you give it before you talk.",
        FieldWords(clauses: \.confidentiality.advisement.basis.clauses)
    ).onPages(otherwise: ())

    /// For supervisors alone.
    static let admonishment = Field<Bool>.tick(
        "withAdmonishment", "I also say that I am a supervisor and must report misconduct.",
        FieldWords(
            about: "A supervisor confirms the further words too.",
            clauses: { $0.confidentiality.supervisoryAdmonishment?.basis.clauses ?? [] })
    ).leftOpen.only(where: { $0.confidentiality.supervisoryAdmonishment != nil }, otherwise: false)

    private static let text = Field<String>.words("text", "Write to them", longest: RequestMessage.longest)
        .asked { form, name, pack, _ in
            let hints = pack.statementsToSupporters(in: .messageBox, whoSupervise: false)
            let own = "Be discreet: no names, nothing that you would not want seen on a screen."
            // A hint has room for one clause: that of the only one.
            return form.longText(
                name, "Write to them", rows: 4,
                hint: hints.isEmpty ? own : hints.map(\.text).joined(separator: " "),
                origin: hints.count == 1 ? hints[0].basis.origin : nil, maxLength: RequestMessage.longest)
        }

    static let kind = Field<ReminderKind>.choice(
        "kind", "Of what?", FieldWords(clauses: \.requests.followUp.basis.clauses), layout: .chips
    ) { $0.forSupporter }

    /// A page offers a few days.
    static let day = Field<Day>.day("day", "When?").asked { form, name, _, filled in
        form.choice(name, "When?", filled.options[name] ?? [], first: filled.first[name])
    }

    static let outcome = Field<InquiryOutcome>.choice(
        "outcome", "You asked once. Is support wanted?",
        FieldWords(
            hint: "Whoever told us learns nothing of it. The name is destroyed.",
            about: "For an inquiry only, and needed there.", clauses: \.retention.inquiryDays.basis.clauses),
        layout: .cards
    ) { $0.forSupporter }.inSomeCases()
}

extension InquiryOutcome {
    fileprivate var forSupporter: String {
        switch self {
        case .wanted: "Yes, it is wanted"
        case .notWanted: "No, not now"
        }
    }
}
