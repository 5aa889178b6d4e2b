import HTML
import Operations
import Program

/// What a supporter does with their own card, by which seekers see them.
enum CardActs {
    static let show = Act(
        "showOwnCard", "Choose what seekers see of you. An empty text, an empty list and false show nothing.",
        at: CardAddresses.card, .put, for: .holding(.takeRequests),
        taking: Input(
            name, showsUnit, showsRank, showsShift, languages, experience, words, phone, phoneUse, make: CardForm.init),
        then: .done("Shown from now on."),
        see: { _ in CardPages.saved }, refused: CardPages.card,
        perform: { visit, form in try await visit.programmes.show(form, by: visit.staff) })

    static let showPhoto = Act(
        "showOwnPhoto",
        "Show a picture on your card, in place of an earlier one. Whatever else is in the file is thrown away, which way up the camera was held too.",
        at: PhotoAddresses.own, .put, for: .holding(.takeRequests), taking: Input(photo),
        then: .done("Shown from now on."),
        see: { _ in CardPages.saved }, refused: CardPages.card,
        perform: { visit, picture in try await visit.programmes.showPhoto(picture, by: visit.staff) })

    static let removePhoto = Act(
        "removeOwnPhoto", "Take the picture off your card, at once.", at: PhotoAddresses.removal, .delete,
        interface: PhotoAddresses.own, for: .holding(.takeRequests), taking: .nothing, then: .done("There is none."),
        mayRefuse: false,
        see: { _ in CardPages.saved }, refused: CardPages.card,
        perform: { visit, _ in try await visit.programmes.removePhoto(of: visit.staff) })

    /// What they have chosen, by the same members.
    @Sendable
    static func shown(_ pack: PolicyPack) -> Shape<CardChoices> { Shape(of: show.input, under: pack, \.filled) }

    static let languageSchema = Schema.choice(SpokenLanguage.allCases.map(\.rawValue))

    // MARK: What it takes

    private static let name = Field<String>.text(
        "name", "Name", longest: CardForm.longestName, FieldWords(hint: "As you like to be called.", mayBeEmpty: true))

    private static let showsUnit = Field<Bool>.tick(
        "showsUnit", "Show my unit",
        FieldWords(
            hint: "Always as the personnel directory has it that day.",
            about: "Changes nothing where the programme lists every member: the unit stands there anyway.")
    ).asked { form, name, pack, filled in
        guard !pack.availability.showsEveryMember else { return .empty }
        return form.agreement(
            name, "Show my unit", first: filled.ticked[name]?.isEmpty == false,
            hint: "Always as the personnel directory has it that day.")
    }
    private static let showsRank = Field<Bool>.tick("showsRank", "Show my rank or title")
    private static let showsShift = Field<Bool>.tick("showsShift", "Show my shift")

    private static let languages = Field<[String]>.choices("languages", "Languages") { pack in
        pack.country.languages.value.map { FieldOption($0.rawValue, $0.name) }
    }

    private static let experience = Field<String>.text(
        "experience", "Experience", longest: CardForm.longestExperience,
        FieldWords(hint: "What you have lived or worked through, as far as you want it known.", mayBeEmpty: true))

    private static let words = Field<String>.words(
        "words", "A few words of your own", longest: CardForm.longestWords, rows: 3, FieldWords(mayBeEmpty: true))

    private static let phone = Field<String>.text(
        "phone", "Phone", longest: CardForm.longestPhone, kind: .telephone,
        FieldWords(
            hint: "Anyone can see this number and call it. Leave it empty to be reached through the page alone.",
            about: "Anyone can see it and call it.", mayBeEmpty: true))

    private static let phoneUse = Field<CardPhone.Use?>(
        name: "phoneUse",
        property: { _ in
            Schema.Property(
                "phoneUse", .choice(phoneUses.map(\.value)), about: "Empty where no number is shown.")
        },
        control: { form, _, filled in
            form.choice("phoneUse", "People may", phoneUses, first: filled.first["phoneUse"], isOptional: true)
        },
        read: { answers, _ throws(Refusal) in
            guard let text = answers["phoneUse"] else { return nil }
            guard let use = CardPhone.Use(rawValue: text) else {
                throw Refusal("People may: choose from the list.", field: "phoneUse")
            }
            return use
        })

    private static let phoneUses = [
        FieldOption("", "No number is shown"), FieldOption("call", "Call me"), FieldOption("text", "Text me"),
        FieldOption("call-or-text", "Call or text me"),
    ]

    private static let photo = Field<[UInt8]>.file(
        CardPhoto.field, "Photo", FileRule(types: [.jpeg], mostBytes: CardPhoto.mostBytes),
        besides: "\(CardPhoto.longestSide) by \(CardPhoto.longestSide) pixels",
        FieldWords(
            hint: """
                It is made small here on your device before it is sent. Where and with what it was taken does not go with it.
                """),
        chosenBy: { form, look in
            form.picture(
                look.name, "Choose a picture", longestSide: CardPhoto.longestSide, mostBytes: CardPhoto.mostBytes,
                hint: look.hint, origin: look.origin)
        })
}

extension CardForm {
    fileprivate init(
        name: String, showsUnit: Bool, showsRank: Bool, showsShift: Bool, languages: [String], experience: String,
        words: String, phone: String, phoneUse: CardPhone.Use?
    ) {
        self.init()
        self.name = name
        self.showsUnit = showsUnit
        self.showsRank = showsRank
        self.showsShift = showsShift
        self.languages = languages
        self.experience = experience
        self.words = words
        self.phone = phone
        self.phoneUse = phoneUse?.rawValue ?? ""
    }
}

extension CardChoices {
    /// As the card's form shows them.
    var filled: Filled {
        Filled(
            first: [
                "name": name ?? "", "experience": experience ?? "", "words": words ?? "", "phone": phone?.number ?? "",
                "phoneUse": phone?.use.rawValue ?? "",
            ],
            ticked: [
                "showsUnit": showsUnit ? ["yes"] : [], "showsRank": showsRank ? ["yes"] : [],
                "showsShift": showsShift ? ["yes"] : [], "languages": languages.map(\.rawValue),
            ])
    }
}
