// What the whole programme goes by.
extension RuleReader {
    static let policy: [RuleReader] = [
        RuleReader("source.validity", by: .words("/handbook")),
        RuleReader("scope.seekers[]", by: .refusal("askForSupport")),
        RuleReader("scope.objectives[]", by: .words("/handbook"), .words("/agencies/{agency}/orientation")),
        RuleReader(
            "scope.standing", at: "value", "starting-point",
            by: .always("anAgencyHasARuleOtherwiseAndBothValuesAreListed")),
        RuleReader("scope.standing", at: "value", "binding", by: .words("/handbook")),
        // Nobody outside of it is among those who may ask.
        RuleReader("scope.community", at: "value", "refused", by: .always("itIsForTheDivisionAndItsFamiliesAlone")),
        RuleReader("confidentiality.keepers", by: .words("/handbook")),
        RuleReader("counsel", by: .act("recordCounselReview"), .record("readCounsel"), .words("/handbook")),
        RuleReader("counsel.review-every", by: .timer("remindOfCounsel")),
        RuleReader("counsel.questions[]", by: .act("recordCounselAnswer"), .record("readPolicy")),
        RuleReader("terms", by: .words("/agencies/{agency}"), .words("/handbook")),
        RuleReader("terms.glossary[]", by: .words("/handbook")),
        RuleReader("administration", by: .act("createAccount")),
        RuleReader("confidentiality.levels[]", by: .words("/agencies/{agency}"), .words("/handbook")),
        RuleReader(
            "confidentiality.advisement", by: .refusal("writeToSeeker"), .act("confirmAdvisement"),
            .words("/agencies/{agency}/ask")),
        RuleReader("confidentiality.group", by: .words("/agencies/{agency}")),
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
