import Foundation
import PolicyPacks
import Program
import Sealing
import Store

/// The running programmes of all agencies of this installation: where they are kept, the server's own keys, the packs
/// and the clock. Every act is an extension of it in a file of its own: load the state, let Program decide, store what
/// it decided, all in one transaction.
package struct Programmes: Sendable {
    package internal(set) var database: any Database
    /// The same database, which knows by its fingerprints whether these are its keys.
    let vouched: VouchedDatabase
    let keys: ServerKeys
    let derivation: KeyDerivation
    /// For receipts of old. Apart from the other, so that whoever comes back with one keeps nobody from signing in, nor the other
    /// way round.
    let oldReceipts: KeyDerivation
    /// Whoever asks for support, or shows a receipt, waits here where many do.
    let asking: FairQueue
    /// Whom these are asked by, for the queues alone.
    var client = ClientMark.none
    let packs: PackShelf
    /// Whether anything can be written just now.
    let writing = WritingTrial()
    /// How many agencies take no request, as this server saw it last.
    let closedAgencies = ClosedAgencies()
    /// How long whoever watches from outside waits at most to hear that the database does not answer.
    let longestLook: Duration
    /// Now, in UTC. Tests move it.
    package let clock: @Sendable () -> Instant
    /// What watches the machine's clock, where something does.
    let steady: SteadyClock?
    /// The kinds of ways to somebody that this installation has a gateway for.
    package private(set) var carried = Set(ContactMethod.Kind.allCases)
    /// What looks through files that people hand in, where the installation has something for it.
    private(set) var virusScan = VirusScan.none
    /// What looks for the worlds that prove a release before it is published.
    private(set) var solver: any FiguresSolver = NoFiguresSolver()
    /// The providers of those agencies that have a sign-in of their own, by the agencies' names in addresses.
    var providers: [String: IdentityProvider] = [:]

    package init(
        database: any Database, keys: ServerKeys, derivation: KeyDerivation = KeyDerivation(),
        oldReceipts: KeyDerivation = Programmes.derivationOfOldReceipts(), asking: FairQueue = Programmes.queueOfAsking,
        longestLook: Duration = .milliseconds(1500), steady: SteadyClock? = nil,
        clock: @escaping @Sendable () -> Instant = Programmes.systemClock
    ) {
        vouched = VouchedDatabase(database, for: keys)
        self.database = vouched
        self.keys = keys
        self.derivation = derivation
        self.oldReceipts = oldReceipts
        self.asking = asking
        packs = PackShelf()
        self.longestLook = longestLook
        self.steady = steady
        if let steady { self.clock = { steady.now } } else { self.clock = clock }
    }

    /// The same programmes as they are asked from a network address, which is known by its mark alone.
    package func asked(by client: ClientMark) -> Programmes {
        var asked = self
        asked.client = client
        return asked
    }

    /// The same programmes of an installation that has gateways for those kinds alone.
    package func carrying(_ kinds: Set<ContactMethod.Kind>) -> Programmes {
        var carrying = self
        carrying.carried = kinds
        return carrying
    }

    /// The same programmes of an installation that has files looked through.
    package func scanning(with scan: VirusScan) -> Programmes {
        var scanning = self
        scanning.virusScan = scan
        return scanning
    }

    /// The same programmes of an installation that has a solver. Without one nothing can be published.
    package func proving(with solver: any FiguresSolver) -> Programmes {
        var proving = self
        proving.solver = solver
        return proving
    }

    /// One at a time: fewer come with such a receipt each day.
    package static func derivationOfOldReceipts(work: ScryptParameters = .receipt) -> KeyDerivation {
        KeyDerivation(receiptWork: work, waitingIn: KeyDerivation.queue(atOnce: 1))
    }

    /// A few are sealed and stored side by side, so that they share commits. A whole shift behind one address is served within
    /// seconds; what more than that sends from one address is told to come back.
    package static var queueOfAsking: FairQueue { FairQueue(atOnce: 16, longestLine: 512, most: 1024) }

    /// Finishes what was begun and lets go of the database.
    package func close() async { await database.close() }

    package static let systemClock: @Sendable () -> Instant = {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
