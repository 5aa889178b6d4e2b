import HTML
import Program

/// The team as a whole, its figures, and what is kept for how long.
enum HandbookTeam {
    /// Nothing where the policy has no rule of it.
    static func team(_ pack: PolicyPack) -> HTML? {
        let rules = pack.team
        return ruledLines(
            [
                rules.supervision.map { rule in
                    ruledLine(
                        "The \(pack.title(rule.by)) directly supervises the \(pack.terms.supporters), and never sees a request.",
                        rule.basis)
                },
                rules.sizing.map {
                    ruledLine("How many the team needs goes by \($0.factors.map(\.inHandbook).listed()).", $0.basis)
                },
                rules.forecast.map { rule in
                    ruledLine(
                        """
                        The team’s size is foreseen for \(counted(rule.monthsAhead.number, "month")), by \
                        \(rule.causes.map(\.inHandbook).listed()).
                        """, rule.basis)
                },
                rules.mutualAid.map { rule in
                    ruledLine(
                        """
                        Members may be lent to other agencies, and theirs to us, by an agreement that the \(pack.title(rule.approvedBy)) and the \
                        other agency’s own office approve. Either agency may end it at any time.\
                        \(rule.seekerMayChoosePartner ? " Whoever seeks support may then ask the other agency’s team." : "")
                        """, rule.basis)
                },
                rules.regionalTeam.map { ruledLine(regional($0), $0.basis) },
            ] + rules.staffing.map { ruledLine("\($0.title): by \($0.by.map(\.inHandbook).listed()).", $0.basis) }
                + rules.reports.map { report in
                    ruledLine(
                        "\(report.title), each \(report.per.rawValue), for \(pack.allOf(report.readers)).", report.basis
                    )
                })
    }

    private static func regional(_ rule: RegionalTeamRule) -> String {
        let words =
            rule.sealedMessages
            ? " They write to each other under a seal; a message is destroyed after \(counted(rule.messagesKeptFor, "day"))."
            : ""
        return
            "Agencies of the region may have a team together\(rule.jointSessions ? ", and train and meet together" : "").\(words)"
    }

    /// The month's sheet and what is published of it.
    static func figures(_ pack: PolicyPack) -> HTML {
        let (sheet, summary, threshold) = (pack.statSheet, pack.summary, pack.threshold)
        return ruledLines(
            [
                ruledLine(
                    """
                    Every \(pack.terms.supporter) hands the month’s sheet (\(pack.terms.statSheet)) to the \(pack.title(sheet.receivedBy)), on time until day \
                    \(sheet.dueDay.number) of the next month. It has no name of anybody who was supported and no place for words.
                    """, sheet.basis),
                ruledLine(
                    """
                    The \(pack.title(summary.preparedBy)) publishes \(summary.title) by day \(summary.dueDay.number) of the next month\
                    \(summary.readers.isEmpty ? "" : ", for \(pack.allOf(summary.readers))").
                    """, summary.basis),
                ruledLine(
                    "A count above zero and below \(threshold.smallestCount.number) is not shown.", threshold.basis),
            ]) ?? .empty
    }

    static func retention(_ pack: PolicyPack) -> HTML {
        let rules = pack.retention
        func kept(_ what: String, _ rule: Rule<RetentionDays>) -> HTML {
            ruledLine("\(what): \(counted(rule.value.number, "day")).", rule.basis)
        }
        return """
            \(prose("<p>What is not kept cannot leak. The policy wants this destroyed after so many days:</p>"))
            \(ruledLines([
                kept("Keys and words of a request, after it was closed", rules.closedRequestDays),
                kept("An inquiry about somebody else, after its outcome", rules.inquiryDays),
                kept("Names in an incident", rules.incidentNameDays),
                kept("An application that was not finished", rules.applicationDays),
                kept("What ties an entry of the audit chain to its subject", rules.auditSaltDays),
                kept("A member’s hours", rules.dutyTimeDays),
            ]))
            """
    }

    static func referrals(_ pack: PolicyPack) -> HTML {
        let rules = pack.referrals
        return """
            \(ruledLines([
                ruledLine("Providers of further help are named by \(rules.identifiedBy.value.map { pack.title($0) }.listed("or")).", rules.identifiedBy.basis),
                rules.followUpAfterDays.map { rule in
                    ruledLine("You are reminded after \(counted(rule.value.number, "day")) to ask how it went.", rule.basis)
                },
                ruledLine("A referral is counted and never with a name.", rules.counted.basis),
                rules.licensedMarked.flatMap { rule in
                    rule.value ? ruledLine("Licensed professionals are marked as such.", rule.basis) : nil
                },
                "The page “\(HelpPage.title)” lists who is there, for families too. Nothing is kept of who reads it.",
            ]))
            \(ruledPart("Where to", ruledList(rules.categories)))
            \(ruledPart("Where the programme refers nobody to", refusedReferrals(rules.refused)))
            """
    }

    private static func refusedReferrals(_ items: [RefusedReferral]) -> HTML? {
        ruledLines(items.map { ruledLine("\($0.label). \($0.instead ?? "")", $0.basis) })
    }

    static func awareness(_ pack: PolicyPack) -> HTML? {
        let rules = pack.awareness
        return """
            \(prose("<p>The \(pack.title(rules.promotedBy)) makes the programme known.</p>"))
            \(ruledLines([
                rules.orientation.map { rule in
                    ruledLine("New employees learn of the programme within \(counted(rule.withinDays.number, "day")).", rule.basis)
                },
                rules.trainingForAll.map { rule in
                    ruledLine("There is training in peer support for people who are not on the team\(rule.value == .recommended ? ", as a recommendation" : "").", rule.basis)
                },
                rules.activityEvery.map { rule in
                    ruledLine("Something is done for that at least once a \(rule.value.word).", rule.basis)
                },
                rules.equipment.map { ruledLine("The \(pack.title($0.keptBy)) keeps the register of equipment and materials.", $0.basis) },
                rules.idCard.map { ruledLine("The \(pack.title($0.madeBy)) makes the cards of the team. Each is valid for \($0.validMonths.number) months, as long as its holder is a member.", $0.basis) },
                rules.library.map { ruledLine("The \(pack.title($0.keptBy)) keeps the library.", $0.basis) },
                rules.feedback.map { rule in
                    ruledLine("Members tell the \(pack.title(rule.to)) how the programme does\(rule.mayBeAnonymous ? ", with or without their name" : "").", rule.basis)
                },
            ]))
            \(ruledPart("How", ruledList(rules.activities)))
            \(ruledPart("Printed and shown", ruledLines(rules.materials.map { ruledLine($0.title, $0.basis) })))
            \(ruledPart("Together with", ruledList(rules.partners)))
            """
    }
}

extension SizingRule.Factor {
    fileprivate var inHandbook: String {
        switch self {
        case .crimeLevel: "the level of crime"
        case .area: "the area served"
        case .divisions: "the divisions"
        case .turnover: "turnover"
        case .retirements: "retirements"
        case .promotions: "promotions"
        case .budget: "the budget"
        }
    }
}

extension ForecastRule.Cause {
    fileprivate var inHandbook: String {
        switch self {
        case .termEnds: "terms that end"
        case .retirements: "retirements"
        case .transfers: "transfers"
        case .promotions: "promotions"
        }
    }
}

extension StaffingView.Dimension {
    fileprivate var inHandbook: String {
        switch self {
        case .division: "division"
        case .classification: "classification"
        case .shift: "shift"
        case .hourOfDay: "hour of the day"
        case .swornOrCivilian: "sworn or civilian"
        case .trainingCompliance: "training"
        case .responseTime: "time to respond"
        case .contacts: "contacts"
        }
    }
}
