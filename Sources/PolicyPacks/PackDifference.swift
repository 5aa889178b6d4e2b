/// A rule that a pack has otherwise than its parent.
package struct PackDifference: Sendable, Equatable {
    package let path: String
    /// Nothing where the parent has no such rule.
    package let parent: String?
    /// Nothing where the pack took the rule out.
    package let own: String?
    /// Why the pack has it so, as its nearest basis says.
    package let basis: String?

    /// Of a list that replaces the parent's whole, the items that are not in it any more.
    package let gone: [String]

    package init(path: String, parent: String?, own: String?, basis: String?, gone: [String] = []) {
        self.gone = gone
        self.path = path
        self.parent = parent
        self.own = own
        self.basis = basis
    }
}

extension PackNode {
    /// Every single value in which this pack differs from its parent.
    func differences(from parent: PackNode) -> [PackDifference] {
        var found: [PackDifference] = []
        compare(parent, path: "", basis: nil, into: &found)
        return found
    }

    private func compare(_ parent: PackNode, path: String, basis: String?, into found: inout [PackDifference]) {
        switch (content, parent.content) {
        case (.map(let own), .map(let inherited)):
            let basis = self["basis"]?.brief ?? basis
            for key in Self.union(inherited.map(\.key), own.map(\.key)) {
                let path = path.isEmpty ? key : "\(path).\(key)"
                Self.compare(self[key], parent[key], path: path, basis: basis, into: &found)
            }
        case (.list(let own), .list(let inherited)) where (own + inherited).allSatisfy({ $0.id != nil }):
            for id in Self.union(inherited.compactMap(\.id), own.compactMap(\.id)) {
                Self.compare(
                    own.first { $0.id == id }, inherited.first { $0.id == id }, path: "\(path)[\(id)]", basis: basis,
                    into: &found)
            }
        case (.scalar, _), (.map, _), (.list, _):
            guard brief != parent.brief else { return }
            let kept = Set((items ?? []).map(\.brief))
            let gone = (parent.items ?? []).map(\.brief).filter { !kept.contains($0) }
            found.append(PackDifference(path: path, parent: parent.brief, own: brief, basis: basis, gone: gone))
        }
    }

    private static func compare(
        _ own: PackNode?, _ parent: PackNode?, path: String, basis: String?, into found: inout [PackDifference]
    ) {
        if let own, let parent {
            own.compare(parent, path: path, basis: basis, into: &found)
        } else {
            found.append(
                PackDifference(
                    path: path, parent: parent?.brief, own: own?.brief, basis: own?["basis"]?.brief ?? basis))
        }
    }

    private static func union(_ first: [String], _ second: [String]) -> [String] {
        first + second.filter { !first.contains($0) }
    }

    /// On one line.
    private var brief: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .list(let items): "[" + items.map(\.brief).joined(separator: ", ") + "]"
        case .map(let entries): "{" + entries.map { "\($0.key): \($0.value.brief)" }.joined(separator: ", ") + "}"
        }
    }
}
