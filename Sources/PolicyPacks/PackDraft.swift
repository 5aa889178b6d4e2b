import Program

extension PackLibrary {
    /// Reads a new text for an agency, strictly, as `pack check` does. It may be whole, extend a pack that comes with the system, or
    /// extend the one in force by its id and say what changes alone.
    package static func draft(_ yaml: String, insteadOf present: LoadedPack) -> Result<LoadedPack, PackProblems> {
        let inForce = broughtUp(present.text)
        return load(yaml, file: "draft.yaml") { name in name == present.pack.id ? inForce : bundledText(name) }
    }

    /// An archived text as today's format has it.
    private static func broughtUp(_ text: String) -> String {
        switch PackNode.parse(text, file: "in-force.yaml") {
        case .failure: text
        case .success(let node): node.broughtUp().canonicalText
        }
    }
}

extension LoadedPack {
    /// Every value that it has otherwise than another pack, each as today's format has it.
    package func differences(from other: LoadedPack) -> [PackDifference] {
        guard let own = tree, let before = other.tree else { return [] }
        return own.differences(from: before).filter { $0.section != "format" && $0.section != "version" }
    }

    private var tree: PackNode? {
        switch PackNode.parse(text, file: hash) {
        case .failure: nil
        case .success(let node): node.broughtUp().withItsCountry { _ in }
        }
    }
}

extension PackDifference {
    /// The part of the pack that it lies in, such as `training`.
    package var section: String { String(path.prefix { $0 != "." && $0 != "[" }) }

    /// Whether it is only where a rule comes from, and changes nothing that is done.
    package var isOfBasis: Bool { path.split(separator: ".").contains { $0 == "basis" || $0.hasPrefix("basis[") } }

    /// What changes, as a sentence.
    package var sentence: String {
        switch (parent, own) {
        case (let before?, let now?):
            let away = gone.isEmpty ? "" : " No longer there: \(gone.joined(separator: ", "))."
            return "\(place): \(now.plain), and no longer \(before.plain).\(away)"
        case (nil, let now?): return "\(place) is new: \(now.plain)."
        case (let before?, nil): return "\(place) is taken out; it was \(before.plain)."
        case (nil, nil): return "\(place) changes."
        }
    }

    /// Where it lies below its section, in words: `requirements, before-active: courses`.
    private var place: String {
        let below = path.dropFirst(section.count).drop { $0 == "." }
        let words = (below.isEmpty ? path[...] : below).split { ".[]".contains($0) }
            .map { $0.replacing("-", with: " ") }
        let text = words.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension String {
    /// A word of a pack as it stands in a sentence.
    fileprivate var plain: String {
        switch self {
        case "true": "yes"
        case "false": "no"
        default: count > 600 ? "\(prefix(600))…" : hasSuffix(".") ? String(dropLast()) : self
        }
    }
}
