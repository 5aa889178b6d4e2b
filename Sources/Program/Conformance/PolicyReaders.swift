// What the whole programme goes by.
extension RuleReader {
    static let policy: [RuleReader] = [
        RuleReader("scope.seekers[]", by: .refusal("askForSupport")),
        RuleReader("scope.objectives[]", by: .words("/handbook"), .words("/agencies/{agency}/orientation")),
        RuleReader("terms", by: .words("/agencies/{agency}"), .words("/handbook")),
        RuleReader("terms.glossary[]", by: .words("/handbook")),
        RuleReader("administration", by: .act("createAccount")),
        RuleReader("confidentiality.levels[]", by: .words("/agencies/{agency}"), .words("/handbook")),
        RuleReader(
            "confidentiality.advisement", by: .refusal("writeToSeeker"), .act("confirmAdvisement"),
            .words("/agencies/{agency}/ask")),
        // A contact entry has the form's questions and no other.
        .unread("confidentiality.advisement", at: "recorded-on-contact"),
        RuleReader("confidentiality.group", by: .words("/agencies/{agency}")),
        // There is no gathering yet at which it would be left out.
        .unread("confidentiality.group", at: "exempt"),
        RuleReader("confidentiality.supervisory-admonishment", by: .refusal("confirmAdvisement")),
        RuleReader("confidentiality.seeker-rights[]", by: .words("/agencies/{agency}")),
        RuleReader("confidentiality.protections", by: .words("/protections")),
        RuleReader("confidentiality.protections.not-where[]", by: .words("/protections")),
        RuleReader("confidentiality.written-consent", by: .act("consentToDisclosure"), .refusal("revokeConsent")),
        RuleReader("confidentiality.access", by: .always("whatASupporterLearnsNobodyElseOpens")),
        RuleReader("retention.closed-request-days", by: .timer("destroyEndedRequests")),
        RuleReader("retention.inquiry-days", by: .timer("destroyEndedRequests")),
        RuleReader("retention.incident-name-days", by: .timer("destroyIncidentNames"), needs: .recordIncidents),
        RuleReader("retention.audit-salt-days", by: .timer("destroyAuditSalts")),
    ]
}
