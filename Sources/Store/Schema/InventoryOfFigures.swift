extension Inventory {
    static let contacts = [
        InventoryTable(
            "sheet",
            "One box for each supporter's month, from its first entry until the month can no longer be submitted. No column says whose; only the supporter's own key finds and opens it. Once it is submitted it holds the sum of its time and nothing else, and looks as before.",
            [
                ("id", .confidential, "Derived from the supporter's private key, the agency and the month"),
                ("agency", .open, "In which agency"),
                ("month", .confidential, "Of which month"),
                ("pack", .open, "The pack whose form it is on"),
                (
                    "sealed", .confidential,
                    "Its entries, sealed to the supporter, behind a lock of the server's; one of three sizes"
                ),
                ("locked_hour", .programme, "The hour in which every box was last locked anew, written in or not"),
            ]),
        InventoryTable(
            "contact",
            "One entry of a sheet, from before sheets were sealed: the server moves what it finds here into sealed boxes when it starts, and writes nothing here.",
            [
                ("sheet", .confidential, "In which sheet"),
                ("id", .confidential, "Random id"),
                ("place", .confidential, "Its place in the order of writing"),
                ("kind", .confidential, "Which kind of entry of the form"),
                ("day", .confidential, "The day of the month, where the form keeps days"),
                ("marks", .confidential, "The options chosen, a bit each in the order of the form"),
                ("minutes", .confidential, "Time of support"),
                ("minutes_in_person", .confidential, "The part of it in person, where the form parts it"),
                ("minutes_by_phone", .confidential, "The part of it by telephone, where the form parts it"),
                ("participants", .confidential, "How many took part in a group"),
                ("referrals", .confidential, "How many referrals were given"),
                ("follow_ups", .confidential, "How many follow-ups were made"),
            ]),
        InventoryTable(
            "filing", "The proof that a supporter has submitted a month, apart from what was in it.",
            [
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who submitted"),
                ("month", .programme, "Which month"),
                ("filed_on", .programme, "On which day"),
                ("minutes", .programme, "Nought; the hours of a filing lie in the box of its quarter"),
                ("is_late", .programme, "Whether after the day the pack gives"),
                ("pack", .open, "The pack in force then"),
            ]),
        InventoryTable(
            "named_sheet",
            "Tied a submitted sheet to its supporter before those were sealed. Emptied when the server starts; nothing is written here.",
            [
                ("sheet", .confidential, "Which sheet"),
                ("agency", .open, "In which agency"),
                ("month", .programme, "Of which month"),
                ("account", .confidential, "Whose it is"),
                ("counted_in", .programme, "The month whose summary it counts in, and at whose publication it goes"),
            ]),
        InventoryTable(
            "filed_sheet",
            "A submitted sheet, only where the agency's form bears its supporter's name, until its summary is published.",
            [
                ("agency", .open, "In which agency"),
                ("month", .programme, "Of which month"),
                ("account", .programme, "Whose it is"),
                ("counted_in", .programme, "The month whose summary it counts in, and at whose publication it goes"),
                ("pack", .open, "The pack whose form it is on"),
                (
                    "sealed", .confidential,
                    "Its entries, under a key of the server's, for the supporter and whoever receives the sheets"
                ),
            ]),
        InventoryTable(
            "hours_box", "Hours of support by supporter, as filed within a quarter, in one box for the agency.",
            [
                ("agency", .open, "In which agency"),
                ("quarter", .programme, "Filed in which quarter"),
                ("sealed", .confidential, "Minutes by account, under a key of the server's, always of one size"),
            ]),
    ]

    static let statistics = [
        InventoryTable(
            "month_count",
            "Sums over the submitted sheets of a month, as they were kept before; the server moves them into tally when it starts, and leaves none.",
            [
                ("agency", .open, "In which agency"),
                ("month", .statistics, "Of which month"),
                ("figure", .statistics, "What is counted, in the words of the form"),
                ("amount", .statistics, "How many, or how many minutes"),
            ]),
        InventoryTable(
            "tally",
            "The true counts of a month, in one locked box of one size. The boxes of all months that are not published are locked anew together whenever a sheet comes in. Gone a year after the end of the year in which they were told, once its release is published, or two years after its last month was published; what is not told yet stays.",
            [
                ("agency", .open, "In which agency"),
                ("month", .statistics, "Of which month"),
                (
                    "sealed", .statistics,
                    "Sums over the submitted sheets, and the largest part of one sheet in each, locked under the server's key"
                ),
            ]),
        InventoryTable(
            "publication", "Published tables, frozen for good, with small counts suppressed.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("release", .programme, "Which of the pack's releases: the month's summary, or a longer one"),
                ("period", .programme, "Of which month, quarter, year or twelve months"),
                ("pack", .open, "The pack in force at publication"),
                ("content", .programme, "The tables as published, for the roles the pack names"),
                ("content_hash", .programme, "SHA-256 of the tables, checked at every reading"),
                ("published_at", .programme, "When"),
                ("published_by", .programme, "By whom"),
            ]),
    ]

    static let audit = [
        InventoryTable(
            "audit_entry", "What staff did, chained by hash for each agency. It never says what was in it.",
            [
                ("agency", .open, "Whose chain"),
                ("number", .programme, "Place in the chain"),
                ("at", .programme, "When"),
                ("actor", .programme, "Which account, or the operator"),
                ("act", .programme, "Which kind of act"),
                ("subject", .programme, "The id or the month it was done to; never a seeker"),
                ("clauses", .open, "The clauses it rests on"),
                ("pack", .open, "The pack in force"),
                (
                    "payload_hash", .programme,
                    "Salted hash of the details; where it vouches for a key or a role, one under a key of the server"
                ),
                ("hash", .programme, "The link: hash of the entry and the link before"),
            ]),
        InventoryTable(
            "audit_salt", "The salts of those hashes, apart, so that they can be destroyed and the chain stays whole.",
            [
                ("agency", .open, "Whose chain"),
                ("number", .programme, "Of which entry"),
                ("salt", .key, "Random bytes"),
            ]),
        InventoryTable(
            "vouching_due",
            "Agencies that were there before the chain vouched for keys and roles, until theirs have been taken over.",
            [("agency", .open, "Which agency")]),
        InventoryTable(
            "team_told", "What the team was last told of who can be offered a request.",
            [
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose account"),
                ("entry", .programme, "The entry of the chain that vouches for its key"),
            ]),
    ]

    static let schema = [
        InventoryTable(
            "schema_migration", "Which steps of the schema were taken.",
            [
                ("number", .open, "Which step"),
                ("name", .open, "What it brought"),
                ("checksum", .open, "SHA-256 of its statements"),
                ("applied_at", .open, "When"),
            ]),
        InventoryTable(
            "server_key", "By what the keys of the servers are known, so that none works with others.",
            [
                ("file", .open, "The name of the key's file"),
                ("fingerprint", .key, "A code that the key makes of a fixed label; nobody finds the key by it"),
            ]),
    ]
}
