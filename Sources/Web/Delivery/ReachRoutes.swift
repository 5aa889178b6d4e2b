import HTML
import Operations
import Program

enum ReachAddresses {
    static let reach = FixedAddress("account/reach")
    static let new = FixedAddress("account/reach/new")
    static let device = FixedAddress("account/reach/device")
    static let method = Address<PathID>("account/reach/methods/{method}")
    static let code = Address<PathID>("account/reach/methods/{method}/code")
    static let proof = Address<PathID>("account/reach/methods/{method}/proof")
    static let delay = Address<PathID>("account/reach/methods/{method}/delay")
    static let test = Address<PathID>("account/reach/methods/{method}/test")
    static let removal = Address<PathID>("account/reach/methods/{method}/removal")
}

extension Routes {
    static let reach: [Route] = [
        .staff(.get, ReachAddresses.reach, for: .signedIn) { visit in
            let methods = try await visit.programmes.contactMethods(of: visit.staff)
            return .page(ReachPages.reach(methods, visit, after: ReachChange(visit)))
        },
        .staff(.get, ReachAddresses.new, for: .signedIn) { visit in .page(ReachPages.new(visit)) },
        .staff(.post, ReachAddresses.new, for: .signedIn, ReachActs.add),
        .staff(.get, ReachAddresses.device, for: .signedIn) { visit in .installablePage(DevicePages.device(visit)) },
        .staff(.post, ReachAddresses.device, for: .signedIn, ReachActs.addDevice),
        .staff(.get, ReachAddresses.method, for: .signedIn) { visit, id in
            try await ReachActs.method(id, visit).map {
                .page(MethodPages.method($0, visit, after: ReachChange(visit)))
            }
        },
        .staff(.post, ReachAddresses.code, for: .signedIn, ReachActs.sendCode),
        .staff(.post, ReachAddresses.proof, for: .signedIn, ReachActs.prove),
        .staff(.post, ReachAddresses.delay, for: .signedIn, ReachActs.setDelay),
        .staff(.post, ReachAddresses.test, for: .signedIn, ReachActs.sendTest),
        .staff(.post, ReachAddresses.removal, for: .signedIn, ReachActs.remove),
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
