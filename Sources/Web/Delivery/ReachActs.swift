import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What people do with the ways they are reached.
enum ReachActs {
    @Sendable
    static func add(_ visit: StaffVisit) async throws -> Answer {
        let form = visit.form
        guard let kind = ContactMethod.Kind(rawValue: form["kind"]) else {
            return again(Refusal("Choose one.", field: "kind"), visit)
        }
        let new = NewContactMethod(kind: kind, address: form["address"], delay: Int(form["delay"]) ?? -1)
        let added = try await visit.programmes.addContactMethod(
            new, for: visit.staff, carried: visit.site.carriers.kinds)
        switch added {
        case .success(let method):
            return .see(ReachAddresses.method.link(PathID(method.id), after: ReachChange.codeSent))
        case .failure(let refusal): return again(refusal, visit)
        }
    }

    @Sendable
    static func addDevice(_ visit: StaffVisit) async throws -> Answer {
        let device = NewDevice(
            name: visit.form["address"], delay: Int(visit.form["delay"]) ?? -1, endpoint: visit.form["endpoint"],
            key: visit.form["p256dh"], secret: visit.form["auth"])
        switch try await device.added(by: visit.staff, visit.visit) {
        case .success(let method):
            return .see(ReachAddresses.method.link(PathID(method.id), after: ReachChange.codeSent))
        case .failure(let refusal):
            return .installablePage(DevicePages.device(visit, refusal), status: .unprocessableContent)
        }
    }

    @Sendable
    static func sendCode(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let sent = try await visit.programmes.sendCode(to: id.text, for: visit.staff)
        return try await answer(sent, id, visit, .codeSent)
    }

    @Sendable
    static func prove(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let proved = try await visit.programmes.confirm(id.text, with: visit.form["digits"], for: visit.staff)
        return try await answer(proved, id, visit, .proved)
    }

    @Sendable
    static func setDelay(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let minutes = Int(visit.form["delay"]) ?? -1
        let set = try await visit.programmes.setDelay(of: id.text, to: minutes, for: visit.staff)
        return try await answer(set, id, visit, .delayed)
    }

    @Sendable
    static func sendTest(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let sent = try await visit.programmes.sendTest(to: id.text, for: visit.staff)
        return try await answer(sent, id, visit, .tested)
    }

    @Sendable
    static func remove(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard try await visit.programmes.removeContactMethod(id.text, for: visit.staff) else { return nil }
        return .see(ReachAddresses.reach.link(query: ("after", ReachChange.removed.rawValue)))
    }

    static func method(_ id: PathID, _ visit: StaffVisit) async throws -> ReachingMethod? {
        try await visit.programmes.contactMethods(of: visit.staff).first { $0.method.id == id.text }
    }

    private static func again(_ refusal: Refusal, _ visit: StaffVisit) -> Answer {
        .page(ReachPages.new(visit, refusal), status: .unprocessableContent)
    }

    private static func answer(
        _ result: Result<Void, Refusal>?, _ id: PathID, _ visit: StaffVisit, _ change: ReachChange
    ) async throws -> Answer? {
        switch result {
        case nil: return nil
        case .success: return .see(ReachAddresses.method.link(id, query: ("after", change.rawValue)))
        case .failure(let refusal):
            return try await method(id, visit).map {
                .page(MethodPages.method($0, visit, refused: refusal), status: .unprocessableContent)
            }
        }
    }
}

/// A device as its browser and its owner describe it.
struct NewDevice {
    let name: String
    let delay: Int
    let endpoint: String
    let key: String
    let secret: String

    func added(by staff: Staff, _ visit: Visit) async throws -> Result<ContactMethod, Refusal> {
        let subscription: WebPushSubscription
        do {
            subscription = try WebPushSubscription(endpoint: endpoint, p256dh: key, auth: secret)
        } catch {
            // A browser fills these in, so whoever reads this can only try again.
            return .failure(Refusal("This browser did not say where to send notifications.", field: "address"))
        }
        return try await visit.programmes.addDevice(
            subscription, called: name, delay: delay, for: staff, by: visit.site.carriers)
    }
}
