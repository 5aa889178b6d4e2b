import HTML
import Operations
import Program
import Sealing

/// The way through an exception to confidence: which one, what first, who is told. Nowhere is asked what was said.
enum DisclosurePages {
    /// The exceptions of the programme, what a supporter must do apart from what they may do.
    static func guide(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let rules = visit.pack.confidentiality
        let parts = DisclosureException.Force.allCases.compactMap { force -> HTML? in
            let exceptions = rules.exceptions(force)
            guard !exceptions.isEmpty else { return nil }
            return section(
                force.title, lead: HTML(text: force.lead(visit.pack)),
                exceptions.map { exception($0, visit) }.joined())
        }
        return page(
            "Where confidence ends", in: Shells.staff(visit),
            lead: "Only these cases. You are not asked what was said, or about whom, here or later.",
            announcement: refused?.announcement,
            main: """
                \(callout("Is anyone in danger now?", tone: .warning, CrisisWords.brief(visit.pack)))
                \(parts.joined())
                \(notConfidential(visit.pack))
                \(actions(
                    linkButton("My own records", to: DisclosureAddresses.disclosures.link(), style: .quiet)))
                """)
    }

    private static func exception(_ exception: DisclosureException, _ visit: StaffVisit) -> HTML {
        card(
            exception.quotedLabel, level: .third,
            """
            <p>\(exception.told(visit.pack)) \(exception.basis.notes)</p>
            \(exception.force == .unsettled
                ? nil : linkButton("This is the case", to: DisclosureAddresses.exception.link(PathID(exception.id))))
            """)
    }

    /// What the policy never held for confidential, in its parts (KSO-DEF-3).
    static func notConfidential(_ pack: PolicyPack) -> HTML? {
        ruledList(pack.confidentiality.notConfidential ?? []).map {
            section("Not confidential to begin with", lead: "This never was, whoever is told of it.", $0)
        }
    }

    /// One exception: the crisis lines first where the pack says so, then who is told and how fast, then the act.
    static func beforehand(
        _ exception: DisclosureException, reach: [RecipientReach], id: RandomId, _ stepping: SteppingBack,
        _ refused: Refused? = nil
    ) -> HTML {
        let visit = stepping.visit
        return page(
            "Who is told", in: Shells.staff(visit), lead: HTML(text: exception.quotedLabel),
            back: Crumb("Where confidence ends", DisclosureAddresses.begin.link()),
            main: """
                \(first(exception, visit.pack))
                \(section("These are told, and nobody else", recipients(of: exception, reach: reach, visit)))
                \(exception.choices.map { "<p>\($0)</p>" as HTML })
                \(exception.inTheirPlace(visit.pack).map { inTheirPlace($0, visit.pack) })
                \(procedure(exception))
                \(followOn(exception, visit))
                \(exception.replacesSupporter
                    ? callout(
                        "You step back with this",
                        """
                        <p>The request leaves you at once and is offered to others. The person is told that somebody else \
                        comes, and not why.</p>
                        """) : nil)
                <p>What is kept: which exception, who was told and when, who acknowledged it. Not what was said, not \
                about whom, not which request. \(exception.basis.notes)</p>
                \(stepping.act(exception, id: id, button: label(exception), refused))
                """)
    }

    /// What a supporter does before anything else.
    static func first(_ exception: DisclosureException, _ pack: PolicyPack) -> HTML? {
        switch exception.first {
        case .crisisLines: callout("First of all", tone: .warning, CrisisWords.brief(pack))
        case nil: nil
        }
    }

    /// Each with how fast, what the system does, and how to call them.
    private static func recipients(
        of exception: DisclosureException, reach: [RecipientReach], _ visit: StaffVisit
    ) -> HTML {
        let items = zip(exception.recipients, reach).map { recipient, reach -> HTML in
            """
            <li>\(recipient.name(visit.pack).capitalisedFirst), \(recipient.pace). \(recipient.manner)\
            \(RecipientCalls.html(reach))</li>
            """
        }
        return prose("<ul>\(items)</ul>")
    }

    private static func inTheirPlace(_ words: String, _ pack: PolicyPack) -> HTML {
        section(
            "If nobody answers",
            "<p>\(words) \(pack.telling.thenAsked.basis.notes)</p>")
    }

    /// A procedure of the agency that goes with it (OCP-REF).
    static func procedure(_ exception: DisclosureException) -> HTML? {
        exception.procedure.map { "<p><strong>See also:</strong> \($0.label). \($0.basis.notes)</p>" }
    }

    private static func followOn(_ exception: DisclosureException, _ visit: StaffVisit) -> HTML? {
        guard !exception.followOn.isEmpty else { return nil }
        let items = exception.followOn.map { duty -> HTML in
            let teller = NoticeWords.title(of: duty.by, visit.pack)
            return """
                <li>Once the \(teller) knows, they tell the \(NoticeWords.title(of: duty.tells, visit.pack))\
                \(duty.asks == .furtherAssistance ? ", and say whether further assistance was sought" : nil).</li>
                """
        }
        return section("What happens then", prose("<ul>\(items)</ul>"))
    }

    private static func label(_ exception: DisclosureException) -> String {
        let tellsByNotice = exception.recipients.contains { $0.who.role != nil }
        return tellsByNotice ? "Tell them now" : "Begin, and tell them yourself"
    }
}
