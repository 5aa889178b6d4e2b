extension Inventory {
    static let acts = [
        InventoryTable(
            "done_act", "Acts of today and yesterday, so that one that is sent again is done once.",
            [
                ("name", .key, "A keyed hash of who sent what; the key is not in the database"),
                ("made", .restricted, "The random id of what the act made, where it made something"),
                ("day", .open, "The day in UTC"),
            ])
    ]
}
