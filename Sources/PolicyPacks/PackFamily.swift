import Program

/// A pack with its parents' rules merged in.
struct PackFamily {
    /// What the pack itself says.
    let own: PackNode
    let tree: PackNode
    let parent: PackID?
    let parentTree: PackNode?
    let problems: [PackProblem]

    /// Follows `extends:` upwards. A parent that is missing, broken or its own child is a problem.
    static func assemble(
        _ yaml: String, file: String, parents: (PackID) -> String?, children: [PackID] = []
    ) -> Result<PackFamily, PackProblem> {
        PackNode.parse(yaml, file: file).map(\.namingItsCountry).flatMap { own in
            guard let extends = own["extends"] else {
                return .success(PackFamily(own: own, tree: own, parent: nil, parentTree: nil, problems: []))
            }
            let name = PackID(extends.scalar?.text ?? "")
            guard !children.contains(name), let text = parents(name) else {
                return .failure(
                    PackProblem(
                        file: file, line: extends.mark.line, column: extends.mark.column, path: "extends",
                        message: "There is no pack '\(name)' to extend."
                            + name.text.meant(of: PackLibrary.bundled.map(\.text))))
            }
            return assemble(text, file: "\(name).yaml", parents: parents, children: children + [name]).map { above in
                var problems = above.problems
                let tree = own.without("extends").merged(over: above.tree) { problems.append($0) }
                return PackFamily(own: own, tree: tree, parent: name, parentTree: above.tree, problems: problems)
            }
        }
    }

    /// A problem in a line of a parent, which the author of this pack cannot change, told where this pack can: at the nearest key of
    /// its own, or where it says what it extends.
    func told(_ problem: PackProblem) -> PackProblem {
        guard let extends = own["extends"], problem.file != own.mark.file else { return problem }
        let nearest = own.nearestMark(to: problem.path) ?? extends.mark
        return PackProblem(
            file: nearest.file, line: nearest.line, column: nearest.column, path: problem.path,
            message: "\(problem.message) (What it is about comes from \(problem.file), line \(problem.line).)")
    }
}

extension PackNode {
    /// Where this tree says the rule of that path, or the innermost of those it lies in; nothing where it says none of them.
    func nearestMark(to path: String) -> PackMark? {
        var node = self
        var found: PackMark?
        for step in path.split(whereSeparator: { ".[]".contains($0) }) {
            let entry = node.entries?.first { $0.key == step }
            let item = node.items?.first { $0.id == String(step) }
            guard let next = entry?.value ?? item else { break }
            found = entry?.keyMark ?? next.mark
            node = next
        }
        return found
    }
}
