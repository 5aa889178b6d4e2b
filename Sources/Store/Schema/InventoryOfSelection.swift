extension Inventory {
    static let selection = [
        InventoryTable(
            "selection_opening", "Calls for new supporters, with their days.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("opens_on", .open, "The first day on which applications are taken"),
                ("closes_on", .open, "The last such day"),
                ("words", .open, "What the posting says"),
                ("posted_by", .programme, "Who posted it"),
            ]),
        InventoryTable(
            "application",
            "Applications to become a supporter. Why one was not selected is kept nowhere. Forgotten three years after the decision.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose application it is"),
                ("begun_on", .programme, "The day on which it began"),
                ("status", .programme, "Where it is in its life"),
                ("decided_on", .programme, "The day on which it was over"),
                ("is_preferred", .programme, "Whether the applicant has what the policy prefers"),
            ]),
        InventoryTable(
            "application_paper",
            "Which sealed papers an application has. Destroyed by the pack's days after the decision.",
            [
                ("application", .programme, "Of which application"),
                ("document", .programme, "Which of the policy's papers it is"),
                ("paper", .programme, "The sealed paper"),
            ]),
        InventoryTable(
            "application_entry",
            "What was done of an application's steps: a no is not kept, and takes these rows with it. Destroyed as the papers are.",
            [
                ("application", .programme, "Of which application"),
                ("step", .programme, "In which step of the pack"),
                ("part", .programme, "Which part of it was done"),
                ("by_account", .programme, "Who did or recorded it"),
                ("name", .restricted, "Whose word it is, where that is somebody else"),
                ("day", .programme, "On which day"),
                ("number", .programme, "How many were asked or answered"),
            ]),
        InventoryTable(
            "application_rating",
            "How an applicant was rated: a panel's joint outcome, and how many colleagues gave each answer. Destroyed as the papers are.",
            [
                ("application", .programme, "Of which application"),
                ("step", .programme, "In which step of the pack"),
                ("item", .programme, "What was rated"),
                ("rating", .restricted, "How"),
                ("answers", .restricted, "How many gave this answer; one for a panel"),
            ]),
        InventoryTable(
            "peer_answer",
            "Colleagues' confidential answers until they are shown together. Nothing ties one to a member.",
            [
                ("id", .programme, "Random id, which tells no order"),
                ("application", .programme, "Of which application"),
                ("sealed", .restricted, "The answer, sealed under a key of the server, of one size"),
            ]),
        InventoryTable(
            "enrolment_letter",
            "Enrolment codes on their way by e-mail to who asked for an account. Forgotten after a day.",
            [
                ("account", .programme, "For whose account"),
                ("agency", .open, "In which agency"),
                ("sealed", .key, "The code, sealed under a key of the server"),
                ("ends_at", .programme, "Until when it may be sent"),
            ]),
        InventoryTable(
            "nomination", "That a colleague named somebody, until they have said yes or no; not by whom.",
            [
                ("account", .programme, "Who was named"),
                ("agency", .open, "In which agency"),
                ("named_on", .programme, "On which day"),
            ]),
        InventoryTable(
            "peer_answered", "Who has answered, so that each does once. Gone once the answers are shown together.",
            [
                ("application", .programme, "Of which application"),
                ("mark", .key, "Keyed hash of the account and the application"),
            ]),
    ]
}
