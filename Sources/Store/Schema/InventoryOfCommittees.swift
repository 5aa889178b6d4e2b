extension Inventory {
    static let committees = [
        InventoryTable(
            "seat", "Seats of committees: to whom each was offered, who holds it, until when, and how it ended.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("committee", .open, "Of which committee of the pack"),
                ("seat", .open, "Which of its seats"),
                ("account", .programme, "To whom it was offered"),
                ("offered_by", .programme, "Who offered it"),
                ("offered_on", .programme, "On which day"),
                ("starts_on", .programme, "From which day it is held; empty until it is accepted"),
                ("until", .programme, "The first day after its term"),
                ("ended_on", .programme, "The day it ended before its term"),
                ("ending", .programme, "How it ended: declined, withdrawn, resigned, ended, or vacated"),
                ("attested_by", .programme, "Who vouched for what the directory cannot know"),
                ("attested_on", .programme, "On which day"),
                ("ballot", .programme, "The ballot by which the committee chose its holder"),
                ("holding", .programme, "The role that came with it"),
            ]),
        InventoryTable(
            "ballot", "Votes of committees, by which rules they are held, and what they came to.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("committee", .open, "Which committee votes"),
                ("subject", .programme, "On what kind of thing"),
                ("about", .restricted, "The id of whose or what it is"),
                ("detail", .restricted, "The ground, the seat, or the question in words"),
                ("votes", .programme, "Whether votes are secret or open"),
                ("majority", .programme, "By which majority"),
                ("quorum", .programme, "By which quorum, where the policy asks for one"),
                ("electors", .programme, "How many could vote when it was opened"),
                ("opened_by", .programme, "Who opened it"),
                ("opened_on", .programme, "On which day"),
                ("closes_on", .programme, "The first day on which nobody votes any more"),
                (
                    "box", .restricted,
                    "All papers of a secret ballot together, locked under a key that is not in the database, always of one size; destroyed when it closes"
                ),
                ("closed_on", .programme, "On which day it was closed"),
                ("outcome", .restricted, "Whether it passed, failed, too few voted, or what it was on was over before"),
                ("yes", .restricted, "How many voted yes; nothing until it is closed"),
                ("no", .restricted, "How many voted no"),
                ("abstained", .restricted, "How many abstained"),
                (
                    "counted", .restricted,
                    "The papers of a closed secret ballot by their check codes, without a name; forgotten after sixty days"
                ),
            ]),
        InventoryTable(
            "ballot_elector", "Who could vote in a ballot: the seated members of the day on which it was opened.",
            [
                ("ballot", .programme, "In which ballot"),
                ("account", .programme, "Who"),
                ("agency", .open, "In which agency"),
            ]),
        InventoryTable(
            "ballot_vote", "Votes of open ballots. Those of secret ballots have no row.",
            [
                ("ballot", .programme, "In which ballot"),
                ("account", .restricted, "Who voted"),
                ("choice", .restricted, "What they voted"),
            ]),
    ]
}
