import Synchronization

/// What follows from a value that never changes, kept from the first time that somebody asked. It may be worked out twice, to the same
/// end, where two ask at once.
final class OnceKnown<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    var known: Value? { kept.withLock { $0 } }

    func know(_ value: Value) { kept.withLock { $0 = value } }
}
