import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations
import Program
import Sealing

/// Stands before every route: finds out who comes, lets in whom the route's audience admits, and checks that a form comes
/// from one of our own pages. Whoever is not admitted gets what an unknown address gives.
struct Gate: Sendable {
    let programmes: Programmes
    let site: Site
    let logger: Logger

    /// The largest form or JSON body taken, in bytes.
    static let largestBody = 256 * 1024

    func respond(to request: Request, at route: Route, values: [String]) async -> Answer {
        do {
            switch route.face {
            case .page: return try await page(request, route, values)
            case .api(let operation): return try await api(request, route, operation, values)
            }
        } catch is NIOTooManyBytesError {
            return tooLarge(route.face)
        } catch let error where lacksPolicy(error) {
            // Housekeeping says so in the log and to whoever watches, once and not at every visit.
            return agencyIsAway(route.face)
        } catch {
            logger.error("A route failed.", metadata: ["route": "\(route.pattern)", "fault": "\(type(of: error))"])
            return fault(route.face)
        }
    }

    private func page(_ request: Request, _ route: Route, _ values: [String]) async throws -> Answer {
        if route.audience == .seeker { return try await seekerPage(request, route, values) }
        let staff = try await staff(token: request.cookies[site.cookieName]?.value)
        guard route.audience.admits(staff?.powers, owesSecondFactor: staff?.owesSecondFactor ?? false) else {
            return turnedAway(staff, request, route)
        }
        var form = FormAnswers()
        if request.method == .post {
            guard let sent = try await self.form(of: request) else { return site.nothingHere }
            // A form for everyone, such as signing in, belongs to no session.
            if let staff, route.audience != .everyone,
                !staff.session.accepts(formToken: sent.verbatim(FormAnswers.tokenField))
            {
                return site.nothingHere
            }
            form = sent.without(FormAnswers.tokenField)
        }
        let visit = Visit(request: request, site: site, programmes: programmes, form: form)
        return try await route.respond(Route.Arrival(visit: visit, staff: staff, values: values, body: []))
    }

    /// The form that was sent; nothing where it is none, or not of our own pages.
    func form(of request: Request) async throws -> FormAnswers? {
        guard isFromOurPages(request) else { return nil }
        return FormAnswers(urlEncoded: String(buffer: try await request.body.collect(upTo: Self.largestBody)))
    }

    /// Whoever is not signed in, or sends a form after the session has ended, is led to the start. Whoever only looks at a
    /// page is led to the next step: the second factor, or home.
    private func turnedAway(_ staff: Staff?, _ request: Request, _ route: Route) -> Answer {
        guard let staff else { return .see(StartAddresses.start.link) }
        guard request.method == .get else { return site.nothingHere }
        if staff.owesSecondFactor { return .see(SignInAddresses.secondFactor.link) }
        return route.audience == .owingSecondFactor ? .see(HomeAddresses.home.link) : site.nothingHere
    }

    private func api(
        _ request: Request, _ route: Route, _ operation: Endpoint, _ values: [String]
    ) async throws -> Answer {
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
            guard isJSON(request.headers[.contentType]) else {
                return ProblemDocument.plain("Send application/json.", status: .unsupportedMediaType)
            }
            body = Array(buffer: try await request.body.collect(upTo: Self.largestBody))
        }
        let visit = Visit(request: request, site: site, programmes: programmes, form: FormAnswers())
        return try await route.respond(
            Route.Arrival(visit: visit, staff: staff, values: values, body: body, seeker: seeker))
    }

    /// Whether the body is said to be JSON, whatever parameters follow the media type.
    private func isJSON(_ contentType: String?) -> Bool {
        let type = contentType?.prefix { $0 != ";" }
        return type?.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
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

    /// Browsers say whether a form comes from a page of the same site (Fetch Metadata); one that says it does not is another
    /// site's. The session's own token is checked besides.
    private func isFromOurPages(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] else { return true }
        return site == "same-origin" || site == "none"
    }

    private func tooLarge(_ face: Route.Face) -> Answer {
        switch face {
        case .page: .page(PlainPages.tooLarge(site), status: .contentTooLarge)
        case .api: ProblemDocument.plain("The body is larger than 256 KiB.", status: .contentTooLarge)
        }
    }

    /// An agency whose rules cannot be read decides nothing and shows nothing until they can.
    private func agencyIsAway(_ face: Route.Face) -> Answer {
        let answer: Answer =
            switch face {
            case .page: .page(PlainPages.agencyIsAway(site), status: .serviceUnavailable)
            case .api:
                ProblemDocument.plain("This agency's rules cannot be read just now.", status: .serviceUnavailable)
            }
        return answer.retryable(after: 600)
    }

    private func fault(_ face: Route.Face) -> Answer {
        switch face {
        case .page: .page(PlainPages.fault(site), status: .internalServerError)
        case .api: ProblemDocument.plain("Something failed here. Nothing was changed.", status: .internalServerError)
        }
    }
}
