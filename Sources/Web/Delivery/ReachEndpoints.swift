import Operations
import Program

/// What the programming interface says of the ways people are reached.
enum ReachEndpoints {
    static let read = Endpoint(
        "readContactMethods", "How you are reached, the earliest way first.",
        success: .ok("Your ways.") { _ in
            .object([
                Schema.Property("methods", .list(of: method)),
                Schema.Property("kinds", .list(of: kind), about: "What this installation has a gateway for."),
                Schema.Property(
                    "applicationServerKey", .words, about: "For a browser to subscribe with (Push API), in base64url."),
            ])
        }, mayRefuse: false)

    static let add = Endpoint(
        "addContactMethod",
        "Add a number or an address. Six digits are sent there; it is used once they have come back.",
        body: { _ in
            .object([
                Schema.Property("kind", .choice([.text, .call, .email].map(\ContactMethod.Kind.rawValue))),
                Schema.Property("address", .string(maxLength: 254)), delay,
            ])
        }, success: added)

    static let addDevice = Endpoint(
        "addDevice", "Add a device by what its browser gave when its owner allowed notifications.",
        body: { _ in
            .object([
                Schema.Property("address", .string(maxLength: 254), about: "What its owner calls it."), delay,
                Schema.Property("endpoint", .string(maxLength: 2000)),
                Schema.Property("p256dh", .string(maxLength: 200), about: "In base64url."),
                Schema.Property("auth", .string(maxLength: 200), about: "In base64url."),
            ])
        }, success: added)

    static let sendCode = Endpoint(
        "sendCode", "Send new digits to a way that is not confirmed.", success: .done("They are on their way."))

    static let prove = Endpoint(
        "confirmContactMethod", "Confirm a way with the digits that were sent there.",
        body: { _ in .object([Schema.Property("digits", .string(maxLength: 20))]) },
        success: .done("It is used from now on."))

    static let setDelay = Endpoint(
        "setContactMethodDelay", "Say after how many minutes a way is used. The earliest is always used at once.",
        body: { _ in .object([delay]) }, success: .done("Saved."))

    static let sendTest = Endpoint(
        "sendTest", "Send a test to a confirmed way.", success: .done("It is on its way."))

    static let remove = Endpoint(
        "removeContactMethod", "Remove a way; nothing more is sent by it.", success: .done("Removed."), mayRefuse: false
    )

    private static let delay = Schema.Property("delay", .integer(ContactMethod.delays), about: "In minutes.")
    private static let kind = Schema.choice(ContactMethod.Kind.allCases.map(\.rawValue))

    private static let added = Endpoint.Success.created(
        "Added. It is not used before it is confirmed.", .object([Schema.Property("id", .id)]))

    private static let method = Schema.object([
        Schema.Property("id", .id), Schema.Property("kind", kind), Schema.Property("address", .words), delay,
        Schema.Property("isConfirmed", .boolean, about: "Only then is it used."),
        Schema.Property("isAwaitingCode", .boolean, about: "Digits were sent and are still taken."),
        Schema.Property(
            "lastOutcomes", .list(of: .choice(DeliveryOutcome.allCases.map(\.rawValue))),
            about: "What came of each attempt of the last day it was used."),
    ])
}
