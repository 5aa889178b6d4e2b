extension Inventory {
    static let suspensions = [
        InventoryTable(
            "suspension",
            "Members taken off the team at once. One that is lifted is deleted; one that is confirmed goes after the pack's time for doubts.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Who was taken off the team"),
                ("ground", .restricted, "For which ground of the pack's list, and nothing of what led to it"),
                ("begun_by", .restricted, "Who suspended them"),
                ("begun_on", .restricted, "On which day"),
                ("confirmed_on", .restricted, "The day on which they were removed for good; empty while it waits"),
            ]),
        InventoryTable(
            "suspension_holding", "The roles that a suspension interrupted, so that they can go on when it is lifted.",
            [
                ("suspension", .restricted, "By which suspension"),
                ("holding", .restricted, "Which role of the account"),
                ("held_until", .restricted, "Until when it was to be held before"),
            ]),
    ]

    static let incidents = [
        InventoryTable(
            "incident",
            "Critical incidents by kind and day, without a name or a word, so that nobody who was part of one is offered a request about it.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "In which agency"),
                ("kind", .restricted, "Its kind, of the pack's list"),
                ("day", .restricted, "The day"),
                (
                    "involved", .restricted,
                    "Who of the team was part of it or saw it, locked under a key that is not in the database"
                ),
            ]),
        InventoryTable(
            "incident_file",
            "What the programme does about a critical incident. What it was, when, who went and what was held is locked.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("version", .programme, "How often it was changed"),
                ("happened_on", .programme, "On which day the incident was"),
                ("closed_on", .programme, "On which day everything about it was over"),
                ("has_scene", .programme, "Whether a response to the scene is under way"),
                ("has_names", .programme, "Whether somebody's account or name is still in it"),
                ("paper", .programme, "Which sealed paper has the names of those involved"),
                (
                    "locked", .restricted,
                    "All of it, of one size, locked under a key that is not in the database; names are not in it"
                ),
            ]),
        InventoryTable(
            "shared_incident",
            "That one agency asked another to answer an incident with it. What was asked and what came of it is locked.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "The agency that asked"),
                ("file", .programme, "Its file of the incident"),
                ("partner", .open, "The agency that is asked"),
                ("partner_file", .programme, "The file by which it joined"),
                ("happened_on", .programme, "On which day the incident was, where the asking agency is"),
                ("stage", .programme, "Whether it waits for an answer, runs or is over"),
                (
                    "locked", .restricted,
                    "The kind of incident, its time, the office to call and the answer, locked under a key that is not in the database"
                ),
            ]),
        InventoryTable(
            "outreach_offer",
            "Which supporter has a name of an incident to offer support to. Whose stands in a sealed paper, and goes with the answer.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("incident", .programme, "After which incident"),
                ("supporter", .programme, "Which supporter offers it"),
                ("next_on", .programme, "On which day they offer it, or try again"),
                ("paper", .programme, "The paper with the name, sealed to that supporter alone"),
            ]),
        InventoryTable(
            "outreach_mark",
            "By what a name of an incident is known again that was given to a supporter. It names nobody, and goes with the incident's names.",
            [
                ("mark", .key, "A keyed hash under the server's key, which the database does not have"),
                ("agency", .open, "In which agency"),
                ("incident", .programme, "Of which incident"),
                ("offer", .restricted, "The offer that has still to be answered; nothing where it was"),
            ]),
    ]
}
