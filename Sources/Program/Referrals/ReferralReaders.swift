// Where supporters refer to.
extension RuleReader {
    static let referrals: [RuleReader] = [
        RuleReader("referrals.identified-by", by: .refusal("addReferral"), .record("listReferrals")),
        RuleReader("referrals.categories[]", by: .record("/agencies/{agency}/help"), .act("addReferral")),
        RuleReader("referrals.refused[]", by: .refusal("addReferral"), .record("/agencies/{agency}/help")),
        RuleReader("referrals.counted", by: .always("referralsAreCountedByCategoryWithoutAName")),
        RuleReader("referrals.counted-at[]", by: .record("/referrals"), .act("recordContact")),
        RuleReader("referrals.follow-up-after-days", by: .act("setReminder")),
        RuleReader("country.helps[]", by: .record("listKeptReferrals")),
        RuleReader("referrals.licensed-marked", by: .record("listReferrals")),
        RuleReader("referrals.licence-asked-of", by: .refusal("addReferral")),
    ]
}
