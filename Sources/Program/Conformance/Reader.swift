/// What in the running system goes by a rule of a pack. It names the real thing, and tests look for it there.
package struct Reader: Sendable, Hashable {
    package let kind: Kind
    /// The name of the thing.
    package let name: String

    package enum Kind: String, Sendable, CaseIterable {
        case act, timer, refusal, record, always, words
    }

    /// An act that is done by the rule: the name of its operation, such as `acceptOffer`.
    package static func act(_ operation: String) -> Reader { Reader(kind: .act, name: operation) }

    /// What the server does by itself when its time has come: the name of its step, such as `advanceRequests`.
    package static func timer(_ step: String) -> Reader { Reader(kind: .timer, name: step) }

    /// An act that the rule refuses or makes wait: the name of its operation.
    package static func refusal(_ operation: String) -> Reader { Reader(kind: .refusal, name: operation) }

    /// What is kept and can be looked at: the operation that reads it, or the address of its page, such as `/materials/brochure`.
    package static func record(_ place: String) -> Reader { Reader(kind: .record, name: place) }

    /// It holds for every agency and no pack can switch it off: the test that shows it, by the name of its function.
    package static func always(_ test: String) -> Reader { Reader(kind: .always, name: test) }

    /// Words on that page, by its address, such as `/agreement`.
    package static func words(_ page: String) -> Reader { Reader(kind: .words, name: page) }

    /// Whether something is done by it, and not only said.
    package var acts: Bool {
        switch kind {
        case .act, .timer, .refusal, .record, .always: true
        case .words: false
        }
    }
}
