import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What people do with the ways they are reached.
enum ContactMethodActs {
    static let routes: [Route] =
        add.routes + addDevice.routes + sendCode.routes + confirm.routes + setDelay.routes + sendTest.routes
        + remove.routes

    private typealias Page = ContactMethodAddresses
    private typealias Interface = ContactMethodAddresses.Interface
    private typealias Asked = ContactMethodFields

    static let add = Act(
        "addContactMethod",
        "Add a number or an address. Six digits are sent there; it is used once they have come back.",
        at: Page.new, interface: Interface.methods, for: .signedIn,
        taking: Input(
            Asked.kind,
            .text(
                "address", "Number or e-mail address", longest: 254,
                FieldWords(hint: "Such as 916 555 0123, or name@example.org")),
            Asked.delay
        ) { NewContactMethod(kind: $0, address: $1, delay: $2) },
        then: .created("Added. It is not used before it is confirmed."),
        see: added,
        refused: { visit, refused in .again(ContactMethodPages.new(visit, refused)) },
        perform: { visit, new in
            try await visit.programmes.addContactMethod(new, for: visit.staff, carried: visit.site.carriers.kinds)
                .map(\.id)
        })

    static let addDevice = Act(
        "addDevice", "Add a device by what its browser gave when its owner allowed notifications.",
        at: Page.device, interface: Interface.devices, for: .signedIn,
        taking: Input(
            .text(
                "address", "What you call this device", longest: 254, FieldWords(about: "What its owner calls it.")),
            Asked.delay, Asked.ofBrowser("endpoint", longest: 2000),
            Asked.ofBrowser("p256dh", longest: 200, about: "In base64url."),
            Asked.ofBrowser("auth", longest: 200, about: "In base64url.")
        ) { name, delay, endpoint, key, secret throws(Refusal) in
            try NewDevice(name: name, delay: delay, endpoint: endpoint, key: key, secret: secret)
        }, then: .created("Added. It is not used before it is confirmed."),
        see: added,
        refused: { visit, refused in
            .installablePage(DevicePages.device(visit, refused), status: .unprocessableContent)
        },
        perform: { visit, device in
            try await visit.programmes.addDevice(
                device.subscription, called: device.name, delay: device.delay, for: visit.staff, by: visit.site.carriers
            ).map(\.id)
        })

    static let sendCode = Act(
        "sendCode", "Send new digits to a way that is not confirmed.", at: Page.code,
        interface: Interface.code, for: .signedIn, taking: .nothing,
        then: .done("They are on their way."),
        see: after(.codeSent), refused: ContactMethodPage.refused,
        perform: { visit, _, method in try await visit.programmes.sendCode(to: method.text, for: visit.staff) })

    static let confirm = Act(
        "confirmContactMethod", "Confirm a way with the digits that were sent there.", at: Page.proof,
        interface: Interface.proof, for: .signedIn,
        taking: Input(
            .digits("digits", "The six digits that were sent", hint: "They are taken for fifteen minutes.")),
        then: .done("It is used from now on."),
        see: after(.proved), refused: ContactMethodPage.refused,
        perform: { visit, digits, method in
            try await visit.programmes.confirm(method.text, with: digits, for: visit.staff)
        })

    static let setDelay = Act(
        "setContactMethodDelay", "Say after how many minutes a way is used. The earliest is always used at once.",
        at: Page.delay, .put, interface: Interface.delay, for: .signedIn,
        taking: Input(Asked.delay), then: .done("Saved."),
        see: after(.delayed), refused: ContactMethodPage.refused,
        perform: { visit, minutes, method in
            try await visit.programmes.setDelay(of: method.text, to: minutes, for: visit.staff)
        })

    static let sendTest = Act(
        "sendTest", "Send a test to a confirmed way.", at: Page.test,
        interface: Interface.test, for: .signedIn, taking: .nothing,
        then: .done("It is on its way."),
        see: after(.tested), refused: ContactMethodPage.refused,
        perform: { visit, _, method in try await visit.programmes.sendTest(to: method.text, for: visit.staff) })

    static let remove = Act(
        "removeContactMethod", "Remove a way; nothing more is sent by it.", at: Page.removal, .delete,
        interface: Interface.method, for: .signedIn, taking: .nothing, then: .done("Removed."),
        mayRefuse: false,
        see: { _, _ in ContactMethodAddresses.methods.link(after: ContactMethodChange.removed) },
        refused: ContactMethodPage.refused,
        perform: { visit, _, method in
            try await visit.programmes.removeContactMethod(method.text, for: visit.staff) ? .success(()) : nil
        })

    @Sendable
    private static func added(_ done: Done<String>) -> Link { link(PathID(done.id ?? ""), .codeSent) }

    private static func after(_ change: ContactMethodChange) -> @Sendable (Done<Void>, PathID) -> Link {
        { _, method in link(method, change) }
    }

    /// The page of one way, which says what was just changed.
    private static func link(_ method: PathID, _ change: ContactMethodChange) -> Link {
        ContactMethodAddresses.method.link(method, after: change)
    }
}

/// A device as its browser and its owner describe it.
struct NewDevice: Sendable {
    let name: String
    let delay: Int
    let subscription: WebPushSubscription

    init(name: String, delay: Int, endpoint: String, key: String, secret: String) throws(Refusal) {
        do {
            subscription = try WebPushSubscription(endpoint: endpoint, p256dh: key, auth: secret)
        } catch {
            // A browser fills these in, so whoever reads this can only try again.
            throw Refusal("This browser did not say where to send notifications.", field: "address")
        }
        self.name = name
        self.delay = delay
    }
}
