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
        InventoryTable(
            "call_out_activation",
            "The yes that a call-out waits for after hours. Gone when the call-out is finished.",
            [
                ("id", .restricted, "Random id, which the notices about it name"),
                ("call_out", .restricted, "Of which call-out"),
                ("agency", .open, "In which agency"),
                ("stage", .restricted, "Whose yes is waited for: the first's or the next one's"),
                ("waits_until", .restricted, "Until when; empty once supporters may be paged"),
            ]),
        InventoryTable(
            "call_out_number",
            "The number a caller left, for whoever answers alone: a copy of one size for each of the team. All others go with the first answer, and that one when its owner has the number or the call-out is finished.",
            [
                ("call_out", .confidential, "In which call-out"),
                ("account", .confidential, "Whose copy it is"),
                ("agency", .open, "In which agency"),
                (
                    "locked", .confidential,
                    "Before they are paged: sealed to the account, and locked under a key that is not in the database"
                ),
                ("sealed", .confidential, "Once they are paged: sealed to the account"),
            ]),
    ]
}
