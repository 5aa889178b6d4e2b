import Program

/// Invented answers to a contact form, whichever it is.
enum DemonstrationContacts {
    static func answers(
        for form: ContactForm, in month: Month, until last: Day, _ dice: inout PersonnelRandom
    ) -> ContactAnswers {
        // Most entries are of the form's first kind, as most contacts are between two people.
        let kind =
            dice.element(of: Array(form.kinds.enumerated()), share: { $0.offset == 0 ? 24 : 2 })?.element
            ?? form.kinds[0]
        var values: [String: [String]] = [:]
        if form.grain == .day, let day = dice.element(of: month.days.filter { $0 <= last }) {
            values["day"] = [day.text]
        }
        for question in kind.questions {
            let answer = answer(to: question, &dice)
            if !answer.isEmpty { values[question.id] = answer }
        }
        return ContactAnswers(kind: kind.id, values: values)
    }

    private static func answer(to question: Question, _ dice: inout PersonnelRandom) -> [String] {
        switch question.answer {
        case .one(let options):
            // Earlier options are likelier, so that figures look like figures and not like dice.
            let weighted = Array(options.enumerated())
            return dice.element(of: weighted, share: { options.count - $0.offset }).map { [$0.element.id] } ?? []
        case .several(let options, let atLeast):
            let count = max(atLeast.number, dice.number(in: 0...min(2, options.count)))
            var chosen: [String] = []
            while chosen.count < count, let option = dice.element(of: options) {
                if !chosen.contains(option.id) { chosen.append(option.id) }
            }
            return chosen
        case .amount(let quantity, let range, let required):
            if !required, dice.number(in: 1...3) == 1 { return [] }
            let usual =
                quantity.isTime
                ? dice.number(in: 1...6) * 15 : dice.number(in: quantity == .participants ? 4...14 : 0...2)
            return [String(min(max(usual, range.numbers.lowerBound), range.numbers.upperBound))]
        case .confirmation:
            return dice.number(in: 1...10) == 1 ? [] : ["yes"]
        }
    }
}
