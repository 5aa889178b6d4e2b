import Yams

extension PackNode {
    /// More pieces than any policy has. Without a limit a few lines of YAML references could grow without end.
    private static let mostPieces = 100_000

    /// Reads YAML; what cannot be read at all is one problem with its line.
    static func parse(_ yaml: String, file: String) -> Result<PackNode, PackProblem> {
        func problem(_ mark: Mark?, _ message: String) -> Result<PackNode, PackProblem> {
            .failure(
                PackProblem(
                    file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, path: "", message: message))
        }
        do {
            guard let root = try Yams.compose(yaml: yaml) else { return problem(nil, "The file is empty.") }
            var pieces = 0
            return .success(try PackNode(root, file: file, pieces: &pieces))
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return problem(context.mark, "The mapping that begins here says \(keys) more than once; say it once.")
        } catch YamlError.scanner(_, let message, let mark, _) {
            return broken(yaml, message, mark, file: file)
        } catch YamlError.parser(_, let message, let mark, _) {
            return broken(yaml, message, mark, file: file)
        } catch YamlError.composer(_, let message, let mark, _) {
            return broken(yaml, message, mark, file: file)
        } catch is TooManyPieces {
            return problem(nil, "The pack has more than \(mostPieces) values.")
        } catch {
            return problem(nil, "This is not YAML.")
        }
    }

    /// In plain words where it is a usual mistake, in the parser's where it is not.
    private static func broken(
        _ yaml: String, _ message: String, _ mark: Mark, file: String
    ) -> Result<PackNode, PackProblem> {
        let found = PackTraps(yaml).reason(near: mark.line)
        return .failure(
            PackProblem(
                file: file, line: found?.line ?? mark.line, column: found == nil ? mark.column : 1, path: "",
                message: "This is not YAML: \(found?.message ?? "\(message).")"))
    }

    private init(_ node: Node, file: String, pieces: inout Int) throws {
        pieces += 1
        guard pieces <= Self.mostPieces else { throw TooManyPieces() }
        mark = PackMark(node.mark, file: file)
        switch node {
        case .scalar(let scalar): content = .scalar(Scalar(text: scalar.string, kind: Scalar.Kind(node, scalar)))
        case .sequence(let sequence):
            content = .list(try sequence.map { try PackNode($0, file: file, pieces: &pieces) })
        case .mapping(let mapping):
            content = .map(
                try mapping.map { key, value in
                    try Entry(
                        key: key.scalar?.string ?? "?", keyMark: PackMark(key.mark, file: file),
                        value: PackNode(value, file: file, pieces: &pieces))
                })
        case .alias: content = .scalar(Scalar(text: "*", kind: .other))
        }
    }
}

private struct TooManyPieces: Error {}

extension PackMark {
    fileprivate init(_ mark: Mark?, file: String) {
        self.init(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension PackNode.Scalar.Kind {
    fileprivate init(_ node: Node, _ scalar: Node.Scalar) {
        guard scalar.style == .plain || scalar.style == .any else {
            self = .text
            return
        }
        // `12:30` is a number of seconds to some; here it is what it looks like.
        guard !scalar.string.contains(":") else {
            self = .text
            return
        }
        switch node.tag.description {
        case Tag.Name.int.rawValue: self = .wholeNumber
        case Tag.Name.bool.rawValue: self = .truth
        case Tag.Name.null.rawValue, Tag.Name.float.rawValue: self = .other
        default: self = .text
        }
    }
}
