import HTML
import Program

/// What the forms on a request's page send.
enum SupportForm {
    static let text = "text"
    static let unwanted = "unwanted"
    /// Of a consultation or a consent; in the form, never in an address.
    static let id = "id"
    static let to = "to"
    static let scope = "scope"
    static let until = "until"
    static let agreed = "agreed"

    /// The fields in which people write.
    static let written = [text, to, scope]

    /// The form of the page that came back.
    enum Part: Sendable {
        case message, consent
        /// A button with nothing to fill in.
        case other
    }

    /// What was sent and not taken.
    struct Refused: Sendable {
        let part: Part
        let problems: Refusal

        /// Said at the top where no form can show it.
        var announcement: HTML? {
            switch part {
            case .message, .consent: nil
            case .other:
                problems.problems.map { refusal($0.message, clause: $0.clauses.first?.text) }.joined()
            }
        }
    }

    /// A consent as it was sent, or what is missing.
    static func consent(_ sent: FormAnswers) -> Result<NewConsent, Refusal> {
        let typedUntil = sent[until]
        let day = Day(typedUntil)
        var problems: [Refusal.Problem] = []
        if !typedUntil.isEmpty, day == nil {
            problems.append(Refusal.Problem(field: until, message: "Until: a day such as 2026-12-31, or nothing."))
        }
        if sent[agreed] != "yes" {
            problems.append(Refusal.Problem(field: agreed, message: "Say that you agree, or leave it."))
        }
        guard problems.isEmpty else { return .failure(Refusal(problems)) }
        return .success(
            NewConsent(to: sent[to], scope: sent[scope].replacing("\r\n", with: " "), until: day))
    }
}

extension SeekerVisit {
    /// A form of this seeker, showing again what was typed where it is the one that came back.
    func form(to place: Link, refused: SupportForm.Refused? = nil, at part: SupportForm.Part = .other) -> Form {
        let isBack = refused?.part == part && part != .other
        return Form(
            to: place, token: formToken, typed: isBack ? form.values : nil,
            problems: isBack ? refused?.problems.fieldProblems ?? [] : [], isPrivate: true)
    }
}
