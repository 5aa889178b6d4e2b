import Program
import Store

extension Programmes {
    /// Destroys every closed request whose time is over: keys, words, messages and consents. Nothing is left of it, not even a
    /// count. One that cannot be destroyed keeps no other from it. Harmless to repeat.
    package func destroyEndedRequests() async throws {
        let now = clock()
        try await forEveryAgency { row in
            let today = try await database.read { transaction in try agency(row, in: transaction).day(at: now) }
            var (last, fault): (EndedRequest?, (any Error)?) = (nil, nil)
            while true {
                let ended = try await database.read { [last] transaction in
                    try transaction.requestRoutes.requests(
                        agency: row.id, destroyedBy: today, after: last, limit: destroyedAtOnce)
                }
                if ended.isEmpty { break }
                last = ended.last
                do {
                    try await destroy(ended.map(\.id), of: row.id)
                } catch {
                    fault = error
                }
            }
            if let fault { throw fault }
        }
    }

    /// Together where that goes; where it does not, each by itself.
    private func destroy(_ ended: [String], of agency: String) async throws {
        do {
            try await database.write(inTurnOf: agency) { transaction in
                for id in ended { try transaction.deleteRequest(id) }
            }
        } catch {
            try await eachByItself(ended) { id in
                try await database.write(inTurnOf: agency) { transaction in
                    _ = try transaction.deleteRequest(id)
                }
            }
        }
    }
}

private let destroyedAtOnce = 100
