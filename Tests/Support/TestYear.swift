import Program

private let basis = Basis.chosen("A programme of the tests.")

/// A programme whose months and years are told in a test: its form, its threshold, its sheets, and what is published so far.
package struct TestYear {
    package let form: ContactForm
    package let tables: [SummaryTable]
    package let threshold: DisclosureThreshold
    package private(set) var tallies: [Month: Tally] = [:]
    package private(set) var published: [Publication] = []

    package init(_ form: ContactForm, tables: [SummaryTable], threshold: DisclosureThreshold) {
        (self.form, self.tables, self.threshold) = (form, tables, threshold)
    }

    /// A form with one kind and one question of one answer, in a table of every month or of the year.
    package init(
        options: Int, told: SummaryTable.Telling?, smallestCount: Int, insiders: DisclosureThreshold.Insiders = .nobody
    ) {
        let question = Question(
            id: "who", label: "Who", hint: nil,
            answer: .one((0..<options).map { Question.Option(id: "o\($0)", label: "o\($0)", code: nil) }), basis: basis)
        let kind = ContactKind(id: "contact", label: "Contact", questions: [question], caution: nil, basis: basis)
        self.init(
            ContactForm(title: "Sheet", grain: .month, bearsSupporterName: false, kinds: [kind], basis: basis),
            tables: [
                .kinds(title: "Contacts", basis: basis),
                .answers(title: "Who", kind: "contact", question: "who", told: told, basis: basis),
            ],
            threshold: DisclosureThreshold(
                smallestCount: SmallestCount(nearest: smallestCount), smallestPopulation: 1, insiders: insiders,
                fewestSheets: 1, basis: basis))
    }

    package static let summary = ToldRelease(
        SummaryRule(
            title: "Monthly", preparedBy: RoleID("coordinator"), readers: [], dueDay: 20, tables: [], cover: nil,
            basis: basis), accountable: nil)

    package static func release(_ per: ReleaseLength) -> ToldRelease {
        ToldRelease(
            LongerReleaseRule(
                id: per.rawValue, title: "Longer", per: per, preparedBy: RoleID("coordinator"), readers: [],
                dueDays: 45, tables: nil, cover: nil, basis: basis), accountable: nil)
    }

    /// Counts a sheet for each list: how many entries of the one kind chose each option.
    package mutating func file(_ sheets: [[Int]], in month: Month) {
        var tally = tallies[month] ?? Tally()
        for sheet in sheets {
            var part: [CountKey: Int] = [.entries("contact"): sheet.reduce(0, +)]
            for (option, count) in sheet.enumerated() {
                part[.answer(kind: "contact", question: "who", option: "o\(option)")] = count
            }
            tally.add(part, sheetHasEntries: sheet.reduce(0, +) > 0)
        }
        tallies[month] = tally
    }

    package mutating func count(_ tally: Tally, in month: Month) { tallies[month] = tally }

    /// Has that published already.
    package mutating func take(_ publication: Publication) { published.append(publication) }

    package func draft(_ release: ToldRelease, _ period: ReleasePeriod) throws -> ReleaseDraft {
        guard let today = Day("2027-03-01") else { throw NoSuchDay() }
        let years = published.filter { $0.period.length == .year && $0.period.lastMonth < period.lastMonth }
        let figures = FiguresAtHand(
            form: form, tallies: tallies, threshold: threshold, years: years, tables: tables)
        return ReleaseDraft(
            release, period, figures, published: published, width: threshold.promisedWidth, readers: ["Liaison"],
            on: today)
    }

    /// Publishes what the draft says, whatever an audit would say of it.
    @discardableResult package mutating func publish(_ release: ToldRelease, _ period: ReleasePeriod) throws
        -> Publication
    {
        let publication = try draft(release, period).publication
        published.append(publication)
        return publication
    }

    @discardableResult package mutating func publish(_ month: Month) throws -> Publication {
        try publish(Self.summary, .month(month))
    }

    private struct NoSuchDay: Error {}
}

extension Publication {
    /// Its rows as a reader sees them, table by table.
    package var asRead: [String] {
        tables.map { table in
            table.rows.map { "\($0.label): \($0.value.asRead)" }.joined(separator: ", ")
        }
    }
}

extension DisclosedValue {
    package var asRead: String {
        switch self {
        case .count(let count): "\(count)"
        case .hours(let hours): "\(hours) h"
        case .minutes(let minutes): "\(minutes) min"
        case .suppressed: "–"
        }
    }
}
