import Program

/// What came of an act within its transaction. What was done cannot be said without what the audit chain gets of it.
package enum Deed<Value: Sendable>: Sendable {
    case done(Value, Trace)
    /// Not allowed, and nothing changed.
    case refused(Refusal)
    /// There is no such thing, or not for this person; which of the two is not said.
    case nothing
}

extension Deed where Value == Void {
    package static func done(_ trace: Trace) -> Deed { .done((), trace) }
}
