import Yams

extension PackNode {
    /// Reads YAML; what cannot be read at all is one problem with its line.
    static func parse(_ yaml: String, file: String) -> Result<PackNode, PackProblem> {
        func problem(_ mark: Mark?, _ message: String) -> Result<PackNode, PackProblem> {
            .failure(
                PackProblem(
                    file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, path: "", message: message))
        }
        do {
            guard let root = try Yams.compose(yaml: yaml) else { return problem(nil, "The file is empty.") }
            return .success(PackNode(root, file: file))
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return problem(context.mark, "The mapping that begins here says \(keys) more than once; say it once.")
        } catch YamlError.scanner(_, let message, let mark, _) {
            return problem(mark, "This is not YAML: \(message).")
        } catch YamlError.parser(_, let message, let mark, _) {
            return problem(mark, "This is not YAML: \(message).")
        } catch YamlError.composer(_, let message, let mark, _) {
            return problem(mark, "This is not YAML: \(message).")
        } catch {
            return problem(nil, "This is not YAML.")
        }
    }

    private init(_ node: Node, file: String) {
        mark = PackMark(node.mark, file: file)
        switch node {
        case .scalar(let scalar): content = .scalar(Scalar(text: scalar.string, kind: Scalar.Kind(node, scalar)))
        case .sequence(let sequence): content = .list(sequence.map { PackNode($0, file: file) })
        case .mapping(let mapping):
            content = .map(
                mapping.map { key, value in
                    Entry(
                        key: key.scalar?.string ?? "?", keyMark: PackMark(key.mark, file: file),
                        value: PackNode(value, file: file))
                })
        case .alias: content = .scalar(Scalar(text: "*", kind: .other))
        }
    }
}

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
        switch node.tag.description {
        case Tag.Name.int.rawValue: self = .wholeNumber
        case Tag.Name.bool.rawValue: self = .truth
        case Tag.Name.null.rawValue, Tag.Name.float.rawValue: self = .other
        default: self = .text
        }
    }
}
