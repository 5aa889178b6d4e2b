import HTML
import Operations
import Program

/// One session or meeting, and the forms in which it is planned.
enum GatheringPages {
    static let back = Crumb("Training and meetings", TrainingAddresses.own.link())

    static func new(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let form = GatheringActs.plan.form(
            visit, filled: try await filled(nil, heldBy: nil, visit), refused: refused, button: "Plan it")
        return page("Plan a session or a meeting", in: Shells.staff(visit), back: back, main: form)
    }

    static func change(_ id: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML? {
        guard let view = try await visit.programmes.gathering(id.text, for: visit.staff) else { return nil }
        let plan = view.listing.gathering.plan
        let form = GatheringActs.change.form(
            visit, id, filled: try await filled(plan, heldBy: view.listing.heldBy, visit), refused: refused,
            button: "Keep the change")
        return page(
            "Change what is planned", in: Shells.staff(visit),
            back: Crumb(plan.title, TrainingAddresses.session.link(id)),
            main: form)
    }

    private static func filled(
        _ plan: GatheringPlan?, heldBy holder: String?, _ visit: StaffVisit
    ) async throws -> Filled {
        var filled = plan?.filled(visit.staff.agency.calendar) ?? Filled(first: ["places": "0", "creditMinutes": "0"])
        let team = try await visit.programmes.teamTraining(for: visit.staff, on: visit.staff.today)
        filled.options["course"] = try await TrainingFields.courses(visit)
        filled.options["holders"] = team.members.map { FieldOption($0.member.account, $0.member.name) }
        filled.options["passesOn"] = team.gatherings.filter { $0.plan.kind == .conference && $0.isHeld }.map {
            FieldOption($0.id, "\($0.plan.title), \($0.day.text)")
        }
        let meets = try await visit.programmes.meetsWithPartners(visit.staff)
        if plan?.isJoint != true, !meets || holder != nil { filled.without.insert("isJoint") }
        return filled
    }

    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await session(id, visit, refused).map { .page($0, again: refused) }
    }

    static func session(_ id: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML? {
        guard let view = try await visit.programmes.gathering(id.text, for: visit.staff) else { return nil }
        let (gathering, plan) = (view.listing.gathering, view.listing.gathering.plan)
        let course = try await TrainingFields.courses(visit).first { $0.value == plan.course }?.label
        var about: [(String, HTML)] = [
            ("What", HTML(text: plan.kind.words)),
            ("When", HTML(text: visit.staff.agency.calendar.words(of: gathering))),
            ("Where", HTML(text: plan.place)),
        ]
        if let id = plan.committee { about.append(("Whose", HTML(text: visit.pack.committee(id)?.title ?? id.text))) }
        if let places = plan.places { about.append(("Places", "\(view.listing.taken) of \(places) taken")) }
        if let course { about.append(("Course", HTML(text: course))) }
        about += RegionalParts.facts(of: view)
        if !view.holders.isEmpty { about.append(("Held by", HTML(text: view.holders.joined(separator: ", ")))) }
        if let conference = view.conference { about.append(("Passes on", HTML(text: conference))) }
        if let credit = plan.creditMinutes, let name = visit.pack.training.record?.credit {
            about.append(("\(name) hours", HTML(text: credit.asHours)))
        }
        if plan.kind == .conference, visit.pack.training.conference?.budgeted == true {
            about.append(("Budget", plan.isBudgeted ? "Has a line" : "No line"))
        }
        if let headcount = gathering.headcount { about.append(("Who came", "\(headcount) people")) }
        let topics = visit.pack.training.trackedTopics.flatMap(\.topics).filter { plan.topics.contains($0.name) }
        return page(
            plan.title, in: Shells.staff(visit), back: back,
            announcement: refused?.announcement(besides: GatheringActs.assign.id, GatheringActs.closeList.id),
            width: .wide,
            main: """
                \(facts(about))
                \(topics.isEmpty ? nil : section("Topics", "<ul>\(topics.map { "<li>\($0.label)</li>" as HTML })</ul>"))
                \(own(view, visit))
                \(keeping(view, visit, refused))
                """)
    }

    /// What the visitor does about it for themselves.
    private static func own(_ view: GatheringView, _ visit: StaffVisit) -> HTML? {
        let (gathering, own) = (view.listing.gathering, view.listing.own)
        guard view.listing.isMeant || own != nil else { return nil }
        let id = PathID(gathering.id)
        var acts: [HTML] = []
        if gathering.isPlanned {
            if own?.hasPlace != true {
                acts.append(GatheringActs.signUp.asButton("Take a place", visit, id, style: .primary))
            } else if own?.isAssigned != true {
                acts.append(GatheringActs.withdraw.asButton("Give the place back", visit, id))
            }
        }
        if view.listing.isRequired, own?.asksToBeExcused != true, own?.outcome != .excused, own?.outcome != .attended,
            !gathering.isCancelled
        {
            acts.append(GatheringActs.excuse.asButton("Ask to be excused", visit, id))
        }
        acts.append(linkButton("Into my calendar", to: TrainingAddresses.calendar.link(id), icon: .clock))
        return section(
            "You",
            """
            <p>\(standing(view.listing, visit))</p>
            \(actions(acts.joined()))
            """)
    }

    static func standing(_ listing: GatheringListing, _ visit: StaffVisit) -> HTML {
        let own = listing.own
        var marks: [HTML] = []
        if listing.gathering.isCancelled { return badge("Called off", tone: .bad) }
        if let outcome = own?.outcome { marks.append(badge(outcome.words, tone: outcome.tone)) }
        if own?.isAssigned == true { marks.append(badge("You are assigned", tone: .warning)) }
        if own?.isSignedUp == true, own?.outcome == nil { marks.append(badge("You have a place", tone: .good)) }
        if own?.asksToBeExcused == true { marks.append(badge("You asked to be excused")) }
        if listing.isRequired, own?.outcome == nil { marks.append(badge("You have to be there", tone: .warning)) }
        let clauses = listing.isRequired ? visit.pack.training.attendance?.basis.notes : nil
        return "\(marks.joined(separator: " ")) \(clauses)"
    }

    // MARK: Whoever keeps the list

    private static func keeping(_ view: GatheringView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let (gathering, powers) = (view.listing.gathering, visit.staff.powers)
        let id = PathID(gathering.id)
        var parts: [HTML] = []
        if powers.contains(.planTraining), gathering.isPlanned {
            parts.append(
                actions(
                    linkButton("Change it", to: TrainingAddresses.change.link(id)),
                    GatheringActs.callOff.asConfirmation(
                        "Call it off", "<p>Whoever has a place is told.</p>", button: "Call it off now", visit, id,
                        style: .danger)))
            if !gathering.plan.kind.isForOthers { parts.append(code(view, visit)) }
            if visit.pack.assignsSeminars, gathering.plan.kind.isTraining {
                parts.append(
                    section(
                        "Assign a member",
                        GatheringActs.assign.form(
                            visit, id,
                            filled: Filled(options: ["account": view.people.map { FieldOption($0.account, $0.name) }]),
                            refused: refused, button: "Assign")))
            }
            parts.append(closing(view, visit, refused))
        }
        if view.awaitsRecord {
            parts.append(
                actions(
                    TrainingRecordActs.recordSession.asButton(
                        "Record the course for everybody who was there", visit, id, style: .primary)))
        }
        if !view.people.isEmpty { parts.append(list(view, visit)) }
        return parts.isEmpty ? nil : parts.joined()
    }

    private static func closing(_ view: GatheringView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let isForOthers = view.listing.gathering.plan.kind.isForOthers
        let filled = Filled(
            options: ["present": view.people.map { FieldOption($0.account, $0.name) }],
            ticked: ["present": view.people.filter { $0.own?.outcome == .attended }.map(\.account)],
            without: isForOthers ? ["present"] : ["headcount"])
        return section(
            "Who was there",
            lead: isForOthers
                ? "Only how many: nobody is named." : "Whoever is not ticked and had to be there is absent.",
            GatheringActs.closeList.form(
                visit, PathID(view.listing.gathering.id), filled: filled, refused: refused, button: "Close the list"))
    }

    private static func list(_ view: GatheringView, _ visit: StaffVisit) -> HTML {
        let id = PathID(view.listing.gathering.id)
        let rows = view.people.map { person -> [HTML] in
            let own = person.own
            let state: HTML =
                own?.outcome.map { badge($0.words, tone: $0.tone) }
                ?? (own?.isAssigned == true
                    ? badge("Assigned", tone: .warning) : own?.isSignedUp == true ? badge("Has a place") : "")
            let asks: HTML? = own?.asksToBeExcused == true ? badge("Asks to be excused", tone: .warning) : nil
            func line(_ label: String, _ outcome: Attendance.Outcome) -> HTML {
                GatheringActs.correct.asButton(
                    label, visit, id, style: .quiet,
                    hidden: [("account", person.account), ("outcome", outcome.rawValue)])
            }
            var acts: [HTML] = []
            if visit.staff.powers.contains(.excuseAbsences), own?.outcome != .excused, own?.outcome != .attended,
                !view.listing.gathering.isCancelled
            {
                acts.append(line("Excuse", .excused))
            }
            if visit.staff.powers.contains(.planTraining), view.listing.gathering.isHeld {
                if own?.outcome != .attended { acts.append(line("Was there", .attended)) }
                if own?.outcome != .absent { acts.append(line("Was not there", .absent)) }
            }
            return [HTML(text: person.name), "\(state) \(asks)", actions(acts.joined())]
        }
        return dataTable("Members", columns: ["Member", "State", "To do"], rows: rows)
    }

    // MARK: The code in the room

    private static func code(_ view: GatheringView, _ visit: StaffVisit) -> HTML {
        guard let code = view.code else { return .empty }
        let link = TrainingAddresses.here.link(PathID(code))
        let words = visit.visit.address(of: link) ?? link.location
        let picture = SquareCode.holding(words).map { squareCode($0, holds: words) }
        return section(
            "The code in the room",
            lead: "Show it on the day: whoever is there opens it and says “I am here”. It is good on the day itself.",
            "\(picture)\(picture == nil ? codeLine("Address", words) : nil)")
    }

    /// Where the code in the room leads.
    static func here(_ code: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML? {
        guard let gathering = try await visit.programmes.gathering(code: code.text, for: visit.staff),
            let view = try await visit.programmes.gathering(gathering.id, for: visit.staff)
        else { return nil }
        let isThere = view.listing.own?.outcome == .attended
        return page(
            gathering.plan.title, in: Shells.staff(visit),
            lead: HTML(text: visit.staff.agency.calendar.words(of: gathering)), back: back,
            announcement: refused?.announcement,
            main: isThere
                ? callout("You are on the list", tone: .good)
                : actions(GatheringActs.here.asButton("I am here", visit, code, style: .primary)))
    }
}

extension AgencyCalendar {
    /// When it is, on the agency's clocks.
    func words(of gathering: Gathering) -> String { words(from: gathering.plan.from, until: gathering.plan.until) }

    func words(from: Instant, until: Instant) -> String {
        let (from, until) = (clock(at: from), clock(at: until))
        let end = from.day == until.day ? until.time : "\(until.day?.longName ?? "") \(until.time)"
        return "\(from.day?.longName ?? ""), \(from.time) to \(end)"
    }
}
