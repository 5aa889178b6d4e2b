extension Inventory {
    static let announcements = [
        InventoryTable(
            "announcement", "What was announced to circles of the programme, until it proves nothing any more.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("office", .programme, "For which role it was announced"),
                ("announced_by", .programme, "Who announced it"),
                ("circles", .programme, "To the holders of which roles"),
                ("title", .programme, "What it is about"),
                ("words", .programme, "What it says: matters of the programme, never of anybody who asked for help"),
                ("last_day", .programme, "The last day on which it is shown"),
                ("asks_for_word", .programme, "Whether readers are asked for a word back"),
                ("announced_on", .programme, "On which day"),
                ("version", .programme, "Counts the texts"),
                ("corrected_on", .programme, "The day of the newest correction"),
                ("withdrawn_on", .programme, "The day on which it was withdrawn"),
            ]),
        InventoryTable(
            "announcement_word",
            "Who gave a word back to which text of an announcement. It goes with the announcement.",
            [
                ("announcement", .programme, "To which announcement"),
                ("account", .programme, "Who"),
                ("agency", .open, "In which agency"),
                ("version", .programme, "To which of its texts"),
                ("given_on", .programme, "On which day; no time of day"),
            ]),
        InventoryTable(
            "feedback",
            "Feedback of the team, its words and the answer sealed as papers; destroyed after the policy's days.",
            [
                ("id", .programme, "The sealed paper with the words"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Who gave it with their name; empty for whoever gave none"),
                ("mark", .key, "What the code of whoever gave no name finds it by"),
                ("giver_key", .key, "The public key that the code opens for"),
                ("giver_copy", .key, "The paper's key, sealed to the code"),
                ("given_on", .programme, "On which day; no time of day"),
                ("answer", .programme, "The sealed paper with the answer"),
                ("answer_copy", .key, "The answer's key, sealed to the code"),
                ("answered_on", .programme, "On which day it was answered"),
            ]),
        InventoryTable(
            "feedback_box",
            "Where feedback without a name lies until its day is over, so that no row tells its hour.",
            [
                ("agency", .open, "Of which agency"),
                (
                    "sealed", .restricted,
                    "The box, of one size, locked under a key that is not in the database, and locked anew every hour"
                ),
                ("sealed_in", .open, "The hour in which the server last locked it anew, whether anything came or not"),
            ]),
    ]
}
