extension Inventory {
    static let services = [
        InventoryTable(
            "service",
            "Services beside support, such as help with a funeral. Whose name one is about stands in a sealed paper until its end.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("kind", .programme, "Which of the pack's services"),
                ("day", .programme, "On which day"),
                ("from_at", .programme, "From when"),
                ("until_at", .programme, "Until when"),
                ("wanted", .programme, "How many members are wanted"),
                ("place", .programme, "Where, in few words; only of kinds that have a place"),
                ("status", .programme, "Open, done or called off"),
                ("paper", .programme, "The sealed paper with a name; nothing once it is over"),
            ]),
        InventoryTable(
            "service_volunteer",
            "Which members do a service, and their own hours. Who passed is kept while it is open, and shown to nobody.",
            [
                ("service", .programme, "Which service"),
                ("account", .programme, "Which member"),
                ("agency", .open, "In which agency"),
                ("status", .programme, "Volunteered, confirmed or passed"),
                ("minutes", .programme, "Own hours, as the member wrote them down"),
            ]),
        InventoryTable(
            "well_being_check",
            "Checks on colleagues off work: who asks, from when, when next, and one of two words. Of whom stands in a sealed paper.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("volunteer", .programme, "Which member asks"),
                ("first_on", .programme, "On which day they ask first; its end is counted from it"),
                ("next_on", .programme, "On which day they ask next"),
                ("is_over", .restricted, "Whether nobody asks any more, for its person declined"),
                ("outcome", .restricted, "Done or wanted, of the last time"),
                ("paper", .programme, "The sealed paper with the name"),
            ]),
        InventoryTable(
            "well_being_mark",
            "By what somebody is known again on whom a check is under way or who declined one. It names nobody.",
            [
                ("mark", .key, "A keyed hash under the server's key, which the database does not have"),
                ("agency", .open, "In which agency"),
                ("check_id", .restricted, "The check in the list; nothing where it is gone and nobody asks again"),
            ]),
    ]
}
