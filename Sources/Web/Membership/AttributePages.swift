import HTML
import Operations
import Program

enum AttributeAddresses {
    static let own = FixedAddress("about-myself")
    static let spread = FixedAddress("team-spread")
}

enum AttributeActs {
    static let say = Act(
        "sayOfMyself",
        "Say of yourself what you like of what the policy names, or take it back by leaving it empty. Nobody sees it but you, unless you show it on your card.",
        at: AttributeAddresses.own, .put, for: .holding(.takeRequests), where: \.hasAttributes,
        taking: Input(
            field(.ethnicity), field(.culture), field(.gender), field(.lifeExperience), field(.sexualOrientation),
            field(.veteran), shown
        ) { ethnicity, culture, gender, lifeExperience, orientation, veteran, shown in
            let said: [(DiversityRule.Attribute, String?)] = [
                (.ethnicity, ethnicity), (.culture, culture), (.gender, gender), (.lifeExperience, lifeExperience),
                (.sexualOrientation, orientation), (.veteran, veteran),
            ]
            let choices = said.compactMap { attribute, choice in choice.map { (attribute.rawValue, $0) } }
            return (choices: Dictionary(choices, uniquingKeysWith: { first, _ in first }), shown: Set(shown))
        },
        then: .done("Kept."), see: { _ in AttributeAddresses.own.link() },
        refused: { visit, refused in .page(try await AttributePages.own(visit, refused), again: refused) },
        perform: { visit, sent in try await visit.programmes.say(sent.choices, showing: sent.shown, by: visit.staff) })

    private static func field(_ attribute: DiversityRule.Attribute) -> Field<String?> {
        let options = attribute.choices.map { FieldOption($0.id, $0.label) }
        return Field<String?>(
            name: attribute.rawValue,
            property: { pack in
                pack.selection.diversity?.attributes.contains(attribute) == true
                    ? Schema.Property(
                        attribute.rawValue, .choice([""] + options.map(\.value)), about: "Empty says nothing.") : nil
            },
            control: { form, pack, filled in
                guard pack.selection.diversity?.attributes.contains(attribute) == true else { return .empty }
                return form.select(
                    attribute.rawValue, attribute.title, [FieldOption("", "I say nothing")] + options,
                    first: filled.first[attribute.rawValue] ?? "", prompt: "Choose", hint: nil, origin: nil,
                    isOptional: true)
            },
            read: { answers, _ throws(Refusal) in
                guard let text = answers[attribute.rawValue], !text.isEmpty else { return nil }
                guard attribute.label(of: text) != nil else {
                    throw Refusal("\(attribute.title): choose from the list.", field: attribute.rawValue)
                }
                return text
            }
        ).leftOpen
    }

    private static let shown = Field<[String]>.choices(
        "shown", "Show on my card",
        FieldWords(hint: "Only what you tick here is seen by whoever looks for somebody to talk to.")
    ) { pack in
        (pack.selection.diversity?.attributes ?? []).map { FieldOption($0.rawValue, $0.title) }
    }
    .only(where: { $0.selection.diversity?.seekerMayChooseBy == true }, otherwise: [])

    static let own = Shape<OwnAttributes>(
        .list(
            "said",
            of: Shape<SaidAttribute>(
                .words("attribute", \.attribute), .words("choice", \.choice), .flag("shown", \.isShown))
        ) { own in
            own.said.sorted { $0.key < $1.key }.map {
                SaidAttribute(attribute: $0.key, choice: $0.value, isShown: own.shown.contains($0.key))
            }
        })

    static let spread = Shape<TeamSpread>(
        .list(
            "attributes",
            of: Shape<TeamSpread.Attribute>(
                .words("attribute", \.attribute),
                .list(
                    "rows",
                    of: Shape<TeamSpread.Attribute.Row>(
                        .words("choice", \.choice),
                        .count(maybe: "count", about: "Null where it is not shown.", \.count)),
                    \.rows)), \.attributes))
}

/// One thing that a member says of themselves.
struct SaidAttribute: Sendable {
    let attribute: String
    let choice: String
    let isShown: Bool
}

extension Routes {
    static let attributes: [Route] = AttributeActs.say.routes + attributeReadings

    private static let attributeReadings: [Route] = [
        .staff(.get, AttributeAddresses.own, for: .holding(.takeRequests), where: \.hasAttributes) { visit in
            .page(try await AttributePages.own(visit))
        },
        .read(
            "readOwnAttributes", "What you said of yourself.", at: AttributeAddresses.own, for: .holding(.takeRequests),
            where: \.hasAttributes, "Yours alone.", AttributeActs.own
        ) { visit in try await visit.programmes.ownAttributes(of: visit.staff) },
        .staff(.get, AttributeAddresses.spread, for: .holding(.seeTeamSpread)) { visit in
            .page(
                page(
                    "The team's spread", in: Shells.staff(visit, at: AttributeAddresses.spread),
                    main: try await AttributePages.spread(visit) ?? .empty))
        },
        .read(
            "readTeamSpread", "The team's spread as it was frozen last.", at: AttributeAddresses.spread,
            for: .holding(.seeTeamSpread), where: \.hasAttributes,
            "Null before there are enough.", Shape<TeamSpread?>(.part(maybe: "spread", AttributeActs.spread) { $0 })
        ) { visit in .some(try await visit.programmes.teamSpread(of: visit.staff.agency)?.spread) },
    ]
}

extension PolicyPack {
    var hasAttributes: Bool { selection.diversity != nil }
}

/// What members say of themselves, by choice: each their own, and the body of the policy the whole team's.
enum AttributePages {
    static func own(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let own = try await visit.programmes.ownAttributes(of: visit.staff)
        let rule = visit.pack.selection.diversity
        let offersCard = rule?.seekerMayChooseBy ?? false
        return page(
            "What I say of myself", in: Shells.staff(visit, at: AttributeAddresses.own),
            lead: "All of it is by choice: say as much as you like, change it, or take it back.",
            main: """
                \(prose(
                    """
                    <p>Nobody can read what you say here. \(rule.map { Self.shownTo($0, visit.pack) } ?? "") sees how varied the team as \
                    a whole is, in counts of at least \(visit.pack.threshold.smallestCount.number) members, counted once a quarter. \
                    \(rule?.basis.notes)</p>
                    """))
                \(AttributeActs.say.form(
                    visit,
                    filled: Filled(
                        first: own.said, ticked: ["shown": Array(own.shown)], without: offersCard ? [] : ["shown"]),
                    refused: refused, button: "Keep"))
                """)
    }

    private static func shownTo(_ rule: DiversityRule, _ pack: PolicyPack) -> String {
        switch rule.shownTo {
        case .role(let role): "The \(pack.title(of: role))"
        case .committee(let id): pack.committee(id)?.title ?? "The committee"
        }
    }

    /// The team's spread, to stand beside a selection ballot too; nothing where the policy has none or the visitor is not of its body.
    static func spread(_ visit: StaffVisit) async throws -> HTML? {
        guard visit.pack.hasAttributes, visit.staff.powers.contains(.seeTeamSpread) else { return nil }
        let title = "The team's spread"
        guard let (frozenOn, spread) = try await visit.programmes.teamSpread(of: visit.staff.agency) else {
            return section(
                title,
                emptyState(
                    "Nothing to show yet",
                    "Members say of themselves what they like. Counts are shown once they are of \(visit.pack.threshold.smallestCount.number) members at least."
                ))
        }
        return section(
            title,
            """
            \(spread.attributes.map(table).joined())
            \(prose(
                """
                <p>Counted on \(frozenOn.longName), by what members chose to say. Small counts are not shown, nor any that would give one \
                away. \(visit.pack.selection.diversity?.basis.notes)</p>
                """))
            """)
    }

    private static func table(_ shown: TeamSpread.Attribute) -> HTML {
        let attribute = DiversityRule.Attribute(rawValue: shown.attribute)
        return dataTable(
            attribute?.title ?? shown.attribute, columns: ["They say", TableColumn("Members", .number)],
            rows: shown.rows.map { row in
                [
                    HTML(text: attribute?.label(of: row.choice) ?? row.choice),
                    HTML(text: row.count.map { String($0) } ?? "not shown"),
                ]
            }, narrow: .stays)
    }
}
