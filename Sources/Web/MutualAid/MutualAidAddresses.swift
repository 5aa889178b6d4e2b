import Program

enum MutualAidAddresses {
    static let page = FixedAddress("mutual-aid")
    static let agreements = FixedAddress("mutual-aid/agreements")
    static let approval = Address<PathID>("mutual-aid/agreements/{agreement}/approval")
    static let refusal = Address<PathID>("mutual-aid/agreements/{agreement}/refusal")
    static let ending = Address<PathID>("mutual-aid/agreements/{agreement}/ending")
}

extension PolicyPack {
    /// Whether there is anything that this agency can agree on with others.
    var agreesWithAgencies: Bool { !aidPurposes.isEmpty }
}

extension AidPurpose {
    /// As a choice, and in lists.
    var words: String {
        switch self {
        case .lending: "Lending members to each other"
        case .incidents: "Incidents answered together"
        case .regional: "A team of the region together"
        }
    }

    /// What it means for whoever decides on it.
    var detail: String {
        switch self {
        case .lending: "Who works for one agency may ask the other’s team for support."
        case .incidents: "The teams may answer an incident together. Each counts its own."
        case .regional: "The teams train and meet together."
        }
    }
}

extension Set<AidPurpose> {
    /// One sentence of them.
    var words: String {
        sorted().map(\.words).enumerated().map { $0.offset == 0 ? $0.element : $0.element.lowercasedFirst }
            .joined(separator: "; ")
    }
}
