extension Inventory {
    static let policyDrafts = [
        InventoryTable(
            "policy_draft",
            "New texts of an agency's rules on their way to being in force. They hold nobody's name.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("pack", .programme, "What names the text, by content hash"),
                ("base", .programme, "What was in force when it was drafted, by content hash"),
                ("version", .programme, "The version that the text says it is"),
                ("parts", .programme, "What of the rules it changes"),
                (
                    "content", .programme,
                    "The text; destroyed when it goes no further, archived when it comes into force"
                ),
                ("starts_on", .programme, "From which day it is in force, once that is set"),
            ]),
        InventoryTable(
            "policy_draft_step", "What was done with a draft, by whom and on which day. Each step happens once.",
            [
                ("draft", .programme, "Of which draft"),
                ("step", .programme, "Which step"),
                ("place", .programme, "The how-manieth"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who did it; empty for a committee's ballot and for the server"),
                ("done_on", .programme, "The day"),
            ]),
    ]
}
