import HTML
import Program

/// How support is asked for and given, from the first word to what remains of it.
enum HandbookRequests {
    static func asking(_ pack: PolicyPack) -> HTML {
        let (scope, rules) = (pack.scope, pack.requests)
        let who = scope.seekers.map { ruledLine("\($0.kind.inHandbook) may ask.", $0.basis) }
        let origins = rules.origins.map { ruledLine($0.inHandbook, $0.basis) }
        return
            ruledLines(
                who + [
                    scope.otherDepartments.map { rule in
                        ruledLine(
                            rule.value == .allowed
                                ? "People of other departments may be supported."
                                : "People of other departments are not supported by this programme.", rule.basis)
                    },
                    ruledLine(scope.community.value.inHandbook, scope.community.basis),
                ] + origins + [
                    ruledLine(rules.bySupervisors.inHandbookOfSupervisors, rules.bySupervisors.basis),
                    ruledLine("Nobody who asks has to give a name, a number or an account.", rules.anonymity.basis),
                    ruledLine(
                        "Whoever asks may choose among all \(pack.terms.supporters). Nobody approves the choice.",
                        rules.choiceOfSupporter.basis),
                    rules.seekerMayExclude.value
                        ? ruledLine(
                            "Whoever asks may name people who are not to be offered the request, without a reason.",
                            rules.seekerMayExclude.basis) : nil,
                ]) ?? .empty
    }

    static func giving(_ pack: PolicyPack) -> HTML {
        let rules = pack.requests
        let lines: [HTML?] = [
            ruledLine(
                "Whoever accepts a request gets in touch within \(counted(rules.firstContact.withinMinutes.number, "minute")).",
                rules.firstContact.basis),
            rules.chainOfCommand.map { chain($0, pack) },
            ruledLine(passing(rules.selfDisqualification, pack), rules.selfDisqualification.basis),
            rules.conflictNotice.map { rule in
                ruledLine(
                    "Tell \(pack.anyOf(rule.to)) of a conflict of interest. It names nobody who asked.", rule.basis)
            },
            rules.manyContacts.map { rule in
                ruledLine("After \(counted(rule.value.number, "contact")) think of a referral.", rule.basis)
            },
            ruledLine(followUp(rules.followUp), rules.followUp.basis),
            ruledLine(
                """
                A request may be handed to another \(pack.terms.supporter)\
                \(rules.handOff.seekerAskedFirst ? ", once whoever asked was heard" : ""), for: \
                \(rules.handOff.reasons.map(\.label.lowercasedFirst).listed("or")).
                """, rules.handOff.basis),
            rules.cannotLeavePost.map { rule in
                ruledLine(
                    """
                    Where a \(pack.terms.supporter) cannot leave their post, \(rule.askedBy.map { $0.inHandbook(pack) }.listed("or")) asks the \
                    \(pack.title(rule.of)) for another.
                    """, rule.basis)
            },
            rules.timeOffPost.map { rule in
                ruledLine(
                    """
                    Time away from the post of whoever seeks support is arranged\(rule.consent == nil ? "" : ", with their explicit yes"), \
                    minding: \(rule.considerations.map(\.label.lowercasedFirst).listed()).
                    """, rule.consent?.basis ?? rule.basis)
            },
            rules.wellBeingChecks.map { rule in
                ruledLine(
                    """
                    The \(pack.title(rule.assignedBy)) may send a member to ask how a colleague off work is, again after \
                    \(counted(rule.nextAfterDays.number, "day")). Kept is done, declined or wanted, for that member alone.
                    """, rule.basis)
            },
        ]
        return """
            \(ruledLines(lines))
            \(ruledPart("When another one is better placed", ruledLines(rules.exclusions.map { ruledLine($0.bar.inHandbook, $0.basis) })))
            \(ruledPart("With whom you may confer", ruledLines(rules.consultations.map { consultation($0, pack) })))
            \(ruledPart("Besides talking", services(rules, pack)))
            """
    }

    private static func services(_ rules: RequestRules, _ pack: PolicyPack) -> HTML? {
        guard !rules.services.isEmpty else { return nil }
        let assignments = rules.serviceAssignments.map { rule in
            ruledLine(
                """
                The \(pack.title(rule.assignedBy)) opens one for which members volunteer. Passing counts against nobody.
                """, rule.basis)
        }
        return ruledLines(rules.services.map { ruledLine("\($0.label).", $0.basis) } + [assignments])
    }

    static func reaching(_ pack: PolicyPack) -> HTML {
        let rules = pack.availability
        let steps = pack.escalation.steps.map { step -> HTML in
            "<li>\(stepWords(step, pack)) \(step.basis.everyNote)</li>"
        }
        let activation = pack.escalation.afterHoursActivation.map { rule in
            ruledLine(
                """
                After hours the \(pack.title(rule.soughtBy)) asks the \(pack.title(rule.approvedBy)) before calling a member; after \
                \(counted(rule.waitMinutes.number, "minute")) without an answer the \(pack.title(rule.then)). Somebody’s own call to a \
                \(pack.terms.supporter) never waits for it.
                """, rule.basis)
        }
        return """
            \(ruledLines([
                ruledLine(rules.hours.value.inHandbook, rules.hours.basis),
                ruledLine(rules.list.inHandbook, rules.list.basis),
                rules.callOut.map { ruledLine("\(pack.anyOf($0.by).capitalisedFirst) may call a \(pack.terms.supporter) out.", $0.basis) },
                rules.acknowledgement.map { rule in
                    ruledLine("Words of \(pack.anyOf(rule.noticesOf)) are answered within \(counted(rule.withinHours.number, "hour")).", rule.basis)
                },
                activation,
            ] + pack.escalation.notifications.map { rule in
                ruledLine("The \(pack.title(rule.from)) tells the \(pack.title(rule.to)) of \(rule.event.inHandbook). It names nobody who asked.", rule.basis)
            }))
            \(steps.isEmpty ? nil : prose("<h3>Who is asked, in this order</h3><ol>\(steps)</ol>"))
            """
    }

    private static func chain(_ rule: ChainOfCommandRule, _ pack: PolicyPack) -> HTML {
        let words =
            switch rule.handling {
            case .lastResortWithPrompt:
                "Whoever stands above or below somebody supports them only where nobody else can."
            case .oneContactThenHandOff:
                "Whoever stands above or below somebody has one contact with them, for a first look, and then hands them on."
            }
        return ruledLine("\(words)\(rule.consults.map { " Ask the \(pack.title($0)) first." } ?? "")", rule.basis)
    }

    private static func passing(_ rule: SelfDisqualificationRule, _ pack: PolicyPack) -> String {
        let consults = rule.consults.map { " Whoever is not sure may ask the \(pack.title($0)) first." } ?? ""
        return "A \(pack.terms.supporter) may pass any request, and is asked for no reason.\(consults)"
    }

    private static func followUp(_ rule: FollowUpRule) -> String {
        """
        You are reminded after \(counted(rule.reminderDays.number, "day")) without a contact.\
        \(rule.openEnded ? " Support lasts as long as whoever asked wishes." : "")
        """
    }

    private static func consultation(_ rule: ConsultationRule, _ pack: PolicyPack) -> HTML {
        let whom =
            switch rule.with {
            case .role(let role): pack.title(role)
            case .anotherSupporter: "another \(pack.terms.supporter)"
            }
        let hour = rule.atAnyHour ? ", at any hour" : ""
        return ruledLine("\(whom.capitalisedFirst)\(hour). \(rule.sharing.inHandbook)", rule.basis)
    }

    private static func stepWords(_ step: EscalationStep, _ pack: PolicyPack) -> String {
        let whom =
            switch step.to {
            case .availableSupporters: "the \(pack.terms.supporters) who can be reached"
            case .role(let role): "the \(pack.title(role))"
            }
        return "\(whom.capitalisedFirst)\(step.when.inHandbook), for \(counted(step.waitMinutes.number, "minute"))."
    }
}
