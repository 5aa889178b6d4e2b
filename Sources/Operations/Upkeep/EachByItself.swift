import Program
import Store

/// Does something with each. What fails with one is in no other's way; the first fault is thrown when all had their turn.
func eachByItself<Item>(_ items: some Sequence<Item>, _ act: (Item) async throws -> Void) async throws {
    var first: (any Error)?
    for item in items {
        do {
            try await act(item)
        } catch {
            first = first ?? error
        }
    }
    if let first { throw first }
}

/// What failed for some agencies, after it was done for all others.
package struct FailedAgencies: Error {
    package let faults: [(agency: AgencyRow, fault: any Error)]
}

/// Whether something failed because the rules of an agency cannot be had: a pack in the archive is damaged, or its time zone is none.
package func lacksPolicy(_ fault: any Error) -> Bool {
    switch fault {
    case is PackFault: true
    case AgencyFault.unknownTimeZone: true
    default: false
    }
}

extension Programmes {
    /// Does something for each of those agencies. What fails for one is in no other's way; ``FailedAgencies`` is thrown when all
    /// had their turn.
    func forEach(of rows: [AgencyRow], _ act: (AgencyRow) async throws -> Void) async throws {
        var faults: [(agency: AgencyRow, fault: any Error)] = []
        for row in rows {
            do {
                try await act(row)
            } catch {
                faults.append((row, error))
            }
        }
        if !faults.isEmpty { throw FailedAgencies(faults: faults) }
    }

    /// The same for every agency.
    func forEveryAgency(_ act: (AgencyRow) async throws -> Void) async throws {
        try await forEach(of: try await database.read { transaction in try transaction.agencies() }, act)
    }

    /// Does something for every agency, each in a transaction of its own.
    func forEveryAgency(_ act: @escaping @Sendable (Agency, any Transaction) throws -> Void) async throws {
        try await forEveryAgency { row in
            try await database.write(inTurnOf: row.id) { transaction in
                try act(try agency(row, in: transaction), transaction)
            }
        }
    }

    /// Reads every agency with its pack, so that one that cannot be read is known before somebody needs it.
    package func readPolicies() async throws {
        try await forEveryAgency { row in
            try await database.read { transaction in _ = try agency(row, in: transaction) }
        }
    }
}

/// Something that falls due at a moment, in an agency.
protocol DueItem: Sendable {
    /// The agency's id.
    var agency: String { get }
}

extension DueRequest: DueItem {}
extension DueNotice: DueItem {}

extension Programmes {
    /// Goes through everything that is due, page by page, each in a transaction of its own. What fails with one is in no other's
    /// way; ``FailedAgencies`` is thrown when all had their turn.
    ///
    /// - Parameter page: what is due behind the last of the page before, in an order that does not change.
    func forEachDue<Item: DueItem>(
        page: @escaping @Sendable (Item?, any Transaction) throws -> [Item],
        act: @escaping @Sendable (Item, any Transaction) throws -> Void
    ) async throws {
        var last: Item?
        var faults: [String: any Error] = [:]
        var passedBy: Set<String> = []
        while true {
            let items = try await database.read { [last] transaction in try page(last, transaction) }
            guard let end = items.last else { break }
            for item in items where !passedBy.contains(item.agency) {
                do {
                    try await database.write(inTurnOf: item.agency) { transaction in try act(item, transaction) }
                } catch {
                    faults[item.agency] = error
                    if await canGoOnWithNothing(in: item.agency, after: error) { passedBy.insert(item.agency) }
                }
            }
            last = end
        }
        if faults.isEmpty { return }
        throw FailedAgencies(
            faults: try await database.read { [faults] transaction in
                try faults.compactMap { id, fault in try transaction.agency(id: id).map { ($0, fault) } }
            })
    }

    /// Whether what failed with one thing of an agency fails with all of them at this round: others are not to wait for each.
    private func canGoOnWithNothing(in agency: String, after fault: any Error) async -> Bool {
        if case StoreFault.busy = fault { return true }
        guard lacksPolicy(fault) else { return false }
        let isRead = try? await database.read { transaction in
            try transaction.agency(id: agency).map { try self.agency($0, in: transaction) } != nil
        }
        return isRead != true
    }
}
