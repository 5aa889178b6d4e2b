/// A report on how the programme is used and what its team needs, in plain sentences with their figures. Of contacts it has what was
/// published, so that a sheet that is filed changes nothing in it.
package struct UseReport: Sendable, Equatable {
    package let id: String
    package let title: String
    package let period: ReleasePeriod
    package let parts: [FigurePart]
    package let basis: Basis
}

/// What a report is made of.
package struct UseFigures: Sendable {
    /// The publications of months.
    package let publications: [Publication]
    package let members: [TeamMember]
    package let coverage: CoverageGrid
    /// Nothing where the policy asks for none.
    package let size: SuggestedSize?
    /// Hours by member and quarter, for whoever receives the sheets; nothing for anybody else.
    package let hours: PlanTable?
    /// How soon people were answered, as it was told of the latest quarters; the latest first.
    package let answered: [ResponseFigures]
    package let threshold: Int

    package init(
        publications: [Publication], members: [TeamMember], coverage: CoverageGrid, size: SuggestedSize?,
        hours: PlanTable?,
        answered: [ResponseFigures], threshold: Int
    ) {
        self.publications = publications.filter { $0.period.length == .month }
        self.members = members
        self.coverage = coverage
        self.size = size
        self.hours = hours
        self.answered = answered
        self.threshold = threshold
    }
}

extension UtilisationReport {
    /// The period that was over last.
    package func period(on today: Day) -> ReleasePeriod {
        let now = ReleasePeriod(length, endingFrom: today.month)
        return ReleasePeriod(length, endingFrom: now.firstMonth.previous)
    }

    /// The report on the period that was over last, measure by measure.
    package func report(_ figures: UseFigures, on today: Day) -> UseReport {
        let period = period(on: today)
        return UseReport(
            id: id, title: title, period: period, parts: measures.flatMap { parts($0, figures, in: period) },
            basis: basis)
    }

    private func parts(_ measure: Measure, _ figures: UseFigures, in period: ReleasePeriod) -> [FigurePart] {
        switch measure {
        case .utilisation: [figures.utilisation(until: period)]
        case .contactTrend: [figures.contactTrend(until: period)]
        case .services: figures.tables(in: period) { !$0.isOfAmounts }
        case .referrals:
            figures.tables(in: period) { $0.rows.contains { $0.unit == .referrals || $0.unit == .followUps } }
        case .loadPerMember: [figures.loadPerMember(until: period)]
        case .suggestedTeamSize: [figures.suggestedSize].compactMap(\.self)
        case .trainingNeedsByDivision: [figures.trainingNeeds]
        case .coverage: [figures.cover]
        case .responseTime: [figures.howSoon]
        case .hoursPerSupporter: [figures.hoursPerSupporter].compactMap(\.self)
        }
    }

    private var length: ReleasePeriod.Length {
        switch per {
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        }
    }
}
