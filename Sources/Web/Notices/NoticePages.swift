import HTML
import Operations
import Program

/// What somebody is told, and how they answer.
enum NoticePages {
    static func inbox(
        _ inbox: NoticeInbox, _ visit: StaffVisit, after change: AskFurtherChange? = nil,
        refused: (notice: String, what: Refused)? = nil
    ) -> HTML {
        let open = inbox.open.map { received in
            notice(received, visit, refused?.notice == received.notice.id ? refused?.what : nil)
        }
        return page(
            "Notices", in: Shells.staff(visit, at: NoticeAddresses.notices),
            announcement: stray(refused, in: inbox) ?? change?.announcement,
            main: """
                \(ways(visit))
                \(open.isEmpty
                    ? emptyState("Nothing waits for your answer", "When the programme has to tell you something, it is here.")
                    : open.joined())
                \(inbox.answered.isEmpty ? nil : section("Answered in the last thirty days", answered(inbox, visit)))
                """)
    }

    /// The page again where an answer was refused; nothing where it is no notice of theirs.
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused, _ notice: PathID) async throws -> Answer? {
        guard try await visit.programmes.notice(notice.text, for: visit.staff) != nil else { return nil }
        let inbox = try await visit.programmes.notices(for: visit.staff)
        return .page(NoticePages.inbox(inbox, visit, refused: (notice.text, refused)), again: refused)
    }

    /// A refusal that no form of the page shows: another was first, or it is about a yes.
    private static func stray(_ refused: (notice: String, what: Refused)?, in inbox: NoticeInbox) -> HTML? {
        guard let refused,
            !inbox.open.contains(where: { $0.notice.id == refused.notice && !$0.notice.kind.asksForDecision })
        else { return nil }
        return refused.what.words
    }

    /// Where else somebody may go from here, by what their roles have.
    private static func ways(_ visit: StaffVisit) -> HTML? {
        let programmes = visit.programmes
        let staff = visit.staff
        let items = [
            programmes.responseRule(for: staff) == nil
                ? nil : linkButton("I respond in person", to: NoticeAddresses.response.link()),
            staff.powers.contains(.readConformance)
                ? linkButton("What waits elsewhere", to: NoticeAddresses.overview.link()) : nil,
            programmes.mayAskToGetInTouch(staff)
                ? linkButton("Ask somebody to get in touch", to: NoticeAddresses.ask.link()) : nil,
            programmes.rolesWithDesignee(of: staff).isEmpty
                ? nil : linkButton("Who stands in for me", to: NoticeAddresses.designees.link()),
        ].compactMap { $0 }
        return items.isEmpty ? nil : "<div class=\"actions\">\(items)</div>"
    }

    /// One notice whole: what it says, until when, and what to do.
    static func notice(
        _ received: ReceivedNotice, _ visit: StaffVisit, _ refused: Refused? = nil, level: HeadingLevel = .second
    ) -> HTML {
        let words = NoticeWords(received, visit.pack)
        let notice = received.notice
        let isOverdue = notice.isOverdue(at: visit.programmes.clock())
        return card(
            words.title, level: level, badge: isOverdue ? badge("Overdue", tone: .bad) : mark(of: notice, visit),
            """
            <p>\(words.words)</p>
            \(received.exception.map { "<p>The exception, as the advisement says it: \($0.quotedLabel)</p>" as HTML })
            \(calls(received))
            \(received.exception.flatMap { notice.isOpen ? DisclosurePages.procedure($0) : nil })
            \(notice.kind.place.map { actions(linkButton($0.label, to: $0.address.link())) })
            \(facts(times(of: notice, visit)))
            \(answering(received, visit, refused))
            """)
    }

    private static func mark(of notice: Notice, _ visit: StaffVisit) -> HTML? {
        switch notice.urgency(at: visit.programmes.clock()) {
        case .now: badge("Now", tone: .bad)
        case .soon: badge("Soon", tone: .warning)
        case .today, .whenever: nil
        }
    }

    private static func answering(_ received: ReceivedNotice, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        switch received.notice.kind {
        case .approvalAsked: approval(received.notice, visit)
        case .suspension: SuspensionPages.decision(received, visit)
        case .officeAsked: actions(linkButton("Look at it", to: OfficeAddresses.offices.link(), style: .primary))
        case .cannotLeavePost, .findAnother: AskFurtherPages.ways(received, visit)
        case .aidWaits, .aidChanged, .aidEnds,
            .requestWaits, .firstContactMissed, .conflict, .replacementNeeded, .disclosure, .standsIn, .nobodyAnswers,
            .followOn, .tellAdministrator, .afterHoursResponse, .calledOut, .getInTouch, .callBack,
            .rosterGap, .swapAsked, .teamGrew, .policyDraft, .policyReview, .notVouchedFor, .seatOffered, .ownSeatEnds,
            .seatEnds, .seatVacant,
            .ballotOpened, .sessionCalledOff, .sessionChanged, .jointSession, .trainingAssigned, .trainingDue,
            .referralsToCheck,
            .periodWithoutSession, .licenceEnds, .equipmentDueBack, .awarenessDue, .counselDue, .sponsorLetterDue,
            .feedbackWaits, .feedbackAnswered, .sceneAsked, .meetingDecision, .meetingTeam, .teamDebriefing,
            .sharingAsked, .sharingChanged, .libraryReviewDue, .dutyTimeWaits, .dutyTimeDecided, .releaseAsked,
            .service, .checkDue, .followUpDue, .outreachDue,
            .termEnds, .agreementToSign, .pauseOver, .ownMembership, .membershipChanged, .reviewDue, .removalWaits:
            answerForm(received, visit, refused)
        }
    }

    /// How to reach whoever is to be spoken with; where nobody answers, whoever is there.
    private static func calls(_ received: ReceivedNotice) -> HTML? {
        if !received.alwaysThere.isEmpty { return RecipientCalls.buttons(received.alwaysThere) }
        guard received.notice.kind.asksToSpeak, let from = received.from else { return nil }
        return received.call.map { RecipientCalls.buttons([$0]) }
            ?? "<p>The programme has no number of \(from). Ask for them at their unit.</p>"
    }

    private static func approval(_ notice: Notice, _ visit: StaffVisit) -> HTML {
        NoticeActs.approve.asButton("Yes, activate somebody", visit, PathID(notice.id), style: .primary)
    }

    private static func times(of notice: Notice, _ visit: StaffVisit) -> [(String, HTML)] {
        let agency = visit.staff.agency
        let since = notice.raisedAt.map { agency.moment($0) } ?? notice.raisedOn.longName
        let rules = notice.clauses.notes
        return [
            ("Since", HTML(text: since)), ("Answer by", HTML(text: until(notice, agency))),
        ] + (notice.clauses.isEmpty ? [] : [("Rule", rules)])
    }

    private static func until(_ notice: Notice, _ agency: Agency) -> String {
        notice.due.map { agency.moment($0) } ?? (notice.kind.isPressing ? "as soon as you can" : "any time")
    }

    private static func answerForm(_ received: ReceivedNotice, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let telling = received.notice.kind.isDutyToTell
        if !telling && received.means.contains(.page) && refused == nil {
            return """
                \(NoticeActs.answer.asButton(
                    "I know of it", visit, PathID(received.notice.id), style: .primary,
                    hidden: [(NoticeActs.how.name, Means.page.word)]))
                \(confirmation("I was told in another way", style: .quiet, wholeForm(received, visit, nil)))
                """
        }
        return wholeForm(received, visit, refused)
    }

    private static func wholeForm(_ received: ReceivedNotice, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let telling = received.notice.kind.isDutyToTell
        let form = NoticeActs.answer.blank(visit, PathID(received.notice.id), refused: refused)
        let options = received.means.map { FieldOption($0.word, $0.label(telling: telling)) }
        return form.html(
            """
            \(form.choice(
                NoticeActs.how.name, telling ? "How did you tell them?" : "How did you come to know?", options,
                origin: received.notice.clauses.origin))
            \(NoticeActs.answer.fields(in: form, visit, filled(received)))
            """, actions: button(telling ? "They know" : "I know of it"))
    }

    private static func filled(_ received: ReceivedNotice) -> Filled {
        let options =
            received.question == .furtherAssistance
            ? [NoticeActs.furtherAssistance.name: NoticeActs.YesOrNo.options] : [:]
        return Filled(options: options, first: [NoticeActs.minutesAgo.name: "0"])
    }

    private static func answered(_ inbox: NoticeInbox, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Answered in the last thirty days",
            columns: ["Notice", "Answered", "By", "How"],
            rows: inbox.answered.map { received in
                let answer = received.notice.acknowledgement
                return [
                    HTML(text: NoticeWords(received, visit.pack).title),
                    HTML(text: answer.map { visit.staff.agency.moment($0.at) } ?? ""),
                    HTML(text: received.answeredBy ?? ""),
                    HTML(text: (answer?.how.words ?? "") + assistance(answer)),
                ]
            }, captioned: .unseen)
    }

    private static func assistance(_ answer: Acknowledgement?) -> String {
        answer?.furtherAssistance.map { $0 ? "; further assistance was sought" : "; no further assistance was sought" }
            ?? ""
    }

    /// Asking a supporter to get in touch, in no words of one's own.
    static func ask(_ supporters: [Reachable], _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let rule = visit.pack.availability.acknowledgement
        let options = supporters.map { FieldOption($0.account, $0.name) }
        return page(
            "Ask somebody to get in touch", in: Shells.staff(visit, at: NoticeAddresses.notices),
            lead: rule.map {
                "They are asked to answer within \($0.withinHours.number) hours. \($0.basis.of(.withinHours).notes)"
            },
            back: Crumb("Notices", NoticeAddresses.notices.link()),
            main: """
                \(options.isEmpty && refused == nil
                    ? emptyState("Nobody to ask", "There is no supporter who answers you by this programme's policy.")
                    : """
                    <p>The notice says that you would like to hear from them, and nothing else.</p>
                    \(NoticeActs.ask.form(
                        visit, filled: Filled(options: [NoticeActs.supporter.name: options]), refused: refused,
                        button: "Ask"))
                    """)
                """)
    }
}
