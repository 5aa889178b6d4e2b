import HTTPTypes
import Operations
import Program

enum ReachInterfaceAddresses {
    static let methods = FixedAddress("api/v1/account/contact-methods")
    static let devices = FixedAddress("api/v1/account/devices")
    static let method = Address<PathID>("api/v1/account/contact-methods/{method}")
    static let code = Address<PathID>("api/v1/account/contact-methods/{method}/code")
    static let proof = Address<PathID>("api/v1/account/contact-methods/{method}/proof")
    static let delay = Address<PathID>("api/v1/account/contact-methods/{method}/delay")
    static let test = Address<PathID>("api/v1/account/contact-methods/{method}/test")
}

extension Routes {
    static let reachInterface: [Route] = [
        .api(.get, ReachInterfaceAddresses.methods, for: .signedIn, ReachEndpoints.read) { call in
            let methods = try await call.programmes.contactMethods(of: call.staff)
            return .success(.json(ReachJSON.methods(methods, call)))
        },
        .api(.post, ReachInterfaceAddresses.methods, for: .signedIn, ReachEndpoints.add) { call in
            guard let kind = ContactMethod.Kind(rawValue: call.text("kind")) else { throw GateBroken() }
            return try await call.programmes.addContactMethod(
                NewContactMethod(kind: kind, address: call.text("address"), delay: call.delay), for: call.staff,
                carried: call.visit.site.carriers.kinds
            ).map(ReachJSON.added)
        },
        .api(.post, ReachInterfaceAddresses.devices, for: .signedIn, ReachEndpoints.addDevice) { call in
            let device = NewDevice(
                name: call.text("address"), delay: call.delay, endpoint: call.text("endpoint"),
                key: call.text("p256dh"), secret: call.text("auth"))
            return try await device.added(by: call.staff, call.visit).map(ReachJSON.added)
        },
        .api(.post, ReachInterfaceAddresses.code, for: .signedIn, ReachEndpoints.sendCode) { call, id in
            try await call.programmes.sendCode(to: id.text, for: call.staff)?.map { .done }
        },
        .api(.post, ReachInterfaceAddresses.proof, for: .signedIn, ReachEndpoints.prove) { call, id in
            try await call.programmes.confirm(id.text, with: call.text("digits"), for: call.staff)?.map { .done }
        },
        .api(.put, ReachInterfaceAddresses.delay, for: .signedIn, ReachEndpoints.setDelay) { call, id in
            try await call.programmes.setDelay(of: id.text, to: call.delay, for: call.staff)?.map { .done }
        },
        .api(.post, ReachInterfaceAddresses.test, for: .signedIn, ReachEndpoints.sendTest) { call, id in
            try await call.programmes.sendTest(to: id.text, for: call.staff)?.map { .done }
        },
        .api(.delete, ReachInterfaceAddresses.method, for: .signedIn, ReachEndpoints.remove) { call, id in
            try await call.programmes.removeContactMethod(id.text, for: call.staff) ? .success(.done) : nil
        },
    ]
}

extension APICall {
    fileprivate var delay: Int { body["delay"]?.integer ?? 0 }
}

enum ReachJSON {
    static func methods(_ methods: [ReachingMethod], _ call: APICall) -> JSON {
        [
            "methods": .array(methods.map(method)),
            "kinds": .array(call.visit.site.carriers.kinds.map(\.rawValue).sorted().map { .string($0) }),
            "applicationServerKey": .string(call.programmes.pushPublicKey),
        ]
    }

    static func added(_ method: ContactMethod) -> Answer { .json(["id": .string(method.id)], status: .created) }

    private static func method(_ reaching: ReachingMethod) -> JSON {
        [
            "id": .string(reaching.method.id), "kind": .string(reaching.method.kind.rawValue),
            "address": .string(reaching.method.address), "delay": .integer(reaching.method.delay),
            "isConfirmed": .boolean(reaching.method.isConfirmed),
            "isAwaitingCode": .boolean(reaching.isAwaitingCode),
            "lastOutcomes": .array(reaching.lastOutcomes.map { .string($0.rawValue) }),
        ]
    }
}
