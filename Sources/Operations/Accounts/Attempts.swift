import Program
import Sealing
import Store

extension Programmes {
    /// The name under which attempts at a passphrase are counted, whether or not there is such an account.
    func attempts(at agency: Agency, login: String) -> [UInt8] {
        keys.throttleId(agency: agency.id, login: login)
    }

    /// The name under which attempts at the second factor, or at what replaces it, are counted: one that nobody can type as
    /// a login.
    func attempts(atSecondFactorOf login: String, at agency: Agency) -> [UInt8] {
        keys.throttleId(agency: "second factor at \(agency.id)", login: login)
    }
}

extension Transaction {
    /// Counts one more attempt under that name, before it is looked at, so that many at once do not get more tries; it is kept
    /// whatever comes of it. Gives the end of the pause, and counts nothing, where the name has to wait.
    func countAttempt(_ name: [UInt8], at now: Instant) throws -> Instant? {
        let attempt =
            try signInPause(name: name).map { SignInAttempt(after: $0.failures, pausedUntil: $0.endsAt, at: now) }
            ?? SignInAttempt(firstAt: now)
        switch attempt {
        case .waits(let end): return end
        case .counts(let attempts, let end):
            try setSignInPause(name: name, failures: attempts, endsAt: end)
            return nil
        }
    }

    /// Takes an attempt back that was counted and then not looked at.
    func takeBackAttempt(_ name: [UInt8], at now: Instant) throws {
        guard let counted = try signInPause(name: name) else { return }
        if let left = SignInPausing.left(ofAttempts: counted.failures) {
            try setSignInPause(name: name, failures: left, endsAt: now)
        } else {
            try deleteSignInPause(name: name)
        }
    }
}

extension Refusal {
    /// Too many people are signing in at once; nothing was done.
    package static let busy = Refusal("Many people are signing in just now. Try again in a few seconds.")

    /// That many came at once: nothing was done, nothing is wrong with what was sent, and it passes.
    package var isForTheCrowd: Bool { self == .busy || self == .manyAsking }

    /// Too many attempts in a row failed.
    static func paused(field: String) -> Refusal {
        Refusal("Too many attempts. Wait a few minutes and try again.", field: field)
    }

    /// The session ended while its owner was at it.
    static let sessionEnded = Refusal("This session has ended. Sign in again.")
}
