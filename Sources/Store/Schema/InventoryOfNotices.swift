extension Inventory {
    static let notices = [
        InventoryTable(
            "notice",
            "What a role or a person is told of, by its kind alone: no words, no request, no seeker. What exists because somebody asked for help has no time of day and is gone once answered.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("kind", .programme, "What kind of thing it tells of"),
                ("to_role", .programme, "The role it is for, or"),
                ("to_account", .programme, "the account it is for"),
                ("raised_by", .restricted, "Who raised it, where the addressee is to know"),
                ("raised_on", .programme, "On which day"),
                ("raised_at", .programme, "When, for kinds that prove a duty was done in time"),
                ("due_at", .programme, "Until when it is to be answered"),
                ("about", .restricted, "The disclosure, activation or response it belongs to"),
                ("tells", .programme, "The role that its addressee has to tell"),
                ("clauses", .programme, "The clauses it is raised under"),
                ("pack", .open, "The pack in force then"),
                ("reaches_designees", .programme, "Whether a designee of the role is told too"),
                ("ping_minutes", .programme, "After how many minutes it is announced again"),
                ("ping_at", .programme, "When next; nothing once answered"),
                ("pinged", .programme, "How often it was announced"),
                ("acknowledged_by", .programme, "Who answered"),
                ("acknowledged_at", .programme, "When"),
                ("acknowledged_how", .programme, "By the page, by telephone or in person"),
                (
                    "further_assistance", .restricted,
                    "Whether further assistance was sought, where the policy has that said"
                ),
            ]),
        InventoryTable(
            "designee", "Who stands in for the holder of a role, where the pack allows a designee.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("role", .programme, "For which role"),
                ("account", .programme, "Who stands in"),
                ("named_by", .programme, "The holder who named them"),
                ("starts_on", .programme, "First day"),
                ("until", .programme, "The first day on which they no longer do"),
                ("told_from", .programme, "From when on they are told what the role is told"),
            ]),
    ]

    static let disclosures = [
        InventoryTable(
            "disclosure",
            "That a supporter carried out an exception to confidence. Not what was said, not about whom, not for which request.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Which supporter"),
                ("exception", .restricted, "Which exception of the pack"),
                ("pack", .open, "The pack in force then"),
                ("begun_at", .restricted, "When"),
            ]),
        InventoryTable(
            "disclosure_step", "Who was told in a disclosure, in the pack's order.",
            [
                ("agency", .open, "In which agency"),
                ("disclosure", .restricted, "Of which disclosure"),
                ("place", .restricted, "Which recipient of the exception"),
                ("notice", .restricted, "The notice that tells them, where they are of the programme"),
                ("due_at", .restricted, "Until when, where the pack sets a time"),
                ("told_at", .restricted, "When the supporter told them in another way"),
                ("told_how", .restricted, "By telephone or in person"),
            ]),
        InventoryTable(
            "authority", "Whom exceptions to confidence are told outside of the programme, as the agency has set it.",
            [
                ("agency", .open, "In which agency"),
                ("authority", .open, "Which authority of the pack"),
                ("name", .programme, "Who it is here"),
                ("telephone", .programme, "The number to call"),
                ("set_on", .programme, "On which day it was set"),
            ]),
        InventoryTable(
            "response",
            "That a supporter responds in person after hours: the day and the vehicle, and nobody it is for.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who responds"),
                ("told_on", .programme, "On which day"),
                ("vehicle", .programme, "Which vehicle of the pack's list, where it has one"),
            ]),
    ]
}
