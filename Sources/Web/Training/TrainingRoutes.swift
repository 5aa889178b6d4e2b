import HTML
import Operations
import Program

extension Routes {
    static let training: [Route] =
        trainingPages + sessionPages + GatheringActs.routes + TrainingRecordActs.routes + trainingReadings

    private static let trainingPages: [Route] = [
        .staff(.get, TrainingAddresses.own, for: .signedIn) { visit in .page(try await TrainingPages.own(visit)) },
        .staff(.get, TrainingAddresses.team, for: .staff(.looksAfterTraining)) { visit in
            .page(try await TrainingTeamPage.team(visit))
        },
        .staff(.get, TrainingAddresses.courses, for: .signedIn) { visit in
            .page(try await TrainingPages.courses(visit))
        },
        .staff(.get, TrainingAddresses.handIn, for: .signedIn) { visit in try await TrainingPages.handIn(visit) },
        .staff(.get, TrainingAddresses.member, for: .staff(.readsTraining)) { visit, account in
            try await TrainingMemberPages.member(account, visit).map { .page($0) }
        },
        .staff(.get, TrainingAddresses.certificate, for: .signedIn) { visit, id in
            try await visit.programmes.certificate(of: id.text, for: visit.staff).map { bytes in
                .file(bytes, type: TrainingFields.certificate.type(of: bytes)?.rawValue ?? "application/octet-stream")
            }
        },
        .staff(.get, TrainingAddresses.export, for: .holding(.keepTraining)) { visit in
            let team = try await visit.programmes.teamTraining(for: visit.staff, on: visit.staff.today)
            var members: [MemberTraining] = []
            for line in team.members {
                if let one = try await visit.programmes.training(of: line.member.account, for: visit.staff) {
                    members.append(one)
                }
            }
            return .file(TrainingExport.csv(members), type: "text/csv; charset=utf-8")
        },
    ]

    private static let sessionPages: [Route] = [
        .staff(.get, TrainingAddresses.newSession, for: .holding(.planTraining)) { visit in
            .page(try await GatheringPages.new(visit))
        },
        .staff(.get, TrainingAddresses.session, for: .signedIn) { visit, id in
            try await GatheringPages.session(id, visit).map { .page($0) }
        },
        .staff(.get, TrainingAddresses.change, for: .holding(.planTraining)) { visit, id in
            try await GatheringPages.change(id, visit).map { .page($0) }
        },
        .staff(.get, TrainingAddresses.here, for: .signedIn) { visit, code in
            try await GatheringPages.here(code, visit).map { .page($0) }
        },
        .staff(.get, TrainingAddresses.calendar, for: .signedIn) { visit, id in
            try await visit.programmes.gathering(id.text, for: visit.staff).map { view in
                let file = CalendarFile(of: [view.listing.gathering], at: visit.programmes.clock())
                return .file(file.bytes, type: "text/calendar; charset=utf-8")
            }
        },
        .open(.get, TrainingAddresses.feed) { visit, link in
            try await visit.programmes.trainingCalendar(link.key).map { calendar in
                .file(
                    CalendarFile(of: calendar.gatherings, at: calendar.now).bytes,
                    type: "text/calendar; charset=utf-8")
            }
        },
    ]

    private static let trainingReadings: [Route] = [
        .read(
            "listSessions", "The sessions and meetings that are for you: what is ahead, and a month back.",
            at: TrainingAddresses.sessions, for: .signedIn, "The sessions.",
            .list("sessions", of: TrainingShapes.listing)
        ) { visit in try await visit.programmes.gatherings(for: visit.staff) },
        .read(
            "readSession", "One session, with its list for whoever keeps it.", at: TrainingAddresses.session,
            for: .signedIn, "The session.", TrainingShapes.session
        ) { visit, id in try await visit.programmes.gathering(id.text, for: visit.staff) },
        .read(
            "readOwnTraining", "What is asked of you, and what you have done.", at: TrainingAddresses.own,
            for: .signedIn, "Null for whoever is not of the team.",
            Shape<MemberTraining?>(.part(maybe: "training", TrainingShapes.member) { $0 })
        ) { visit in .some(try await visit.programmes.ownTraining(of: visit.staff)) },
        .read(
            "readMemberTraining", "A member's training record.", at: TrainingAddresses.member,
            for: .staff(.readsTraining), "The record.", TrainingShapes.member
        ) { visit, account in try await visit.programmes.training(of: account.text, for: visit.staff) },
        .read(
            "readTeamTraining", "How the team stands with what is asked of it, today.", at: TrainingAddresses.team,
            for: .staff(.looksAfterTraining), "Member by member.", TrainingShapes.team
        ) { visit in try await visit.programmes.teamTraining(for: visit.staff, on: visit.staff.today) },
        .read(
            "listCourses", "The courses that were named beyond those of the policy.", at: TrainingAddresses.courses,
            for: .signedIn, "Those that are open.", .list("courses", of: TrainingShapes.course)
        ) { visit in try await visit.programmes.furtherCourses(for: visit.staff).filter(\.isOpen) },
    ]
}

private enum TrainingShapes {
    static let listing = Shape<GatheringListing>(
        .id("id", \.gathering.id), .choice("kind", \.gathering.plan.kind), .words("title", \.gathering.plan.title),
        .words("place", \.gathering.plan.place), .moment("from", \.gathering.plan.from),
        .moment("until", \.gathering.plan.until), .count(maybe: "places", \.gathering.plan.places),
        .count("taken", \.taken), .flag("isRequired", \.isRequired), .flag("isSignedUp") { $0.own?.isSignedUp == true },
        .flag("isAssigned") { $0.own?.isAssigned == true }, .choice(maybe: "outcome") { $0.own?.outcome },
        .choice("status", of: ["planned", "held", "cancelled"]) { $0.gathering.statusWord },
        .count(maybe: "headcount", \.gathering.headcount),
        .flag("isJoint", about: "Whether it is open to partner agencies.", \.gathering.plan.isJoint),
        .words(maybe: "heldBy", about: "The partner agency that holds it.", \.heldBy))

    static let session: Shape<GatheringView> = listing.of(\.listing).with(
        .list("people", of: person) { $0.people.map { Person(account: $0.account, name: $0.name, own: $0.own) } },
        .words(maybe: "code", \.code),
        .list("partners", of: partner, about: "How many of each partner agency come, or came.", \.partners))

    private static let partner = Shape<PartnerHeadcount>(
        .words("agency", \.agency), .count("coming", \.coming), .count(maybe: "came", \.came))

    struct Person: Sendable {
        let account: String
        let name: String
        let own: Attendance?
    }

    private static let person = Shape<Person>(
        .id("account", \.account), .words("name", \.name), .choice(maybe: "outcome") { $0.own?.outcome },
        .flag("isAssigned") { $0.own?.isAssigned == true }, .flag("isSignedUp") { $0.own?.isSignedUp == true },
        .flag("asksToBeExcused") { $0.own?.asksToBeExcused == true })

    private static let standing = Shape<RequirementStanding>(
        .words("requirement", \.requirement.id), .words("title", \.requirement.title),
        .choice("state", of: ["met", "open", "missing", "advised", "not-yet", "not-asked"]) { $0.stateWord },
        .count("done", \.done), .count("wanted", \.wanted), .day(maybe: "expiresOn", \.expiresOn),
        .texts("missingTopics") { $0.shortfall?.topics.map(\.label) ?? [] })

    private static let completion = Shape<CourseCompletion>(
        .id("id", \.id), .words("title", \.title), .day("doneOn", \.doneOn), .count("minutes", \.minutes),
        .count("creditMinutes", \.creditMinutes), .flag("isConfirmed", \.isConfirmed),
        .day(maybe: "expiresOn", \.expiresOn))

    static let member = Shape<MemberTraining>(
        .id("account", \.member.account), .words("name", \.member.name),
        .list("standings", of: standing, \.standings), .list("completions", of: completion, \.completions),
        .texts("topics") { $0.topics.sorted().map(\.text) }, .count("absent") { $0.absences.unexcused.count },
        .count("excused") { $0.absences.excused.count }, .count("attended", \.absences.attended),
        .count("owedSessions", \.debts.count), .count("creditMinutes", \.creditMinutes))

    struct Line: Sendable {
        let account: String
        let name: String
        let standings: [RequirementStanding]
    }

    private static let line = Shape<Line>(
        .id("account", \.account), .words("name", \.name), .list("standings", of: standing, \.standings))

    static let team = Shape<TeamTraining>(
        .list("members", of: line) { team in
            team.members.map { Line(account: $0.member.account, name: $0.member.name, standings: $0.standings) }
        },
        .texts("periodsWithoutSession", each: .day) { $0.gaps.map(\.days.lowerBound.text) },
        .count("owedSessions", \.debts.count), .count("waitingCertificates", \.waiting.count),
        .count("othersTrained", \.awareness.trained), .count("othersOriented", \.awareness.oriented))

    static let course = Shape<FurtherCourse>(
        .id("id", \.id), .words("title", \.title), .count("minutes", \.minutes),
        .count("creditMinutes", \.creditMinutes), .flag("isApproved", \.isApproved))
}

extension Gathering {
    fileprivate var statusWord: String {
        switch status {
        case .planned: "planned"
        case .held: "held"
        case .cancelled: "cancelled"
        }
    }
}

extension RequirementStanding {
    fileprivate var stateWord: String {
        switch state {
        case .met: "met"
        case .open: "open"
        case .missing: "missing"
        case .advised: "advised"
        case .notYet: "not-yet"
        case .notMeant: "not-asked"
        }
    }
}
