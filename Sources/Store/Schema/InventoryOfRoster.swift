extension Inventory {
    static let roster = rotations + rosterChanges + rosterFeeds

    private static let rotations = [
        InventoryTable(
            "roster_rotation", "Whose turn it is to be on call, one list after the other.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose list it is on"),
                ("list", .programme, "The team's list, or that of a role"),
                ("place", .programme, "Which rotation of the list is called first"),
                ("name", .programme, "What the list calls it"),
                ("starts_on", .programme, "The day of the first hand-over"),
                ("runs_until", .programme, "The day of the hand-over after which it no longer runs"),
                ("hand_over", .programme, "The minute of the day at which it is handed over"),
                ("weeks", .programme, "How many weeks a turn lasts"),
            ]),
        InventoryTable(
            "roster_member", "Who has turns of a rotation, and who looks on to learn it.",
            [
                ("agency", .open, "Whose rotation it is"),
                ("rotation", .programme, "The rotation"),
                ("account", .programme, "The member"),
                ("turn", .programme, "The place in the order of turns; none for whoever only looks on"),
            ]),
        InventoryTable(
            "roster_shift", "The hours of the week in which a rotation has somebody on call.",
            [
                ("agency", .open, "Whose rotation it is"),
                ("rotation", .programme, "The rotation"),
                ("place", .programme, "Its place among the rotation's shifts"),
                ("weekdays", .programme, "The days on which it begins, one bit each"),
                ("begins", .programme, "The minute of the day at which it begins"),
                ("ends", .programme, "The minute of that day or the next at which it ends"),
            ]),
    ]

    private static let rosterChanges = [
        InventoryTable(
            "roster_override", "Somebody put on call for a while. Deleted five weeks after it is over.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose list it is on"),
                ("list", .programme, "The team's list, or that of a role"),
                ("account", .programme, "Who is on call"),
                ("instead", .programme, "For whom, where it is for somebody"),
                ("from_at", .programme, "From when"),
                ("until_at", .programme, "Until when"),
            ]),
        InventoryTable(
            "roster_swap", "Shifts offered to colleagues and taken by them. Deleted five weeks after they are over.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose list it is on"),
                ("list", .programme, "The team's list, or that of a role"),
                ("giver", .programme, "Whose shift it was"),
                ("taker", .programme, "Who is asked or has taken it; nobody while it is open to all"),
                ("from_at", .programme, "From when"),
                ("until_at", .programme, "Until when"),
                ("return_from_at", .programme, "From when the giver takes over in return"),
                ("return_until_at", .programme, "Until when"),
                ("number", .programme, "The place among the list's agreements; none while it is not agreed"),
                ("over_at", .programme, "When all of it is over"),
            ]),
        InventoryTable(
            "roster_leave", "Days on which a member cannot be called, without a reason. Deleted five weeks later.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose member it is"),
                ("account", .programme, "The member"),
                ("first_day", .programme, "The first such day"),
                ("last_day", .programme, "The last such day"),
            ]),
        InventoryTable(
            "roster_hours", "Weekly hours in which a member can be asked, by their own choice.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose member it is"),
                ("account", .programme, "The member"),
                ("kind", .programme, "At work, or off duty"),
                ("weekdays", .programme, "The days on which they begin, one bit each"),
                ("begins", .programme, "The minute of the day at which they begin"),
                ("ends", .programme, "The minute of that day or the next at which they end"),
            ]),
        InventoryTable(
            "roster_gap", "Gaps of the lists that their keepers have been told of and that are still ahead.",
            [
                ("agency", .open, "Whose list it is in"),
                ("list", .programme, "The team's list, or that of a role"),
                ("from_at", .programme, "From when"),
                ("until_at", .programme, "Until when"),
            ]),
    ]

    private static let rosterFeeds = [
        InventoryTable(
            "roster_feed", "Who has a calendar link to their own shifts.",
            [
                ("agency", .open, "Whose account it is"),
                ("account", .programme, "The account"),
                ("token", .key, "Derived from the link; the link itself is not kept"),
            ])
    ]
}
