import HTML
import Operations
import Program

/// A seeker's written consents: to whom something may be told, of what, until when. Any can be taken back (KSO-H.4.d,
/// PD-B.2.b).
enum ConsentPages {
    static func part(_ view: SeekerView, _ visit: SeekerVisit, _ refused: SupportForm.Refused?) -> HTML? {
        guard let rule = visit.pack.confidentiality.writtenConsent, !view.isInquiry else { return nil }
        guard view.status != .closed || !view.consents.isEmpty else { return nil }
        return section(
            "If you want something passed on",
            lead: "Nothing is, unless you say so here in writing, apart from the exceptions you were told of.",
            """
            \(view.consents.map { given($0, visit, rule) })
            \(view.status == .closed ? nil : asking(visit, rule, refused))
            """)
    }

    private static func given(_ consent: Consent, _ visit: SeekerVisit, _ rule: WrittenConsentRule) -> HTML {
        let until = consent.consent.until.map { $0.longName } ?? "you take it back"
        let takingBack: HTML? =
            consent.isGood && rule.revocable
            ? buttonForm(
                "Take it back", to: SupportAddresses.consentEnd.link(), token: visit.formToken,
                hidden: [(SupportForm.id, consent.id)]) : nil
        return card(
            consent.consent.to, level: .third, badge: state(of: consent),
            """
            \(facts([
                ("May be told", HTML(text: consent.consent.scope)), ("Given on", HTML(text: consent.givenOn.longName)),
                ("Good until", HTML(text: consent.revokedOn.map { "taken back on \($0.longName)" } ?? until)),
            ]))\(takingBack)
            """)
    }

    private static func state(of consent: Consent) -> HTML {
        if consent.revokedOn != nil { return badge("Taken back") }
        return consent.isGood ? badge("Good", tone: .good) : badge("Over")
    }

    private static func asking(
        _ visit: SeekerVisit, _ rule: WrittenConsentRule, _ refused: SupportForm.Refused?
    ) -> HTML {
        let form = visit.form(to: SupportAddresses.consents.link(), refused: refused, at: .consent)
        return furtherFields(
            "Agree that something is passed on", isOpen: refused?.part == .consent,
            form.html(
                """
                \(form.text(
                    SupportForm.to, "To whom", hint: "A person or an office, by name.", maxLength: NewConsent.longestTo))
                \(form.longText(
                    SupportForm.scope, "What may be passed on", rows: 3, hint: "That, and nothing else.",
                    maxLength: NewConsent.longestScope))
                \(form.text(
                    SupportForm.until, "Until", hint: "The last day, such as 2026-12-31. Empty: until you take it back.",
                    isOptional: true, maxLength: 10))
                \(form.agreement(
                    SupportForm.agreed, "I agree to this in writing.", clause: rule.basis.clauses.first?.text))
                """, actions: button("Agree")))
    }
}
