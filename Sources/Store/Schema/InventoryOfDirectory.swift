extension Inventory {
    static let directory = [
        InventoryTable(
            "orientation", "New employees who are or were due for the orientation. Rows go when the person leaves.",
            [
                ("agency", .open, "In which agency"),
                ("person", .programme, "Who"),
                ("due_on", .programme, "The last day in time"),
                ("came_on", .programme, "The day of the orientation they came to; empty while they are due"),
            ]),
        InventoryTable(
            "directory_token", "What the agency's directory shows to push its changes. Rows go when it is taken back.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("token", .key, "Derived from the token; does not give it back"),
                ("made_on", .programme, "The day it was made"),
                ("used_on", .programme, "The newest day on which it was used"),
            ]),
        InventoryTable(
            "directory_entry", "How the agency's directory calls people whom it pushes.",
            [
                ("agency", .open, "In which agency"),
                ("person", .programme, "Who"),
                ("user_name", .restricted, "The directory's user name"),
                ("user_key", .restricted, "The same in small letters, by which it is found"),
                ("external_id", .restricted, "The directory's own id"),
            ]),
        InventoryTable(
            "directory_default", "What holds where the agency's directory does not say it.",
            [
                ("agency", .open, "In which agency"),
                ("field", .programme, "Which column of the personnel file"),
                ("value", .programme, "What holds"),
            ]),
        InventoryTable(
            "directory_ending",
            """
            People whom the agency's directory wants to end and who wait for a word, because they are many or hold an office. Rows \
            go with the word, or after a month.
            """,
            [
                ("agency", .open, "In which agency"),
                ("person", .programme, "Who"),
                ("asked_on", .programme, "The day the directory first wanted it"),
            ]),
        InventoryTable(
            "directory_change",
            """
            People whom the agency's directory changed on a day in what rules go by, or wants to. Rows of other days go within a month; \
            those that wait also with the word.
            """,
            [
                ("agency", .open, "In which agency"),
                ("person", .programme, "Who"),
                ("changed_on", .programme, "On which day"),
                ("is_held", .programme, "Whether it waits for a word"),
                ("loses_role", .programme, "Whether a role or a seat ends by it"),
            ]),
        InventoryTable(
            "directory_allowance", "The day on which whoever manages people let the directory's changes through last.",
            [
                ("agency", .open, "In which agency"),
                ("allowed_on", .programme, "Which day"),
            ]),
    ]
}
