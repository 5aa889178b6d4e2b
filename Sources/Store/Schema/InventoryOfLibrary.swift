extension Inventory {
    static let library = [
        InventoryTable(
            "id_card", "The card by which a member shows that they are of the team. The code on it is kept nowhere.",
            [
                ("id", .programme, "Which card"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose card it is"),
                ("mark", .key, "What finds the card by its code, made with the server's keys"),
                ("made_on", .programme, "On which day it was made"),
                ("ends_on", .programme, "Until which day it is current at the longest"),
            ]),
        InventoryTable(
            "library_entry",
            "What the programme added to its library. Nobody learns who read it.",
            [
                ("id", .open, "Which entry"),
                ("agency", .open, "In which agency"),
                ("kind", .open, "What it is about"),
                ("title", .open, "Its title"),
                ("words", .open, "What it says"),
                ("link", .open, "Where it leads"),
                ("file_kind", .open, "Of which kind its file is, where it has one"),
                ("audience", .open, "Whether it is for everybody, for families, or for those who sign in"),
                ("place", .open, "Where it stands among others of its kind"),
                ("review_on", .programme, "When whoever keeps the library looks at it again"),
                ("changed_on", .programme, "When it was last added, changed or looked at"),
            ]),
        InventoryTable(
            "library_file", "The file of an entry of the library.",
            [
                ("entry", .open, "Of which entry"),
                ("content", .open, "The file, as everybody gets it"),
            ]),
        InventoryTable(
            "library_hidden", "Which handouts that come with the program an agency does not show.",
            [
                ("agency", .open, "In which agency"),
                ("seed", .open, "Which handout"),
            ]),
    ]
}
