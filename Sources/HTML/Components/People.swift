/// Something known of a person on a card, with the question it answers: "Languages" and "Spanish". The finder offers each
/// question with the answers that are there.
package struct PersonFact: Sendable {
    let question: String
    let answer: String

    package init(_ question: String, _ answer: String) {
        self.question = question
        self.answer = answer
    }
}

/// One person as those who look for someone see them.
/// - Parameters:
///   - title: the name they show, or what people like them are called.
///   - picture: of themselves. It is fetched with the page like every other, wherever on it one looks: which were fetched
///     tells nothing.
///   - words: a few words of their own.
///   - actions: how to reach them.
package func personCard(
    _ title: String, picture: HTML? = nil, badge: HTML? = nil, facts: [PersonFact], words: [String] = [],
    actions: HTML? = nil
) -> HTML {
    let known = facts.map { fact -> HTML in
        """
        <li><span class="unseen">\(fact.question): </span><span data-facet="\(fact.question)">\(fact.answer)</span></li>
        """
    }
    return """
        <li class="card person">\(picture)<div class="card-head"><h3>\(title)</h3>\(badge)</div>
        \(known.isEmpty ? nil : "<ul class=\"person-facts\">\(known)</ul>" as HTML)
        \(words.map { "<p class=\"person-words\">\($0)</p>" as HTML })\(actions)</li>
        """
}

/// People to choose from. All of them are on the page; where scripts run, the browser itself offers to narrow the list, so
/// nobody else learns who is looked for.
package func finder(_ people: [HTML]) -> HTML {
    "<ul class=\"people\" data-finder>\(people)</ul>"
}
