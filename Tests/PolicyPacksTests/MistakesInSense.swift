import Foundation
import PolicyPacks
import Program
import Testing

/// Rules that are well written and cannot be true together.
@Suite struct MistakesInSense {
    @Test(arguments: mistakes) func isToldOnceWithItsPlace(mistake: Mistake) throws {
        let spoilt = try mistake.spoil(text(of: "orange-county-probation"))
        // Where a value was taken out, its reason has none any more, which is told as well.
        let found = try problems(of: spoilt).filter { !$0.message.hasPrefix("The rule has no such value") }
        try #require(found.count == 1, "\(found.map(\.description))")
        #expect(found[0].path == mistake.path)
        #expect(found[0].message.hasPrefix(mistake.message), "\(found[0].message)")
        #expect(try found[0].line == mistake.line(in: spoilt))
    }

    @Test func aKindMayNotAskForMoreThanSixtyOptions() throws {
        let options = (1...50).map { "                - {id: issue-\($0), label: Issue \($0)}\n" }.joined()
        let mistake = Mistake(
            "too many options", "                - {id: anxiety, label: Anxiety}\n", options,
            at: "contact-form.kinds[contact].questions",
            "A kind has at most 60 options and confirmations in all; these are 66.", line: "        - id: sex")
        let spoilt = try mistake.spoil(text(of: "orange-county-probation"))
        let found = try problems(of: spoilt)
        #expect(found.map(\.path) == [mistake.path])
        #expect(found.map(\.message) == [mistake.message])
        #expect(try found.map(\.line) == [mistake.line(in: spoilt)])
    }
}

/// What one rule keeps apart and another puts into one hand, in packs that have both rules.
@Suite struct OfficesInOneHand {
    @Test(
        arguments: [
            (
                "sacramento-probation", "[coordinator, chaplaincy], basis", "[coordinator, committee-member], basis",
                "governance.committees[advisory].chair"
            ),
            (
                "kern-sheriff", "suspension: {by: coordinator", "suspension: {by: chief-deputy",
                "membership.removal.suspension.by"
            ),
            (
                "iacp", "signed-off-by: [chaplain, clinical-supervisor]", "signed-off-by: [chaplain, coordinator]",
                "incidents.large-scale.after-action.signed-off-by"
            ),
        ])
    func isTold(_ pack: String, _ right: String, _ wrong: String, _ path: String) throws {
        let whole = try text(of: pack)
        try #require(whole.components(separatedBy: right).count == 2)
        #expect(try problems(of: whole).isEmpty)
        #expect(try problems(of: whole.replacing(right, with: wrong)).map(\.path).contains(path))
    }
}

private let atWill = MistakesInWriting.atWill
private let shared = MistakesInWriting.shared

private let mistakes = [
    Mistake(
        "unknown clause", shared, "basis: [OCP-I.A-9]\n  partners", at: "incidents.multi-agency.basis[1]",
        "The clause 'OCP-I.A-9' is not in this pack's register; cite one under clauses (OCP-…)."),
    Mistake(
        "clause of another pack", shared, "basis: [SAC-I-1]\n  partners", at: "incidents.multi-agency.basis[1]",
        "The clause 'SAC-I-1' is of another pack; cite one under clauses (OCP-…)."),
    Mistake(
        "unknown clause of a change of law", "clauses: [OCP-II.F.2]", "clauses: [OCP-9]",
        at: "source.changes-since[sb-459].clauses[1]", "The clause 'OCP-9' is not in this pack's register; "),
    Mistake(
        "a power that comes with a rule", "powers: [manage-people, manage-accounts, publish-summary,",
        "powers: [plan-training, manage-people, manage-accounts, publish-summary,", at: "roles[coordinator].powers",
        "plan-training comes with the rules that name the role; leave it out here."),
    Mistake(
        "a course for whoever is qualified so that nobody can be",
        "      title: Basic Critical Incident Stress Management (CISM)",
        "      title: Basic Critical Incident Stress Management (CISM)\n      whom: {qualification: nobody}",
        at: "training.courses[basic-cism].whom.qualification",
        "The qualification 'nobody' is not one of training.qualifications or incidents.qualifications.",
        line: "      whom: {"),
    Mistake(
        "a day of the year each quarter", "      amount: 1\n      unit: meetings\n      per: quarter",
        "      amount: 1\n      unit: meetings\n      per: quarter\n      by: {month: 3, day: 31}",
        at: "training.recurring[quarterly-meeting].by", "A day of the year goes with 'per: year'.",
        line: "      by: {month"),
    Mistake(
        "unknown role", "received-by: logistics-coordinator", "received-by: postmaster", at: "stat-sheet.received-by",
        "The role 'postmaster' is not defined under roles; there are: administrator, chaplain, chief, "),
    Mistake(
        "unknown recipient of an exception", "{who: {role: chief}, deadline: immediately",
        "{who: {role: king}, deadline: immediately", at: "confidentiality.exceptions[danger].recipients[1].who.role",
        "The role 'king' is not defined under roles; there are: "),
    Mistake(
        "advice from a role that does not exist", "  self-disqualification:\n    value: no-reason-asked",
        "  self-disqualification:\n    value: no-reason-asked\n    consults: king",
        at: "requests.self-disqualification.consults", "The role 'king' is not defined under roles; there are: ",
        line: "    consults: king"),
    Mistake(
        "committee that does not exist", "panel: [{committee: advisory}]", "panel: [{committee: council}]",
        at: "selection.steps[interview].act.interview.panel[1].committee",
        "The committee 'council' is not defined under governance.committees; there are: advisory."),
    Mistake(
        "ballot without a ground", atWill, "procedure: {ballot: {committee: advisory, majority: simple}}",
        at: "membership.removal.grounds", "Removal needs at least one ground, unless it is at will.",
        line: "    grounds: []"),
    Mistake(
        "ground for removal at will", "    grounds: []",
        "    grounds: [{id: lateness, label: Late, evidence: [], basis: [OCP-II.H.1.e]}]",
        at: "membership.removal.grounds", "Removal at will needs no ground; leave the list empty."),
    Mistake(
        "suspension on a ground that is none", atWill,
        "\(atWill)\n    suspension: {by: coordinator, ground: quarrel, basis: [OCP-II.H.1.e]}",
        at: "membership.removal.suspension.ground", "The ground 'quarrel' is not one of membership.removal.grounds.",
        line: "    suspension: {by: coordinator"),
    Mistake(
        "incidents to be marked by nobody", "    - bar: investigative-function\n", "    - bar: same-incident\n",
        at: "requests.exclusions",
        "Where same-incident is marked, some role needs record-incidents."),
    Mistake(
        "a day that not every month has", "due-day: 20", "due-day: 29", at: "summary.due-day",
        "A whole number from 1 to 28 is needed (day of the month); this is 29."),
    Mistake(
        "summary before its sheets", "due-day: 20", "due-day: 9", at: "summary.due-day",
        "The summary is due on day 9, before the sheets on day 10."),
    Mistake(
        "table of an unknown kind", "{title: By sex, kind: contact,", "{title: By sex, kind: visit,",
        at: "summary.tables[2].answers.kind", "The form has no kind 'visit'."),
    Mistake(
        "table of an unknown question", "question: sex,", "question: age,", at: "summary.tables[2].answers.question",
        "The kind 'contact' has no question 'age'."),
    Mistake(
        "table of a question without options", "question: sex,", "question: minutes,",
        at: "summary.tables[2].answers.question", "The question 'minutes' has no options to count by."),
    Mistake(
        "sum of what is not asked", "quantities: [minutes, participants]", "quantities: [minutes, referrals]",
        at: "summary.tables[6].sums.quantities", "The form does not ask for referrals, so it cannot be summed."),
    Mistake(
        "referral counted at a question that is not there", "question: issues, option: referrals",
        "question: mood, option: referrals", at: "referrals.counted-at[1].question",
        "The kind 'contact' has no question 'mood'."),
    Mistake(
        "referral counted with an answer that is not there", "question: issues, option: referrals",
        "question: issues, option: help", at: "referrals.counted-at[1].option",
        "The question 'issues' has no option 'help'."),
    Mistake(
        "more answers asked for than offered", "at-least: 0", "at-least: 12",
        at: "contact-form.kinds[contact].questions[issues].answer", "At least 12 options are needed, as at-least says.",
        line: "            several:"),
    Mistake(
        "question of one option", "              - {id: male, label: Male, code: M}\n", "",
        at: "contact-form.kinds[contact].questions[sex].answer", "At least two options are needed.",
        line: "            one:"),
    Mistake(
        "quantity asked twice", "\n  basis:\n    clauses: [OCP-FORM-1, OCP-I.C.3.i-2]\n",
        """

            - id: talk
              label: Talk
              questions:
                - {id: first, label: First, answer: {amount: {quantity: minutes, range: [0, 9], required: true}}, basis: {chosen: Ours.}}
                - {id: again, label: Again, answer: {amount: {quantity: minutes, range: [0, 9], required: true}}, basis: {chosen: Ours.}}
              basis: [OCP-FORM-3]
          basis:
            clauses: [OCP-FORM-1, OCP-I.C.3.i-2]

        """, at: "contact-form.kinds[talk].questions[again]",
        "Two questions of one kind ask for minutes; ask once.", line: "- {id: again"),
    Mistake(
        "reader without the power", "readers: [administrator, division-director]\n  due-day:",
        "readers: [administrator, division-director, chief]\n  due-day:", at: "summary.readers",
        "The role 'chief' does not have read-summaries; add it to roles[chief].powers."),
    Mistake(
        "power of a reader who is none", "powers: [receive-stat-sheets]",
        "powers: [receive-stat-sheets, read-summaries]",
        at: "roles[logistics-coordinator].powers",
        "The role has read-summaries and is one of the readers of no release.",
        line: "    powers: [receive-stat-sheets, read-summaries]\n"),
    Mistake(
        "a range wider than what is small", "fewest-sheets: 3", "interval: 11", at: "threshold.interval",
        "A count below 11 can lie in a range 10 wide at the most, and this asks for 11."),
    Mistake(
        "a release called as the month's", "- id: year\n    title: Yearly", "- id: summary\n    title: Yearly",
        at: "releases[summary].id", "This is the month's release; give it another id."),
    Mistake(
        "power for what the policy does not ask for", "powers: [receive-stat-sheets]",
        "powers: [receive-stat-sheets, draft-after-action]", at: "roles[logistics-coordinator].powers",
        "The role has draft-after-action and is not named in incidents.large-scale.after-action.",
        line: "    powers: [receive-stat-sheets, draft-after-action]\n"),
    Mistake(
        "receiver without the power", "powers: [receive-stat-sheets]", "powers: []", at: "stat-sheet.received-by",
        "The role 'logistics-coordinator' does not have receive-stat-sheets; ", line: "  received-by:"),
    Mistake(
        "publisher without the power", "manage-accounts, publish-summary,", "manage-accounts,",
        at: "summary.prepared-by", "The role 'coordinator' does not have publish-summary; ", line: "  prepared-by:"),
    Mistake(
        "nobody manages accounts", "manage-people, manage-accounts,", "manage-people,", at: "administration.by",
        "The role 'coordinator' does not have manage-accounts; ", line: "  by: coordinator"),
    Mistake(
        "nobody keeps a sheet", "powers: [keep-stat-sheet, take-requests]", "powers: [take-requests]", at: "roles",
        "No role has keep-stat-sheet; give it to one.", line: "  - id: supporter\n    title"),
    Mistake(
        "one factor for a role above supporter",
        "powers: [receive-stat-sheets]\n    needs-second-factor: true",
        "powers: [receive-stat-sheets]\n    needs-second-factor: false",
        at: "roles[logistics-coordinator].needs-second-factor", "A role above supporter needs a second factor: true.",
        line: "needs-second-factor: false\n    holders: one"),
    Mistake(
        "supervisors may ask for whom nobody may ask",
        "    handling: refused\n    basis: {chosen: \"Supervisors",
        "    handling: open\n    basis: {chosen: \"Supervisors",
        at: "requests.by-supervisors.handling",
        "Supervisors cannot ask for an employee where nobody may ask for a colleague."),
    Mistake(
        "mandatory exception that tells nobody",
        "        - {who: {role: chief}, deadline: immediately, escalates: true, designee-allowed: true}\n",
        "          []\n",
        at: "confidentiality.exceptions[danger].recipients", "A mandatory exception says who must be told."),
    Mistake(
        "what must be told at no time", "{who: {role: chief}, deadline: immediately",
        "{who: {role: chief}, deadline: open",
        at: "confidentiality.exceptions[danger].recipients",
        "What must be told is told at some time: immediately or as-soon-as-possible."),
    Mistake(
        "authority that does not exist", "{who: {role: chief}, deadline: immediately",
        "{who: {authority: dispatch}, deadline: immediately", at: "confidentiality.exceptions[danger].recipients",
        "The authority 'dispatch' is not defined under confidentiality.authorities; there are none."),
    Mistake(
        "nobody else when the chief does not answer",
        "value: [division-director]\n      basis: {chosen: \"The source lets",
        "value: [chief]\n      basis: {chosen: \"The source lets", at: "confidentiality.telling.then-asked.value",
        "Of 'crime' the Chief Probation Officer alone would be told, for ever; name another office that answers in their "
            + "place."),
    Mistake(
        "seat that the committee has not", "      tasks:\n        - {task: interviews",
        "      new-members: {from: active-supporter, seats: [elders], majority: simple, basis: [OCP-I.C.4]}\n"
            + "      tasks:\n        - {task: interviews",
        at: "governance.committees[advisory].new-members.seats", "The seat 'elders' is not one of the committee's."),
    Mistake(
        "qualification that nobody can have", "{id: hostage, label", "{id: hostage, qualification: hypnosis, label",
        at: "incidents.kinds[hostage].qualification",
        "The qualification 'hypnosis' is not one of incidents.qualifications."),
    Mistake(
        "pay where none is kept", "keeping: {value: hours-with-pay,", "keeping: {value: none,",
        at: "duty-time.keeping.value",
        "Pay rules need hours-with-pay; leave out on-duty, off-duty and payroll, or change this."
    ),
    Mistake(
        "threshold of nothing", "smallest-count: 11", "smallest-count: 0", at: "threshold.smallest-count",
        "A whole number from 1 to 1000 is needed (entries); this is 0."),
    Mistake(
        "appointing role that has no power to appoint", "powers: [appoint-roles, read-summaries, read-conformance]",
        "powers: [read-summaries, read-conformance]", at: "roles[coordinator].appointed-by",
        "The role 'administrator' appoints to it and has neither appoint-roles nor manage-accounts.",
        line: "appointed-by: administrator"),
    Mistake(
        "offices apart and together", "  together: []",
        "  together:\n    - {offices: [coordinator, chief], basis: {chosen: \"A small agency.\"}}",
        at: "offices.together[1]", "'chief' and 'coordinator' are said to be apart too.",
        line: "{offices: [coordinator, chief]"),
    Mistake(
        "an office apart from nothing", "offices: [coordinator, administrator, chief]", "offices: [chief]",
        at: "offices.apart[2].offices", "Two offices or more are needed."),
    Mistake(
        "an office that is none", "offices: [coordinator, administrator, chief]",
        "offices: [coordinator, administrator, king]", at: "offices.apart[2].offices[3]",
        "The role 'king' is not defined under roles; there are: "),
    Mistake(
        "nobody says the second yes", "value: [administrator, division-director]", "value: []",
        at: "offices.confirmed-by.value", "Somebody besides the one keeper of accounts says the second yes."),
    Mistake(
        "an approval by whoever asks for it", "    approved-by: administrator\n    wait-minutes",
        "    approved-by: coordinator\n    wait-minutes", at: "escalation.after-hours-activation.sought-by",
        "Whoever asks for it does not approve it.", line: "    sought-by: coordinator"),
    Mistake(
        "statement that is said nowhere", "places: [debriefing-invitation]", "places: []",
        at: "statements[debriefing-invitation].places", "At least one place is needed."),
]
