/// One step on the way through something, such as joining the team.
package struct JourneyStep: Sendable {
    package enum State: String, Sendable {
        case done, current, ahead

        fileprivate var words: String {
            switch self {
            case .done: "done"
            case .current: "now"
            case .ahead: "to come"
            }
        }
    }

    let label: String
    let detail: String?
    let state: State

    package init(_ label: String, detail: String? = nil, _ state: State) {
        self.label = label
        self.detail = detail
        self.state = state
    }
}

/// Steps in their order, with where one stands.
package func steps(_ label: String, _ steps: [JourneyStep]) -> HTML {
    let items = steps.map { step -> HTML in
        """
        <li class="step step-\(step.state.rawValue)"\(attribute: "aria-current", step.state == .current ? "step" : nil)>\
        <span class="step-dot">\(step.state == .done ? icon(.done) : nil)</span><span class="step-words">\
        <span class="step-label">\(step.label)</span><span class="unseen"> (\(step.state.words))</span>\
        \(step.detail.map { "<span class=\"step-detail\">\($0)</span>" as HTML })</span></li>
        """
    }
    return "<ol class=\"steps\" aria-label=\"\(label)\">\(items)</ol>"
}

/// How far a thing has come, such as hours of training out of those required. Said in words as well.
package func progress(_ label: String, done: Int, of total: Int, unit: String) -> HTML {
    """
    <div class="progress"><p class="progress-words"><span>\(label)</span> \
    <span class="progress-count">\(done) of \(total) \(unit)</span></p>\
    <progress max="\(max(1, total))" value="\(min(max(0, done), max(1, total)))" aria-label="\(label)">\
    \(done) of \(total) \(unit)</progress></div>
    """
}
