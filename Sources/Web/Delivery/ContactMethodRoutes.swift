import HTML
import Operations
import Program

enum ContactMethodAddresses {
    static let methods = FixedAddress("account/reach")
    static let new = FixedAddress("account/reach/new")
    static let device = FixedAddress("account/reach/device")
    static let method = Address<PathID>("account/reach/methods/{method}")
    static let code = Address<PathID>("account/reach/methods/{method}/code")
    static let proof = Address<PathID>("account/reach/methods/{method}/proof")
    static let delay = Address<PathID>("account/reach/methods/{method}/delay")
    static let test = Address<PathID>("account/reach/methods/{method}/test")
    static let removal = Address<PathID>("account/reach/methods/{method}/removal")

    /// Where programs find the same.
    enum Interface {
        static let methods = FixedAddress("account/contact-methods")
        static let devices = FixedAddress("account/devices")
        static let method = Address<PathID>("account/contact-methods/{method}")
        static let code = Address<PathID>("account/contact-methods/{method}/code")
        static let proof = Address<PathID>("account/contact-methods/{method}/proof")
        static let delay = Address<PathID>("account/contact-methods/{method}/delay")
        static let test = Address<PathID>("account/contact-methods/{method}/test")
    }
}

extension Routes {
    static let contactMethods: [Route] =
        [
            .staff(.get, ContactMethodAddresses.methods, for: .signedIn) { visit in
                let methods = try await visit.programmes.contactMethods(of: visit.staff)
                return .page(ContactMethodPages.list(methods, visit, after: visit.change()))
            },
            .staff(.get, ContactMethodAddresses.new, for: .signedIn) { visit in .page(ContactMethodPages.new(visit)) },
            .staff(.get, ContactMethodAddresses.device, for: .signedIn) { visit in
                .installablePage(DevicePages.device(visit))
            },
            .staff(.get, ContactMethodAddresses.method, for: .signedIn) { visit, id in
                try await ContactMethodPage(id, visit).map { .page($0.html(after: visit.change())) }
            },
            readContactMethods,
        ] + ContactMethodActs.routes

    private static let readContactMethods = Route.read(
        "readContactMethods", "How you are reached, the earliest way first.",
        at: ContactMethodAddresses.Interface.methods, for: .signedIn, "Your ways.", ContactMethodShapes.all
    ) { visit in
        OwnContactMethods(
            methods: try await visit.programmes.contactMethods(of: visit.staff), carried: visit.site.carriers.kinds,
            pushPublicKey: visit.programmes.pushPublicKey)
    }
}

/// Somebody's ways, and what is needed to add one.
private struct OwnContactMethods: Sendable {
    let methods: [ContactMethodView]
    let carried: Set<ContactMethod.Kind>
    let pushPublicKey: String
}

private enum ContactMethodShapes {
    static let all = Shape<OwnContactMethods>(
        .list("methods", of: method, \.methods),
        .texts(
            "kinds", each: .choice(ContactMethod.Kind.allCases.map(\.rawValue)),
            about: "What this installation has a gateway for."
        ) { $0.carried.map(\.rawValue).sorted() },
        .words(
            "applicationServerKey", about: "For a browser to subscribe with (Push API), in base64url.", \.pushPublicKey)
    )

    private static let method = Shape<ContactMethodView>(
        .id("id", \.method.id), .choice("kind", \.method.kind), .words("address", \.method.address),
        Shape.Member(ContactMethodFields.delayProperty) { .integer($0.method.delay) },
        .flag("isConfirmed", about: "Only then is it used.", \.method.isConfirmed),
        .flag("isAwaitingCode", about: "Digits were sent and are still taken.", \.isAwaitingCode),
        .choice(maybe: "trouble", about: "What is known to be wrong with it.", \.method.trouble),
        .texts(
            "lastOutcomes", each: .choice(DeliveryOutcome.allCases.map(\.rawValue)),
            about: "What came of each attempt of the last day it was used."
        ) { $0.lastOutcomes.map(\.rawValue) })
}

/// What was just changed, for the page that comes next to say it.
enum ContactMethodChange: String, Sendable {
    case codeSent = "code"
    case proved, delayed, tested, removed

    var announcement: HTML {
        switch self {
        case .codeSent: justDone("Six digits are on their way")
        case .proved: justDone("It works, and is used from now on")
        case .delayed: justDone("Saved")
        case .tested:
            justDone("A test is on its way", "<p>It comes within a minute, or something is wrong.</p>")
        case .removed: justDone("Removed")
        }
    }
}
