extension Inventory {
    static let dutyTime = [
        InventoryTable(
            "duty_month",
            """
            Duty time, one box of one size for each member and month, whether or not anything is in it. It has no place for who was helped.
            """,
            [
                ("agency", .open, "In which agency"),
                ("month", .programme, "Of which month"),
                ("account", .programme, "Of which member of the team"),
                (
                    "sealed", .restricted,
                    "When, how long, which kind of activity and what was decided, under a key of the server"
                ),
            ]),
        InventoryTable(
            "payroll_export", "Which days payroll was told of. The hours stand in the members' boxes alone.",
            [
                ("id", .programme, "Which export"),
                ("agency", .open, "In which agency"),
                ("from_day", .programme, "From which day on"),
                ("until_day", .programme, "Until which day"),
                ("made_on", .programme, "On which day it was made"),
                ("place", .programme, "Which one of the agency's exports it is"),
                ("made_by", .programme, "By whom"),
            ]),
        InventoryTable(
            "duty_release", "A supervisor is asked to release somebody from their post; gone once the day is over.",
            [
                ("id", .restricted, "Which release"),
                ("agency", .open, "In which agency"),
                ("day", .restricted, "On which day"),
                ("sealed", .restricted, "Who, from when and until when, under a key of the server"),
            ]),
    ]
}
