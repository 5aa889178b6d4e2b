import Foundation
import PolicyPacks
import Program

/// One invented programme, from its sheets to what everybody can have of it.
struct Trial {
    let packID: PackID
    let seed: UInt64
    /// The most contacts a year.
    let most: Int
    let from: Month
    /// Whether its sheets are such as can be taken over from paper: on time, by the form as it is, and told with what stands in them.
    let onPaper: Bool

    func exports(by solver: Glpsol) throws -> Exports {
        var chance = Chance(seed: seed ^ 0x5eed)
        // As many of sixty to a hundred and twenty as of fifteen hundred to three thousand.
        let contacts = Int((60 * pow(Double(most) / 60, chance.share())).rounded())
        let possible = SyntheticProgramme.Happening.allCases.filter {
            chance.happens(0.25) && !(onPaper && $0.isOfTime)
        }
        let happenings = Set(possible)
        let packs = try PacksOfTime(
            packID, changedFrom: happenings.contains(.newForm) ? from.adding(chance.happens(0.5) ? 6 : 18) : nil)
        var programme = SyntheticProgramme(
            packs: packs, contactsAYear: contacts, seed: seed, happenings: happenings, from: from)
        let sheets = programme.sheets()
        // What came too late for the last month counts in none that is told here.
        let counted = sheets.filter { programme.months.contains($0.countsIn) }
        var publishing = Publishing(packs, solver)
        try publishing.publish(counted, of: programme.months)
        return Exports(
            pack: packID.text, contacts: contacts, seed: seed, happenings: happenings.map(\.rawValue).sorted(),
            forms: [Exports.Form(packs.first.contactForm, from: from)]
                + (packs.changed.map { [Exports.Form($0.pack.contactForm, from: $0.from)] } ?? []),
            threshold: Exports.Threshold(packs.latest.threshold), publications: publishing.published,
            payroll: packs.latest.dutyTime.payroll == nil ? [] : paid(counted, packs, &chance),
            sheets: counted.map { sheet in
                Exports.Own(
                    member: String(sheet.member), month: sheet.countsIn.text, counts: counting([sheet], packs),
                    answers: onPaper
                        ? sheet.answers.map { ["kind": [$0.kind]].merging($0.values) { kind, _ in kind } } : nil)
            },
            truth: Dictionary(
                uniqueKeysWithValues: programme.months.map { month in
                    (month.text, counting(counted.filter { $0.countsIn == month }, packs))
                }),
            asked: Exports.Asked.all(of: packs.latest), leftOut: publishing.leftOut, worlds: publishing.worlds)
    }

    private func counting(_ sheets: [FiledSheet], _ packs: PacksOfTime) -> [String: Int] {
        var counting = Counting()
        for sheet in sheets { counting.add(sheet, on: packs.pack(in: sheet.month).contactForm) }
        return counting.numbers
    }

    /// The hours each member is paid for in a month: those of their contacts, and of other duties.
    private func paid(_ sheets: [FiledSheet], _ packs: PacksOfTime, _ chance: inout Chance) -> [Exports.Paid] {
        sheets.compactMap { sheet in
            let minutes = counting([sheet], packs).filter { $0.key.hasPrefix("amount/") && $0.key.contains("/minutes") }
                .values.reduce(0, +)
            guard minutes > 0 else { return nil }
            let others = chance.happens(0.5) ? 15 * Int.random(in: 0...24, using: &chance) : 0
            return Exports.Paid(
                member: String(sheet.member), month: sheet.countsIn.text, minutes: minutes + others)
        }
    }
}
