extension Inventory {
    static let membership = [
        InventoryTable(
            "supporter_card", "What each supporter chose to show to seekers. Whoever has no row shows nothing.",
            [
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose card it is"),
                ("name", .open, "The name shown, where one is"),
                ("shows_unit", .programme, "Whether the unit in the directory is shown"),
                ("shows_rank", .programme, "Whether the rank in the directory is shown"),
                ("shows_shift", .programme, "Whether the shift in the directory is shown"),
                ("languages", .open, "The languages shown"),
                ("experience", .open, "What they have lived or worked through, as shown"),
                ("words", .open, "A few own words, as shown"),
                ("phone", .open, "The number shown, where one is"),
                ("phone_use", .open, "Whether that number is for calls, texts or both"),
            ]),
        InventoryTable(
            "supporter_photo", "The picture on a supporter's card, where they chose to show one.",
            [
                ("id", .open, "Random, new with each picture; the address it is served at"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "On whose card"),
                ("jpeg", .open, "The picture as everybody gets it, with nothing else in the file"),
            ]),
    ]
}
