import PolicyPacks
import Program

/// One part of the written policy with its duties, each with what becomes of it.
struct ClausePart: Sendable {
    /// As the source numbers it, such as `II.B`.
    let name: String
    let entries: [DutyConformance]

    var anchor: String { "part-\(name)" }
    /// Such as `3 duties`.
    var size: String { entries.count == 1 ? "1 duty" : "\(entries.count) duties" }

    /// With those of its duties alone; nothing where it has none.
    func only(_ isChosen: (DutyConformance) -> Bool) -> ClausePart? {
        let entries = entries.filter(isChosen)
        return entries.isEmpty ? nil : ClausePart(name: name, entries: entries)
    }

    func count(_ state: DutyState) -> Int { entries.count { $0.state == state } }
}

extension LoadedPack {
    /// How many parts a register has at least, so that its index helps: sources with fewer chapters are parted one level
    /// deeper.
    private static let fewestParts = 4

    /// The clause register by the parts of its source, in the source's order.
    var register: [ClausePart] {
        let chapters = parts(depth: 1)
        return chapters.count < Self.fewestParts ? parts(depth: 2) : chapters
    }

    private func parts(depth: Int) -> [ClausePart] {
        var order: [String] = []
        var entries: [String: [DutyConformance]] = [:]
        for duty in conformance {
            let name = duty.clause.place.split(separator: ".").prefix(depth).joined(separator: ".")
            if entries[name] == nil { order.append(name) }
            entries[name, default: []].append(duty)
        }
        return order.map { ClausePart(name: $0, entries: entries[$0] ?? []) }
    }
}
