/// A message of a conversation, as one of the two sees it.
package struct ThreadMessage: Sendable {
    let isOwn: Bool
    let from: String
    let day: String
    let text: String
    let isNew: Bool

    /// - Parameters:
    ///   - isOwn: whether the reader wrote it.
    ///   - day: as people say it; no time of day is kept.
    package init(isOwn: Bool, from: String, day: String, text: String, isNew: Bool = false) {
        self.isOwn = isOwn
        self.from = from
        self.day = day
        self.text = text
        self.isNew = isNew
    }
}

/// What two people wrote to each other, the latest last.
package func conversation(_ label: String, _ messages: [ThreadMessage]) -> HTML {
    "<ol class=\"conversation\" aria-label=\"\(label)\">\(messages.map(message))</ol>"
}

private func message(_ message: ThreadMessage) -> HTML {
    """
    <li class="message\(message.isOwn ? " message-own" : nil)"><p class="message-head"><span class="message-from">\
    \(message.from)</span> <span class="message-day">\(message.day)</span>\(message.isNew ? badge("New", tone: .good) : nil)\
    </p>\(spokenParagraph(message.text, class: "message-text"))</li>
    """
}
