import PolicyPacks
import Program
import Testing

/// Each pack is read once for all of its facts.
private let packs = Dictionary(uniqueKeysWithValues: PackLibrary.bundled.map { ($0, PackLibrary.load($0)) })

/// Spot checks of the bundled packs against the written policies they were made from: an edit that loses or bends a
/// rule fails here, even where the pack still reads without a problem.
@Suite struct PackContentTests {
    @Test(arguments: sacramentoFacts + orangeCountyFacts + kernFacts + policeDivisionFacts + guidelineFacts)
    func saysWhatItsSourceSays(fact: SourceFact) throws {
        let pack = try loaded(#require(packs[fact.pack])).pack
        #expect(fact.departure(pack) == nil)
    }
}

/// One thing that a written policy says, read from its text and not from the pack.
struct SourceFact: Sendable, CustomTestStringConvertible {
    let pack: PackID
    /// Where the policy says it.
    let place: String
    let says: String
    /// What the pack says instead; nothing where it says the same.
    let departure: @Sendable (PolicyPack) -> String?

    var testDescription: String { "\(pack) \(place): \(says)" }
}

/// The facts of one policy.
struct Source {
    let pack: PackID

    init(_ pack: String) { self.pack = PackID(pack) }

    func says<Value: Equatable & Sendable>(
        _ place: String, _ says: String, _ expected: Value, found: @escaping @Sendable (PolicyPack) -> Value
    ) -> SourceFact {
        SourceFact(pack: pack, place: place, says: says) { pack in
            let found = found(pack)
            return found == expected ? nil : "\(found) instead of \(expected)"
        }
    }
}

extension PolicyPack {
    func title(_ role: RoleID?) -> String { role.flatMap { self.role($0)?.title } ?? "nobody" }

    func titles(_ roles: [RoleID]) -> [String] { roles.map { title($0) } }

    /// How many may sit in the seats of each qualification, over all committees.
    var seats: [SeatRule.Qualification: ClosedRange<Seats>] {
        let seats = governance.committees.flatMap(\.seats)
        return Dictionary(seats.map { ($0.qualification, $0.count) }) { first, _ in first }
    }

    var acts: [SelectionAct] { selection.steps.map(\.act) }

    var declarations: Int {
        acts.reduce(0) { sum, act in
            if case .declarations(let items) = act { sum + items.count } else { sum }
        }
    }

    /// The exceptions that rest on a clause.
    func exceptions(_ clause: String) -> [DisclosureException] {
        confidentiality.exceptions.filter { $0.basis.clauses.contains(ClauseID(clause)) }
    }

    /// The exceptions that rest on a clause whose name begins like that.
    func exceptions(startingWith clause: String) -> [DisclosureException] {
        confidentiality.exceptions.filter { $0.basis.clauses.contains { $0.text.hasPrefix(clause) } }
    }

    /// Whom the exceptions of a clause are told to, by title.
    func told(_ clause: String) -> Set<String> {
        Set(
            exceptions(clause).flatMap(\.recipients).map { recipient in
                switch recipient.who {
                case .role(let role): title(role)
                case .crisisReferralService: "crisis referral service"
                case .anotherSupporter: "another supporter"
                case .authority(let id): authority(id)?.title ?? id.text
                case .authorityNamedByLaw: "authority named by law"
                case .namedInConsent: "whom the consent names"
                }
            })
    }

    func deadlines(_ clause: String) -> Set<Recipient.Deadline> {
        Set(exceptions(clause).flatMap(\.recipients).map(\.deadline))
    }

    /// Who is asked when nobody else answered.
    var lastResort: String {
        guard case .role(let role) = escalation.steps.last?.to else { return "supporters" }
        return title(role)
    }

    func handling(_ person: OriginRule.Person) -> OriginRule.Handling? {
        requests.origins.first { $0.person == person }?.handling
    }

    func grant(_ level: LevelGrant.Level) -> LevelGrant.Grant? {
        confidentiality.levels.first { $0.level == level }?.grant
    }

    var topicCount: Int { training.topics.first?.topics.count ?? 0 }

    var needs: Set<ActivationRequirement.Need> { Set(membership.activation.map(\.need)) }

    var powersOfReaders: Set<Power> { summary.readers.reduce(into: []) { $0.formUnion(role($1)?.powers ?? []) } }

    func kind(_ kind: String) -> [Question] { contactForm.kind(kind)?.questions ?? [] }

    var quantities: Set<Quantity> {
        Set(
            contactForm.kinds.flatMap(\.questions).compactMap {
                if case .amount(let quantity, _, _) = $0.answer { quantity } else { nil }
            })
    }
}
