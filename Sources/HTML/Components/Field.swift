/// The words around a control: its label, what helps to fill it in, and what is wrong with it.
struct FieldFrame {
    let name: String
    let label: String
    let hint: String?
    let clause: String?
    let problems: [FieldProblem]
    let isOptional: Bool

    var hintID: String? { hint == nil && clause == nil ? nil : "hint-\(name)" }
    var problemID: String? { problems.isEmpty ? nil : "problem-\(name)" }

    /// Attributes that tie a control to its hint and its problems.
    var ties: HTML {
        let described = [problemID, hintID].compactMap { $0 }
        return """
            \(attribute: "aria-describedby", described.isEmpty ? nil : described.joined(separator: " "))\
            \(attribute: "aria-invalid", problems.isEmpty ? nil : "true")
            """
    }

    /// A single control with its label above it.
    func around(_ control: HTML) -> HTML {
        """
        <div class="\(classes)"><label class="field-label" for="\(fieldID(name))">\(label)\(optionalMark)</label>
        \(help)\(control)</div>
        """
    }

    /// Several controls under one name. The description is on the group and read with its legend.
    func aroundGroup(_ controls: HTML) -> HTML {
        let described = [problemID, hintID].compactMap { $0 }
        return """
            <fieldset class="\(classes)"\
            \(attribute: "aria-describedby", described.isEmpty ? nil : described.joined(separator: " "))>\
            <legend class="field-label">\(label)\(optionalMark)</legend>
            \(help)\(controls)</fieldset>
            """
    }

    private var classes: HTML { problems.isEmpty ? "field" : "field field-wrong" }

    private var optionalMark: HTML? { isOptional ? " <span class=\"field-optional\">(optional)</span>" : nil }

    var help: HTML {
        let hintLine = hintID.map { id -> HTML in
            "<p class=\"field-hint\" id=\"\(id)\">\(hint ?? "") \(clause.map(clauseNote))</p>"
        }
        let problemLine = problemID.map { id -> HTML in
            """
            <p class="field-problem" id="\(id)">\
            \(problems.map { "<span>\(icon(.alert))<span class=\"unseen\">Problem: </span>\($0.message)</span>" as HTML })</p>
            """
        }
        return "\(hintLine)\(problemLine)"
    }
}

extension Form {
    func frame(_ name: String, _ label: String, _ hint: String?, _ clause: String?, isOptional: Bool) -> FieldFrame {
        FieldFrame(
            name: name, label: label, hint: hint, clause: clause, problems: problems(of: name), isOptional: isOptional)
    }
}
