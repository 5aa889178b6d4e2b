import Program

/// A supporter's own card, as the programming interface takes and gives it.
enum CardJSON {
    static let read = Endpoint(
        "readOwnCard", "What seekers see of you.", success: .ok("Your choices.") { _ in .object(properties) },
        mayRefuse: false)

    static let show = Endpoint(
        "showOwnCard", "Choose what seekers see of you. An empty text, an empty list and false show nothing.",
        body: { _ in .object(properties) }, success: .done("Shown from now on."))

    private static let properties = [
        Schema.Property("name", .string(maxLength: CardForm.longestName)),
        Schema.Property("showsUnit", .boolean), Schema.Property("showsRank", .boolean),
        Schema.Property("showsShift", .boolean),
        Schema.Property("languages", .list(of: language, atLeast: 0, unique: true)),
        Schema.Property("experience", .string(maxLength: CardForm.longestExperience)),
        Schema.Property("words", .string(maxLength: CardForm.longestWords)),
        Schema.Property("phone", .string(maxLength: CardForm.longestPhone), about: "Anyone can see it and call it."),
        Schema.Property(
            "phoneUse", .choice([""] + CardPhone.Use.allCases.map(\.rawValue)), about: "Empty where no number is shown."
        ),
    ]

    static let language = Schema.choice(SpokenLanguage.allCases.map(\.rawValue))

    static func choices(_ choices: CardChoices) -> JSON {
        [
            "name": .string(choices.name ?? ""), "showsUnit": .boolean(choices.showsUnit),
            "showsRank": .boolean(choices.showsRank), "showsShift": .boolean(choices.showsShift),
            "languages": .array(choices.languages.map { .string($0.rawValue) }),
            "experience": .string(choices.experience ?? ""), "words": .string(choices.words ?? ""),
            "phone": .string(choices.phone?.number ?? ""), "phoneUse": .string(choices.phone?.use.rawValue ?? ""),
        ]
    }
}
