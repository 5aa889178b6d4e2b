/// Looking for somebody among many: what was looked for, and what came of it.
package struct FieldSearch: Sendable {
    let words: String
    let found: [FieldOption]
    /// Why there is nobody to choose.
    let problem: String?

    private init(words: String, found: [FieldOption], problem: String?) {
        self.words = words
        self.found = found
        self.problem = problem
    }

    package init(_ words: String, found: [FieldOption]) { self.init(words: words, found: found, problem: nil) }

    package init(_ words: String, problem: String) { self.init(words: words, found: [], problem: problem) }

    /// The name of the line in which somebody is looked for.
    package static func line(of field: String) -> String { "\(field)-search" }

    /// The name of the button beside it. It sends the field's name.
    package static let button = "find"
}

extension Form {
    /// Somebody of many, or nobody: a line to look for them, and below it whoever was found to choose from.
    /// - Parameters:
    ///   - search: nothing before anybody was looked for.
    ///   - nobody: what it means to choose none of those found.
    package func search(
        _ name: String, _ label: String, _ search: FieldSearch?, nobody: String, hint: String? = nil,
        origin: RuleOrigin? = nil
    ) -> HTML {
        let line = FieldSearch.line(of: name)
        guard let search, !search.found.isEmpty else {
            // With nobody to choose from, whatever is wrong with the choice leads to the line.
            let problem = search?.problem.map { FieldProblem(name, $0) }
            return searchLine(
                line, of: name, search?.words,
                in: FieldFrame(
                    name: name, place: place(of: name), label: label, hint: hint, origin: origin,
                    problems: problems(of: name) + [problem].compactMap { $0 }, isOptional: true))
        }
        return searchLine(
            line, of: name, search.words, in: frame(line, label, hint, origin, isOptional: true))
            + choice(name, "Who of these?", search.found + [FieldOption("", nobody)], layout: .cards)
    }

    private func searchLine(_ line: String, of field: String, _ words: String?, in frame: FieldFrame) -> HTML {
        frame.around(
            """
            <span class="input-with-unit"><input class="input" id="\(frame.id)" name="\(line)" type="search"\
            \(attribute: "value", words) maxlength="120" autocomplete="off" spellcheck="false"\(frame.ties)>\
            \(button("Find", style: .secondary, name: FieldSearch.button, value: field))</span>
            """)
    }
}
