import Program
import Web

/// Right answers to a form, made from the form itself.
enum ContactExample {
    static func json(_ kind: ContactKind, of form: ContactForm, on day: String) throws -> JSON {
        var members: [String: JSON] = ["kind": .string(kind.id)]
        if form.grain == .day { members["day"] = .string(day) }
        for question in kind.questions {
            members[question.id] =
                switch question.answer {
                case .one(let options): .string(options[0].id)
                case .several(let options, let atLeast):
                    .array(options.prefix(max(atLeast.number, 1)).map { .string($0.id) })
                case .amount(_, let range, _): .integer(range.numbers.upperBound)
                case .confirmation: true
                }
        }
        return .object(members)
    }

    /// The same as a page's form sends it.
    static func fields(_ kind: ContactKind, of form: ContactForm, on day: String) -> [(String, String)] {
        var fields = [("kind", kind.id)]
        switch form.grain {
        case .day: fields.append(("day", day))
        case .month: fields.append(("month", String(day.prefix(7))))
        }
        for question in kind.questions {
            switch question.answer {
            case .one(let options): fields.append((question.id, options[0].id))
            case .several(let options, let atLeast):
                fields += options.prefix(max(atLeast.number, 1)).map { (question.id, $0.id) }
            case .amount(_, let range, _): fields.append((question.id, String(range.numbers.upperBound)))
            case .confirmation: fields.append((question.id, "yes"))
            }
        }
        return fields
    }
}
