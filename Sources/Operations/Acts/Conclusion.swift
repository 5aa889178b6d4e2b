import Program

/// What a transaction of an act came to, as far as doing it once is concerned.
enum Conclusion {
    /// Something was done, and perhaps made, which is known by its id.
    case done(made: String?)
    /// Refused, or nothing there: it may be sent again.
    case nothing
}

/// A value by which a transaction says whether it did something. Others, such as a mere look at what there is, say nothing.
protocol Concluding {
    var conclusion: Conclusion { get }
}

/// What an act made, known by its id.
protocol Made {
    var id: String { get }
}

extension String: Made {
    var id: String { self }
}

extension CreatedAccount: Made {}

extension RoleChanged: Made {}

extension ContactMethod: Made {}

extension Disclosed: Made {}

extension Result: Concluding where Failure == Refusal {
    var conclusion: Conclusion {
        switch self {
        case .success(let value): .done(made: (value as? any Made)?.id)
        case .failure: .nothing
        }
    }
}

extension Optional: Concluding where Wrapped: Concluding {
    var conclusion: Conclusion { self?.conclusion ?? .nothing }
}

extension Bool: Concluding {
    var conclusion: Conclusion { self ? .done(made: nil) : .nothing }
}
