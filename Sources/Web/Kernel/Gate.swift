import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations
import Program
import Sealing
import Store

/// Stands before every route: finds out who comes, lets in whom the route's audience admits, and checks that a form comes
/// from one of our own pages. Whoever is not admitted gets what an unknown address gives.
struct Gate: Sendable {
    let programmes: Programmes
    let site: Site
    let logger: Logger

    /// The largest form or JSON body taken, in bytes.
    static let largestBody = 256 * 1024

    /// Whoever only looks sees one unchanging state, from the gate to the last word of the page.
    ///
    /// - Parameter client: whom it comes from, for the queues in which many wait.
    func respond(to request: Request, at route: Route, values: [String], from client: ClientMark) async -> Answer {
        guard request.method == .get || request.method == .head else {
            return await Gate(programmes: programmes.asked(by: client), site: site, logger: logger)
                .answer(to: request, at: route, values: values)
        }
        return await programmes.looking { looking in
            await Gate(programmes: looking, site: site, logger: logger).answer(to: request, at: route, values: values)
        }
    }

    private func answer(to request: Request, at route: Route, values: [String]) async -> Answer {
        do {
            switch route.face {
            case .page: return try await page(request, route, values)
            case .api(let endpoint): return try await api(request, route, endpoint, values)
            case .scim: return try await scim(request, route, values, bearerToken(of: request))
            }
        } catch {
            return failed(error, at: route)
        }
    }

    private func page(_ request: Request, _ route: Route, _ values: [String]) async throws -> Answer {
        if route.audience == .seeker { return try await seekerPage(request, route, values) }
        guard request.method == .post else {
            let staff = try await staff(token: request.cookies[site.cookieName]?.value)
            guard admits(staff, at: route) else { return turnedAway(staff, route) }
            let visit = Visit(request: request, site: site, programmes: programmes, form: FormAnswers())
            return try await route.respond(arrival(visit, staff, values))
        }
        let sent = try await sent(by: request, upTo: try await mostBytes(from: request, at: route))
        return await keeping(sent, at: route, request.uri.path) {
            let staff = try await staff(token: request.cookies[site.cookieName]?.value)
            guard admits(staff, at: route) else {
                if staff != nil { return site.nothingHere }
                // Whoever typed nothing has nothing to lose.
                return sent.form.values.isEmpty
                    ? .see(StartAddresses.start.link()) : again(.signedOut, sent, request.uri.path)
            }
            // A form for everyone, such as signing in, belongs to no session.
            if let staff, route.audience != .everyone, !staff.session.accepts(formToken: sent.token.session) {
                // Only a page of ours carries such a key; what it holds is looked at once more before it is taken.
                guard sent.token.once != nil, !sent.form.values.isEmpty else { return site.nothingHere }
                let present = FormToken(session: staff.session.formToken)
                return again(.signedInSince, sent, request.uri.path, token: present)
            }
            let visit = Visit(
                request: request, site: site, programmes: programmes(for: staff, at: route, once: sent.once),
                form: sent.form, once: sent.once)
            return try await route.respond(arrival(visit, staff, values))
        }
    }

    /// A form that came: what was typed, and what it carried unseen.
    struct Sent: Sendable {
        var form = FormAnswers()
        var token = FormToken(sent: "")
        /// What marks this sending of it.
        var once: OnceKey?
    }

    /// Answers a form in a way in which nothing that was typed is lost: not to a fault, nor to a crowd.
    func keeping(_ sent: Sent, at route: Route, _ path: String, _ answer: () async throws -> Answer) async -> Answer {
        do {
            return try await answer()
        } catch is DoneBefore {
            return .see(route.audience == .seeker ? SupportAddresses.support.link() : HomeAddresses.home.link())
        } catch let lost as RightLost {
            return lost.isSignedOut ? again(.signedOut, sent, path) : site.nothingHere
        } catch {
            if lacksPolicy(error) { return agencyIsAway(.page) }
            note(error, at: route)
            return again(SendAgainPages.Reason(error, isDoneOnce: sent.once != nil), sent, path, token: sent.token)
        }
    }

    private func again(
        _ reason: SendAgainPages.Reason, _ sent: Sent, _ path: String, token: FormToken? = nil
    ) -> Answer {
        let action = Link(segments: path.split(separator: "/").map { String($0).removingPercentEncoding ?? "" })
        return SendAgainPages.answer(
            reason, keeping: sent.form, to: action, token: (token ?? sent.token).text, site)
    }

    private func admits(_ staff: Staff?, at route: Route) -> Bool {
        route.audience.admits(staff?.powers, owesSecondFactor: staff?.owesSecondFactor ?? false)
    }

    private func arrival(_ visit: Visit, _ staff: Staff?, _ values: [String]) -> Route.Arrival {
        Route.Arrival(visit: visit, staff: staff, values: values, body: [])
    }

    /// The programmes as this person's act writes to them: while their right lasts, and once.
    private func programmes(for staff: Staff?, at route: Route, once: OnceKey?) -> Programmes {
        switch (route.audience, staff) {
        case (.staff(let need), let staff?): programmes.visited(by: .staff(staff, need, once: once))
        case (.staff, nil), (.everyone, _), (.seeker, _), (.directory, _): programmes
        }
    }

    /// How large a form may be. Where one may be larger than elsewhere, that is for whoever the route admits.
    private func mostBytes(from request: Request, at route: Route) async throws -> Int {
        guard route.largestBody > Self.largestBody else { return route.largestBody }
        let staff = try await staff(token: request.cookies[site.cookieName]?.value)
        return admits(staff, at: route) ? route.largestBody : Self.largestBody
    }

    /// The form that was sent, where it is one, and of our own pages.
    func sent(by request: Request, upTo most: Int = Gate.largestBody) async throws -> Sent {
        guard request.isOfOurs(isSecure: site.isSecure) else { throw FormFault.foreign }
        guard request.isSaidToBe("application/x-www-form-urlencoded") else { throw FormFault.otherType }
        guard let form = FormAnswers(urlEncoded: String(buffer: try await body(of: request, upTo: most))),
            form.repeating(FormAnswers.tokenField) == nil
        else { throw FormFault.unreadable }
        let token = FormToken(sent: form.verbatim(FormAnswers.tokenField))
        let typed = form.without(FormAnswers.tokenField)
        // An attempt at a passphrase or a code is counted each time.
        let once = typed.holdsSecret ? nil : token.onceKey(at: request.uri.path, typed)
        return Sent(form: typed, token: token, once: once)
    }

    /// The body, as far as it is not too large. What goes wrong on the wire while it comes is no fault of ours.
    private func body(of request: Request, upTo most: Int) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: most)
        } catch let error as NIOTooManyBytesError {
            throw error
        } catch {
            throw error as? CallerFault ?? .left
        }
    }

    /// The same as bytes.
    func bytes(of request: Request, upTo most: Int) async throws -> [UInt8] {
        Array(buffer: try await body(of: request, upTo: most))
    }

    /// Whoever looks at a page and is not signed in is led to the start; whoever is, to the next step: the second factor, or
    /// home.
    private func turnedAway(_ staff: Staff?, _ route: Route) -> Answer {
        guard let staff else { return .see(StartAddresses.start.link()) }
        if staff.owesSecondFactor { return .see(SignInAddresses.secondFactor.link()) }
        return route.audience == .owingSecondFactor ? .see(HomeAddresses.home.link()) : site.nothingHere
    }

    private func api(
        _ request: Request, _ route: Route, _ operation: Endpoint, _ values: [String]
    ) async throws -> Answer {
        let isLook = request.method == .get || request.method == .head
        guard isLook || request.isOfOurs(isSecure: site.isSecure) else { return ProblemDocument.foreign }
        let token = bearerToken(of: request)
        if route.audience == .seeker {
            guard let seeker = try await seeker(token: token) else { return ProblemDocument.noReceiptShown }
            return try await call(request, route, operation, values, seeker: seeker)
        }
        let staff = try await staff(token: token)
        if route.audience != .everyone, staff == nil { return ProblemDocument.notSignedIn }
        guard route.audience.admits(staff?.powers, owesSecondFactor: staff?.owesSecondFactor ?? false) else {
            return ProblemDocument.nothingHere
        }
        return try await call(request, route, operation, values, staff: staff)
    }

    private func call(
        _ request: Request, _ route: Route, _ operation: Endpoint, _ values: [String], staff: Staff? = nil,
        seeker: Seeker? = nil
    ) async throws -> Answer {
        var body: [UInt8] = []
        if operation.takesBody {
            guard request.isSaidToBe("application/json") else {
                return ProblemDocument.plain(
                    "Send application/json, without a content coding.", status: .unsupportedMediaType)
            }
            body = Array(buffer: try await self.body(of: request, upTo: route.largestBody))
        }
        // An attempt at a passphrase or a code is counted each time.
        let once = route.act?.areAttempt == true ? nil : onceKey(of: request, body)
        let acting: Programmes
        if request.method == .get || request.method == .head {
            acting = programmes
        } else if let seeker {
            acting = programmes.visited(by: .seeker(seeker.pass, once: once))
        } else {
            acting = programmes(for: staff, at: route, once: once)
        }
        let visit = Visit(request: request, site: site, programmes: acting, form: FormAnswers())
        do {
            return try await route.respond(
                Route.Arrival(visit: visit, staff: staff, values: values, body: body, seeker: seeker))
        } catch let done as DoneBefore {
            return operation.answer(doneBefore: done)
        } catch let lost as RightLost {
            return lost.isSignedOut ? ProblemDocument.notSignedIn : ProblemDocument.nothingHere
        }
    }

    /// What marks this sending of a call, where the program says so (the header Idempotency-Key).
    private func onceKey(of request: Request, _ body: [UInt8]) -> OnceKey? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else { return nil }
        return OnceKey(key, at: "\(request.method.rawValue) \(request.uri.path)", sent: body)
    }

    private func staff(token: String?) async throws -> Staff? {
        guard let key = token.flatMap({ SessionKey(token: $0) }) else { return nil }
        return try await programmes.staff(session: key)
    }

    private func bearerToken(of request: Request) -> String? {
        guard let header = request.headers[.authorization],
            header.prefix("Bearer ".count).lowercased() == "bearer "
        else { return nil }
        return String(header.dropFirst("Bearer ".count))
    }

    /// What went wrong, as its face says it.
    private func failed(_ error: any Error, at route: Route) -> Answer {
        if error is NIOTooManyBytesError {
            return route.face.answer(
                PlainPages.tooLarge(site), "The body is larger than 256 KiB.", status: .contentTooLarge)
        }
        if let fault = error as? FormFault { return fault.answer(site) }
        if let fault = error as? CallerFault { return fault.answer(route.face, site) }
        // Housekeeping says so in the log and to whoever watches, once and not at every visit.
        if lacksPolicy(error) { return agencyIsAway(route.face) }
        note(error, at: route)
        return TryAgain(error)?.answer(route.face, site) ?? fault(route.face)
    }

    /// A fault of ours goes into the log, by its kind and the route alone; that somebody had to wait is none.
    private func note(_ error: any Error, at route: Route) {
        // That many came at once is no news.
        if case .busy = error as? StoreFault { return }
        if TryAgain(error) != nil {
            logger.warning("A route had to wait.", metadata: ["route": "\(route.pattern)", "reason": "\(error)"])
        } else {
            logger.error("A route failed.", metadata: ["route": "\(route.pattern)", "fault": "\(type(of: error))"])
        }
    }

    /// An agency whose rules cannot be read decides nothing and shows nothing until they can.
    private func agencyIsAway(_ face: Route.Face) -> Answer {
        face.answer(
            PlainPages.agencyIsAway(site), "This agency's rules cannot be read just now.", status: .serviceUnavailable
        ).retryable(after: 600)
    }

    private func fault(_ face: Route.Face) -> Answer {
        face.answer(
            PlainPages.fault(site), "Something failed here. Nothing was changed.", status: .internalServerError)
    }
}
