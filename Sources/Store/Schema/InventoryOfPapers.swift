extension Inventory {
    static let papers = [
        InventoryTable(
            "sealed_paper",
            "Papers that only named offices and people read: of applications, reasons of inactivity, feedback, certificates, names in services.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("kind", .programme, "What kind of paper it is"),
                ("offices", .programme, "For which offices of the pack it is"),
                ("sealed", .restricted, "The paper, sealed, filled up to one of four sizes"),
            ]),
        InventoryTable(
            "sealed_paper_copy", "The key of a paper, once for each who may read it.",
            [
                ("paper", .programme, "Of which paper"),
                ("account", .programme, "For whom"),
                ("agency", .open, "In which agency"),
                ("copy", .key, "The paper's key, sealed to the account"),
            ]),
        InventoryTable(
            "reminder",
            "Which reminders were given, so that each is given once. Forgotten three years after their day.",
            [
                ("agency", .open, "In which agency"),
                ("kind", .programme, "Of what"),
                ("about", .programme, "The id of whose or what it is"),
                ("due_on", .programme, "The day that it reminded of"),
            ]),
    ]
}
