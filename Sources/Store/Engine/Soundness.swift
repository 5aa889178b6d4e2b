import Synchronization

/// What this server has seen of the state of the database's own files. It stays until a look through all of them finds it mended,
/// or until the server is started anew.
package final class Soundness: Sendable {
    /// Something that is wrong with them.
    package enum Damage: String, Sendable, CaseIterable {
        /// A page cannot be read as what it should be.
        case damagedPage
        /// SQLite's write-ahead log was taken away, or another lies in its place. What stood in it was saved into the database.
        case lostLog
        /// Another file lies where the database was, or none.
        case replacedFile

        /// Whether what is written now would not be found at the next start.
        var refusesWrites: Bool {
            switch self {
            case .damagedPage: false
            case .lostLog, .replacedFile: true
            }
        }
    }

    private struct State {
        var damages: Set<Damage> = []
        var isLookedThrough: Bool
    }

    private let state: Mutex<State>

    /// - Parameter isLookedThrough: true where only the engine itself looks.
    init(isLookedThrough: Bool) { state = Mutex(State(isLookedThrough: isLookedThrough)) }

    /// What is wrong, as far as it was seen.
    package var damages: Set<Damage> { state.withLock(\.damages) }

    /// False until the whole database was looked through once.
    package var isLookedThrough: Bool { state.withLock(\.isLookedThrough) }

    func found(_ damage: Damage) { state.withLock { _ = $0.damages.insert(damage) } }

    /// The whole database was looked through.
    func lookedThrough(isWhole: Bool) {
        state.withLock { state in
            state.isLookedThrough = true
            if isWhole { state.damages.remove(.damagedPage) } else { state.damages.insert(.damagedPage) }
        }
    }

    /// Keeps in mind where a fault tells of damage, and gives it back.
    func noting(_ error: any Error) -> any Error {
        if case .damaged = error as? StoreFault { found(.damagedPage) }
        return error
    }

    /// Throws where nothing may be written any more.
    func requireWritable() throws {
        guard let damage = damages.first(where: \.refusesWrites) else { return }
        throw StoreFault.unavailable(
            "its files were taken away while it was open (\(damage.rawValue)); start the server anew")
    }
}
