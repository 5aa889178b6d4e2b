extension Inventory {
    static let memberships = [
        InventoryTable(
            "membership", "Each membership of the team from the selection to its end.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose it is"),
                ("origin", .programme, "Whether its holder was selected, or taken over from before"),
                ("began_on", .programme, "The day of the selection, or of being taken over"),
                ("activated_on", .programme, "The day from which its holder served; empty before"),
                ("term_ends_on", .programme, "The first day after the term; empty where the policy sets none"),
                ("ended_on", .programme, "The day of its end"),
                (
                    "ended_how", .restricted,
                    "Whether its holder withdrew, left the agency, lost the role or was removed"
                ),
            ]),
        InventoryTable(
            "membership_pause", "What keeps a member from serving just now. Deleted when it is over.",
            [
                ("membership", .restricted, "Of which membership"),
                ("agency", .open, "In which agency"),
                (
                    "cause", .restricted,
                    "Who ends it: the member, those who placed them on it, a renewal or a signature. Never why"
                ),
                ("begun_on", .restricted, "Since when"),
                ("until", .restricted, "Until when, where a day was set"),
                ("paper", .restricted, "The sealed paper with the reason, where the policy has one"),
            ]),
        InventoryTable(
            "membership_holding", "The roles that a pause interrupted, so that they can go on when it is over.",
            [
                ("membership", .restricted, "Of which membership"),
                ("holding", .restricted, "Which role of the account"),
                ("held_until", .restricted, "Until when it was to be held before"),
            ]),
        InventoryTable(
            "membership_event",
            "The history of each membership. A line that lets guess why somebody did not serve is shown to the member and to the few roles that decide on it.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("membership", .programme, "Of which membership"),
                ("kind", .restricted, "What happened, of a fixed list without reasons"),
                ("day", .restricted, "On which day"),
                ("place", .restricted, "Its place among the lines of the membership"),
                ("by_account", .restricted, "Who did it; empty where it came of a rule and a day"),
            ]),
    ]
}
