import Foundation
import Program

/// Some years of an invented programme: how many contacts, by whom, of what kind, and what went unlike other years.
struct SyntheticProgramme {
    let packs: PacksOfTime
    let contactsAYear: Int
    let seed: UInt64
    let happenings: Set<Happening>
    let months: [Month]
    private let years: Int

    /// What makes figures of a year harder to tell.
    enum Happening: String, CaseIterable {
        /// A month with the sheet of one supporter alone.
        case lonelyMonth = "a month of one sheet"
        /// A December with next to nothing, which is told with the January after it.
        case quietDecember = "a quiet December"
        /// Some sheets come after their month was published.
        case lateSheets = "late sheets"
        /// The form has one answer more from a July on.
        case newForm = "a new form in July"

        /// What sheets of paper that are taken over at once cannot have.
        var isOfTime: Bool {
            switch self {
            case .lonelyMonth, .quietDecember: false
            case .lateSheets, .newForm: true
            }
        }
    }

    private var chance: Chance
    private let supporters: [Double]
    private let season: [Double]
    private let kinds: [Double]
    /// By kind and question the share of each option.
    private var options: [String: [Double]] = [:]
    private let present: [String: Double]

    init(
        packs: PacksOfTime, contactsAYear: Int, seed: UInt64, happenings: Set<Happening>, from first: Month,
        years: Int = 2,
        team members: Int? = nil
    ) {
        self.packs = packs
        self.contactsAYear = contactsAYear
        self.seed = seed
        self.happenings = happenings
        months = (0..<12 * years).map(first.adding)
        self.years = years
        var chance = Chance(seed: seed)
        let usual = min(max(contactsAYear / Int.random(in: 4...12, using: &chance), 4), 300)
        let team = members ?? usual
        supporters = chance.shares(about: Array(repeating: 0.7, count: team))
        season = chance.shares(about: Array(repeating: 30, count: 12 * years))
        let form = packs.latest.contactForm
        let many = Double(form.kinds.count)
        kinds = chance.shares(about: form.kinds.indices.map { $0 == 0 ? 40 : 12 / many })
        var present: [String: Double] = [:]
        for kind in form.kinds {
            for question in kind.questions {
                options["\(kind.id)/\(question.id)"] = chance.skewedShares(question.answer.options.count)
                present["\(kind.id)/\(question.id)"] = 0.05 + 0.9 * chance.share()
            }
        }
        self.present = present
        self.chance = chance
    }

    /// What every supporter filed, in the order of months.
    mutating func sheets() -> [FiledSheet] {
        var sheets: [FiledSheet] = []
        let lonely = months[6 + Int.random(in: 0..<5, using: &chance)]
        for (month, share) in zip(months, season) {
            var entries = Int((Double(years * contactsAYear) * share).rounded())
            if happenings.contains(.quietDecember), month == months[11] { entries = min(entries, 4) }
            var byMember: [Int: [ContactAnswers]] = [:]
            let form = packs.pack(in: month).contactForm
            for _ in 0..<entries {
                let alone = happenings.contains(.lonelyMonth) && month == lonely
                let member = alone ? 0 : chance.position(by: supporters)
                byMember[member, default: []].append(answers(on: form, in: month))
            }
            for member in supporters.indices {
                let isLate = happenings.contains(.lateSheets) && chance.happens(0.08)
                sheets.append(
                    FiledSheet(member: member, month: month, isLate: isLate, answers: byMember[member] ?? []))
            }
        }
        return sheets
    }

    private mutating func answers(on form: ContactForm, in month: Month) -> ContactAnswers {
        let kind = form.kinds[chance.position(by: kinds)]
        var values: [String: [String]] = form.grain == .day ? ["day": ["\(month.text)-15"]] : [:]
        for question in kind.questions {
            let name = "\(kind.id)/\(question.id)"
            switch question.answer {
            case .one(let all):
                let shares = options[name] ?? []
                values[question.id] = [all[min(chance.position(by: shares), all.count - 1)].id]
            case .several(let all, let atLeast):
                let shares = options[name] ?? []
                var chosen = Set(zip(all, shares).filter { chance.happens(min($0.1, 0.6)) }.map(\.0.id))
                for option in all where chosen.count < atLeast.number { chosen.insert(option.id) }
                values[question.id] = all.map(\.id).filter(chosen.contains)
            case .amount(let quantity, let range, let required):
                guard required || chance.happens(present[name] ?? 0.5) else { continue }
                let usual = quantity.isTime ? [10, 15, 20, 30, 30, 45, 60, 60, 90, 120] : [1, 1, 1, 2, 2, 3, 5, 8, 12]
                let amount = usual.randomElement(using: &chance) ?? 1
                let numbers = range.numbers
                values[question.id] = [String(min(max(amount, numbers.lowerBound), numbers.upperBound))]
            case .confirmation:
                if chance.happens(0.7) { values[question.id] = ["yes"] }
            }
        }
        return ContactAnswers(kind: kind.id, values: values)
    }
}

/// A supporter's month as they handed it in.
struct FiledSheet {
    let member: Int
    let month: Month
    /// Handed in after the figures of its month were published.
    let isLate: Bool
    let answers: [ContactAnswers]

    /// The month in which it counts.
    var countsIn: Month { isLate ? month.next : month }

    /// The sheet, checked as every sheet is.
    func sheet(on form: ContactForm) throws -> StatSheet {
        guard let today = Day(month: month, number: 28) else { throw NotASheet() }
        return StatSheet(
            month: month, form: form,
            entries: try answers.map { try form.entry(from: $0, in: month, today: today).get() })
    }
}

struct NotASheet: Error {}
