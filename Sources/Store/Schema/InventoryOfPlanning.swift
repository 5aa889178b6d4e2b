extension Inventory {
    static let planning = [
        InventoryTable(
            "team_change", "How many members updates of the directory moved or promoted, by month, for planning.",
            [
                ("agency", .open, "In which agency"),
                ("month", .programme, "In which month"),
                ("kind", .programme, "To another division, or to another rank"),
                ("members", .programme, "How many members of the team"),
            ]),
        InventoryTable(
            "sizing_entry", "What whoever plans the team enters themselves.",
            [
                ("agency", .open, "In which agency"),
                ("factor", .programme, "What it is about"),
                ("value", .programme, "The number"),
                ("entered_on", .programme, "On which day"),
            ]),
        InventoryTable(
            "consultant_licence", "By what licence a professional beside the team practises.",
            [
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose licence"),
                ("consultant", .programme, "For which rule of the pack"),
                ("licence", .programme, "The licence as it is named, with its number"),
                ("jurisdiction", .programme, "Where it holds"),
                ("expires_on", .programme, "The last day on which it holds"),
                ("recorded_on", .programme, "On which day it was recorded"),
            ]),
        InventoryTable(
            "consultant_scope",
            "The role and scope of a professional, as agency and professional determined it together. Shown in the handbook once both have confirmed.",
            [
                ("agency", .open, "In which agency"),
                ("consultant", .open, "For which rule of the pack"),
                ("version", .open, "The how-manieth text"),
                ("words", .open, "The text"),
                ("written_on", .open, "The day on which the agency wrote and confirmed it"),
                ("agency_by", .programme, "Who confirmed it for the agency"),
                ("professional_by", .programme, "The professional who confirmed it"),
                ("professional_on", .open, "On which day"),
            ]),
        InventoryTable(
            "attribute_box",
            "What members chose to say of themselves, all of the agency in one box of one size, locked under the server's key.",
            [
                ("agency", .open, "In which agency"),
                ("sealed", .restricted, "The box, of the same size whether nobody or everybody said something"),
            ]),
        InventoryTable(
            "attribute_spread", "The team's spread as it was frozen: counts after the suppression.",
            [
                ("agency", .open, "In which agency"),
                ("frozen_on", .statistics, "On which day"),
                ("content", .statistics, "The counts that are shown, and which are not"),
            ]),
        InventoryTable(
            "card_attribute", "What a member chose to show of it to whoever looks for a supporter.",
            [
                ("agency", .open, "In which agency"),
                ("account", .open, "Who shows it"),
                ("attribute", .open, "What it is about"),
                ("choice", .open, "What they show"),
            ]),
    ]
}
