extension Inventory {
    static let regionalTeams = [
        InventoryTable(
            "joint_session",
            "Sessions of one agency that a partner of the regional team has among its own. Each keeps its own list.",
            [
                ("gathering", .programme, "The session as the partner has it"),
                ("agency", .open, "Of which partner"),
                ("held", .programme, "The session of whoever holds it"),
                ("holder", .open, "Which agency holds it"),
            ]),
        InventoryTable(
            "regional_message",
            "Sealed messages between the teams of a region. Who wrote one, and for whom, stands inside.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Of which agency whoever wrote it is"),
                ("sent_on", .programme, "The day, and no hour"),
                ("last_day", .programme, "The last day on which it is there"),
                ("sealed", .confidential, "The message, sealed, always of one size"),
            ]),
        InventoryTable(
            "regional_message_copy",
            "The key of a message, once for each who may read it. Nothing tells whether they did.",
            [
                ("message", .programme, "Of which message"),
                ("account", .programme, "For whom"),
                ("agency", .open, "In which agency"),
                ("copy", .key, "The message's key, sealed to the account"),
            ]),
    ]
}
