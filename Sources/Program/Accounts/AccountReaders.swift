// A role carries what its powers are.
extension RuleReader {
    static let accounts: [RuleReader] = [
        power(.keepStatSheet, by: .act("recordContact")), power(.keepStatSheet, by: .act("submitSheet")),
        power(.receiveStatSheets, by: .record("listFilings")), power(.publishSummary, by: .act("publishFigures")),
        power(.readSummaries, by: .record("readPublication")), power(.takeRequests, by: .act("acceptOffer")),
        power(.callOut, by: .act("beginCallOut")), power(.keepRoster, by: .act("addRotation")),
        power(.recordIncidents, by: .act("recordIncident")), power(.managePeople, by: .record("listPeople")),
        power(.manageAccounts, by: .act("createAccount")), power(.appointRoles, by: .act("giveRole")),
        power(.draftAfterAction, by: .act("draftAfterActionInput")),
        power(.signAfterAction, by: .act("signOffAfterActionInput")),
        power(.readConformance, by: .record("readPolicy")),
        .besides("roles[]", at: "minimum-rank", by: .refusal("giveRole")),
        .besides("roles[]", at: "has-area", by: .record("/home"), .record("listPeople")),
        RuleReader("offices.apart[]", by: .refusal("giveRole")),
        RuleReader("offices.together[]", by: .refusal("giveRole")),
        RuleReader("offices.confirmed-by", by: .act("confirmOffice"), .refusal("giveRole")),
        RuleReader("offices.earlier-disclosures", by: .record("listNotices")),
    ]

    private static func power(_ power: Power, by reader: Reader) -> RuleReader {
        RuleReader("roles[]", at: "powers", power.rawValue, by: reader)
    }
}
