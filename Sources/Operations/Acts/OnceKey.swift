import Program
import Sealing
import Store

/// What marks one sending of an act: the random key of its form or call, with the address and everything that was sent. The
/// same again is the same act; the same key with other words is another.
package struct OnceKey: Sendable, Equatable {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - key: as the form or the call carries it. Whoever leaves it out gets an act done as often as it is sent.
    ///   - address: method and path.
    ///   - sent: the body, without what differs between two sendings of the same.
    package init(_ key: String, at address: String, sent: [UInt8]) {
        bytes = [key, address].reduce(into: []) { all, text in all += Array("\(text.utf8.count):\(text)".utf8) } + sent
    }
}

/// An act that was done before and is sent again: nothing was done now. The answer is that of the first time.
package struct DoneBefore: Error {
    /// The id of what it made then, where it made something.
    package let made: String?
}

extension Programmes {
    /// The same programmes, in which what this key marks is done once.
    package func once(_ key: OnceKey?) -> Programmes {
        var once = self
        once.onceKey = key
        return once
    }

    /// Does what a transaction does unless it was done before under the same key of the same person, and remembers it with it.
    ///
    /// - Parameters:
    ///   - actor: who sends it: no key of one person meets another's.
    ///   - made: the id of what was made; `nil` where the act did nothing, so that it may be tried again.
    func once<Value>(
        by actor: String, at now: Instant, _ transaction: any Transaction,
        _ act: () throws -> (value: Value, done: Remembered)
    ) throws -> Value {
        guard let onceKey else { return try act().value }
        let name = keys.doneActID(of: actor, onceKey.bytes)
        if let row = try transaction.doneAct(name) { throw DoneBefore(made: row.made) }
        let (value, done) = try act()
        switch done {
        case .nothing: break
        case .act(let made): try transaction.rememberAct(name, made: made, on: now.utcDay)
        }
        return value
    }

    /// Forgets acts of the day before yesterday and earlier: nobody sends those again.
    package func forgetDoneActs() async throws {
        let now = clock()
        try await database.write { transaction in try transaction.forgetActs(before: now.utcDay - 1) }
    }
}

/// Whether a transaction did something that is not to be done twice.
enum Remembered {
    case nothing
    case act(made: String?)
}

extension Instant {
    /// Days since 1970 in UTC: as exact as is needed to forget what is a day old, and no more.
    fileprivate var utcDay: Int64 { milliseconds / 86_400_000 }
}
