extension Inventory {
    static let mutualAid = [
        InventoryTable(
            "aid_agreement",
            "Agreements between two agencies of this server. Each sees of the other its title, the office that approved, and the day.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Which agency proposed it"),
                ("partner", .programme, "With which agency"),
                ("lending", .programme, "Whether members are lent"),
                ("incidents", .programme, "Whether incidents are answered together"),
                ("regional", .programme, "Whether they have a team of the region together"),
                ("until_day", .programme, "The last day on which it holds, where it has one"),
                ("proposed_by", .programme, "Who proposed it; shown to nobody of the other agency"),
                ("proposed_on", .programme, "On which day"),
                ("status", .programme, "Proposed, offered to the other agency, in force, declined or ended"),
                ("own_role", .programme, "The office of the proposing agency that approved it"),
                ("own_on", .programme, "On which day"),
                ("partner_role", .programme, "The office of the other agency that approved it"),
                ("partner_on", .programme, "On which day"),
                ("ended_by", .programme, "Which side declined or ended it"),
                ("ended_on", .programme, "On which day"),
            ])
    ]
}
