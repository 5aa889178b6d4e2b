/// The form on which a supporter counts a contact: exactly the questions the policy asks and no other. Every answer is
/// a choice from a list or a number; there is no place for words about a person.
package struct ContactForm: PolicyValue {
    /// As printed on the sheet, such as `Monthly Statistics Report`.
    package let title: String
    /// How fine a date is kept.
    package let grain: Grain
    /// Whether a submitted sheet bears its supporter's name. Where it does not, filing is proven apart from content.
    package let bearsSupporterName: Bool
    /// The kinds of entry, such as a contact and a group debriefing; at least one.
    package let kinds: [ContactKind]
    package let basis: Basis

    package enum Grain: String, PolicyWord {
        case day, month
    }

    package init(title: String, grain: Grain, bearsSupporterName: Bool, kinds: [ContactKind], basis: Basis) {
        self.title = title
        self.grain = grain
        self.bearsSupporterName = bearsSupporterName
        self.kinds = kinds
        self.basis = basis
    }

    package func kind(_ id: String) -> ContactKind? { kinds.first { $0.id == id } }

    /// What the form calls a quantity, where it first asks for it; nothing where it does not.
    package func label(of quantity: Quantity) -> String? {
        kinds.flatMap(\.questions).first {
            if case .amount(quantity, _, _) = $0.answer { true } else { false }
        }?.label
    }
}

/// One kind of entry on the form, with its questions in the order of the source.
package struct ContactKind: PolicyValue {
    package let id: String
    /// As people say it: `Contact`, `Group debriefing`.
    package let label: String
    package let questions: [Question]
    /// Words shown with the entry, such as that a group meeting is not confidential (SAC-VI.B.5).
    package let caution: String?
    package let basis: Basis

    package init(id: String, label: String, questions: [Question], caution: String?, basis: Basis) {
        self.id = id
        self.label = label
        self.questions = questions
        self.caution = caution
        self.basis = basis
    }
}

/// One question of the form.
package struct Question: PolicyValue {
    package let id: String
    package let label: String
    /// A short help under the question, ours.
    package let hint: String?
    /// How it is answered.
    package let answer: Answer
    package let basis: Basis

    package enum Answer: PolicyValue {
        /// Exactly one of the options.
        case one([Option])
        /// Any of the options, at least that many.
        case several([Option], atLeast: Fewest)
        /// A whole number within the range; nothing answered is only allowed where not required.
        case amount(Quantity, ClosedRange<Amount>, required: Bool)
        /// Yes, or left open.
        case confirmation

        package var options: [Option] {
            switch self {
            case .one(let options), .several(let options, _): options
            case .amount, .confirmation: []
            }
        }

        enum SeveralCodingKeys: String, CodingKey {
            case _0 = "options"
            case atLeast
        }

        enum AmountCodingKeys: String, CodingKey {
            case _0 = "quantity"
            case _1 = "range"
            case required
        }
    }

    /// One answer on a list, with the code that the printed sheet shows (`M`, `NA`; a tick where none).
    package struct Option: PolicyValue {
        package let id: String
        package let label: String
        /// What the printed sheet shows for it; a tick where nothing is given.
        package let code: String?

        package init(id: String, label: String, code: String?) {
            self.id = id
            self.label = label
            self.code = code
        }
    }

    package init(id: String, label: String, hint: String?, answer: Answer, basis: Basis) {
        self.id = id
        self.label = label
        self.hint = hint
        self.answer = answer
        self.basis = basis
    }
}

/// What a number on a form counts. Each is a column of its own, so a form can ask each only once per kind.
package enum Quantity: String, Sendable, CaseIterable, Codable {
    /// Time of support where the form does not tell apart how, in minutes.
    case minutes
    case minutesInPerson = "minutes-in-person"
    case minutesByPhone = "minutes-by-phone"
    case participants
    case referrals
    case followUps = "follow-ups"

    /// Whether it is time, so that it counts towards the sheet's total hours.
    package var isTime: Bool {
        switch self {
        case .minutes, .minutesInPerson, .minutesByPhone: true
        case .participants, .referrals, .followUps: false
        }
    }
}

extension Quantity {
    /// What a sum of it is counted in.
    package enum Unit: String, Sendable, CaseIterable, Codable {
        case minutes, people, referrals
        case followUps = "follow-ups"
    }

    package var unit: Unit {
        switch self {
        case .minutes, .minutesInPerson, .minutesByPhone: .minutes
        case .participants: .people
        case .referrals: .referrals
        case .followUps: .followUps
        }
    }
}
