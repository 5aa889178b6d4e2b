/// The few drawings used beside words, never instead of them.
package enum Icon: Sendable, CaseIterable {
    case add, back, forward, done, alert, information, sheet, people, chart, lock, phone, print, clock, leave, message,
        share

    /// Strokes on a field of 24 by 24.
    private var strokes: String {
        switch self {
        case .add: "M12 5v14M5 12h14"
        case .back: "M14.5 5.5 8 12l6.5 6.5"
        case .forward: "M9.5 5.5 16 12l-6.5 6.5"
        case .done: "M5 12.5 10 17.5 19.5 7"
        case .alert: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1"
        case .information: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1"
        case .sheet: "M6 3h9l4 4v14H6V3ZM14.5 3v4.5H19M9 12h7M9 16h7"
        case .people:
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6"
                + "M16 4.3a3.5 3.5 0 0 1 0 6.5M18 14.4c2 .8 3.2 2.7 3.5 5.6"
        case .chart: "M4 20h16M7 16v-4M12 16V6M17 16V9"
        case .lock: "M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3"
        case .phone:
            "M5 4h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5L15 13.5l5 1.5v4c0 .6-.4 1-1 1C11 20 4 13 4 5"
                + "c0-.6.4-1 1-1Z"
        case .print: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7V14Z"
        case .leave: "M10 4H5v16h5M9 12h11M16 8l4 4-4 4"
        case .message: "M4 5h16v11H10l-5 4v-4H4V5Z"
        case .share: "M12 15V3.5M7.5 8 12 3.5 16.5 8M5 12v8.5h14V12"
        case .clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2"
        }
    }

    fileprivate var path: HTML { "<path d=\"\(strokes)\"/>" }
}

/// A drawing that adds nothing for those who cannot see it: the words beside it say the same.
package func icon(_ kind: Icon) -> HTML {
    "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">\(kind.path)</svg>"
}

/// The product's mark: two people side by side under one arc.
func mark() -> HTML {
    """
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
    <rect class="mark-ground" width="32" height="32" rx="9"/>\
    <path class="mark-line" d="M6.5 15.5a9.5 9.5 0 0 1 19 0"/>\
    <circle class="mark-dot" cx="12" cy="15.5" r="2.6"/><circle class="mark-dot" cx="20" cy="15.5" r="2.6"/>\
    <path class="mark-line" d="M7.5 24.5c.3-3 2-4.5 4.5-4.5 2 0 3.3.9 4 2.5.7-1.6 2-2.5 4-2.5 2.5 0 4.2 1.5 4.5 4.5"/>\
    </svg>
    """
}
