extension Inventory {
    static let registers = [
        InventoryTable(
            "equipment_item", "What the programme lends to its members, and who has it.",
            [
                ("id", .programme, "Which item"),
                ("agency", .open, "In which agency"),
                ("kind", .programme, "What it is"),
                ("number", .programme, "Its number"),
                ("added_on", .programme, "Since which day it stands in the register"),
                ("holder", .programme, "Which member has it; nothing while nobody does"),
                ("since", .programme, "Since which day they have it"),
                ("given_back_on", .programme, "On which day it was last given back, not by whom"),
            ]),
        InventoryTable(
            "material_stock", "What the programme hands out, such as brochures, and how much there is of it.",
            [
                ("id", .programme, "Which material"),
                ("agency", .open, "In which agency"),
                ("title", .programme, "What it is"),
                ("pieces", .programme, "How many there are"),
                ("few", .programme, "From how many on it is time for more"),
                ("counted_on", .programme, "On which day they were counted"),
            ]),
        InventoryTable(
            "awareness_activity",
            "What was done to make the programme known. It has no place for who was there, or came to ask for help.",
            [
                ("id", .programme, "Which activity"),
                ("agency", .open, "In which agency"),
                ("activity", .programme, "What was done, by the policy's list"),
                ("done_on", .programme, "On which day"),
                ("partner", .programme, "With which partner organisation"),
                ("reach", .programme, "About how many it reached, as a band"),
            ]),
        InventoryTable(
            "partner_organisation", "Partner organisations that the programme names on its public page.",
            [
                ("id", .open, "Which partner"),
                ("agency", .open, "In which agency"),
                ("name", .open, "Its name"),
                ("contact", .open, "How people find it, as it says itself"),
                ("listed_on", .open, "Since which day it is named"),
            ]),
        InventoryTable(
            "budget_line", "The programme's budget by year and line, as a whole. No amount belongs to a person.",
            [
                ("agency", .open, "In which agency"),
                ("year", .programme, "Of which year"),
                ("line", .programme, "Which line of the policy"),
                ("planned_cents", .programme, "How much is planned, in cents"),
                ("spent_cents", .programme, "How much is spent, in cents"),
            ]),
        InventoryTable(
            "counsel_review", "When the agency's counsel last reviewed the policy, as it was recorded.",
            [
                ("agency", .open, "In which agency"),
                ("reviewed_on", .open, "On which day"),
            ]),
        InventoryTable(
            "counsel_answer", "What counsel said to a question of the policy, for those who answer for the programme.",
            [
                ("agency", .open, "In which agency"),
                ("question", .programme, "To which question of the pack"),
                ("words", .programme, "What counsel said"),
                ("answered_on", .programme, "On which day it was recorded"),
            ]),
        InventoryTable(
            "sponsor_letter",
            "The letter by which a leader of the agency stands behind the programme, meant for everybody.",
            [
                ("agency", .open, "In which agency"),
                ("name", .open, "Who gave it"),
                ("words", .open, "The letter"),
                ("dated_on", .open, "Of which day it is"),
            ]),
    ]
}
