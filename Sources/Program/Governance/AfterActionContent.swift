/// What the programme says of itself after a large-scale event: facts and lessons, and figures that are published already.
/// Nobody's name stands in it (IACP-6.8).
package struct AfterActionContent: Sendable, Equatable {
    /// What the event is called.
    package let event: String
    package let happened: EventTime
    package let did: String
    package let worked: String
    package let change: String
    package let resources: String
    /// The month whose published summary goes with it; nothing where no figures do.
    package let figures: Month?

    package init(
        event: String, happened: EventTime, did: String, worked: String, change: String, resources: String,
        figures: Month?
    ) {
        self.event = event
        self.happened = happened
        self.did = did
        self.worked = worked
        self.change = change
        self.resources = resources
        self.figures = figures
    }

    package static let longestEvent = 120

    /// One of the fixed questions that are answered in words.
    package enum Part: String, Sendable, CaseIterable {
        case did, worked, change, resources

        /// In characters.
        package static let longest = 1500

        package var label: String {
            switch self {
            case .did: "What the programme did"
            case .worked: "What worked"
            case .change: "What to change"
            case .resources: "Resources needed"
            }
        }
    }

    package func text(of part: Part) -> String {
        switch part {
        case .did: did
        case .worked: worked
        case .change: change
        case .resources: resources
        }
    }
}

/// The same as typed, before it is checked.
package struct AfterActionForm: Sendable, Equatable {
    package var event = ""
    package var happened = ""
    package var parts: [AfterActionContent.Part: String] = [:]
    /// A month whose summary is published; empty for none.
    package var figures = ""

    package init() {}

    /// What a draft says, to be changed.
    package init(_ content: AfterActionContent) {
        event = content.event
        happened = content.happened.text
        parts = Dictionary(uniqueKeysWithValues: AfterActionContent.Part.allCases.map { ($0, content.text(of: $0)) })
        figures = content.figures?.text ?? ""
    }
}

extension AfterActionRule {
    /// What was typed as the content of an input, or everything in it that the rule does not let pass.
    ///
    /// - Parameters:
    ///   - names: everybody's; words that name one of them are refused.
    ///   - published: the months whose summaries are published. No other figures go with it, so nothing is counted that the
    ///     suppression has not passed.
    package func check(
        _ form: AfterActionForm, against names: NamesOfPeople, published: [Month], on today: Day
    ) -> Result<AfterActionContent, Refusal> {
        var checking = Checking(names: names, clauses: basis.clauses)
        let event = checking.words(form.event, "event", "Event", atMost: AfterActionContent.longestEvent, isLine: true)
        let happened = checking.time(form.happened, until: today)
        let figures = checking.figures(form.figures, published: published)
        let parts = AfterActionContent.Part.allCases.reduce(into: [AfterActionContent.Part: String]()) { parts, part in
            parts[part] = checking.words(
                form.parts[part] ?? "", part.rawValue, part.label, atMost: AfterActionContent.Part.longest)
        }
        guard checking.problems.isEmpty, let event, let happened, let did = parts[.did], let worked = parts[.worked],
            let change = parts[.change], let resources = parts[.resources]
        else { return .failure(Refusal(checking.problems)) }
        return .success(
            AfterActionContent(
                event: event, happened: happened, did: did, worked: worked, change: change, resources: resources,
                figures: figures))
    }
}

/// One checking of what was typed. It goes on after a problem, so that all are told at once.
private struct Checking {
    let names: NamesOfPeople
    let clauses: [ClauseID]
    private(set) var problems: [Refusal.Problem] = []

    init(names: NamesOfPeople, clauses: [ClauseID]) {
        self.names = names
        self.clauses = clauses
    }

    mutating func words(
        _ typed: String, _ field: String, _ label: String, atMost limit: Int, isLine: Bool = false
    ) -> String? {
        let text = typed.replacing("\r\n", with: "\n").trimmed
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            (!isLine && scalar == "\n") || scalar.properties.generalCategory != .control
        }
        guard isPlain, (1...limit).contains(text.unicodeScalars.count) else {
            wrong(field, "\(label): one to \(limit) characters of plain text.")
            return nil
        }
        let named = names.found(in: text)
        guard named.isEmpty else {
            let list = named.map { "“\($0)”" }.joined(separator: ", ")
            wrong(field, "\(label): nobody may be named here. Take out or say in other words: \(list).")
            return nil
        }
        return text
    }

    mutating func time(_ typed: String, until today: Day) -> EventTime? {
        guard let time = EventTime(typed.trimmed) else {
            wrong("happened", "Month or days: such as 2026-10, 2026-10-03, or 2026-10-03/2026-10-05.")
            return nil
        }
        guard !time.isAhead(of: today) else {
            wrong("happened", "Month or days: the event must be over.")
            return nil
        }
        return time
    }

    mutating func figures(_ typed: String, published: [Month]) -> Month? {
        guard !typed.isEmpty else { return nil }
        guard let month = Month(typed), published.contains(month) else {
            wrong("figures", "Figures: choose a month whose summary is published. No other figures are given.")
            return nil
        }
        return month
    }

    private mutating func wrong(_ field: String, _ message: String) {
        problems.append(Refusal.Problem(field: field, message: message, clauses: clauses))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
