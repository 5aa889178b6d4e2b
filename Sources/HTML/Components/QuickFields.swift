/// Fields that offer the usual answers as one tap and any other in a second control.
///
/// Two names arrive: `name` holds a quick answer or `other`; with `other`, the answer is in `otherName(name)`. Both
/// controls are there without a script; where the browser can, the second is shown only when it is asked for.
package enum QuickField {
    /// The value of `name` that says: look at the second control.
    package static let other = "other"

    /// The name of the second control.
    package static func otherName(_ name: String) -> String { "\(name)-other" }
}

extension Form {
    /// Minutes: the usual lengths as one tap, any other typed.
    package func minutes(
        _ name: String, _ label: String, quick: [Int], range: ClosedRange<Int>, first: Int? = nil,
        hint: String? = nil, origin: RuleOrigin? = nil
    ) -> HTML {
        let typedNumber = value(of: QuickField.otherName(name), first: rest(first, quick))
        let control: HTML = """
            <span class="input-with-unit"><input class="input input-number" id="\(fieldID(place(of: QuickField.otherName(name))))"\
             name="\(QuickField.otherName(name))" type="number" inputmode="numeric" min="\(range.lowerBound)"\
             max="\(range.upperBound)" step="1"\(attribute: "value", typedNumber) autocomplete="off"\
             aria-label="\(label), other number of minutes"\(otherTies(name))><span class="input-unit">minutes</span></span>
            """
        let options = quick.map { FieldOption(String($0), minutesInWords($0)) }
        return quickField(
            quickFrame(name, label, hint, origin), options, otherLabel: "Other length", control,
            first: first.map { String($0) })
    }

    /// A day: the latest ones as one tap, any earlier one from a list. A value is what the caller gives, such as
    /// `2026-03-04`; without `earlier` there are only the quick ones.
    package func day(
        _ name: String, _ label: String, quick: [FieldOption], earlier: [FieldOption], first: String? = nil,
        hint: String? = nil, origin: RuleOrigin? = nil
    ) -> HTML {
        guard !earlier.isEmpty else {
            return choice(name, label, quick, first: first, hint: hint, origin: origin)
        }
        let otherName = QuickField.otherName(name)
        let chosen = value(of: otherName, first: first)
        let control: HTML = """
            <select class="input" id="\(fieldID(place(of: otherName)))" name="\(otherName)" autocomplete="off"\
             aria-label="\(label), earlier"\(otherTies(name))>\(optionList(earlier, chosen: chosen))</select>
            """
        return quickField(
            quickFrame(name, label, hint, origin), quick, otherLabel: "Earlier", control, first: first)
    }

    private func quickField(
        _ frame: FieldFrame, _ options: [FieldOption], otherLabel: String, _ control: HTML, first: String?
    ) -> HTML {
        let isQuick = first.map { answer in options.contains { $0.value == answer } } ?? true
        let chosen = value(of: frame.name, first: isQuick ? first : QuickField.other)
        let all = options + [FieldOption(QuickField.other, otherLabel)]
        return frame.aroundGroup(
            .radio,
            """
            \(picks(.radio, frame, all, chosen: chosen.map { [$0] } ?? [], layout: .chips))\
            <div class="quick-other">\(control)</div>
            """)
    }

    /// What is wrong with the second control is shown with the group.
    private func quickFrame(_ name: String, _ label: String, _ hint: String?, _ origin: RuleOrigin?) -> FieldFrame {
        FieldFrame(
            name: name, place: place(of: name), label: label, hint: hint, origin: origin,
            problems: problems(of: name) + problems(of: QuickField.otherName(name)), isOptional: false)
    }

    private func rest(_ first: Int?, _ quick: [Int]) -> String? {
        first.flatMap { quick.contains($0) ? nil : String($0) }
    }

    private func otherTies(_ name: String) -> HTML {
        let isWrong = !problems(of: QuickField.otherName(name)).isEmpty
        return "\(attribute: "aria-invalid", isWrong ? "true" : nil)"
    }
}

/// "45 min", "1 h", "1 h 30".
package func minutesInWords(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return switch (hours, rest) {
    case (0, _): "\(rest) min"
    case (_, 0): "\(hours) h"
    default: "\(hours) h \(rest) min"
    }
}
