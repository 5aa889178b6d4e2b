import HTML
import Operations
import Program

/// One member's training, as they see it and as whoever keeps the record does; to print as well.
enum TrainingMemberPages {
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ account: PathID) async throws -> Answer? {
        try await member(account, visit, refused).map { .page($0, again: refused) }
    }

    static func member(_ account: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML? {
        guard let training = try await visit.programmes.training(of: account.text, for: visit.staff) else { return nil }
        var forms: [HTML] = []
        if visit.staff.powers.contains(.keepTraining) {
            let filled = Filled(
                options: ["course": try await TrainingFields.courses(visit)], first: ["creditMinutes": "0"])
            forms.append(
                section(
                    "Record a course",
                    TrainingRecordActs.record.form(
                        visit, account, filled: filled, refused: refused, button: "Record it")))
        }
        let rules = visit.pack.qualificationsConfirmed(by: visit.staff.rolesToday)
        if !rules.isEmpty {
            let filled = Filled(options: ["qualification": rules.map { FieldOption($0.id, $0.label) }])
            forms.append(
                section(
                    "Confirm a qualification", lead: "Each by yes. What lies behind it is asked nowhere.",
                    TrainingRecordActs.qualify.form(
                        visit, account, filled: filled, refused: refused, button: "Confirm")))
        }
        return page(
            training.member.name, in: Shells.staff(visit), lead: "Training record. To print, use your browser’s print.",
            back: Crumb("The team’s training", TrainingAddresses.team.link()), width: .wide,
            main: "\(parts(training, visit, isOwn: false))\(forms.joined())")
    }

    /// What there is of a member's training.
    static func parts(_ training: MemberTraining, _ visit: StaffVisit, isOwn: Bool) -> HTML {
        let rows = training.standings.filter { $0.state != .notMeant }.map { standing -> [HTML] in
            let missing = standing.shortfall?.topics.map(\.label).joined(separator: ", ") ?? ""
            return [
                HTML(text: standing.requirement.title),
                badge(standing.requirement.strength == .required ? "Required" : "Recommended"), standing.mark,
                "\(missing.isEmpty ? nil : "Missing: \(missing)." as HTML) \(standing.requirement.basis.notes)",
            ]
        }
        return """
            \(debts(training, visit))
            \(section(
                isOwn ? "What is asked of you" : "What is asked",
                rows.isEmpty
                    ? prose("<p>The policy asks for nothing.</p>")
                    : dataTable(
                        "What is asked", columns: ["What", "How much", "State", "Rule"], rows: rows, captioned: .unseen)))
            \(topics(training.topics, visit))
            \(completions(training, visit, isOwn: isOwn))
            \(attended(training, visit))
            """
    }

    private static func debts(_ training: MemberTraining, _ visit: StaffVisit) -> HTML? {
        let notes = visit.pack.training.conference?.basis.notes
        let items = training.debts.map { debt -> HTML in
            "<p>A session for the team on what was learned at \(debt.conference.plan.title). \(notes)</p>"
        }
        return items.isEmpty ? nil : callout("Owed to the team", tone: .warning, items.joined())
    }

    /// Topics that were had, and those that are missing.
    static func topics(_ had: Set<TopicName>, _ visit: StaffVisit, title: String = "Topics") -> HTML? {
        let lists = visit.pack.training.trackedTopics
        guard !lists.isEmpty else { return nil }
        return section(
            title,
            lists.map { list -> HTML in
                let missing = list.missing(in: had)
                let covered = list.topics.count - missing.count
                let names = missing.map(\.label).joined(separator: "; ")
                return """
                    \(progress(list.title, done: covered, of: list.topics.count, unit: "topics"))
                    <p>\(missing.isEmpty ? "None is missing." : "Missing: \(names).") \(list.basis.notes)</p>
                    """
            }.joined())
    }

    private static func completions(_ training: MemberTraining, _ visit: StaffVisit, isOwn: Bool) -> HTML? {
        let keeps = visit.staff.powers.contains(.keepTraining) && !isOwn
        let credit = visit.pack.training.record?.credit
        let rows = training.completions.map { completion -> [HTML] in
            let open: HTML? = completion.paper.map { _ in
                "<a\(href: TrainingAddresses.certificate.link(PathID(completion.id)))>Certificate</a>"
            }
            let remove: HTML? =
                keeps
                ? TrainingRecordActs.remove.asButton("Take out", visit, PathID(completion.id), style: .quiet) : nil
            return [
                HTML(text: completion.title), HTML(text: completion.doneOn.longName),
                HTML(text: completion.minutes.asHours), HTML(text: completion.creditMinutes.asHours),
                "\(completion.isConfirmed ? badge("Recorded", tone: .good) : badge("Waits to be confirmed", tone: .warning)) \(completion.expiresOn.map { "until \($0.text)" as HTML }) \(open) \(remove)",
            ]
        }
        let qualified = training.qualifications.map { own -> HTML in
            let label = visit.pack.qualifications.first { $0.id == own.qualification }?.label ?? own.qualification
            return
                "<li>\(label), since \(own.since.longName)\(own.lastDay.map { ", until \($0.longName)" as HTML })</li>"
        }
        return section(
            "Courses completed",
            """
            \(credit.map { name -> HTML in
                "<p>\(name) hours this year: \(training.creditMinutes.asHours). \(visit.pack.training.record?.basis.notes)</p>"
            })
            \(rows.isEmpty
                ? prose("<p>None is recorded.</p>")
                : dataTable(
                    "Courses completed",
                    columns: [
                        "Course", "Completed on", TableColumn("Hours", .number),
                        TableColumn(credit.map { "\($0) hours" } ?? "Creditable hours", .number), "State",
                    ], rows: rows, captioned: .unseen))
            \(qualified.isEmpty ? nil : "<h3>Qualified for</h3><ul>\(qualified)</ul>")
            """)
    }

    private static func attended(_ training: MemberTraining, _ visit: StaffVisit) -> HTML {
        let rows = training.attended.prefix(60).map { line -> [HTML] in
            [
                HTML(text: line.gathering.plan.title), HTML(text: line.gathering.plan.kind.words),
                HTML(text: line.gathering.day.longName), HTML(text: line.gathering.minutes.asHours),
                line.own.outcome.map { badge($0.words, tone: $0.tone) } ?? "",
            ]
        }
        let absences = training.absences
        return section(
            "Sessions and meetings",
            """
            <p>Where it is required: there \(absences.attended) times, absent \(absences.unexcused.count), excused \
            \(absences.excused.count). \(visit.pack.training.attendance?.basis.notes)</p>
            \(rows.isEmpty
                ? nil
                : dataTable(
                    "Sessions and meetings",
                    columns: ["What", "Kind", "Day", TableColumn("Hours", .number), "State"], rows: Array(rows),
                    captioned: .unseen))
            """)
    }
}
