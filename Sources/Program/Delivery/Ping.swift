/// Telling someone that there is something to look at, and nothing about what it is.
package enum Ping {
    /// How much it may disturb.
    package enum Urgency: String, Sendable, CaseIterable {
        /// It can wait until the phone is looked at: nobody is called for it.
        case routine
        /// Someone waits for a person: every way is tried.
        case urgent
    }

    /// For how many days it is known that somebody was told, so that nobody is told twice.
    package static let daysKept: Int64 = 2

    /// The most that a word can have to wait until it is sent, or tried again: the longest delay that an owner may choose.
    package static let longestWait = LongestWait(seconds: 3600)

    /// How long a worker has what it took to itself: longer than a gateway may take to answer. Whoever dies meanwhile delays it by
    /// no more than this.
    package static let lease = LongestWait(seconds: 30)

    /// One use of a contact method for a ping.
    package struct Step: Sendable, Equatable {
        package let method: String
        package let kind: ContactMethod.Kind
        /// How long after the ping, in seconds.
        package let wait: Int64

        init(_ method: ContactMethod, wait: Int64) {
            self.method = method.id
            kind = method.kind
            self.wait = wait
        }

        /// This method, without waiting.
        package init(atOnceBy method: ContactMethod) { self.init(method, wait: 0) }
    }
}

extension [ContactMethod] {
    /// Which of the methods a ping uses and when, the earliest first. Only confirmed ones are used.
    ///
    /// The first is used at once, whatever its delay: waiting before anything was tried helps nobody, and the method that
    /// was meant to come first may have been removed. A routine ping calls nobody who can be reached in writing.
    package func steps(for urgency: Ping.Urgency) -> [Ping.Step] {
        let confirmed = filter(\.isConfirmed)
        let written = confirmed.filter { $0.kind != .call }
        let used =
            switch urgency {
            case .routine: written.isEmpty ? confirmed : written
            case .urgent: confirmed
            }
        let first = used.map(\.delay).min() ?? 0
        return used.sorted { ($0.delay, $0.id) < ($1.delay, $1.id) }.map {
            Ping.Step($0, wait: Int64($0.delay - first) * 60)
        }
    }
}
