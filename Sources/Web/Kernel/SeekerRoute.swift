import Hummingbird
import Operations
import Program
import Sealing

/// Whoever has shown a receipt: what opens their request, and the agency it was made in.
package struct Seeker: Sendable {
    package let pass: SeekerPass
    package let agency: Agency
}

/// The visit of a seeker with a receipt. A handler that takes it cannot be reached by anyone else.
package struct SeekerVisit: Sendable {
    package let visit: Visit
    package let seeker: Seeker

    package var pass: SeekerPass { seeker.pass }
    package var agency: Agency { seeker.agency }
    /// What a form of this seeker carries: that it is one of ours, and which sending it is. Another each time.
    package var formToken: String { FormToken(session: seeker.pass.formToken).text }
}

extension Gate {
    /// Whoever brings a pass that is still good. A session of staff is none, nor does it hinder one.
    func seeker(token: String?) async throws -> Seeker? {
        guard let pass = token.flatMap({ programmes.seekerPass(token: $0) }),
            let agency = try await programmes.agency(slug: pass.agency)
        else { return nil }
        return Seeker(pass: pass, agency: agency)
    }

    /// A page of a seeker. Each answer keeps the pass good for another half hour, unless it takes the pass away.
    func seekerPage(_ request: Request, _ route: Route, _ values: [String]) async throws -> Answer {
        guard request.method == .post else { return try await seekerAnswer(request, route, values, Sent()) }
        let sent = try await self.sent(by: request)
        return await keeping(sent, at: route, request.uri.path) {
            try await seekerAnswer(request, route, values, sent)
        }
    }

    private func seekerAnswer(
        _ request: Request, _ route: Route, _ values: [String], _ sent: Sent
    ) async throws -> Answer {
        guard let seeker = try await seeker(token: request.cookies[site.passName]?.value) else {
            return ClosedPages.answer(keeping: sent.form, site)
        }
        let isAct = request.method == .post
        if isAct, !seeker.pass.accepts(formToken: sent.token.session) { return site.nothingHere }
        let acting = isAct ? programmes.visited(by: .seeker(seeker.pass, once: sent.once)) : programmes
        let visit = Visit(request: request, site: site, programmes: acting, form: sent.form)
        let arrival = Route.Arrival(visit: visit, staff: nil, values: values, body: [], seeker: seeker)
        let answer =
            isAct
            ? await keeping(sent, at: route, request.uri.path) { try await route.respond(arrival) }
            : try await route.respond(arrival)
        guard answer.headers[.setCookie] == nil, answer.status != .notFound else { return answer }
        return answer.handing(try programmes.token(of: seeker.pass), at: site)
    }
}
