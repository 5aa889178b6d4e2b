import Program

/// What came of an act within its transaction. What was done cannot be said without what the audit chain gets of it.
package enum DeedLeaving<Value: Sendable, Left: Sendable>: Sendable {
    case done(Value, Left)
    /// Not allowed. Nothing changed but what a refusal itself leaves: a counted attempt, an offer passed on.
    case refused(Refusal)
    /// There is no such thing, or not for this person; which of the two is not said.
    case nothing
}

/// What came of an act that the audit chain may hold.
package typealias Deed<Value: Sendable> = DeedLeaving<Value, Trace>

/// What came of an act that the chain never holds, for a reason that has a name.
package typealias QuietDeed<Value: Sendable> = DeedLeaving<Value, Silence>

extension DeedLeaving where Value == Void {
    package static func done(_ left: Left) -> DeedLeaving { .done((), left) }
}

extension DeedLeaving {
    /// The same act, with its value said in another way.
    func map<Other: Sendable>(_ other: (Value) -> Other) -> DeedLeaving<Other, Left> {
        switch self {
        case .done(let value, let left): .done(other(value), left)
        case .refused(let refusal): .refused(refusal)
        case .nothing: .nothing
        }
    }

    /// As whoever acts is told of it.
    var answer: Result<Value, Refusal>? {
        switch self {
        case .done(let value, _): .success(value)
        case .refused(let refusal): .failure(refusal)
        case .nothing: nil
        }
    }
}

extension Optional {
    /// The answer of an act that finds whatever it needs: nothing comes of it only where the right to it was lost.
    func whileAllowed<Value>() -> Result<Value, Refusal> where Wrapped == Result<Value, Refusal> {
        self ?? .failure(Refusal("This is not yours to do any more."))
    }

    /// What was done, where nothing is said of why it was not.
    func ifDone<Value>() -> Value? where Wrapped == Result<Value, Refusal> {
        switch self {
        case .success(let value): value
        case .failure, nil: nil
        }
    }
}
