import Foundation

/// Derives keys from passphrases, a few at a time, each on a thread of its own: requests of other people do not wait, and
/// a flood of logins cannot take the machine's memory.
package actor KeyDerivation {
    private let parameters: ScryptParameters
    private let longestQueue: Int
    private var freePlaces: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - parameters: The work for new passphrases and for unknown accounts.
    ///   - atOnce: How many derivations run at the same time; at least one.
    ///   - longestQueue: How many more may wait; whoever comes then is told `busy` at once.
    package init(parameters: ScryptParameters = .standard, atOnce: Int = 2, longestQueue: Int = 64) {
        self.parameters = parameters
        self.longestQueue = longestQueue
        freePlaces = max(1, atOnce)
    }

    /// Makes the stored hash of a new passphrase, and the key to wrap the account's key under.
    ///
    /// - Throws: When the machine has no memory for the derivation.
    package func hash(_ passphrase: AcceptedPassphrase) async throws -> PassphraseHashing {
        let salt = randomBytes(count: PassphraseHash.saltCount)
        guard let keys = try await derive(passphrase.passphrase, salt: salt, parameters: parameters) else {
            return .busy
        }
        let hash = PassphraseHash(parameters: parameters, salt: salt, verifier: keys.verifier)
        return .made(hash, keys.wrappingKey)
    }

    /// Compares a passphrase typed at login with the stored hash.
    ///
    /// - Parameter stored: Nil for an unknown account, which then takes the same work and is always `wrong`.
    /// - Throws: When the machine has no memory for the derivation.
    package func check(_ passphrase: Passphrase, against stored: PassphraseHash?) async throws -> PassphraseCheck {
        let salt = stored?.salt ?? randomBytes(count: PassphraseHash.saltCount)
        let work = stored?.parameters ?? parameters
        guard let keys = try await derive(passphrase, salt: salt, parameters: work) else { return .busy }
        guard let stored, stored.verifier == keys.verifier else { return .wrong }
        return .right(keys.wrappingKey, outgrown: stored.parameters != parameters)
    }

    /// Nil when the queue is full.
    private func derive(
        _ passphrase: Passphrase, salt: [UInt8], parameters: ScryptParameters
    ) async throws -> PassphraseKeys? {
        guard await takePlace() else { return nil }
        defer { givePlace() }
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try PassphraseKeys(of: passphrase, salt: salt, parameters: parameters) })
            }
        }
    }

    private func takePlace() async -> Bool {
        if freePlaces > 0 {
            freePlaces -= 1
            return true
        }
        guard queue.count < longestQueue else { return false }
        await withCheckedContinuation { queue.append($0) }
        return true
    }

    /// Hands the place to whoever waits longest, or leaves it free.
    private func givePlace() {
        if queue.isEmpty {
            freePlaces += 1
        } else {
            queue.removeFirst().resume()
        }
    }
}

/// The answer to hashing a new passphrase.
package enum PassphraseHashing: Sendable {
    /// The hash to store, and the key that wraps the account's key.
    case made(PassphraseHash, WrappingKey)
    /// Too many derivations are waiting: nothing was done, try again shortly.
    case busy
}

/// The answer to a passphrase typed at login.
package enum PassphraseCheck: Sendable {
    /// The right passphrase, with the key that opens the account's key. `outgrown`: the hash was made with other work than
    /// is asked for today; hash the passphrase again and wrap the account's key anew.
    case right(WrappingKey, outgrown: Bool)
    case wrong
    /// Too many derivations are waiting: nothing was compared, try again shortly.
    case busy
}
