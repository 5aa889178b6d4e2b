import HTML
import Operations
import Program

/// Planning sessions and meetings, and being at them.
enum GatheringActs {
    static let routes: [Route] = planning + attending

    private static let planning: [Route] =
        plan.routes + change.routes + callOff.routes + assign.routes + closeList.routes + correct.routes
    private static let attending: [Route] = signUp.routes + withdraw.routes + excuse.routes + here.routes

    static let plan = Act(
        "planSession", "Plan a session or a meeting.", at: TrainingAddresses.sessions, for: .holding(.planTraining),
        taking: input, then: .created("The session.", at: TrainingAddresses.session),
        see: { done in TrainingAddresses.session.link(PathID(done.id ?? "")) },
        refused: { visit, refused in .page(try await GatheringPages.new(visit, refused), again: refused) },
        perform: { visit, plan in try await visit.programmes.planGathering(plan, by: visit.staff) })

    static let change = Act(
        "changeSession", "Change what is planned of a session.", at: TrainingAddresses.change, .put,
        interface: TrainingAddresses.session, for: .holding(.planTraining), taking: input, then: .done("Changed."),
        see: { _, id in TrainingAddresses.session.link(id) },
        refused: { visit, refused, id in
            try await GatheringPages.change(id, visit, refused).map { .page($0, again: refused) }
        },
        perform: { visit, plan, id in try await visit.programmes.changeGathering(id.text, to: plan, by: visit.staff) })

    static let callOff = Act(
        "callOffSession", "Call a session off. Whoever has a place is told.", at: TrainingAddresses.cancellation,
        for: .holding(.planTraining), taking: .nothing, then: .done("Called off."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, _, id in try await visit.programmes.callOff(id.text, by: visit.staff) })

    static let assign = Act(
        "assignToSession", "Assign a member to a training. They are told.", at: TrainingAddresses.assignments,
        for: .holding(.planTraining), where: \.assignsSeminars, taking: Input(member), then: .done("Assigned."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, account, id in try await visit.programmes.assign(account, to: id.text, by: visit.staff) })

    static let closeList = Act(
        "closeSessionList", "Say who was there. Whoever was not and had to be is absent, or excused.",
        at: TrainingAddresses.list, for: .holding(.planTraining),
        taking: Input(present, headcount) { (present: Set($0), headcount: $1) }, then: .done("Kept."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, list, id in
            try await visit.programmes.closeList(
                of: id.text, present: list.present, headcount: list.headcount, by: visit.staff)
        })

    static let correct = Act(
        "correctSessionList", "Put one line of the list right, or excuse somebody. Why is not asked.",
        at: TrainingAddresses.correction, for: .staff(.looksAfterTraining),
        taking: Input(member, outcome) { (account: $0, outcome: $1) }, then: .done("Kept."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, line, id in
            try await visit.programmes.correctList(of: id.text, line.account, line.outcome, by: visit.staff)
        })

    static let signUp = Act(
        "takePlace", "Take a place at a session.", at: TrainingAddresses.place, for: .signedIn, taking: .nothing,
        then: .done("You have a place."), see: { _, id in TrainingAddresses.session.link(id) },
        refused: GatheringPages.refused,
        perform: { visit, _, id in try await visit.programmes.signUp(for: id.text, by: visit.staff) })

    static let withdraw = Act(
        "giveBackPlace", "Give a place back.", at: TrainingAddresses.placeEnd, .delete,
        interface: TrainingAddresses.place, for: .signedIn, taking: .nothing, then: .done("Given back."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, _, id in try await visit.programmes.withdraw(from: id.text, by: visit.staff) })

    static let excuse = Act(
        "askToBeExcused", "Ask to be excused from a session. Why is not asked.", at: TrainingAddresses.excuse,
        for: .signedIn, taking: .nothing, then: .done("Asked."), see: { _, id in TrainingAddresses.session.link(id) },
        refused: GatheringPages.refused,
        perform: { visit, _, id in try await visit.programmes.askToBeExcused(from: id.text, by: visit.staff) })

    static let here = Act(
        "sayHere", "Say that you are there, by the code in the room. It is good on the day itself.",
        at: TrainingAddresses.here, for: .signedIn, taking: .nothing, then: .done("You are on the list."),
        see: { _, code in TrainingAddresses.here.link(code) },
        refused: { visit, refused, code in
            try await GatheringPages.here(code, visit, refused).map { .page($0, again: refused) }
        },
        perform: { visit, _, code in try await visit.programmes.sayHere(by: code.text, visit.staff) })

    // MARK: What they take

    private static let kind = Field<String>.choice("kind", "Kind", FieldWords(clauses: TrainingFields.schedule)) {
        pack in
        pack.gatheringKinds.map { FieldOption($0.rawValue, $0.words) }
    }
    private static let committee = Field<String>.choice(
        "committee", "Whose meeting", FieldWords(hint: "The team’s, where nothing is chosen.")
    ) { pack in pack.governance.committees.map { FieldOption($0.id.text, $0.title) } }
    .maybe.only(where: { !$0.governance.committees.isEmpty }, otherwise: nil)
    private static let title = Field<String>.text("title", "Title", longest: 120)
    private static let place = Field<String>.text("place", "Place", longest: 120)
    private static let places = Field<Int>.number(
        "places", "Places", 0...10_000, FieldWords(hint: "0 where there is room for everybody."))
    private static let budgeted = Field<Bool>.tick("isBudgeted", "The budget has a line for it")
        .only(where: { $0.training.conference?.budgeted == true }, otherwise: false)
    private static let passesOn = Field<String?>.found(
        maybe: "passesOn", "Passes on what was learned at", nobody: "No conference",
        FieldWords(clauses: { $0.training.conference?.basis.clauses ?? [] })
    ).only(where: { $0.training.conference?.attendeesTrainTheTeam == true }, otherwise: nil)
    private static let holders = Field<[String]>.found(several: "holders", "Held by")
    private static let joint = Field<Bool>.tick(
        "isJoint", "Together with partner agencies",
        FieldWords(
            hint:
                "Their planners are told, and may have it among their own sessions. How many come you see, and nobody’s name.",
            clauses: { $0.team.regionalTeam?.basis.clauses ?? [] })
    ).only(where: \.meetsInRegion, otherwise: false)
    static let member = Field<String>.found("account", "Member", FieldWords(clauses: TrainingFields.attendance))
    static let present = Field<[String]>.found(
        several: "present", "Who was there", FieldWords(clauses: TrainingFields.attendance), layout: .cards)
    static let headcount = Field<Int>.number("headcount", "How many were there", 0...100_000).inSomeCases()
    static let outcome = Field<Attendance.Outcome>.choice("outcome", "They") { $0.words }

    static let input: Input<GatheringPlan> = Input(
        kind, committee, title, place, RosterFields.from, RosterFields.until, places, TrainingFields.course,
        TrainingFields.topics, TrainingFields.credit, passesOn, budgeted, joint, holders, make: GatheringPlan.init)
}

extension GatheringPlan {
    fileprivate init(
        kind: String, committee: String?, title: String, place: String, from: Instant, until: Instant, places: Int,
        course: String?, topics: [String], creditMinutes: Int, passesOn: String?, isBudgeted: Bool, isJoint: Bool,
        holders: [String]
    ) {
        self.init(
            kind: GatheringKind(rawValue: kind) ?? .training, committee: committee.map { CommitteeID($0) },
            title: title,
            place: place, from: from, until: until, places: places == 0 ? nil : places, course: course,
            topics: Set(topics.map { TopicName($0) }), creditMinutes: creditMinutes == 0 ? nil : creditMinutes,
            passesOn: passesOn, isBudgeted: isBudgeted, holders: Set(holders),
            isJoint: isJoint)
    }

    /// As its form shows it.
    func filled(_ calendar: AgencyCalendar) -> Filled {
        var filled = Filled(
            first: [
                "kind": kind.rawValue, "title": title, "place": place, "from": calendar.local(from),
                "until": calendar.local(until), "places": "\(places ?? 0)", "creditMinutes": "\(creditMinutes ?? 0)",
            ],
            ticked: [
                "topics": topics.map(\.text), "isBudgeted": isBudgeted ? ["yes"] : [],
                "isJoint": isJoint ? ["yes"] : [], "holders": Array(holders),
            ])
        filled.first["committee"] = committee?.text
        filled.first["course"] = course
        filled.first["passesOn"] = passesOn
        return filled
    }
}

extension PolicyPack {
    /// Whether members are assigned to trainings (OCP-I.C.3.b).
    var assignsSeminars: Bool { training.attendance?.requiredAt.contains(.assignedSeminars) == true }
}
