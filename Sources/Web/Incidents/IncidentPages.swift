import HTML
import Operations
import Program

/// The register of critical incidents: kind and day, and who of the team was part of each.
enum IncidentPages {
    static func list(_ incidents: [ListedIncident], _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let records = visit.staff.powers.contains(.recordIncidents)
        return page(
            "Incidents", in: Shells.staff(visit, at: IncidentAddresses.incidents),
            lead: """
                Whoever was part of an incident, or saw it, is not offered a request that has to do with it. \
                \(clause(visit.pack))
                """,
            announcement: records ? nil : refusal.map { HTML.stray($0) },
            main: """
                \(records ? section("Record an incident", recording(visit, refusal)) : nil)
                \(section(
                    "Recorded",
                    incidents.isEmpty
                        ? emptyState("None yet", "What is recorded here has a kind and a day, and nothing else.")
                        : "\(incidents.map { listed($0, visit, records: records) })"))
                """)
    }

    private static func clause(_ pack: PolicyPack) -> HTML? {
        pack.requests.incidentBar?.basis.clauses.first.map { clauseNote($0.text) }
    }

    private static func recording(_ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(
            to: IncidentAddresses.incidents.link(), typed: refusal == nil ? nil : visit.form, problems: refusal)
        return form.html(
            """
            \(form.select(
                IncidentActs.kindField, "Kind", visit.pack.incidents.kinds.map { FieldOption($0.id, $0.label) },
                prompt: "Choose", clause: visit.pack.incidents.kinds.flatMap(\.basis.clauses).first?.text))
            \(form.text(
                IncidentActs.dayField, "Day", kind: .code, first: visit.staff.today.text,
                hint: "Such as 2026-11-20. Nothing is written about what happened, or to whom.", maxLength: 10))
            """, actions: button("Record"))
    }

    /// One incident with one's own mark: everybody says for themselves whether they were there.
    private static func listed(_ incident: ListedIncident, _ visit: StaffVisit, records: Bool) -> HTML {
        card(
            incident.kind, level: .third, badge: incident.own.map { badge($0.ownWords, tone: .warning) },
            """
            <p>\(incident.day.longName)</p>
            \(actions(
                records
                    ? linkButton("Who was part of it", to: IncidentAddresses.incident.link(PathID(incident.id))) : .empty,
                own(incident, .participant, visit), own(incident, .witness, visit)))
            """)
    }

    private static func own(_ incident: ListedIncident, _ involvement: Involvement, _ visit: StaffVisit) -> HTML {
        guard visit.staff.powers.contains(.takeRequests), incident.own != involvement else { return .empty }
        return buttonForm(
            involvement.own, to: IncidentAddresses.own.link(PathID(incident.id)), token: visit.formToken,
            hidden: [(IncidentActs.involvementField, involvement.rawValue)])
    }

    // MARK: One incident

    static func incident(_ view: IncidentView, _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        page(
            view.incident.kind, in: Shells.staff(visit),
            lead: "On \(view.incident.day.longName). \(clause(visit.pack))",
            back: Crumb("Incidents", IncidentAddresses.incidents.link()),
            main: """
                \(section("Part of it", involved(view, visit)))
                \(view.others.isEmpty ? nil : section("Mark somebody", marking(view, visit, refusal)))
                \(section(
                    "Recorded by mistake?",
                    confirmation(
                        "Take it out of the register", style: .danger,
                        """
                        <p>Every mark goes with it.</p>
                        \(buttonForm(
                            "Take it out", to: IncidentAddresses.removal.link(PathID(view.incident.id)),
                            token: visit.formToken, style: .danger))
                        """)))
                """)
    }

    private static func involved(_ view: IncidentView, _ visit: StaffVisit) -> HTML {
        guard !view.involved.isEmpty else {
            return emptyState("Nobody yet", "Mark whoever took part or saw it. They can say so themselves, too.")
        }
        return dataTable(
            "Who was part of it", columns: [TableColumn("Name"), TableColumn("As"), TableColumn("")],
            rows: view.involved.map { marked in
                [
                    HTML(text: marked.name), HTML(text: marked.involvement.words),
                    buttonForm(
                        "Was not there", to: IncidentAddresses.involvement.link(PathID(view.incident.id)),
                        token: visit.formToken, style: .quiet,
                        hidden: [
                            (IncidentActs.accountField, marked.account),
                            (IncidentActs.involvementField, IncidentActs.none),
                        ]),
                ]
            }, captioned: .unseen)
    }

    private static func marking(_ view: IncidentView, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(
            to: IncidentAddresses.involvement.link(PathID(view.incident.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        return form.html(
            """
            \(form.select(
                IncidentActs.accountField, visit.pack.terms.supporter,
                view.others.map { FieldOption($0.account, $0.name) }, prompt: "Choose",
                hint: "Only you and they themselves see this."))
            \(form.choice(
                IncidentActs.involvementField, "As",
                Involvement.allCases.map { FieldOption($0.rawValue, $0.words) },
                first: Involvement.participant.rawValue))
            """, actions: button("Mark"))
    }
}

extension Involvement {
    var words: String {
        switch self {
        case .participant: "Took part"
        case .witness: "Saw it"
        }
    }

    fileprivate var own: String {
        switch self {
        case .participant: "I took part"
        case .witness: "I saw it"
        }
    }

    fileprivate var ownWords: String {
        switch self {
        case .participant: "You took part"
        case .witness: "You saw it"
        }
    }
}

extension HTML {
    fileprivate static func stray(_ refused: Refusal) -> HTML {
        refused.problems.map { refusal($0.message, clause: $0.clauses.first?.text) }.joined()
    }
}
