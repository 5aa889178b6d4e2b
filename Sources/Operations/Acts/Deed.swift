import Program

/// What came of an act within its transaction. What was done cannot be said without what the audit chain gets of it.
package enum Deed<Value: Sendable>: Sendable {
    case done(Value, Trace)
    /// Done, and the id of what was made, which an act sent twice answers again.
    case made(id: String, Value, Trace)
    /// Not allowed, and nothing changed.
    case refused(Refusal)
    /// There is no such thing, or not for this person; which of the two is not said.
    case nothing
}

extension Deed where Value == Void {
    package static func done(_ trace: Trace) -> Deed { .done((), trace) }
}

extension Deed where Value == String {
    /// Made, under this id.
    package static func made(_ id: String, _ trace: Trace) -> Deed { .made(id: id, id, trace) }
}

extension Deed {
    /// From what a rule of Program decided.
    package static func ruled(_ refusal: Refusal?, else done: () throws -> Deed) rethrows -> Deed {
        try refusal.map { .refused($0) } ?? done()
    }
}
