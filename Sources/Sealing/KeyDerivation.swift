import Foundation

/// Derives keys from passphrases and receipts, a few at a time, each on a thread of its own: nobody else waits meanwhile, and
/// a flood of them cannot take the machine's memory.
package actor KeyDerivation {
    private let parameters: ScryptParameters
    private let receiptWork: ScryptParameters
    private let longestQueue: Int
    private var freePlaces: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - parameters: The work for new passphrases and for unknown accounts.
    ///   - receiptWork: The work for receipts. With another, no receipt given out before finds its request.
    ///   - atOnce: How many derivations run at the same time; at least one.
    ///   - longestQueue: How many more may wait; whoever comes then is told `busy` at once.
    package init(
        parameters: ScryptParameters = .standard, receiptWork: ScryptParameters = .receipt, atOnce: Int = 2,
        longestQueue: Int = 64
    ) {
        self.parameters = parameters
        self.receiptWork = receiptWork
        self.longestQueue = longestQueue
        freePlaces = max(1, atOnce)
    }

    /// Makes the stored hash of a new passphrase, and the key to wrap the account's key under.
    ///
    /// - Throws: When the machine has no memory for the derivation.
    package func hash(_ passphrase: AcceptedPassphrase) async throws -> PassphraseHashing {
        let salt = randomBytes(count: PassphraseHash.saltCount)
        let work = parameters
        let derived = try await derive { try PassphraseKeys(of: passphrase.passphrase, salt: salt, parameters: work) }
        guard let keys = derived else { return .busy }
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
        let derived = try await derive { try PassphraseKeys(of: passphrase, salt: salt, parameters: work) }
        guard let keys = derived else { return .busy }
        guard let stored, stored.verifier == keys.verifier else { return .wrong }
        return .right(keys.wrappingKey, outgrown: stored.parameters != parameters)
    }

    /// What a receipt opens. It takes the same work for every receipt, of a request or of none; do it outside transactions.
    ///
    /// - Throws: When the machine has no memory for the derivation.
    package func seekerKey(of receipt: Receipt, with keys: ServerKeys) async throws -> SeekerKeyDerivation {
        let work = receiptWork
        let derived = try await derive { try SeekerKey(of: receipt, with: keys, work: work) }
        guard let key = derived else { return .busy }
        return .derived(key)
    }

    /// Nil when the queue is full.
    private func derive<Keys: Sendable>(_ slowly: @escaping @Sendable () throws -> Keys) async throws -> Keys? {
        guard await takePlace() else { return nil }
        defer { givePlace() }
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try slowly() })
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

/// The answer to a receipt.
package enum SeekerKeyDerivation: Sendable {
    /// What finds and opens the receipt's request, if there is one.
    case derived(SeekerKey)
    /// Too many derivations are waiting: nothing was done, try again shortly.
    case busy
}
