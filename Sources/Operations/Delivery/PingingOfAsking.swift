import Program
import Sealing
import Store

// Words about requests that wait, which anybody may bring about from outside.
extension Transaction {
    /// Tells those accounts that a request waits, each of them no more often than may be (``AskingPace``). For whoever is spared it is
    /// kept that something waits, and they are told when they answer, or the hour is over.
    func pingOfAsking(_ accounts: [String], key: String, in agency: Agency, at now: Instant) throws {
        let spared = try pingOfAsking(accounts, .urgent, key: key, in: agency, at: now)
        let told = spared.isEmpty ? [] : try pinged(agency.pingKey(key), of: spared, agency: agency.id)
        let untold = spared.filter { !told.contains($0) }
        if !untold.isEmpty { try noteMoreWaits(for: untold, agency: agency.id) }
    }

    /// The same of a notice that is announced again anyhow: those who are spared.
    @discardableResult
    func pingOfAsking(
        _ accounts: [String], _ urgency: Ping.Urgency, key: String, in agency: Agency, at now: Instant
    ) throws -> [String] {
        if accounts.isEmpty { return [] }
        let lately = try wordsOfAsking(to: accounts, agency: agency.id, at: now)
        let mayHear = Set(accounts.filter { AskingPace.maySend(lately: lately[$0] ?? 0) })
        let end = AskingPace.isRemembered(from: now)
        for account in try ping(mayHear.sorted(), urgency, key: key, in: agency, at: now) {
            try insert(WordOfAsking(id: RandomId().text, agency: agency.id, account: account, end: end))
        }
        return accounts.filter { !mayHear.contains($0) }
    }

    /// One word for everything that still waits for an account: of none of these is it told again.
    fileprivate func ping(_ account: String, ofAll offerings: [String], in agency: Agency, at now: Instant) throws {
        let word = WordOfAsking(
            id: RandomId().text, agency: agency.id, account: account, end: AskingPace.isRemembered(from: now))
        try ping([account], .urgent, key: keyOfMoreWaiting(word.id), in: agency, at: now)
        for offering in offerings {
            _ = try insertPing(agency.pingKey(offerPing(offering)), account: account, agency: agency.id, at: now)
        }
        try noteNothingMoreWaits(for: account, agency: agency.id)
        try insert(word)
    }

    /// Nothing more is sent to an account that says only that something waits, and what it was told of before counts no more.
    /// True where something came meanwhile of which it was spared the word.
    @discardableResult
    func calmed(_ account: String, in agency: Agency) throws -> Bool {
        let (ids, moreWaits) = try forgetWordsOfAsking(to: account, agency: agency.id)
        for id in ids { try answered(ping: keyOfMoreWaiting(id), by: account, in: agency) }
        return moreWaits
    }
}

private func keyOfMoreWaiting(_ word: String) -> String { "more waits \(word)" }

extension Programmes {
    /// Somebody has answered a request, or a notice of one: they have looked. What they were told of before counts no more, and where
    /// something else waits of which they were spared the word, it is said now.
    func answeredAsking(
        by account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        guard try transaction.calmed(account, in: agency) else { return }
        try pingOfAllThatWaits(account, in: agency, at: now, transaction)
    }

    /// Forgets the words of an hour ago, and says once more that something waits where that is so and was not said.
    package func sayWhatStillWaits() async throws {
        let now = clock()
        try await forEachDue { last, transaction in
            try transaction.endedWordsOfAsking(by: now, after: last, limit: 1000)
        } act: { word, transaction in
            guard try transaction.forget(word) == true, let row = try transaction.agency(id: word.agency) else {
                return
            }
            try pingOfAllThatWaits(word.account, in: try agency(row, in: transaction), at: now, transaction)
        }
    }

    /// Where anything is offered to the account just now, it is told so.
    private func pingOfAllThatWaits(
        _ account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        var around: [String: AskingAround] = [:]
        let offerings = try transaction.requestRoutes.offeredStandings(to: account, agency: agency.id).filter {
            let present = try around[$0.pack] ?? askingAround(for: $0.pack, in: agency, at: now, transaction)
            around[$0.pack] = present
            guard present.asking.isOffered($0.standing, to: account, wave: $0.copy.wave),
                let request = RandomId(text: $0.request)
            else { return false }
            return try !keys.isDecoy($0.copy.sealed, request: request, holder: account)
        }.compactMap(\.standing.offering)
        if offerings.isEmpty { return }
        try transaction.ping(account, ofAll: offerings, in: agency, at: now)
    }
}

extension WordOfAsking: DueItem {}
