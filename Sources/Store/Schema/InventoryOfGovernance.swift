extension Inventory {
    static let governance = [
        InventoryTable(
            "after_action",
            "The programme's part in a report on a large-scale event: facts and lessons. Words that name anybody are refused.",
            [
                ("id", .open, "Random id"),
                ("agency", .open, "In which agency"),
                ("pack", .open, "The pack it was written under, by content hash"),
                ("version", .programme, "Which draft it is, counted from 1"),
                ("event", .programme, "What the event is called"),
                ("happened", .programme, "Its month or days"),
                ("did", .programme, "What the programme did"),
                ("worked", .programme, "What worked"),
                ("change", .programme, "What to change"),
                ("resources", .programme, "What the programme needs"),
                ("release", .open, "The published summary that goes with it; empty where no figures do"),
                ("drafted_by", .programme, "Who wrote this draft"),
                ("drafted_on", .programme, "The day"),
                ("finished_on", .programme, "The day on which it was made final; empty for a draft"),
                ("checksum", .open, "SHA-256 of what was made final, checked at every reading"),
            ]),
        InventoryTable(
            "after_action_sign_off", "The roles that stand behind a draft. They go when it is changed.",
            [
                ("after_action", .open, "Of which input"),
                ("version", .programme, "Exactly which draft was signed"),
                ("role", .programme, "For which role"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who signed"),
                ("signed_on", .programme, "The day"),
            ]),
        InventoryTable(
            "after_action_writer",
            "Who wrote in an input, from the first draft on, so that somebody else signs it off.",
            [
                ("after_action", .open, "In which input"),
                ("account", .programme, "Who wrote"),
                ("agency", .open, "In which agency"),
            ]),
    ]
}
