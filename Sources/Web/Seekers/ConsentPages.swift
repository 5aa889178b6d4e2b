import HTML
import Operations
import Program

/// A seeker's written consents: to whom something may be told, of what, until when. Any can be taken back (KSO-H.4.d,
/// PD-B.2.b).
extension SupportPage {
    var consents: HTML? {
        guard let rule = visit.pack.confidentiality.writtenConsent else { return nil }
        guard isOpen || !view.consents.isEmpty else { return nil }
        return section(
            "If you want something passed on",
            lead: "Nothing is, unless you say so here in writing, apart from the exceptions you were told of.",
            """
            \(view.consents.map { given($0, rule) })
            \(mayConsent ? consenting : nil)
            """)
    }

    private func given(_ consent: Consent, _ rule: WrittenConsentRule) -> HTML {
        let until = consent.consent.until.map { $0.longName } ?? "you take it back"
        let takingBack: HTML? =
            consent.isGood && rule.revocable
            ? SupportActs.revokeConsent.asButton("Take it back", visit, hidden: [(SupportActs.id, consent.id)]) : nil
        return card(
            consent.consent.to, level: .third, badge: Self.state(of: consent),
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

    var mayConsent: Bool { isOpen && visit.pack.confidentiality.writtenConsent != nil }

    private var consenting: HTML {
        furtherFields(
            "Agree that something is passed on", isOpen: refused?.act == SupportActs.consent.id,
            SupportActs.consent.form(visit, refused: refused, button: "Agree", isPrivate: true))
    }
}
