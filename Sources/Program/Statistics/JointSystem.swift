/// Everything that anybody can know of the true numbers of some months once all that hangs together with them is published: how the form
/// ties them to each other, and every published number as the sum of those it stands for.
package struct JointSystem: Sendable {
    /// The true value of each number that is not known.
    package private(set) var truth: [Int] = []
    package private(set) var relations: [Relation] = []
    /// What must stay unknown.
    package private(set) var cells: [Cell] = []
    private var places: [Unknown: Int] = [:]

    private struct Unknown: Hashable {
        let month: Month
        let key: CountKey
    }

    /// That a weighted sum of numbers lies in a range.
    package struct Relation: Sendable, Equatable {
        package let terms: [Term]
        package let least: Int?
        package let most: Int?

        package struct Term: Sendable, Equatable {
            package let place: Int
            package let weight: Int
        }

        /// Whether it holds for those numbers; nothing that cannot be reckoned holds.
        package func holds(for world: [Int]) -> Bool {
            var sum = 0
            for term in terms {
                let (product, tooLarge) = world[term.place].multipliedReportingOverflow(by: term.weight)
                let (next, overflow) = sum.addingReportingOverflow(product)
                if tooLarge || overflow { return false }
                sum = next
            }
            return (least ?? sum) <= sum && sum <= (most ?? sum)
        }
    }

    /// A small number, of one month or of several together: whoever knows everything else still has it in a range of that width.
    package struct Cell: Sendable, Hashable {
        package let places: [Int]
        package let width: Int

        /// What the number is in that world.
        package func value(in world: [Int]) -> Int { places.reduce(0) { $0 + world[$1] } }
    }

    /// Whether those numbers could be the true ones, for all that anybody knows.
    package func allows(_ world: [Int]) -> Bool {
        world.count == truth.count && world.allSatisfy { $0 >= 0 } && relations.allSatisfy { $0.holds(for: world) }
    }
}

// MARK: - What everybody knows

extension JointSystem {
    /// A published row and the months whose numbers are in it.
    struct Told: Sendable {
        let row: PublishedTable.Row
        let months: [Month]
    }

    /// - Parameters:
    ///   - months: whose counts it is about.
    ///   - spans: months that somebody may ask of together: those told as one, a quarter, a year.
    ///   - told: everything published of them.
    ///   - width: how wide the range of a small number stays.
    init(_ figures: FiguresAtHand, months: [Month], spans: [[Month]], told: [Told], width: Int) {
        for month in months { know(figures, month) }
        for told in told { know(told) }
        protect(figures, in: months.map { [$0] } + spans, width: width)
    }

    /// What the form says of a month: of what its sheets asked, for everybody knows that nothing else can have been counted.
    private mutating func know(_ figures: FiguresAtHand, _ month: Month) {
        guard let tally = figures.tallies[month] else { return }
        for key in tally.asked.sorted() where key.isUnknown {
            places[Unknown(month: month, key: key)] = truth.count
            truth.append(tally[key])
        }
        for kind in tally.asked.compactMap(\.kindOfEntries).sorted() {
            for question in figures.told.questions(of: kind) { know(question, of: kind, figures, month, tally) }
            for quantity in figures.told.quantities {
                guard let range = figures.form.kind(kind)?.range(of: quantity) else { continue }
                know(quantity, range.numbers, required: range.required, of: kind, month)
            }
        }
    }

    /// How answers add up. What does not hold, because the form changed and not everybody was asked, nobody can know.
    private mutating func know(
        _ question: String, of kind: String, _ figures: FiguresAtHand, _ month: Month, _ tally: Tally
    ) {
        let options = tally.asked.filter { $0.isAnswer(to: question, of: kind) }.sorted()
        guard !options.isEmpty else { return }
        let all = options.map { ($0, 1) }
        switch figures.form.kind(kind)?.questions.first(where: { $0.id == question })?.answer {
        case .one:
            if !relate(all + [(.entries(kind), -1)], month, least: 0, most: 0) {
                relate(all + [(.entries(kind), -1)], month, least: nil, most: 0)
            }
        case .several(_, let least):
            for option in options { relate([(option, 1), (.entries(kind), -1)], month, least: nil, most: 0) }
            relate(all + [(.entries(kind), -least.number)], month, least: 0, most: nil)
        case .amount, .confirmation, nil:
            for option in options { relate([(option, 1), (.entries(kind), -1)], month, least: nil, most: 0) }
        }
    }

    /// How little and how much one entry may give of a quantity.
    private mutating func know(
        _ quantity: Quantity, _ range: ClosedRange<Int>, required: Bool, of kind: String, _ month: Month
    ) {
        let (amount, gave) = (
            CountKey.amount(kind: kind, quantity: quantity), CountKey.gave(kind: kind, quantity: quantity)
        )
        relate([(gave, 1), (.entries(kind), -1)], month, least: nil, most: 0)
        relate([(amount, 1), (gave, -max(range.lowerBound, 1))], month, least: 0, most: nil)
        relate([(amount, 1), (gave, -range.upperBound)], month, least: nil, most: 0)
        if required { relate([(amount, 1), (.entries(kind), -range.lowerBound)], month, least: 0, most: nil) }
    }

    /// A published number: to the unit for counts and minutes, within the hour for hours.
    private mutating func know(_ told: Told) {
        let range: (least: Int, most: Int)
        switch told.row.value {
        case .count(let number), .minutes(let number): range = (number, number)
        case .hours(let hours): range = (hours * 60, hours * 60 + 59)
        case .suppressed: return
        }
        let terms = places(of: told.row.of, in: told.months).map { Relation.Term(place: $0, weight: 1) }
        relations.append(Relation(terms: terms, least: range.least, most: range.most))
    }

    /// - Returns: false where it does not hold, so that nobody knows it.
    @discardableResult private mutating func relate(
        _ terms: [(CountKey, Int)], _ month: Month, least: Int?, most: Int?
    ) -> Bool {
        let relation = Relation(
            terms: terms.compactMap { key, weight in
                places[Unknown(month: month, key: key)].map { Relation.Term(place: $0, weight: weight) }
            }, least: least, most: most)
        guard !relation.terms.isEmpty, relation.holds(for: truth) else { return false }
        relations.append(relation)
        return true
    }

    private func places(of keys: [CountKey], in months: [Month]) -> [Int] {
        months.flatMap { month in keys.compactMap { places[Unknown(month: month, key: $0)] } }.sorted()
    }
}

// MARK: - What must stay unknown

extension JointSystem {
    /// Every number that has not enough behind it, whether a table has it or not: of each kind and option, of all kinds, and of the
    /// quantities that few gave.
    private mutating func protect(_ figures: FiguresAtHand, in spans: [[Month]], width: Int) {
        let kinds = Array(Set(places.keys.map(\.key).compactMap(\.kindOfEntries))).sorted().map { CountKey.entries($0) }
        var cells: Set<Cell> = []
        for months in spans {
            for keys in [kinds] + Set(places.keys.map(\.key)).map({ [$0] }) {
                let (asked, scale) = keys[0].behind
                let part = figures.part(keys.count > 1 ? keys : [asked], in: months)
                let places = places(of: keys, in: months)
                if !figures.enough.holds(part.sum, largest: part.largest), !places.isEmpty {
                    cells.insert(Cell(places: places, width: width * scale))
                }
            }
        }
        self.cells = cells.sorted { $0.places.lexicographicallyPrecedes($1.places) }
    }
}

extension CountKey {
    /// The number that has to be few for this one to be protected, and how much of it one stands for: of a time an hour.
    fileprivate var behind: (key: CountKey, scale: Int) {
        switch self {
        case .amount(let kind, let quantity): (.gave(kind: kind, quantity: quantity), quantity.isTime ? 60 : 1)
        case .sheets, .entries, .answer, .gave, .sum, .given: (self, 1)
        }
    }
}

extension CountKey {
    /// Whether it is a number that nobody knows: how many sheets there are is no secret.
    fileprivate var isUnknown: Bool {
        switch self {
        case .entries, .answer, .amount, .gave: true
        case .sheets, .sum, .given: false
        }
    }

    fileprivate func isAnswer(to question: String, of kind: String) -> Bool {
        if case .answer(kind, question, _) = self { true } else { false }
    }
}
