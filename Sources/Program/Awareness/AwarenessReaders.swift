// What is shown and printed.
extension RuleReader {
    static let awareness: [RuleReader] = [
        RuleReader("availability.posting", by: .record("/materials/postings/{place}")),
        material("public-page", at: "/agencies/{agency}"), material("brochure", at: "/materials/brochure"),
        material("posting", at: "/materials/postings/{place}"), material("handbook", at: "/agencies/{agency}/handbook"),
        material("encouragement-card", at: "/agencies/{agency}/pass-on"),
        material("supervisor-page", at: "/agencies/{agency}/supervisors"),
        RuleReader(
            "awareness.feedback", by: .act("giveFeedback"), .act("answerFeedback"), .timer("destroyOldFeedback")),
        material("poster", at: "/materials/poster"), material("poster", at: "/materials/posters/{place}"),
        material("roster", at: "/materials/postings/{place}"),
        RuleReader("awareness.activities[]", by: .act("recordAwareness"), .record("listAwareness")),
        RuleReader("awareness.activity-every", by: .timer("remindOfAwareness")),
        RuleReader("awareness.partners[]", by: .record("/agencies/{agency}"), .record("listAwareness")),
        RuleReader(
            "awareness.equipment", by: .act("lendEquipment"), .record("listEquipment"), .timer("remindOfEquipment")),
        material("id-card", at: "/id-cards"),
        RuleReader("awareness.id-card", by: .act("makeIDCard"), .act("checkIDCard"), .timer("forgetIDCards")),
        RuleReader("awareness.orientation", by: .record("orientationsDue"), .act("keepOrientation")),
        RuleReader("awareness.library", by: .act("addToLibrary"), .timer("remindOfLibrary")),
        material("orientation", at: "/agencies/{agency}/orientation"),
    ]

    private static func material(_ kind: String, at page: String) -> RuleReader {
        RuleReader("awareness.materials[]", at: "kind", kind, by: .record(page))
    }
}
