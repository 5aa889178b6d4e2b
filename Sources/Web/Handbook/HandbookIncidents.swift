import HTML
import Program

/// Critical incidents, as the handbook says them: what they are, who is told, and what follows.
enum HandbookIncidents {
    static func incidents(_ pack: PolicyPack) -> HTML {
        let rules = pack.incidents
        let kinds = rules.kinds.map { kind -> HTML in
            let needed = rules.qualifications.first { $0.id == kind.qualification }
            return """
                <li>\(kind.label)\(needed.map { " (offered to: \($0.label.lowercasedFirst))" as HTML }) \
                \(kind.basis.notes)</li>
                """
        }
        return """
            \(prose(
                """
                \(rules.definition.map { "<p>\($0.value) \($0.basis.notes)</p>" as HTML })
                <ul>\(kinds)</ul>
                """))
            \(ruledLines([
                rules.sceneResponse.map { rule in
                    ruledLine("A \(pack.terms.supporter) comes to the scene where one of these asks: \(rule.askedBy.map { $0.inHandbook(pack) }.listed("or")).", rule.basis)
                },
                rules.notification.map { notification($0, pack) },
                rules.defusing.map { rule in
                    ruledLine("A defusing is held at once and usually lasts up to \(counted(rule.usualMinutes.number, "minute")).", rule.basis)
                },
            ]))
            \(ruledPart("Afterwards", afterwards(rules, pack)))
            \(ruledPart("Debriefing", rules.debriefing.flatMap { debriefing($0, pack) }))
            \(ruledPart("Together with others", others(rules, pack)))
            """
    }

    private static func notification(_ rule: IncidentNotificationRule, _ pack: PolicyPack) -> HTML {
        ruledLine(
            """
            The \(pack.title(rule.to)) is told of a critical incident within \(counted(rule.withinHours.number, "hour")). Names of staff \
            involved can be read by \(pack.allOf(rule.namesSealedTo)) alone.
            """, rule.basis)
    }

    private static func afterwards(_ rules: IncidentRules, _ pack: PolicyPack) -> HTML? {
        let lines: [HTML?] = [
            rules.outreach.map { rule in
                ruledLine(
                    """
                    Everybody who was part of an incident is offered support, by \(pack.allOf(rule.offeredBy)), within \
                    \(counted(rule.withinHours.number, "hour")). They may take it or leave it. Their name is destroyed with the answer, and \
                    nobody is asked twice.
                    """, rule.basis)
            },
            rules.followUp.map { rule in
                ruledLine(
                    "A follow-up is offered \(rule.afterDays.map(\.number).sorted().map { "after \(counted($0, "day"))" }.listed()).",
                    rule.basis)
            },
        ]
        return ruledLines(lines)
    }

    private static func debriefing(_ rule: DebriefingRule, _ pack: PolicyPack) -> HTML? {
        let hours = rule.window.hours
        let length = rule.team.lengthMinutes
        let team = rule.team.members.map { seat in
            let (few, many) = (seat.count.lowerBound.number, seat.count.upperBound.number)
            let count = few == many ? "\(few)" : "\(few) to \(many)"
            return "\(count) × \(seat.kind.inHandbook(pack))\(seat.certification.map { ", certified in \($0)" } ?? "")"
        }
        return ruledLines([
            ruledLine(
                "Whether one is held is decided by \(rule.decision.by.map { pack.title($0) }.listed("or")).",
                rule.decision.basis),
            ruledLine("It is held as soon as can be.", rule.promptness.basis),
            ruledLine(
                "Usually \(hours.lowerBound.number) to \(hours.upperBound.number) hours after the incident. Outside of it a reason is noted.",
                rule.window.basis),
            ruledLine(
                "Held by: \(team.listed()); \(length.lowerBound.number) to \(length.upperBound.number) minutes.",
                rule.team.basis),
            ruledLine(
                rule.attendance.value == .voluntary
                    ? "Coming is voluntary. Who came is counted and never listed."
                    : "Coming is highly recommended. Who came is counted and never listed.", rule.attendance.basis),
        ])
    }

    private static func others(_ rules: IncidentRules, _ pack: PolicyPack) -> HTML? {
        ruledLines(
            [
                rules.groupIntervention.map { rule in
                    ruledLine(
                        "Groups are held together with a licensed professional\(rule.licensedProfessional == .recommended ? ", as a recommendation" : "").",
                        rule.basis)
                },
                rules.multiAgency.map {
                    ruledLine("An incident of several agencies is answered together; each counts its own.", $0.basis)
                },
                rules.multiAgency?.approvedBy.map { rule in
                    ruledLine(
                        "The \(pack.title(rule.value)) approves such an agreement with another agency.", rule.basis)
                },
                rules.largeScale.map { rule in
                    ruledLine(
                        "After a large-scale event every responder is asked to a debriefing of the team.",
                        rule.teamDebriefing.basis)
                },
                rules.largeScale?.afterAction.map { rule in
                    ruledLine(
                        "The \(pack.title(rule.draftedBy)) writes the programme’s part of an after-action report; \(pack.allOf(rule.signedOffBy)) sign it off.",
                        rule.basis)
                },
            ]
                + rules.partners.map { partner in
                    ruledLine("\(partner.title): \(partner.services.items.map(\.label).listed()).", partner.basis)
                })
    }
}

extension SceneResponseRule.Asker {
    fileprivate func inHandbook(_ pack: PolicyPack) -> String {
        switch self {
        case .incidentCommander: "the incident commander"
        case .watchCommander: "the watch commander"
        case .role(let role): "the \(pack.title(role))"
        }
    }
}

extension DebriefingSeat.Kind {
    fileprivate func inHandbook(_ pack: PolicyPack) -> String {
        switch self {
        case .mentalHealthProfessional: "mental health professional"
        case .supporter: pack.terms.supporter
        case .chaplain: "chaplain"
        }
    }
}
