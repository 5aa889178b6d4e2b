import Foundation

/// Derives keys from passphrases, and from receipts of old, a few at a time, each on a thread of its own: no page waits meanwhile,
/// a flood of them cannot take the machine's memory, and whoever sends many waits behind themselves (``FairQueue``).
package struct KeyDerivation: Sendable {
    private let parameters: ScryptParameters
    private let receiptWork: ScryptParameters
    private let queue: FairQueue

    /// - Parameters:
    ///   - parameters: The work for new passphrases and for unknown accounts.
    ///   - receiptWork: The work that receipts once took. With another, none of those given out then finds its request.
    ///   - queue: Where the others wait. Whoever finds no room there is told `busy` at once.
    package init(
        parameters: ScryptParameters = .standard, receiptWork: ScryptParameters = .receipt,
        waitingIn queue: FairQueue = KeyDerivation.queue()
    ) {
        self.parameters = parameters
        self.receiptWork = receiptWork
        self.queue = queue
    }

    /// Room for a whole station behind one address that signs in within a minute; and the last of all who wait is served before a
    /// proxy would give it up.
    ///
    /// - Parameter atOnce: how many derivations run at the same time.
    package static func queue(atOnce: Int = 2) -> FairQueue {
        FairQueue(atOnce: atOnce, longestLine: 128, most: 256)
    }

    /// Makes the stored hash of a new passphrase, and the key to wrap the account's key under.
    ///
    /// - Throws: When the machine has no memory for the derivation.
    package func hash(
        _ passphrase: AcceptedPassphrase, for client: ClientMark = .none
    ) async throws -> PassphraseHashing {
        let salt = randomBytes(count: PassphraseHash.saltCount)
        let work = parameters
        let derived = try await derive(for: client) {
            try PassphraseKeys(of: passphrase.passphrase, salt: salt, parameters: work)
        }
        guard let keys = derived else { return .busy }
        let hash = PassphraseHash(parameters: parameters, salt: salt, verifier: keys.verifier)
        return .made(hash, keys.wrappingKey)
    }

    /// Compares a passphrase typed at login with the stored hash.
    ///
    /// - Parameter stored: Nil for an unknown account, which then takes the same work and is always `wrong`.
    /// - Throws: When the machine has no memory for the derivation.
    package func check(
        _ passphrase: Passphrase, against stored: PassphraseHash?, for client: ClientMark = .none
    ) async throws -> PassphraseCheck {
        let salt = stored?.salt ?? randomBytes(count: PassphraseHash.saltCount)
        let work = stored?.parameters ?? parameters
        let derived = try await derive(for: client) {
            try PassphraseKeys(of: passphrase, salt: salt, parameters: work)
        }
        guard let keys = derived else { return .busy }
        guard let stored, stored.verifier == keys.verifier else { return .wrong }
        return .right(keys.wrappingKey, outgrown: stored.parameters != parameters)
    }

    /// What a receipt opens that was given out when receipts were derived slowly. It takes the same work for every receipt, of a
    /// request or of none; do it outside transactions.
    ///
    /// - Throws: When the machine has no memory for the derivation.
    package func oldSeekerKey(
        of receipt: Receipt, with keys: ServerKeys, for client: ClientMark = .none
    ) async throws -> SeekerKeyDerivation {
        let work = receiptWork
        let derived = try await derive(for: client) { try SeekerKey(slowlyOf: receipt, with: keys, work: work) }
        guard let key = derived else { return .busy }
        return .derived(key)
    }

    /// Nil when too many wait.
    private func derive<Keys: Sendable>(
        for client: ClientMark, _ slowly: @escaping @Sendable () throws -> Keys
    ) async throws -> Keys? {
        try await queue.run(for: client) {
            try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread {
                    stepBack()
                    continuation.resume(with: Result { try slowly() })
                }
            }
        }
    }
}

/// Lets every other thread of the server go first: pages, and people who ask, are in more of a hurry than a derivation that is slow
/// on purpose.
private func stepBack() {
    // On Linux a nice value belongs to a thread, and this thread ends with its derivation.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
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

/// The answer to a receipt of old.
package enum SeekerKeyDerivation: Sendable {
    /// What finds and opens the receipt's request, if there is one.
    case derived(SeekerKey)
    /// Too many derivations are waiting: nothing was done, try again shortly.
    case busy
}
