extension PolicyRevision.Part {
    /// The part that a rule belongs to, by its path in the pack.
    package init(path: String) {
        let section = path.prefix { $0 != "." && $0 != "[" }
        switch section {
        case "training": self = .training
        case "confidentiality": self = .confidentialityText
        default: self = .rules
        }
    }

    /// As people say it.
    package var words: String {
        switch self {
        case .rules: "the rules"
        case .training: "the training"
        case .confidentialityText: "the text on confidentiality"
        }
    }
}
