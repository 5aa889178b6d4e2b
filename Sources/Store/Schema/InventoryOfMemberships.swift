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
                (
                    "renewal_on", .programme,
                    "The day on which its holder said yes to another term; empty until asked again"
                ),
                ("leader", .programme, "Who leads its holder, where the policy has leaders"),
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
        InventoryTable(
            "agreement_text", "Each text of the agreement that was ever asked for, by its hash.",
            [
                ("agency", .open, "In which agency"), ("hash", .open, "Of the text"),
                ("content", .open, "The text"), ("asked_from", .programme, "From which day on it was asked for"),
            ]),
        InventoryTable(
            "agreement_signature", "Who has signed which text of the agreement.",
            [
                ("agency", .open, "In which agency"), ("account", .programme, "Who signed"),
                ("hash", .programme, "Which text"), ("name", .programme, "As they typed their name"),
                ("signed_at", .programme, "When"),
            ]),
        InventoryTable(
            "annual_review", "The yearly reviews of members: passed or not, and nothing of what was found.",
            [
                ("membership", .restricted, "Of which membership"), ("agency", .open, "In which agency"),
                ("day", .restricted, "On which day"),
                ("failed", .restricted, "The parts that were not passed; empty where all were"),
                ("by_account", .restricted, "Who reviewed"),
            ]),
        InventoryTable(
            "removal", "Removals of members, from their beginning to the decision. A ground is one of the pack's list.",
            [
                ("id", .restricted, "Random id"), ("agency", .open, "In which agency"),
                ("membership", .restricted, "Of which membership"),
                ("ground", .restricted, "On which ground of the pack"),
                ("begun_by", .restricted, "Who began it"), ("begun_on", .restricted, "On which day"),
                ("decided_on", .restricted, "The day of the decision"),
                ("is_removed", .restricted, "Whether it came to a removal"),
                ("discipline_on", .restricted, "The day on which discipline was referred, and nothing of it"),
            ]),
        InventoryTable(
            "removal_hearing", "Who was heard before a removal.",
            [
                ("removal", .restricted, "Of which removal"), ("role", .restricted, "In which role"),
                ("agency", .open, "In which agency"), ("account", .restricted, "Who was heard"),
                ("heard_on", .restricted, "On which day"),
            ]),
        InventoryTable(
            "relevant_reason",
            "Reasons for a pause that a committee considers relevant, in general and for nobody in particular.",
            [
                ("id", .open, "Random id"), ("agency", .open, "In which agency"),
                ("label", .programme, "The reason, in general"), ("adopted_on", .programme, "Since when"),
                ("adopted_by", .programme, "Who of the committee wrote it down"),
            ]),
    ]
}
