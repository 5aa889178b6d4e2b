import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What the sign-in form does.
enum SignInActs {
    @Sendable
    static func signIn(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        let outcome = try await visit.programmes.signIn(
            agency: agency, login: visit.form["login"], passphrase: visit.form.verbatim("passphrase"))
        switch outcome {
        case .signedIn(let session, let owes):
            return .see(try await next(session, owes: owes, visit)).beginning(session, at: visit.site)
        case .wrong:
            return again("Login and passphrase do not fit.", .unprocessableContent, agency, visit)
        case .paused(let until):
            let time = agency.calendar.clockTime(notBefore: until)
            return again(
                "There were too many attempts with this login. It can be tried again from \(time).", .tooManyRequests,
                agency, visit)
        case .busy: return again(Refusal.busy, .serviceUnavailable, agency, visit)
        }
    }

    private static func next(_ session: SessionKey, owes: Bool, _ visit: Visit) async throws -> Link {
        guard owes else { return HomeAddresses.home.link() }
        let staff = try await visit.programmes.staff(session: session)
        return staff?.hasSecondFactor == true ? SignInAddresses.secondFactor.link() : SignInAddresses.setUp.link()
    }

    private static func again(
        _ message: String, _ status: HTTPResponse.Status, _ agency: Agency, _ visit: Visit
    ) -> Answer {
        again(Refusal(message), status, agency, visit)
    }

    private static func again(
        _ refusal: Refusal, _ status: HTTPResponse.Status, _ agency: Agency, _ visit: Visit
    ) -> Answer {
        .page(SignInPages.signIn(agency, visit, refusal), status: status)
    }
}
