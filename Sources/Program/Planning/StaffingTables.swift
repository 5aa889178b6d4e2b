/// What the views of the team are made of.
package struct StaffingFigures: Sendable {
    package let members: [TeamMember]
    package let headcount: Headcount
    /// The published total of contacts of each month, the latest first; nothing for a month whose total is not shown.
    package let contacts: [(month: Month, total: DisclosedValue)]
    /// Words of the programme to supporters that are answered in the pack's time; nothing where it sets none.
    package let answers: Evidence?
    /// Whether it is counted how soon requests are answered.
    package let countsResponses: Bool

    package init(
        members: [TeamMember], headcount: Headcount, contacts: [(month: Month, total: DisclosedValue)],
        answers: Evidence?, countsResponses: Bool
    ) {
        self.members = members
        self.headcount = headcount
        self.contacts = contacts
        self.answers = answers
        self.countsResponses = countsResponses
    }
}

extension StaffingView {
    /// The view as tables: the team told apart by where people work, and each further thing in a table of its own.
    package func tables(_ figures: StaffingFigures) -> [PlanTable] {
        ([spread(figures)] + by.map { further($0, figures) }).compactMap(\.self)
    }

    /// Members beside everybody of the agency, by the view's places of work; nothing where it names none.
    private func spread(_ figures: StaffingFigures) -> PlanTable? {
        let places = by.filter(\.isOfPlace)
        guard !places.isEmpty else { return nil }
        let members = Dictionary(grouping: figures.members.compactMap(\.place)) { place in places.map(place.word) }
        let people = figures.headcount.people.reduce(into: [[String]: Int]()) { counts, entry in
            counts[places.map(entry.key.word), default: 0] += entry.value
        }
        let rows = Set(members.keys).union(people.keys).sorted { $0.lexicographicallyPrecedes($1) }
        let outside = figures.members.count { $0.place == nil }
        let missing = rows.filter { members[$0] == nil }
        return PlanTable(
            title: title, columns: places.map(\.heading) + ["Members", "People of the agency"],
            rows: rows.map { $0 + [String(members[$0]?.count ?? 0), String(people[$0] ?? 0)] },
            notes: missing.map { "No member: \($0.joined(separator: ", "))." }
                + (outside == 0 ? [] : ["\(outside.of("member is", "members are")) not in the directory."]),
            basis: basis)
    }

    /// What stands beside the places of work.
    private func further(_ dimension: Dimension, _ figures: StaffingFigures) -> PlanTable? {
        switch dimension {
        case .division, .classification, .shift, .swornOrCivilian: nil
        // The hours stand in the coverage of the call-out list.
        case .hourOfDay: nil
        case .trainingCompliance: training(figures)
        case .responseTime: answers(figures)
        case .contacts: contacts(figures)
        }
    }

    private func training(_ figures: StaffingFigures) -> PlanTable {
        let known = figures.members.filter { $0.trainingOpen != nil }
        let whole = known.count { $0.trainingOpen?.isEmpty == true }
        return PlanTable(
            title: "Members and their training", columns: ["Member", "Open"],
            rows: known.sorted { ($0.name, $0.account) < ($1.name, $1.account) }.map {
                [
                    $0.name,
                    $0.trainingOpen?.isEmpty == true ? "Nothing" : $0.trainingOpen?.joined(separator: "; ") ?? "",
                ]
            },
            notes: known.isEmpty
                ? ["Nobody's training is known here yet."]
                : ["\(whole) of \(figures.members.count) members have every training that the policy asks for."],
            basis: basis)
    }

    /// Nothing of a request has a time that could be shown: when one was asked and taken stays with it and goes with it. What is counted
    /// of all together has tables of its own.
    private func answers(_ figures: StaffingFigures) -> PlanTable {
        let requests =
            figures.countsResponses
            ? "How soon people are answered is told of each quarter once it is over, in bands and never by request: the times of a request "
                + "are sealed and destroyed with it, so that nobody can work out who asked."
            : "How soon requests are taken is not shown: their times are sealed and destroyed with them, so that nobody can work out who "
                + "asked."
        let why = "\(requests) How soon members answer what the programme writes is shown where the policy sets a time."
        guard let answers = figures.answers else {
            return PlanTable(
                title: "Response", columns: [], rows: [], notes: [why], basis: basis)
        }
        return PlanTable(
            title: "Response", columns: ["Words to members in thirty days", "Number"],
            rows: [
                ["Sent", String(answers.of)], ["Answered", String(answers.done)],
                ["Overdue", String(answers.missing)],
            ], notes: [why], basis: basis)
    }

    /// Published totals alone, as they were frozen: no published figure tells places of work apart, so none is shown by them.
    private func contacts(_ figures: StaffingFigures) -> PlanTable {
        let members = figures.members.count
        return PlanTable(
            title: "Members against contacts", columns: ["Month", "Contacts published", "For each member"],
            rows: figures.contacts.map { month, total in
                switch total {
                case .count(let count):
                    [month.name, String(count), members == 0 ? "No member" : count.tenths(by: members)]
                case .minutes, .hours, .suppressed: [month.name, "Not shown", "Not shown"]
                }
            },
            notes: [
                "Only published totals stand here, \(members.of("member", "members")) today. No published figure tells contacts "
                    + "apart by division, classification or shift: such counts would be small and could point at somebody."
            ] + (figures.contacts.isEmpty ? ["No summary is published yet."] : []), basis: basis)
    }
}

extension StaffingView.Dimension {
    /// Whether it is something that the directory says of where people work.
    fileprivate var isOfPlace: Bool {
        switch self {
        case .division, .classification, .shift, .swornOrCivilian: true
        case .hourOfDay, .trainingCompliance, .responseTime, .contacts: false
        }
    }

    fileprivate var heading: String {
        switch self {
        case .division: "Division"
        case .classification: "Classification"
        case .shift: "Shift"
        case .swornOrCivilian: "Sworn or civilian"
        case .hourOfDay: "Hour"
        case .trainingCompliance: "Training"
        case .responseTime: "Response"
        case .contacts: "Contacts"
        }
    }
}

extension WorkPlace {
    fileprivate func word(_ dimension: StaffingView.Dimension) -> String {
        switch dimension {
        case .division: division
        case .shift: shift
        case .classification: classification.word
        case .swornOrCivilian: classification == .sworn ? "Sworn" : "Civilian"
        case .hourOfDay, .trainingCompliance, .responseTime, .contacts: ""
        }
    }
}

extension PersonRecord.Classification {
    var word: String {
        switch self {
        case .sworn: "Sworn"
        case .civilian: "Civilian"
        case .volunteer: "Volunteer"
        }
    }
}

extension Int {
    /// The quotient with one figure behind the point, rounded: `2.4`.
    func tenths(by divisor: Int) -> String {
        let tenths = (self * 20 + divisor) / (2 * divisor)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension MemberRange {
    /// Where there are fewer or more members than the policy asks for, in words.
    package func differences(_ figures: StaffingFigures) -> [String] {
        let sites = Set(figures.headcount.people.keys.map(word)).union(figures.members.compactMap(\.place).map(word))
        return sites.filter { named == nil || $0 == named }.sorted().compactMap { site in
            let count = figures.members.count { $0.place.map(word) == site }
            let (least, most) = (members.numbers.lowerBound, members.numbers.upperBound)
            if count < least { return "\(site): \(count.of("member", "members")), \(least - count) short of \(least)." }
            if count > most { return "\(site): \(count.of("member", "members")), more than \(most)." }
            return nil
        }
    }

    private func word(_ place: WorkPlace) -> String {
        switch each {
        case .division: place.division
        case .unit: place.unit
        }
    }
}
