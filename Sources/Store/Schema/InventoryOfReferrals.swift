extension Inventory {
    static let referrals = [
        InventoryTable(
            "referral_provider",
            "Providers of further help, for everybody to read. Nothing tells who read it, or whom somebody was referred to.",
            [
                ("id", .open, "Which entry"),
                ("agency", .open, "In which agency"),
                ("category", .open, "Of which category of the policy"),
                ("name", .open, "Who it is, as they call themselves"),
                ("good_for", .open, "What they are good for, in plain words"),
                ("licence_kind", .open, "By what licence they practise; nothing where none is known"),
                ("licence_number", .open, "Its number"),
                ("licence_jurisdiction", .open, "Where it holds"),
                ("licence_until", .open, "Its last day"),
                ("identified_by", .open, "Which of those whom the policy names identified them"),
                ("languages", .open, "Which languages they speak"),
                ("cost", .open, "What it costs"),
                ("hours", .open, "When they are there"),
                ("phone", .open, "Their number"),
                ("web", .open, "The address of their page"),
                ("place", .open, "Where they are"),
                ("is_for_families", .open, "Whether families may use it"),
                ("is_confidential", .open, "Whether they tell the agency nothing of who came"),
                ("verified_on", .open, "On which day it was looked at whether all of it is right"),
                ("check_by", .open, "By which day that is looked at again"),
                ("web_asked_on", .programme, "On which day the server last asked whether the page is there"),
                ("web_failures", .programme, "How often in a row it was not, each time on another day"),
            ])
    ]
}
