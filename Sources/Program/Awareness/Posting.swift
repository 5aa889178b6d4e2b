/// A unit as the personnel directory names it, with the division, district or section it belongs to.
package struct DirectoryUnit: Sendable, Hashable {
    package let name: String
    package let division: String

    package init(name: String, division: String) {
        self.name = name
        self.division = division
    }
}

/// Where a posting hangs.
package enum PostingPlace: Sendable, Hashable {
    /// Anywhere in the agency.
    case everywhere
    /// In a district or section; the directory calls either a division.
    case division(String)
    case unit(String)
}

/// The printed names and numbers of supporters for one place: those who show that they work there first, then all others
/// (PD-B.1.a). Nobody is on it with more than they chose to show.
package struct Posting: Sendable, Equatable {
    package let place: PostingPlace
    package let here: [SupporterCard]
    package let others: [SupporterCard]

    /// - Parameter cards: of everybody who can be chosen. Whoever shows neither name nor number is left out: a line of paper
    ///   would not lead to them.
    package init(at place: PostingPlace, of cards: [SupporterCard], in units: [DirectoryUnit]) {
        let told = cards.filter { $0.name != nil || $0.phone != nil }.sorted { $0.isPrintedBefore($1) }
        self.place = place
        here = told.filter { $0.shows(place, in: units) }
        others = told.filter { !$0.shows(place, in: units) }
    }
}

extension PostingRule {
    /// Every place that a posting is made for: the agency as a whole, its districts and sections, its units. A unit that is
    /// called like its own section has one posting, not two.
    package static func places(of rule: PostingRule?, in units: [DirectoryUnit]) -> [PostingPlace] {
        places(of: Set(rule?.places ?? []), in: units)
    }

    /// Every place that a poster is made for: each district and section, and each unit, whatever the policy says of postings.
    package static func placesOfPosters(in units: [DirectoryUnit]) -> [PostingPlace] {
        places(of: [.district, .section, .unit], in: units)
    }

    private static func places(of kinds: Set<Place>, in units: [DirectoryUnit]) -> [PostingPlace] {
        let hasDivisions = !kinds.isDisjoint(with: [.district, .section])
        let divisions = hasDivisions ? Set(units.map(\.division)) : []
        let names = kinds.contains(.unit) ? Set(units.map(\.name)).subtracting(divisions) : []
        return [.everywhere] + divisions.sorted().map(PostingPlace.division) + names.sorted().map(PostingPlace.unit)
    }
}

extension AwarenessRules {
    /// What the policy wants made of that kind; nothing where it does not speak of it.
    package func material(_ kind: MaterialRule.Kind) -> MaterialRule? { materials.first { $0.kind == kind } }
}

extension PolicyPack {
    /// How printed postings are headed; nothing where the policy wants none.
    package var postingTitle: String? {
        let material = awareness.material(.posting) ?? awareness.material(.roster)
        return material?.title ?? (availability.posting == nil ? nil : terms.supporters)
    }
}

extension SupporterCard {
    fileprivate func shows(_ place: PostingPlace, in units: [DirectoryUnit]) -> Bool {
        switch place {
        case .everywhere: false
        case .division(let division):
            units.contains { $0.name == unit && $0.division == division }
        case .unit(let name): unit == name
        }
    }

    fileprivate func isPrintedBefore(_ other: SupporterCard) -> Bool {
        (name ?? "\u{10FFFF}", account) < (other.name ?? "\u{10FFFF}", other.account)
    }
}
