extension Inventory {
    static let requests = [
        InventoryTable(
            "request",
            "One ask for support each, from asking to its destruction. Nothing a seeker gave stands here in the clear, and no time but that of a timer that runs.",
            [
                ("id", .confidential, "Random id"),
                ("agency", .open, "In which agency"),
                ("pack", .open, "The pack in force when it was asked"),
                ("receipt", .key, "Derived from the receipt and a key that is not in the database"),
                ("seeker_copy", .key, "The request's key, sealed to the seeker"),
                ("card", .confidential, "What an offer shows, sealed"),
                ("words", .confidential, "Name, number and words, sealed"),
                ("course", .confidential, "Who is not offered it, and its running facts, sealed"),
                ("state", .confidential, "Offered, accepted or closed"),
                ("stage", .confidential, "How far asking around has come"),
                ("offering", .confidential, "Random id of this time of asking around"),
                ("supporter", .confidential, "Who has it"),
                ("due_at", .confidential, "When the timer that runs is over; gone with the timer"),
                ("destroy_on", .confidential, "Once closed: the day it is destroyed"),
            ]),
        InventoryTable(
            "old_receipt",
            "The requests that were asked before receipts were derived at once: their receipts are still looked for slowly. Gone with the request.",
            [
                ("request", .confidential, "Which request"),
                ("agency", .open, "In which agency"),
            ]),
        InventoryTable(
            "request_copy",
            "The key of a request, sealed to each supporter who may take it, and once one has, to that one alone.",
            [
                ("request", .confidential, "Which request"),
                ("agency", .open, "In which agency"),
                ("account", .confidential, "Who can open it"),
                ("sealed", .key, "The request's key, sealed to the account"),
                ("wave", .confidential, "With which stage it is offered; nothing once accepted"),
            ]),
        InventoryTable(
            "request_reserve",
            "The copies of the others between acceptance and first contact, under a key of the server, so that the request can be offered again. Gone with the first contact.",
            [
                ("request", .confidential, "Which request"),
                ("agency", .open, "In which agency"),
                ("account", .confidential, "For whom"),
                ("locked", .key, "The copy, locked under a key that is not in the database"),
                ("wave", .confidential, "With which stage it was offered"),
            ]),
        InventoryTable(
            "request_consultation", "Who is consulted on a request, until it ends after a day or before.",
            [
                ("id", .confidential, "Random id"),
                ("request", .confidential, "On which request"),
                ("agency", .open, "In which agency"),
                ("account", .confidential, "Who is consulted"),
                ("role", .programme, "In which role; none for another supporter"),
                ("sealed", .key, "The request's key, sealed to the account, where it may read along"),
                ("ends_at", .confidential, "When it ends; gone with it"),
            ]),
        InventoryTable(
            "supervisor_code",
            "What a code finds with which a member's supervisor asks for somebody else. Gone when it is used, when the member no longer has the request, and after the day on which it ends.",
            [
                ("code", .key, "Derived from the code and a key that is not in the database"),
                ("agency", .open, "In which agency"),
                (
                    "mark", .confidential,
                    "Derived from the request's id and a key that is not in the database, so that the code goes with the request"
                ),
                (
                    "sealed", .key,
                    "Which request, and its key, sealed under the code and a key that is not in the database"
                ),
                ("ends_on", .confidential, "The last day on which it does anything"),
            ]),
        InventoryTable(
            "request_message", "What supporter and seeker write to each other.",
            [
                ("request", .confidential, "In which request"),
                ("id", .confidential, "Random id"),
                ("place", .confidential, "Its place in the order of writing"),
                ("sealed", .confidential, "The words, who wrote them and the day, sealed"),
                ("is_new", .confidential, "Whether the other side has yet to see it"),
            ]),
        InventoryTable(
            "request_consent", "What a seeker agreed to in writing.",
            [
                ("request", .confidential, "In which request"),
                ("id", .confidential, "Random id"),
                ("sealed", .confidential, "Who may be told what, until when, given and revoked on which days, sealed"),
            ]),
        InventoryTable(
            "request_reminder", "Days on which a supporter alone is reminded.",
            [
                ("request", .confidential, "Of which request"),
                ("id", .confidential, "Random id"),
                ("due_on", .confidential, "On which day"),
                ("is_told", .confidential, "Whether the reminder went out"),
            ]),
    ]
}
