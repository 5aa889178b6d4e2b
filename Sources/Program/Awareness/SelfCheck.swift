/// A questionnaire for oneself, in its authors' own words, with the points and the bands that its authors publish. It is answered and
/// reckoned on the reader's own device: no server ever sees an answer, so nothing here takes one.
package struct SelfCheck: Sendable {
    /// Its name in addresses.
    package let id: String
    /// What people know it as, such as `PHQ-9`.
    package let name: String
    /// What it is about, in our words.
    package let title: String
    /// What stands before the questions, in the authors' words.
    package let stem: [String]
    package let questions: [Question]
    package let scales: [Scale]
    /// Who made it, and by what permission it stands here.
    package let credit: String

    /// One question with what may be answered.
    package struct Question: Sendable {
        package let text: String
        /// To which scale its points belong; nothing where it has none.
        package let scale: String?
        package let answers: [Answer]
        /// Whether any answer with points calls for somebody to speak with at once.
        package let isUrgent: Bool

        init(_ text: String, scale: String? = "total", _ answers: [Answer], isUrgent: Bool = false) {
            self.text = text
            self.scale = scale
            self.answers = answers
            self.isUrgent = isUrgent
        }
    }

    /// One answer with its points.
    package struct Answer: Sendable {
        package let text: String
        package let points: Int
        /// Whether the authors have one stop here: what has points so far is the whole.
        package let ends: Bool

        init(_ text: String, _ points: Int, ends: Bool = false) {
            self.text = text
            self.points = points
            self.ends = ends
        }
    }

    /// Points that are added up, and what their sum says.
    package struct Scale: Sendable {
        package let id: String
        package let title: String
        package let bands: [Band]

        init(_ title: String, id: String = "total", _ bands: [Band]) {
            self.id = id
            self.title = title
            self.bands = bands
        }
    }

    /// From which sum to which, what the authors call it, and what it means in plain words of ours.
    package struct Band: Sendable {
        package let points: ClosedRange<Int>
        package let name: String
        package let meaning: String

        init(_ points: ClosedRange<Int>, _ name: String, _ meaning: String) {
            self.points = points
            self.name = name
            self.meaning = meaning
        }
    }

    /// In the order in which pages show them.
    package static let all: [SelfCheck] = [mood, worry, hardEvent, drinking, helping]
}
