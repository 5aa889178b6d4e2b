// Of agreements between agencies: who approves them, and who may ask the other's team meanwhile.
extension RuleReader {
    static let mutualAid: [RuleReader] = [
        RuleReader(
            "team.mutual-aid", by: .refusal("proposeAid"), .act("approveAid"), .record("listAid"),
            .words("/agencies/{agency}/ask"), needs: .approveAid),
        RuleReader("incidents.multi-agency.approved-by", by: .act("approveAid"), needs: .approveAid),
        RuleReader("team.regional-team.approved-by", by: .act("approveAid"), needs: .approveAid),
    ]
}
