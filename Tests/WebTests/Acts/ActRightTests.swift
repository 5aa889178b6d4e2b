import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// An act whose right was lost between the gate and itself is not done, and an act that is sent twice is done once.
@Suite struct ActRightTests {
    private static let pack = "sacramento-probation"

    /// At both faces; and what was typed on a page comes back.
    @Test(arguments: TestDatabase.engines)
    func afterTheSessionHasEndedNothingIsDoneAndNothingIsLost(engine: Store.Engine) async throws {
        let acts = try await ActGrounds.layOut(pack: Self.pack, engine: engine)
        let losing = try await acts.town.addNode(wrapping: { Loss.session.in($0) })
        var turnedAway = 0
        for (id, form, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) where call.isOfStaff {
            let client = try await acts.grounds.client(admittedTo: call)
            let late = Client(of: losing, session: client.session)
            let called = try await late.api(
                call.method, try await acts.grounds.path(of: call, for: client), acts.example.body(for: call))
            // What is refused before anything is written is not done either.
            #expect([401, 404, 422].contains(called.status), "\(id): \(called.status)")
            let path = try await acts.grounds.path(of: form, for: client)
            let fields = acts.example.fields(for: form, like: call)
            let sent = try await late.post(path, fields, token: acts.token(of: client, at: path))
            #expect([401, 404, 422].contains(sent.status), "\(id): \(sent.status)")
            guard sent.status == 401 else { continue }
            turnedAway += 1
            if fields.contains(where: { $0.1 == ActExample.words }), form.act?.areAttempt == false {
                #expect(sent.text.contains(ActExample.words), "\(id) loses what was typed")
            }
        }
        #expect(turnedAway > 25)
    }

    @Test(arguments: TestDatabase.engines)
    func afterTheRoleHasEndedNothingIsDone(engine: Store.Engine) async throws {
        let acts = try await ActGrounds.layOut(pack: Self.pack, engine: engine)
        let losing = try await acts.town.addNode(wrapping: { Loss.roles.in($0) })
        var turnedAway = 0
        for (id, form, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) where call.needsPower {
            let client = try await acts.grounds.client(admittedTo: call)
            let late = Client(of: losing, session: client.session)
            let called = try await late.api(
                call.method, try await acts.grounds.path(of: call, for: client), acts.example.body(for: call))
            #expect([404, 422].contains(called.status), "\(id): \(called.status)")
            let path = try await acts.grounds.path(of: form, for: client)
            let sent = try await late.post(
                path, acts.example.fields(for: form, like: call), token: acts.token(of: client, at: path))
            #expect([404, 422].contains(sent.status), "\(id): \(sent.status)")
            if called.status == 404 { turnedAway += 1 }
        }
        #expect(turnedAway > 20)
    }

    @Test(arguments: TestDatabase.engines)
    func whatIsSentTwiceIsDoneOnce(engine: Store.Engine) async throws {
        let acts = try await ActGrounds.layOut(pack: Self.pack, engine: engine)
        var done = 0
        for (id, _, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) {
            let client = try await acts.grounds.client(admittedTo: call)
            let path = try await acts.grounds.path(of: call, for: client)
            let body = acts.example.body(for: call)
            let first = try await client.sends(call.method, path, body, once: id)
            guard (200..<300).contains(first.status) else { continue }
            let rows = try await acts.town.rows()
            let second = try await client.sends(call.method, path, body, once: id)
            #expect(try await acts.town.rows() == rows, "\(id) was done twice")
            // What it came to may have been told once and be kept nowhere; whoever has ended their own session is out.
            #expect([first.status, 409, 401].contains(second.status), "\(id): \(first.status), then \(second.status)")
            done += 1
        }
        #expect(done > 15)
    }
}

extension Route {
    fileprivate var isOfStaff: Bool {
        switch audience {
        case .everyone, .seeker, .directory: false
        case .staff: true
        }
    }

    /// Whether a role is needed, and not only a session.
    fileprivate var needsPower: Bool {
        switch audience {
        case .everyone, .seeker, .directory: false
        case .staff(let need):
            !need.isMet(by: [], owesSecondFactor: false) && !need.isMet(by: [], owesSecondFactor: true)
        }
    }
}

extension Client {
    fileprivate func sends(_ method: Route.Method, _ path: String, _ body: JSON?, once key: String) async throws
        -> Reply
    {
        var headers = ["Idempotency-Key": key]
        let token = path.hasPrefix("/api/v1/support") ? pass : session
        if let token { headers["Authorization"] = "Bearer \(token)" }
        if body != nil { headers["Content-Type"] = "application/json" }
        return try await send(method.rawValue, path, headers: headers, body: body?.bytes)
    }
}

extension DemoTown {
    /// How many rows there are of whatever acts make.
    fileprivate func rows() async throws -> [String: Int] {
        try await besides().read { transaction in
            let rows = try transaction.rows(
                """
                SELECT 'account' AS name, count(*) AS many FROM account
                UNION ALL SELECT 'audit_entry' AS name, count(*) AS many FROM audit_entry
                UNION ALL SELECT 'call_out' AS name, count(*) AS many FROM call_out
                UNION ALL SELECT 'call_out_number' AS name, count(*) AS many FROM call_out_number
                UNION ALL SELECT 'call_out_page' AS name, count(*) AS many FROM call_out_page
                UNION ALL SELECT 'contact_method' AS name, count(*) AS many FROM contact_method
                UNION ALL SELECT 'designee' AS name, count(*) AS many FROM designee
                UNION ALL SELECT 'disclosure' AS name, count(*) AS many FROM disclosure
                UNION ALL SELECT 'disclosure_step' AS name, count(*) AS many FROM disclosure_step
                UNION ALL SELECT 'holding' AS name, count(*) AS many FROM holding
                UNION ALL SELECT 'incident' AS name, count(*) AS many FROM incident
                UNION ALL SELECT 'notice' AS name, count(*) AS many FROM notice
                UNION ALL SELECT 'outbox' AS name, count(*) AS many FROM outbox
                UNION ALL SELECT 'request' AS name, count(*) AS many FROM request
                UNION ALL SELECT 'request_consent' AS name, count(*) AS many FROM request_consent
                UNION ALL SELECT 'request_consultation' AS name, count(*) AS many FROM request_consultation
                UNION ALL SELECT 'request_message' AS name, count(*) AS many FROM request_message
                UNION ALL SELECT 'request_reminder' AS name, count(*) AS many FROM request_reminder
                UNION ALL SELECT 'response' AS name, count(*) AS many FROM response
                UNION ALL SELECT 'roster_hours' AS name, count(*) AS many FROM roster_hours
                UNION ALL SELECT 'roster_leave' AS name, count(*) AS many FROM roster_leave
                UNION ALL SELECT 'roster_override' AS name, count(*) AS many FROM roster_override
                UNION ALL SELECT 'roster_rotation' AS name, count(*) AS many FROM roster_rotation
                UNION ALL SELECT 'roster_swap' AS name, count(*) AS many FROM roster_swap
                UNION ALL SELECT 'session' AS name, count(*) AS many FROM session
                UNION ALL SELECT 'sheet' AS name, count(*) AS many FROM sheet
                UNION ALL SELECT 'supporter_card' AS name, count(*) AS many FROM supporter_card
                UNION ALL SELECT 'suspension' AS name, count(*) AS many FROM suspension
                """)
            return try rows.reduce(into: [:]) { $0[try $1.text("name")] = try $1.int("many") }
        }
    }
}
