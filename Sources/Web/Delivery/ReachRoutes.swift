import HTML
import Operations
import Program

enum ReachPlaces {
    static let reach = Place("account", "reach")
    static let new = Place("account", "reach", "new")
    static let device = Place("account", "reach", "device")
    static let method = PlaceOf<PathID>("account", "reach", "methods", by: "method")
    static let code = PlaceOf<PathID>("account", "reach", "methods", by: "method", then: ["code"])
    static let proof = PlaceOf<PathID>("account", "reach", "methods", by: "method", then: ["proof"])
    static let delay = PlaceOf<PathID>("account", "reach", "methods", by: "method", then: ["delay"])
    static let test = PlaceOf<PathID>("account", "reach", "methods", by: "method", then: ["test"])
    static let removal = PlaceOf<PathID>("account", "reach", "methods", by: "method", then: ["removal"])
}

extension Routes {
    static let reach: [Route] = [
        .staff(.get, ReachPlaces.reach, for: .signedIn) { visit in
            let methods = try await visit.programmes.contactMethods(of: visit.staff)
            return .page(ReachPages.reach(methods, visit, after: ReachChange(visit)))
        },
        .staff(.get, ReachPlaces.new, for: .signedIn) { visit in .page(ReachPages.new(visit)) },
        .staff(.post, ReachPlaces.new, for: .signedIn, ReachActs.add),
        .staff(.get, ReachPlaces.device, for: .signedIn) { visit in .installablePage(DevicePages.device(visit)) },
        .staff(.post, ReachPlaces.device, for: .signedIn, ReachActs.addDevice),
        .staff(.get, ReachPlaces.method, for: .signedIn) { visit, id in
            try await ReachActs.method(id, visit).map {
                .page(MethodPages.method($0, visit, after: ReachChange(visit)))
            }
        },
        .staff(.post, ReachPlaces.code, for: .signedIn, ReachActs.sendCode),
        .staff(.post, ReachPlaces.proof, for: .signedIn, ReachActs.prove),
        .staff(.post, ReachPlaces.delay, for: .signedIn, ReachActs.setDelay),
        .staff(.post, ReachPlaces.test, for: .signedIn, ReachActs.sendTest),
        .staff(.post, ReachPlaces.removal, for: .signedIn, ReachActs.remove),
    ]
}

/// What was just changed, for the page that comes next to say it.
enum ReachChange: String, Sendable {
    case codeSent = "code"
    case proved, delayed, tested, removed

    init?(_ visit: StaffVisit) {
        guard let text = visit.visit.query("after") else { return nil }
        self.init(rawValue: text)
    }

    var announcement: HTML {
        switch self {
        case .codeSent: callout("Six digits are on their way", tone: .good, announced: true)
        case .proved: callout("It works, and is used from now on", tone: .good, announced: true)
        case .delayed: callout("Saved", tone: .good, announced: true)
        case .tested:
            callout(
                "A test is on its way", tone: .good, announced: true,
                "<p>It comes within a minute, or something is wrong.</p>")
        case .removed: callout("Removed", tone: .good, announced: true)
        }
    }
}
