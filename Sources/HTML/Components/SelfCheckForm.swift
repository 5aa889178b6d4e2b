/// A question of a self-check: one answer of several, each with its points.
package struct CheckQuestion: Sendable {
    package struct Answer: Sendable {
        let text: String
        let points: Int
        let ends: Bool

        package init(_ text: String, points: Int, ends: Bool) {
            self.text = text
            self.points = points
            self.ends = ends
        }
    }

    let text: String
    let scale: String?
    let answers: [Answer]
    /// What is said at once where an answer has points.
    let urgent: HTML?

    package init(_ text: String, scale: String?, _ answers: [Answer], urgent: HTML?) {
        self.text = text
        self.scale = scale
        self.answers = answers
        self.urgent = urgent
    }
}

/// A sum of a self-check with what it says.
package struct CheckScale: Sendable {
    package struct Band: Sendable {
        let points: ClosedRange<Int>
        let name: String
        let meaning: String

        package init(_ points: ClosedRange<Int>, _ name: String, _ meaning: String) {
            self.points = points
            self.name = name
            self.meaning = meaning
        }
    }

    let id: String
    let title: String
    let bands: [Band]

    package init(_ id: String, _ title: String, _ bands: [Band]) {
        self.id = id
        self.title = title
        self.bands = bands
    }
}

/// A self-check that is added up on the reader's own device. It is no form: nothing in it can be sent anywhere. Where no script runs
/// each answer shows its points, to be added up by hand.
/// - Parameter byHand: how to do that, in words.
package func selfCheck(_ questions: [CheckQuestion], _ scales: [CheckScale], byHand: HTML) -> HTML {
    """
    <div class="check" data-check>
    \(questions.enumerated().map { oneQuestion($0.element, $0.offset) })
    <p class="check-left" data-left role="status"></p>
    <div class="check-by-hand">\(byHand)</div>
    <section class="check-result" data-result role="status" hidden><h2>What the answers say</h2>\(scales.map(result))</section>
    </div>
    """
}

private func oneQuestion(_ question: CheckQuestion, _ place: Int) -> HTML {
    let answers = question.answers.enumerated().map { index, answer -> HTML in
        """
        <label class="pick" for="q\(place)-\(index)"><input type="radio" id="q\(place)-\(index)" name="q\(place)"\
         value="\(answer.points)" autocomplete="off"\(flag: "data-ends", answer.ends)>\
        <span class="pick-words">\(answer.text)\
        <span class="check-points"> \(question.scale == nil ? "" : answer.points == 1 ? "1 point" : "\(answer.points) points")</span></span></label>
        """
    }
    return """
        <fieldset class="check-question"\(attribute: "data-scale", question.scale)><legend>\(question.text)</legend>
        <div class="picks picks-chips">\(answers)</div></fieldset>
        \(question.urgent.map { "<div class=\"check-urgent\" data-urgent role=\"alert\">\($0)</div>" as HTML })
        """
}

private func result(_ scale: CheckScale) -> HTML {
    let bands = scale.bands.map { band -> HTML in
        """
        <p data-from="\(band.points.lowerBound)" data-to="\(band.points.upperBound)" hidden><strong>\(band.name).</strong> \
        \(band.meaning)</p>
        """
    }
    return """
        <div class="check-scale" data-scale="\(scale.id)"><h3>\(scale.title): <span data-points></span></h3>\(bands)</div>
        """
}
