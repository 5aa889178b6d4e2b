/// The words around a control: its label, what helps to fill it in, and what is wrong with it.
struct FieldFrame {
    let name: String
    /// How the ids of it end.
    let place: String
    let label: String
    let hint: String?
    let origin: RuleOrigin?
    let problems: [FieldProblem]
    let isOptional: Bool

    /// A single control with its label above it.
    func around(_ control: HTML) -> HTML {
        """
        <div class="\(classes)"><label class="field-label" for="\(id)">\(label)\(optionalMark)</label>
        \(hintLine)\(problemLine)\(control)</div>
        """
    }

    /// Several controls under one name. The description is on the group and read with its legend.
    func aroundGroup(_ kind: PickKind, _ controls: HTML) -> HTML {
        """
        <fieldset class="\(classes)"\(kind == .radio ? " role=\"radiogroup\"\(invalid)" : nil)\(described)>\
        <legend class="field-label">\(label)\(optionalMark)</legend>
        \(hintLine)\(problemLine)\(controls)</fieldset>
        """
    }

    /// One statement to tick: the control carries its own label, and the rule stands below it.
    func aroundStatement(_ control: HTML) -> HTML {
        "<div class=\"\(classes) field-agreement\">\(problemLine)\(control)\(hintLine)</div>"
    }

    /// The control itself, or the first of a group.
    var id: String { fieldID(place) }

    /// Attributes that tie a control to its hint and its problems.
    var ties: HTML { invalid + described }

    var invalid: HTML { "\(attribute: "aria-invalid", problems.isEmpty ? nil : "true")" }

    private var described: HTML {
        let ids = [problemID, hintID].compactMap { $0 }
        return "\(attribute: "aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))"
    }

    private var hintID: String? { hint == nil && origin == nil ? nil : "hint-\(place)" }
    private var problemID: String? { problems.isEmpty ? nil : "problem-\(place)" }
    private var classes: HTML { problems.isEmpty ? "field" : "field field-wrong" }
    private var optionalMark: HTML? { isOptional ? " <span class=\"field-optional\">(optional)</span>" : nil }

    private var hintLine: HTML? {
        hintID.map { "<p class=\"field-hint\" id=\"\($0)\">\(hint ?? "") \(origin?.note)</p>" }
    }

    private var problemLine: HTML? {
        problemID.map { id in
            let lines = problems.map { problem -> HTML in
                "<span>\(icon(.alert))<span class=\"unseen\">Problem: </span>\(problem.message)</span>"
            }
            return "<p class=\"field-problem\" id=\"\(id)\">\(lines)</p>"
        }
    }
}

extension Form {
    func frame(_ name: String, _ label: String, _ hint: String?, _ origin: RuleOrigin?, isOptional: Bool) -> FieldFrame
    {
        FieldFrame(
            name: name, place: place(of: name), label: label, hint: hint, origin: origin, problems: problems(of: name),
            isOptional: isOptional)
    }
}
