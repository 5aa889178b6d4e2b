import Foundation
import Program

/// The packs that come with the system, and the reading of any other.
package enum PackLibrary {
    /// The five policies that the system was made for.
    package static let bundled: [PackID] = [
        "sacramento-probation", "orange-county-probation", "kern-sheriff", "police-division", "iacp",
    ].map(PackID.init)

    /// The text of a bundled pack; nothing for any other name.
    package static func bundledText(_ id: PackID) -> String? {
        guard bundled.contains(id),
            let file = Bundle.module.url(forResource: id.text, withExtension: "yaml", subdirectory: "Packs")
        else { return nil }
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// The bundled pack as the demonstration runs by it: where a policy leaves something for each agency to settle with its counsel
    /// (IACP-6.2), an invented agency has.
    package static func demonstration(of id: PackID) -> Result<LoadedPack, PackProblems> {
        demonstrationText(of: id).map { load($0, file: "\(id.text)-demonstration.yaml") } ?? load(id)
    }

    /// What an invented agency settled of a bundled pack; nothing where it leaves nothing open.
    package static func demonstrationText(of id: PackID) -> String? {
        guard bundled.contains(id),
            let file = Bundle.module.url(
                forResource: id.text, withExtension: "yaml", subdirectory: "Packs/Demonstration")
        else { return nil }
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// Reads a bundled pack.
    package static func load(_ id: PackID) -> Result<LoadedPack, PackProblems> {
        let file = "\(id.text).yaml"
        guard let text = bundledText(id) else {
            let names = bundled.map(\.text).joined(separator: ", ")
            return .failure(
                PackProblems(problems: [
                    PackProblem(
                        file: file, line: 1, column: 1, path: "",
                        message: "There is no bundled pack of this name; there are: \(names).")
                ]))
        }
        return load(text, file: file)
    }

    /// Reads a pack strictly: either all of it is right, or every problem is returned at once.
    /// - Parameter parents: finds the text of the pack that this one extends.
    package static func load(
        _ yaml: String, file: String, parents: (PackID) -> String? = bundledText
    ) -> Result<LoadedPack, PackProblems> {
        switch PackFamily.assemble(yaml, file: file, parents: parents) {
        case .failure(let problem): return .failure(PackProblems(problems: [problem]))
        case .success(let family):
            let reading = PackReading(.strict, words: PackWords(family.tree))
            family.problems.forEach(reading.report)
            for trap in PackTraps(yaml).silent {
                reading.report(trap.message, mark: PackMark(file: file, line: trap.line, column: 1), path: "")
            }
            return read(family, reading).mapError { PackProblems(problems: $0.problems.map(family.told)) }
        }
    }

    /// What the archive keeps a text under.
    package static func hash(of text: String) -> String { sha256(text) }

    /// Reads a pack from the archive, where another release may have put it: what its format did not know is silent, what a newer
    /// one knows is passed over, and a number out of its range is the nearest in it. The text stays as it is.
    /// - Parameter hash: what the archive keeps the text under; another text than that is refused.
    package static func archived(_ text: String, hash: String) -> Result<LoadedPack, PackProblems> {
        func refused(_ message: String) -> Result<LoadedPack, PackProblems> {
            .failure(
                PackProblems(problems: [PackProblem(file: hash, line: 1, column: 1, path: "", message: message)]))
        }
        guard sha256(text) == hash else { return refused("This is not the text that was archived.") }
        switch PackNode.parse(text, file: hash) {
        case .failure(let problem): return .failure(PackProblems(problems: [problem]))
        case .success(let written):
            let tree = written.broughtUp().withItsCountry { _ in }
            let reading = PackReading(.lenient, words: PackWords(tree))
            let root = PackPlace(node: tree, path: "")
            guard let pack = try? reading.value(PolicyPack.self, at: root) else {
                return refused("The pack cannot be read.")
            }
            guard reading.problems.isEmpty else { return .failure(PackProblems(problems: reading.inOrder)) }
            return .success(
                LoadedPack(
                    pack: pack, text: text, hash: hash, parent: nil, differences: [], rules: tree.rules,
                    origins: ValueOrigins(PackWords(tree).filling(tree)), allowances: reading.allowances))
        }
    }

    private static func read(_ family: PackFamily, _ reading: PackReading) -> Result<LoadedPack, PackProblems> {
        let tree = family.tree.withItsCountry(reporting: reading.report)
        let root = PackPlace(node: tree, path: "")
        guard let pack = try? reading.value(PolicyPack.self, at: root) else {
            reading.report("The pack cannot be read.", at: root)
            return .failure(PackProblems(problems: reading.inOrder))
        }
        PackChecks(pack: pack, reading: reading).run()
        let origins = ValueOrigins(PackWords(tree).filling(tree))
        OriginChecks(origins: origins, reading: reading, file: tree.mark.file).run()
        let promises = PackPromises(family, tree: tree, reading: reading)
        promises.checkAgainstOwnRules()
        guard reading.problems.isEmpty else { return .failure(PackProblems(problems: reading.inOrder)) }
        let text = tree.canonicalText
        return .success(
            LoadedPack(
                pack: pack, text: text, hash: sha256(text), parent: family.parent,
                differences: family.parentTree.map { tree.differences(from: $0.withItsCountry { _ in }) } ?? [],
                rules: tree.rules, origins: origins, allowances: [], inherited: promises.inherited))
    }
}

extension PackReading {
    func report(_ problem: PackProblem) {
        let mark = PackMark(file: problem.file, line: problem.line, column: problem.column)
        report(problem.message, mark: mark, path: problem.path)
    }

    var inOrder: [PackProblem] {
        problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }
}
