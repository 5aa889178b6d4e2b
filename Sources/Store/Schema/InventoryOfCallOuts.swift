extension Inventory {
    static let callOuts = [
        InventoryTable(
            "call_out",
            "Times a desk had a supporter called. Nothing says who asked for support, or why. Rows go after the pack's time.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("begun_by", .restricted, "Whose desk it was"),
                ("begun_on", .restricted, "The day"),
                ("finished_on", .restricted, "The day on which the desk was done with it"),
            ]),
        InventoryTable(
            "call_out_page", "Who was paged in a call-out, and what they said.",
            [
                ("call_out", .restricted, "In which call-out"),
                ("place", .restricted, "In which order"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Who was paged"),
                ("answer", .restricted, "Whether they call in or cannot; empty where they have not said"),
                ("paged_at", .restricted, "When, while the call-out runs; emptied when it is finished"),
            ]),
    ]
}
