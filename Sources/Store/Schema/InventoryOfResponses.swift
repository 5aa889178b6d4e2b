extension Inventory {
    static let responses = [
        InventoryTable(
            "response_count",
            """
            How soon requests were answered: one box of one size for each quarter, locked anew every half hour whether anything was counted \
            or not. It is destroyed once the quarter's figures are told, and has no place for who asked or when.
            """,
            [
                ("agency", .open, "In which agency"),
                ("quarter", .programme, "The last month of which quarter"),
                (
                    "sealed", .statistics,
                    "How many answers each band and step has, by marks that only a key of the server makes; under that key"
                ),
                ("locked_in", .programme, "The half hour in which the server last locked it anew by itself"),
            ]),
        InventoryTable(
            "response_release", "What was told of a quarter's answers, frozen for good, with what is few joined.",
            [
                ("agency", .open, "In which agency"),
                ("quarter", .programme, "The last month of which quarter"),
                ("pack", .open, "The pack in force then"),
                ("content", .programme, "The tables as told, for whoever plans the team"),
                ("content_hash", .programme, "SHA-256 of the tables, checked at every reading"),
            ]),
    ]
}
