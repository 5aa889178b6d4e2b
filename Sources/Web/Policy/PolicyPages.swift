import HTML
import Operations
import PolicyPacks
import Program

/// The policy in force, for those who answer for it.
enum PolicyPages {
    /// - Parameter chosen: which of the duties.
    static func policy(
        _ duties: DutiesToday, _ counsel: CounselRecord, _ visit: StaffVisit, only chosen: DutyChoice = .all
    ) -> HTML {
        let pack = visit.staff.agency.pack
        let register = pack.register.compactMap { $0.only { chosen.holds($0, duties) } }
        return page(
            "Policy in force", in: Shells.staff(visit, at: PolicyAddresses.policy),
            lead: "Every duty of the written policy, and what becomes of it in this system.", width: .wide,
            main: """
                \(summary(pack, visit.staff.agency))
                \(prose(meaning))
                \(actions(linkButton("To print, as proof", to: PolicyAddresses.proof.link(), icon: .print), ChosenPages.way))
                \(section("Seen today", "\(standings(duties, pack))\(today(duties.evidence, pack.pack))"))
                \(CounselPages.questions(pack.pack, counsel))
                \(changes(pack.pack))
                \(unsettled(pack.pack))
                \(section("The duties, by part of the policy", "\(choice(of: chosen))\(index(register))"))
                \(register.map { part($0, duties, pack.pack) })
                """)
    }

    private static func summary(_ pack: LoadedPack, _ agency: Agency) -> HTML {
        let source = pack.pack.source
        let states = DutyState.allCases.map { Figure($0.words, "\(pack.duties($0).count)") }
        return """
            \(figures([Figure("Duties", "\(pack.pack.clauses.count)")] + states))
            \(facts([
                ("Agency", HTML(text: agency.name)), ("Policy of", HTML(text: pack.pack.agency.title)),
                ("Source", HTML(text: source.title)),
                ("Dated", source.date.map { HTML(text: $0.longName) } ?? "The source gives no date."),
                ("Pack", "<code>\(pack.pack.id.text)</code>, version \(pack.pack.version)"),
                ("Content hash", "<code>\(pack.hash.inGroups(of: 8))</code>"),
            ]))
            """
    }

    private static let meaning: HTML = """
        <p><strong>Carried out</strong>: something that people do here, or that the system does by itself, goes by every rule of the \
        duty. <strong>Said</strong>: its words are shown to those they are for, and nothing more is done. <strong>Written \
        down, not carried out</strong>: it stands in the pack, and nothing in the system goes by it, or only by some of its rules; \
        what is missing stands beside it and is left to people.</p>
        """

    /// Law that the source does not know of: said, and left to counsel.
    private static func changes(_ policy: PolicyPack) -> HTML? {
        let changes = policy.source.changesSince
        guard !changes.isEmpty else { return nil }
        return section(
            "Law changed since this policy was written",
            changes.map { change in
                callout(
                    change.law, tone: .warning,
                    """
                    <p>In effect since \(change.effective.longName). \(change.note)</p>
                    <p>\(change.clauses.notes)</p>
                    """)
            }.joined())
    }

    /// What the source leaves to each agency and its counsel (IACP-6.2).
    private static func unsettled(_ policy: PolicyPack) -> HTML? {
        let exceptions = policy.confidentiality.unsettled
        guard !exceptions.isEmpty else { return nil }
        return section(
            "To be settled by each agency with its counsel",
            lead:
                "Whether these must or may be told, and to whom, is not settled. Until it is, the system tells nobody.",
            prose("<ul>\(exceptions.map { "<li>\($0.quotedLabel) \($0.basis.notes)</li>" as HTML })</ul>"))
    }

    private static func index(_ register: [ClausePart]) -> HTML {
        let items = register.map { part -> HTML in
            let missing = part.count(.writtenDown)
            return """
                <li><a\(href: PolicyAddresses.part(part))>\(part.name)</a> \
                (\(part.size))\
                \(missing == 0 ? nil : " \(badge("\(missing) written down", tone: .warning))" as HTML)</li>
                """
        }
        return prose("<ul>\(items)</ul>")
    }

    /// Counts of what is on time and what is missing, and nobody's name.
    private static func today(_ evidence: [Evidence], _ policy: PolicyPack) -> HTML {
        prose("<ul>\(evidence.map { "<li>\($0.words(policy))</li>" as HTML })</ul>")
    }

    private static func choice(of chosen: DutyChoice) -> HTML {
        let all = [.all] + DutyState.allCases.map(DutyChoice.state) + [.standing(.overdue), .standing(.due)]
        let links = all.map { choice in
            linkButton(choice.words, to: PolicyAddresses.duties(choice), style: choice == chosen ? .primary : .quiet)
        }
        return actions("\(links)")
    }

    /// How many duties stand how, with a sign and in words.
    static func standings(_ duties: DutiesToday, _ pack: LoadedPack) -> HTML {
        let counts = duties.count(of: pack.conformance)
        let lines = DutyStanding.allCases.map { standing -> HTML in
            "<li>\(counts[standing, default: 0]) \(standing.mark) \(standing.meaning)</li>"
        }
        return prose("<ul>\(lines)</ul>")
    }

    private static func part(_ part: ClausePart, _ duties: DutiesToday, _ policy: PolicyPack) -> HTML {
        """
        <section class="part" id="\(part.anchor)"><h2>\(part.name)</h2>
        \(dataTable(
            part.size, 
            columns: [
                "Clause", TableColumn("Duty", .sentences), TableColumn("What becomes of it", .sentences),
                TableColumn("By what", .sentences),
            ],
            rows: part.entries.map { cells(of: $0, duties, policy) }))</section>
        """
    }

    private static func cells(of duty: DutyConformance, _ duties: DutiesToday, _ policy: PolicyPack) -> [HTML] {
        let clause = duty.clause
        return [
            "<strong>\(clause.place)</strong> \(clauseNote(clause.id.text))", HTML(text: clause.duty),
            state(of: duty, duties.standing(of: duty)),
            "<span>\(rules(of: duty))\(today(of: duty, duties, policy))</span>",
        ]
    }

    /// What shows today that a duty is carried out.
    private static func today(of duty: DutyConformance, _ duties: DutiesToday, _ policy: PolicyPack) -> HTML? {
        let lines = duties.words(of: duty, policy)
        return lines.isEmpty ? nil : lines.map { "<br>Today: \($0)" as HTML }.joined()
    }

    private static func state(of duty: DutyConformance, _ standing: DutyStanding) -> HTML {
        let inPart = duty.partsMet == 0 ? nil : "\(duty.partsMet) of its \(duty.counted.count) rules are met"
        let notes = ["Wanted: \(duty.clause.kind.words)", inPart].compactMap { $0 }
        return """
            <span>\(badge(duty.state.words, tone: duty.state.tone))\(notes.map { "<br>\($0)" as HTML })<br>\(standing.mark)</span>
            """
    }

    /// What goes by each rule, and what does not.
    private static func rules(of duty: DutyConformance) -> HTML {
        guard !duty.rules.isEmpty else { return "No rule of the pack cites it." }
        let lines = duty.rules.map { rule -> HTML in "\(path(rule.path)): \(rule.words)" }
        return lines.joined(separator: "<br>")
    }

    /// A path that a narrow page can break at its joints.
    private static func path(_ rule: String) -> HTML {
        let levels = rule.split(separator: ".").map { level -> HTML in
            level.split(separator: "[").map { HTML(text: String($0)) }.joined(separator: "<wbr>[")
        }
        return "<code>\(levels.joined(separator: ".<wbr>"))</code>"
    }
}

extension String {
    /// As people type it, and as a narrow page can break it: so many signs, a blank, and so on.
    func inGroups(of length: Int) -> String {
        let signs = Array(self)
        return stride(from: 0, to: signs.count, by: length).map { String(signs[$0..<min($0 + length, signs.count)]) }
            .joined(separator: " ")
    }
}
