import HTML
import Operations
import Program

/// What is asked of whoever asks for support: each field once, for the page, for programs and for the check. Only what the pack
/// allows is asked for, and only for whom and how they would like to be reached is needed.
enum AskFields {
    static let origin: Field<OriginRule.Person> = one(
        "origin", "For whom do you ask?", refusal: "Choose for whom you ask.", layout: .cards, first: .oneself,
        FieldWords(about: "For whom.", clauses: { $0.requests.origins.flatMap(\.basis.clauses) }),
        documented: everyOrigin
    ) { pack in
        pack.requests.origins.filter { $0.handling != .refused }.map {
            FieldOption($0.person.rawValue, $0.name, detail: $0.detail)
        }
    }

    @Sendable
    private static func everyOrigin(_ pack: PolicyPack) -> [String] { pack.requests.origins.map(\.person.rawValue) }

    static let standing: Field<SeekerKind> = one(
        "standing", "You are", refusal: "Choose what you are to the agency.",
        FieldWords(
            about: """
                What they are to the agency. Whom an agreement on lending sends here is a partner; without one that is refused.
                """, clauses: { $0.scope.seekers.flatMap(\.basis.clauses) }),
        documented: everyStanding, offered: kinds)

    @Sendable
    private static func everyStanding(_ pack: PolicyPack) -> [String] {
        let partner: [SeekerKind] = pack.aidPurposes.contains(.lending) ? [.partner] : []
        return (pack.scope.seekers.map(\.kind) + partner).map(\.rawValue)
    }

    @Sendable
    private static func kinds(_ pack: PolicyPack) -> [FieldOption] {
        pack.scope.seekers.map { FieldOption($0.kind.rawValue, $0.kind.name) }
    }

    /// What somebody may be to the agency: the pack's own kinds, and people of those agencies.
    static func standings(_ pack: PolicyPack, askingHere agencies: [AidPartnerAgency]) -> [FieldOption] {
        guard !agencies.isEmpty else { return kinds(pack) }
        return kinds(pack) + [FieldOption(SeekerKind.partner.rawValue, SeekerKind.partner.name)]
    }

    static let way: Field<Way> = one(
        "way", "How would you like to be reached?", refusal: "Choose how you would like to be reached.", layout: .cards
    ) { _ in
        [
            FieldOption(
                Way.message.rawValue, "Messages here",
                detail: "By your receipt, on this site alone. No number is needed."),
            FieldOption(Way.call.rawValue, "A call"), FieldOption(Way.text.rawValue, "A text"),
            FieldOption(Way.inPerson.rawValue, "In person", detail: "You agree on where and when."),
        ]
    }

    static let number = Field<String?>.text(
        maybe: "number", "Phone number", longest: Ask.longestNumber, kind: .privateTelephone,
        FieldWords(hint: "For a call or a text. One that only you answer is best."))

    static let name = Field<String?>.text(
        maybe: "name", "Name", longest: Ask.longestName,
        FieldWords(hint: "Whatever you would like to be called. You may stay anonymous."))

    static let urgency: Field<Urgency> = one(
        "urgency", "How soon?", refusal: "How soon: choose from the list.", first: .today, open: .today
    ) { _ in
        [
            FieldOption(Urgency.now.rawValue, "Now"), FieldOption(Urgency.today.rawValue, "Today"),
            FieldOption(Urgency.thisWeek.rawValue, "This week"),
        ]
    }

    static let time: Field<PreferredTime> = one(
        "time", "At what time of day?", refusal: "At what time of day: choose from the list.", first: .anyTime,
        open: .anyTime
    ) { _ in
        [
            FieldOption(PreferredTime.anyTime.rawValue, "Any time"),
            FieldOption(PreferredTime.daytime.rawValue, "By day"),
            FieldOption(PreferredTime.evening.rawValue, "In the evening"),
            FieldOption(PreferredTime.night.rawValue, "At night"),
        ]
    }

    static let language = any("language", "Language", FieldWords(about: "Any, where it is left out.")) { pack in
        pack.country.languages.value.map { FieldOption($0.rawValue, $0.name) }
    }

    static let words = Field<String?>.words(
        maybe: "words", "A few words to begin with", longest: Ask.mostWords,
        FieldWords(
            hint: "It is sealed at once. Only whoever takes your request can read it, and it is destroyed at the end.",
            about: "Sealed at once."))

    // MARK: Whether they have read the limits

    static let read = Field<Void>(
        name: "advisementRead",
        property: { pack in
            Schema.Property(
                "advisementRead", .boolean, about: "Whether they have read what stays between the two and what cannot.",
                clauses: pack.confidentiality.advisement.basis.clauses)
        }, control: { form, _, _ in form.agreement("advisementRead", "I have read this.") },
        read: { answers, agency throws(Refusal) in
            let isRead = answers["advisementRead"] == "yes"
            let unread = agency.policy.confidentiality.mustReadFirst(isRead, field: "advisementRead")
            if let unread { throw Refusal([unread]) }
        })

    // MARK: Kinds of fields that nothing else asks for

    /// One answer of several. Where there is only one, the form does not ask.
    ///
    /// - Parameters:
    ///   - first: what is chosen at first on the page.
    ///   - open: what leaving it open says, where it may be.
    ///   - documented: what a program may say, where that is more than a page offers: it is refused with its clause.
    private static func one<Case: RawRepresentable & Sendable>(
        _ name: String, _ label: String, refusal: String, layout: ChoiceLayout = .chips, first: Case? = nil,
        open: Case? = nil, _ words: FieldWords = FieldWords(),
        documented: (@Sendable (PolicyPack) -> [String])? = nil,
        offered: @escaping @Sendable (PolicyPack) -> [FieldOption]
    ) -> Field<Case> where Case.RawValue == String {
        Field(
            name: name,
            property: { pack in
                let values = documented?(pack) ?? offered(pack).map(\.value)
                return words.property(name, .choice(values), required: open == nil, pack)
            },
            control: { form, pack, filled in
                let options = filled.options[name] ?? offered(pack)
                guard options.count > 1 else { return .empty }
                return form.choice(name, label, options, layout: layout, first: first?.rawValue)
            },
            read: { answers, agency throws(Refusal) in
                let offered = offered(agency.policy)
                let chosen = answers[name] ?? (offered.count == 1 ? offered[0].value : open?.rawValue)
                guard let chosen = chosen.flatMap({ Case(rawValue: $0) }) else { throw Refusal(refusal, field: name) }
                return chosen
            })
    }

    /// One of a list, or any of it.
    static func any(
        _ name: String, _ label: String, _ words: FieldWords,
        of options: @escaping @Sendable (PolicyPack) -> [FieldOption]
    ) -> Field<String?> {
        Field(
            name: name,
            property: { words.property(name, .choice(options($0).map(\.value)), required: false, $0) },
            control: { form, pack, _ in
                form.select(name, label, options(pack), prompt: "Any", hint: words.hint, isOptional: true)
            },
            read: { answers, agency throws(Refusal) in
                guard let chosen = answers[name] else { return nil }
                guard options(agency.policy).contains(where: { $0.value == chosen }) else {
                    throw Refusal("\(label): choose from the list.", field: name)
                }
                return chosen
            })
    }
}

extension OriginRule {
    fileprivate var name: String {
        switch person {
        case .oneself: "For myself"
        case .ownFamily: "For someone in my family"
        case .colleague: "For a colleague"
        }
    }

    fileprivate var detail: String? {
        switch handling {
        case .open, .refused: nil
        case .inquiry:
            """
            They are asked once, discreetly, whether they would like support. Say below who it is. You are thanked and not \
            told what came of it.
            """
        }
    }
}

extension SeekerKind {
    fileprivate var name: String {
        switch self {
        case .employee: "An employee"
        case .volunteer: "A volunteer"
        case .family: "Family of someone who works here"
        case .retired: "Retired from here"
        case .partner: "From another agency, by agreement"
        }
    }
}
