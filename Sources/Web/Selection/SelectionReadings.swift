import Operations
import Program

/// What programs read of the selection.
enum SelectionReadings {
    static let own = Route.read(
        "readOwnApplication", "Where one's own application stands, and whether one may apply.",
        at: SelectionAddresses.own, for: .signedIn, "The latest application; null for none.",
        Shape<OwnReading>(
            .part(maybe: "application", standing) { $0.standing },
            .flag("mayApply", { $0.own.whyNot == nil }))
    ) { visit in
        let own = try await visit.programmes.ownApplication(of: visit.staff)
        return OwnReading(own: own, standing: own.application.map { Standing($0, visit.pack) })
    }

    static let applications = Route.read(
        "listApplications", "The applications under way that wait for one, or that one oversees.",
        at: SelectionAddresses.applications, for: .signedIn, "The oldest first.",
        Shape<[ListedReading]>.list("applications", of: listed)
    ) { visit in
        try await visit.programmes.applications(for: visit.staff).map { listed in
            ListedReading(listed: listed, next: visit.pack.selection.next(of: listed.application)?.id)
        }
    }

    static let application = Route.read(
        "readApplication", "One application, for those who oversee it and those whose step is next.",
        at: SelectionAddresses.application, for: .signedIn,
        "Its steps are there for those who oversee it.",
        Shape<ViewReading>(
            .id("id", \.view.application.id), .words("name", \.view.name),
            .flag("isPreferred", \.view.application.isPreferred),
            .flag("waits", \.view.waits), .words(maybe: "next", \.view.next?.id),
            .list("steps", of: step) { $0.view.isOverseen ? $0.standing.steps : [] },
            .list("done", of: entry) { $0.view.isOverseen ? $0.view.application.entries : [] })
    ) { visit, id in
        try await visit.programmes.application(id.text, for: visit.staff).map {
            ViewReading(view: $0, standing: Standing($0.application, visit.pack))
        }
    }

    static let openings = Route.read(
        "listOpenings", "The openings that are posted.", at: SelectionAddresses.openings, for: .signedIn,
        where: \.hasRecruitment, "Those that take applications today, and those to come.",
        Shape<[Opening]>.list("openings", of: opening)
    ) { visit in try await visit.programmes.openings(in: visit.agency) }

    struct OwnReading: Sendable {
        let own: OwnApplication
        let standing: Standing?
    }

    struct ListedReading: Sendable {
        let listed: ListedApplication
        let next: String?
    }

    struct ViewReading: Sendable {
        let view: ApplicationView
        let standing: Standing
    }

    /// Where an application stands, without anything that others answered.
    struct Standing: Sendable {
        struct Step: Sendable {
            let id: String
            let title: String
            let standing: StepStanding
        }

        let application: Application
        let steps: [Step]

        init(_ application: Application, _ pack: PolicyPack) {
            self.application = application
            steps = pack.selection.standing(of: application).map { Step(id: $0.id, title: $0.title, standing: $1) }
        }
    }

    private static let step = Shape<Standing.Step>(
        .words("id", \.id), .words("title", \.title), .choice("standing", \.standing))

    private static let standing = Shape<Standing>(
        .id("id", \.application.id), .choice("status", \.application.status), .day("begunOn", \.application.begunOn),
        .day(maybe: "decidedOn", \.application.decidedOn),
        .list("steps", of: step) { $0.application.status == .underWay ? $0.steps : [] })

    private static let listed = Shape<ListedReading>(
        .id("id", \.listed.application.id), .words("name", \.listed.name), .words(maybe: "next", \.next),
        .flag("waits", \.listed.waits), .flag("isPreferred", \.listed.application.isPreferred))

    private static let entry = Shape<StepEntry>(
        .words("step", \.step), .words("part", \.part), .words(maybe: "name", \.name), .day("on", \.on),
        .count(maybe: "number", \.number))

    private static let opening = Shape<Opening>(
        .id("id", \.id), .day("opensOn", \.opensOn), .day("closesOn", \.closesOn), .words("words", \.words))
}
