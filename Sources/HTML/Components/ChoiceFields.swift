/// One of the answers a field offers.
package struct FieldOption: Sendable {
    package let value: String
    package let label: String
    let detail: String?

    /// - Parameter detail: a line under the label; only cards have room for it.
    package init(_ value: String, _ label: String, detail: String? = nil) {
        self.value = value
        self.label = label
        self.detail = detail
    }
}

/// How answers stand on the page.
package enum ChoiceLayout: String, Sendable {
    /// Small and beside each other: many short answers, one tap each.
    case chips
    /// One below the other, with room for a line of detail.
    case cards
}

extension Form {
    /// One answer of several.
    package func choice(
        _ name: String, _ label: String, _ options: [FieldOption], layout: ChoiceLayout = .chips, first: String? = nil,
        hint: String? = nil, origin: RuleOrigin? = nil, isOptional: Bool = false
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        let chosen = value(of: name, first: first).map { [$0] } ?? []
        return frame.aroundGroup(.radio, picks(.radio, frame, options, chosen: chosen, layout: layout))
    }

    /// Any number of answers.
    package func choices(
        _ name: String, _ label: String, _ options: [FieldOption], layout: ChoiceLayout = .chips, first: [String] = [],
        hint: String? = nil, origin: RuleOrigin? = nil, isOptional: Bool = false
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        let chosen = values(of: name, first: first)
        return frame.aroundGroup(.checkbox, picks(.checkbox, frame, options, chosen: chosen, layout: layout))
    }

    /// One statement to agree to. It arrives as `name=yes`, or not at all.
    package func agreement(
        _ name: String, _ statement: String, first: Bool = false, hint: String? = nil, origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, statement, hint, origin, isOptional: false)
        let chosen = values(of: name, first: first ? ["yes"] : [])
        let answer = pick(
            .checkbox, frame, FieldOption("yes", statement), index: 0, isChosen: chosen.contains("yes"),
            ties: frame.ties)
        return frame.aroundStatement("<div class=\"picks picks-cards\">\(answer)</div>")
    }

    /// One answer of many, in the browser's own list.
    package func select(
        _ name: String, _ label: String, _ options: [FieldOption], first: String? = nil, prompt: String? = nil,
        hint: String? = nil, origin: RuleOrigin? = nil, isOptional: Bool = false
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: isOptional)
        return list(name, frame, options, chosen: value(of: name, first: first), prompt: prompt)
    }

    /// One answer after the other, such as turns: a list for each label, all under one name, so that they arrive in this order.
    /// What is wrong with them is said at the first.
    package func inOrder(
        _ name: String, _ labels: [String], _ options: [FieldOption], first: [String] = [], prompt: String,
        hint: String? = nil, isOptional: Bool = false, isEachNeeded: Bool = false
    ) -> HTML {
        let chosen = values(of: name, first: first)
        return labels.enumerated().map { number, label -> HTML in
            let isFirst = number == 0
            let frame = FieldFrame(
                name: name, place: place(of: isFirst ? name : "\(name)-\(number + 1)"), label: label, hint: hint,
                origin: nil,
                problems: isFirst ? problems(of: name) : [], isOptional: isOptional || !(isFirst || isEachNeeded))
            return list(name, frame, options, chosen: number < chosen.count ? chosen[number] : nil, prompt: prompt)
        }.joined()
    }

    private func list(
        _ name: String, _ frame: FieldFrame, _ options: [FieldOption], chosen: String?, prompt: String?
    ) -> HTML {
        frame.around(
            """
            <select class="input" id="\(frame.id)" name="\(name)" autocomplete="off"\
            \(flag: "required", !frame.isOptional)\(frame.ties)>\
            \(prompt.map { "<option value=\"\">\($0)</option>" as HTML })\(optionList(options, chosen: chosen))</select>
            """)
    }
}

enum PickKind: String {
    case radio, checkbox
}

/// The answers of a group; the first is the one a problem leads to.
func picks(
    _ kind: PickKind, _ frame: FieldFrame, _ options: [FieldOption], chosen: [String], layout: ChoiceLayout
) -> HTML {
    let items = options.enumerated().map { index, option in
        pick(
            kind, frame, option, index: index, isChosen: chosen.contains(option.value),
            ties: kind == .checkbox ? frame.invalid : nil)
    }
    return "<div class=\"picks picks-\(layout.rawValue)\">\(items)</div>"
}

/// One answer: the whole surface is the label, so the whole surface can be tapped.
func pick(
    _ kind: PickKind, _ frame: FieldFrame, _ option: FieldOption, index: Int, isChosen: Bool, ties: HTML? = nil
) -> HTML {
    let id = index == 0 ? frame.id : "\(frame.id)-\(index + 1)"
    return """
        <label class="pick" for="\(id)"><input id="\(id)" name="\(frame.name)" type="\(kind.rawValue)"\
         value="\(option.value)"\(flag: "checked", isChosen)\(ties)><span class="pick-words">\(option.label)\
        \(option.detail.map { "<span class=\"pick-detail\">\($0)</span>" as HTML })</span></label>
        """
}

func optionList(_ options: [FieldOption], chosen: String?) -> HTML {
    options.map { option -> HTML in
        "<option value=\"\(option.value)\"\(flag: "selected", option.value == chosen)>\(option.label)</option>"
    }.joined()
}
