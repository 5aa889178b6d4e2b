import HTML
import Operations
import Program

/// The desk that has supporters called.
enum CallOutPages {
    /// Everything that runs, and what is finished and still kept.
    static func desk(_ callOuts: [CallOutView], _ visit: StaffVisit) -> HTML {
        let running = callOuts.filter(\.isRunning)
        let finished = callOuts.filter { !$0.isRunning }
        return page(
            "Call-outs", in: Shells.staff(visit, at: CallOutAddresses.desk),
            lead: "Whoever asks for a \(visit.pack.terms.supporter) gets one. You need no name and no reason.",
            main: """
                \(actions(beginning(visit)))
                \(running.isEmpty ? nil : section("Running now", cards(running.map { link($0, visit) })))
                \(section(
                    "Finished",
                    lead: "Kept for \(days(visit.pack.callOutDays)), then destroyed.",
                    finished.isEmpty
                        ? emptyState("Nothing finished lately", "What you finish stays here for a while.")
                        : cards(finished.map { link($0, visit) })))
                """)
    }

    /// The one tap that begins.
    static func beginning(_ visit: StaffVisit) -> HTML {
        CallOutActs.begin.asButton("Page a \(visit.pack.terms.supporter)", visit, style: .primary)
    }

    static func link(_ callOut: CallOutView, _ visit: StaffVisit) -> HTML {
        let count = callOut.paged.count
        return linkCard(
            callOut.begunOn == visit.staff.today ? "Today, by \(callOut.begunBy)" : callOut.begunOn.longName,
            detail: count == 1 ? "1 person paged" : "\(count) people paged",
            to: CallOutAddresses.callOut.link(PathID(callOut.id)), icon: .phone, badge: state(callOut))
    }

    private static func state(_ callOut: CallOutView) -> HTML {
        if callOut.isAnswered { return badge("Answered", tone: .good) }
        return callOut.isRunning ? badge("No answer yet", tone: .warning) : badge("Not answered")
    }

    /// One call-out: who calls in, whom to page next, who was paged, where the last resort is.
    static func callOut(_ callOut: CallOutView, _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "Call-out", in: Shells.staff(visit),
            lead: """
                Begun by \(callOut.begunBy) on \(callOut.begunOn.longName). Ask for no reason: there is nowhere to write one.
                """,
            back: Crumb("Call-outs", CallOutAddresses.desk.link()), announcement: refused?.announcement,
            main: """
                \(answered(callOut))
                \(callOut.isRunning ? next(callOut, visit) : nil)
                \(callOut.isRunning ? number(callOut, visit, refused) : nil)
                \(section("Paged", paged(callOut, visit)))
                \(lastResort(callOut.lastResort, visit.pack))
                \(callOut.isRunning ? finishing(callOut, visit) : nil)
                \(others(callOut, visit))
                """)
    }

    /// The call-out again where something with it was refused.
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await visit.programmes.callOut(id.text, by: visit.staff).map { .again(callOut($0, visit, refused)) }
    }

    private static func answered(_ callOut: CallOutView) -> HTML? {
        let coming = callOut.paged.filter { $0.answer == .accepted }.map(\.name)
        guard !coming.isEmpty else { return nil }
        return callout(
            coming.count == 1 ? "\(coming[0]) calls in" : "\(coming.joined(separator: " and ")) call in", tone: .good,
            announced: true, "<p>Put them through to whoever asked, and finish the call-out.</p>")
    }

    private static func next(_ callOut: CallOutView, _ visit: StaffVisit) -> HTML {
        let id = PathID(callOut.id)
        let again = linkButton("Look again", to: CallOutAddresses.callOut.link(id), style: .quiet)
        if let yes = callOut.waitsFor { return waiting(for: yes, again, visit) }
        guard let next = callOut.candidates.first else {
            return section(
                "Next",
                """
                \(callout(
                    "Everybody who can be reached was paged", tone: .warning,
                    callOut.lastResort.isEmpty ? nil : "<p>Call the number below.</p>"))
                \(actions(again))
                """)
        }
        return section(
            "Next",
            card(
                next.name, level: .third, badge: standing(next),
                """
                \(next.isCalledElsewhere ? "<p>Was paged for another caller just now.</p>" : nil)
                \(next.hindrance.map { "<p>\($0.words(untold: "A page does not reach them", next.telephone))</p>" })
                \(actions(
                    CallOutActs.next.asButton(
                        "Page \(next.name)", visit, id, style: callOut.isAnswered ? .secondary : .primary,
                        hidden: [(CallOutActs.seen.name, String(callOut.paged.count))]),
                    again))
                """))
    }

    /// After hours nobody is paged before a yes (OCP-I.C.2.c). Whoever called can always call a supporter themselves.
    private static func waiting(for yes: CallOutView.Yes, _ again: HTML, _ visit: StaffVisit) -> HTML {
        section(
            "Waits for a yes",
            """
            \(callout(
                "The \(yes.role) is asked", tone: .warning,
                """
                <p>Nobody is paged before they say yes. Without an answer it goes on at \
                \(visit.staff.agency.calendar.clock(at: yes.until).time). Whoever called may always call a \
                \(visit.pack.terms.supporter) themselves. \
                \(visit.pack.escalation.afterHoursActivation?.basis.note)</p>
                """))
            <div class="actions">\(yes.telephones.filter(\.isNow).map { telephone in
                linkButton("Call the \(telephone.role)", to: Link(telephone: telephone.number), icon: .phone)
            })\(again)</div>
            """)
    }

    /// Leaving the caller's number. What is there is shown to nobody here, not even to whoever typed it.
    private static func number(_ callOut: CallOutView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let form = CallOutActs.number.form(
            visit, PathID(callOut.id), refused: refused, button: callOut.hasCallersNumber ? "Leave another" : "Leave it"
        )
        return furtherFields(
            callOut.hasCallersNumber ? "The caller’s number waits for whoever answers" : "The caller leaves a number",
            isOpen: refused != nil, form)
    }

    private static func standing(_ candidate: CallOutView.Candidate) -> HTML {
        switch candidate.standing {
        case .onCall: badge("On call now", tone: .good)
        case .available: badge("In their own hours")
        case .offDuty: badge("Off duty")
        case .lastResort: badge("Last resort", tone: .warning)
        }
    }

    private static func paged(_ callOut: CallOutView, _ visit: StaffVisit) -> HTML {
        guard !callOut.paged.isEmpty else {
            return emptyState("Nobody was paged", "Nobody on the list can be reached just now.")
        }
        return dataTable(
            "Who was paged, in order", columns: ["Name", "Paged at", "Answer"],
            rows: callOut.paged.map { paged in
                [
                    HTML(text: paged.name),
                    HTML(text: paged.pagedAt.map { visit.staff.agency.calendar.clock(at: $0).time } ?? ""),
                    answer(paged, isRunning: callOut.isRunning),
                ]
            }, captioned: .unseen)
    }

    private static func answer(_ paged: CallOutView.Paged, isRunning: Bool) -> HTML {
        switch paged.answer {
        case .accepted: return badge("Calls in", tone: .good)
        case .cannot: return badge("Cannot")
        case nil:
            let untold = isRunning ? paged.hindrance : nil
            return """
                \(badge("No answer yet", tone: .warning)) \(untold.map { $0.words(untold: "Not told", paged.telephone) })
                """
        }
    }

    /// Where the programme's last resort is found, the number that is right now first.
    static func lastResort(_ telephones: [CallOutView.Telephone], _ pack: PolicyPack) -> HTML? {
        guard let first = telephones.first else { return nil }
        let clause = first.clauses.note
        let ordered = telephones.filter(\.isNow) + telephones.filter { !$0.isNow }
        return section(
            "If nobody can be reached",
            """
            <p>Help to find the \(first.role). \(clause)</p>
            \(facts(ordered.map { telephone in
                (
                    hours(telephone.when, pack.country),
                    """
                    <a\(href: Link(telephone: telephone.number))>\(telephone.number)</a> \
                    \(telephone.isNow ? badge("Now", tone: .good) : nil)
                    """
                )
            }))
            """)
    }

    private static func hours(_ when: EscalationStep.When, _ country: Country) -> String {
        switch when {
        case .always: "At any hour"
        case .businessHours: country.openWords
        case .afterHours: "At all other hours"
        }
    }

    private static func others(_ callOut: CallOutView, _ visit: StaffVisit) -> HTML? {
        let others = callOut.candidates.dropFirst()
        guard !others.isEmpty else { return nil }
        return furtherFields(
            "Page someone else", isOpen: false,
            dataTable(
                "Others who can be reached", columns: ["Name", "Why here", ""],
                rows: others.map { other in
                    [
                        HTML(text: other.name),
                        """
                        \(standing(other)) \(other.hindrance.map { $0.words(untold: "Not told", other.telephone) })
                        """,
                        CallOutActs.page.asButton("Page", visit, PathID(callOut.id), PathID(other.account)),
                    ]
                }, captioned: .unseen))
    }

    private static func finishing(_ callOut: CallOutView, _ visit: StaffVisit) -> HTML {
        section(
            "Done?", lead: "Nobody asks how it ended. The pages still open are withdrawn.",
            actions(
                CallOutActs.finish.asButton(
                    "Finish this call-out", visit, PathID(callOut.id),
                    style: callOut.isAnswered ? .primary : .secondary)))
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
