import Foundation
import Program

/// The releases of a programme as its own pack publishes them, month after month, each proven before the next.
struct Publishing {
    private(set) var published: [Publication] = []
    private(set) var leftOut: [String] = []
    private(set) var worlds = 0
    private var tallies: [Month: Tally] = [:]
    private let packs: PacksOfTime
    private let solver: Glpsol

    init(_ packs: PacksOfTime, _ solver: Glpsol) {
        self.packs = packs
        self.solver = solver
    }

    /// Publishes everything that can be told once these months are over.
    mutating func publish(_ sheets: [FiledSheet], of months: [Month]) throws {
        for month in months {
            let pack = packs.pack(in: month)
            var tally = Tally()
            for sheet in sheets where sheet.countsIn == month {
                tally.add(
                    try sheet.sheet(on: packs.pack(in: sheet.month).contactForm), in: month, told: pack.toldNumbers)
            }
            tallies[month] = tally
            guard let day = Day(month: month.next, number: 20) else { continue }
            for release in pack.allReleases {
                let period = ReleasePeriod(release.length, endingFrom: month)
                if period.lastMonth == month { try publish(release, period, pack, on: day) }
            }
        }
    }

    private mutating func publish(
        _ release: ToldRelease, _ period: ReleasePeriod, _ pack: PolicyPack, on day: Day
    ) throws {
        var draft = pack.draft(release, period, tallies: tallies, published: published, on: day)
        while draft.tellsNew, !(try proves(draft.system)) {
            leftOut.append("\(release.id) \(period.text)")
            guard draft.leaveOutLast() else { break }
        }
        published.append(draft.publication)
    }

    private mutating func proves(_ system: JointSystem) throws -> Bool {
        var audit = ReleaseAudit(system)
        while let question = audit.question {
            worlds += 1
            audit.take(try solver.world(for: question))
        }
        return audit.isProven
    }
}
