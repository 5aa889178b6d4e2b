// The exceptions to confidence.
extension RuleReader {
    static let disclosure: [RuleReader] = [
        RuleReader(
            "confidentiality.exceptions[]", at: "force", "mandatory", "permissive", by: .act("disclose"),
            .timer("announceNotices")),
        // Until an agency has settled it with its counsel it is said and nothing more.
        RuleReader("confidentiality.exceptions[]", at: "force", "unsettled", by: .words("/agencies/{agency}")),
        RuleReader("confidentiality.exceptions[].procedure", by: .words("/disclosures/new/{exception}")),
        RuleReader("confidentiality.telling.at-once-minutes", by: .act("disclose"), .timer("announceNotices")),
        RuleReader("confidentiality.telling.soon-minutes", by: .act("disclose"), .timer("announceNotices")),
        RuleReader("confidentiality.telling.times", by: .timer("announceNotices")),
        RuleReader("confidentiality.telling.then-asked", by: .timer("announceNotices")),
        RuleReader("confidentiality.authorities[]", by: .act("setAuthority"), .record("/authorities")),
        RuleReader("confidentiality.not-confidential[]", by: .words("/disclosures/new"), .words("/handbook")),
    ]
}
