import HTML
import Operations
import Program

/// The team's training at a glance: members by requirements, what is planned, and what waits.
enum TrainingTeamPage {
    static func team(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let day = visit.visit.query("on").flatMap { Day($0) } ?? visit.staff.today
        let team = try await visit.programmes.teamTraining(for: visit.staff, on: day)
        let employees =
            visit.pack.gatheringKinds.contains(where: \.isForOthers)
            ? try await visit.programmes.employeeCount(for: visit.staff) : 0
        let before = visit.pack.training.schedule.per.days(around: day).lowerBound.adding(days: -1) ?? day
        return page(
            "The team’s training", in: Shells.staff(visit),
            lead: "As of \(day.longName). To print, use your browser’s print.",
            back: GatheringPages.back, announcement: refused?.announcement, width: .wide,
            main: """
                \(gaps(team, visit))
                \(waiting(team, visit))
                \(section("Members and what is asked of them", grid(team, visit)))
                \(actions(
                    linkButton(
                        "The period before", to: TrainingAddresses.team.link(query: ("on", before.text)), icon: .back),
                    visit.staff.powers.contains(.keepTraining)
                        ? linkButton("Export the record (CSV)", to: TrainingAddresses.export.link(), icon: .sheet) : .empty))
                \(debts(team, visit))
                \(TrainingMemberPages.topics(team.plannedTopics, visit, title: "Topics in this year’s sessions"))
                \(others(team, employees, visit))
                """)
    }

    private static func grid(_ team: TeamTraining, _ visit: StaffVisit) -> HTML {
        let requirements = visit.pack.training.requirements
        guard !requirements.isEmpty else { return prose("<p>The policy asks for nothing that is counted.</p>") }
        guard !team.members.isEmpty else { return emptyState("Nobody yet", "Members of the team will be here.") }
        let columns = [TableColumn("Member")] + requirements.map { TableColumn($0.title) }
        let opens = visit.staff.powers.contains(.planTraining) || visit.staff.powers.contains(.keepTraining)
        let rows = team.members.map { line -> [HTML] in
            let place = TrainingAddresses.member.link(PathID(line.member.account))
            let name: HTML = opens ? "<a\(href: place)>\(line.member.name)</a>" : HTML(text: line.member.name)
            return ["\(name)\(line.member.activeSince == nil ? " \(badge("Not active yet"))" as HTML : nil)"]
                + line.standings.map(\.mark)
        }
        return dataTable("Training of the team", columns: columns, rows: rows, narrow: .scrolls, captioned: .unseen)
    }

    /// Periods in which nothing is planned, shown ahead (KSO-D.3, OCP-I.C.3.g).
    static func gaps(_ team: TeamTraining, _ visit: StaffVisit) -> HTML {
        let notes = visit.pack.training.schedule.basis.notes
        return team.gaps.map { gap -> HTML in
            callout(
                "No session or meeting is planned from \(gap.days.lowerBound.longName) to \(gap.days.upperBound.longName)",
                tone: gap.isDue ? .bad : .warning, "<p>\(notes)</p>")
        }.joined()
    }

    private static func waiting(_ team: TeamTraining, _ visit: StaffVisit) -> HTML? {
        var items: [HTML] = []
        if visit.staff.powers.contains(.keepTraining) {
            items += team.waiting.map { waiting in
                let id = PathID(waiting.completion.id)
                func word(_ decision: TrainingRecordActs.Decision, _ label: String) -> HTML {
                    TrainingRecordActs.decide.asButton(
                        label, visit, id, style: decision == .confirm ? .primary : .secondary,
                        hidden: [("decision", decision.rawValue)])
                }
                return card(
                    "\(waiting.name): \(waiting.completion.title)", level: .third,
                    """
                    <p>Completed on \(waiting.completion.doneOn.longName). \
                    <a\(href: TrainingAddresses.certificate.link(id))>Open the certificate</a></p>
                    \(actions(word(.confirm, "I confirm it"), word(.decline, "I decline it")))
                    """)
            }
        }
        if visit.staff.powers.contains(.excuseAbsences) {
            items += team.excuses.map { ask in
                linkCard(
                    "\(ask.name) asks to be excused",
                    detail: "\(ask.gathering.plan.title), \(ask.gathering.day.longName)",
                    to: TrainingAddresses.session.link(PathID(ask.gathering.id)), icon: .clock)
            }
        }
        return items.isEmpty ? nil : section("Waits for you", cards(items))
    }

    private static func debts(_ team: TeamTraining, _ visit: StaffVisit) -> HTML? {
        guard let rule = visit.pack.training.conference, !team.debts.isEmpty else { return nil }
        return section(
            "Owed to the team",
            """
            <ul>\(team.debts.map { "<li>\($0.name): a session on \($0.debt.conference.plan.title)</li>" as HTML })</ul>
            <p>\(rule.basis.notes)</p>
            """)
    }

    /// Others than the team, in numbers.
    private static func others(_ team: TeamTraining, _ employees: Int, _ visit: StaffVisit) -> HTML? {
        let kinds = visit.pack.gatheringKinds
        guard kinds.contains(where: \.isForOthers) else { return nil }
        var about: [(String, HTML)] = [("Sessions this year", "\(team.awareness.sessions)")]
        if kinds.contains(.awareness) { about.append(("Trained in peer support", "\(team.awareness.trained) people")) }
        if kinds.contains(.orientation) {
            about.append(("At an orientation", "\(team.awareness.oriented) people"))
        }
        for rule in visit.pack.training.recurring where rule.everyone == true {
            let by = rule.days(around: team.day).upperBound.longName
            about.append((rule.title, "\(team.awareness.trained) of \(employees), due by \(by)"))
        }
        about.append(("In the directory", "\(employees) people"))
        return section("Others than the team", lead: "They are counted; nobody is named.", facts(about))
    }
}
