import Program
import Store

extension Programmes {
    /// Destroys every closed request whose time is over: keys, words, messages and consents. One more in the month's count is all
    /// that is left, and the engine lets go of what it keeps of deleted content. Harmless to repeat.
    package func destroyEndedRequests() async throws {
        let now = clock()
        var isAnyDestroyed = false
        for row in try await database.read({ transaction in try transaction.agencies() }) {
            while true {
                let ended = try await database.read { transaction in
                    let today = try agency(row, in: transaction).day(at: now)
                    return try transaction.requestRoutes.requests(
                        agency: row.id, destroyedBy: today, limit: destroyedAtOnce)
                }
                if ended.isEmpty { break }
                try await database.write { transaction in
                    let month = try agency(row, in: transaction).day(at: now).month
                    for id in ended where try transaction.deleteRequest(id) {
                        try transaction.countRequest(.destroyed, agency: row.id, month: month)
                    }
                }
                isAnyDestroyed = true
            }
        }
        if isAnyDestroyed { try await database.dropRemnants() }
    }
}

private let destroyedAtOnce = 100
