import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// Signing in, on both faces. What comes of it is more than done or refused, so they are written by hand on the same fields. What is
/// wrong is said of the attempt as a whole.
enum SignInActs {
    static let input = Input(
        .text("login", "Login", longest: 200, kind: .userName),
        .passphrase("passphrase", "Passphrase", kind: .current)
    ) { (login: $0, passphrase: $1) }

    static let endpoint = Endpoint(
        id: "signIn", summary: "Begin a session with login and passphrase.", body: { .object(input.properties($0)) },
        success: .created("The session.", BegunSession.shape.schema),
        others: [
            Endpoint.Problem(.unauthorized, "Login and passphrase do not fit."),
            Endpoint.Problem(.tooManyRequests, "Too many attempts with this login."),
            .busy,
        ])

    @Sendable
    static func signIn(_ visit: AgencyVisit) async throws -> Answer? {
        func again(_ refusal: Refusal, _ status: HTTPResponse.Status) -> Answer {
            .page(SignInPages.signIn(visit, refusal), status: status)
        }
        switch try await outcome(Answers(visit.visit.form), visit) {
        case .failure(let refusal): return again(refusal, .unprocessableContent)
        case .success(.signedIn(let session, let owes)):
            return .see(try await next(session, owes: owes, visit)).beginning(session, at: visit.site)
        case .success(.wrong):
            return again(Refusal("Login and passphrase do not fit."), .unprocessableContent)
        case .success(.paused(let until)):
            let time = visit.agency.calendar.clockTime(notBefore: until)
            return again(
                Refusal("There were too many attempts with this login. It can be tried again from \(time)."),
                .tooManyRequests)
        case .success(.busy): return again(.busy, .serviceUnavailable).forLater
        }
    }

    @Sendable
    static func beginSession(_ visit: AgencyVisit, _ body: JSON, _: PathID) async throws -> APIResult? {
        switch try await outcome(Answers(body), visit) {
        case .failure(let refusal): return .failure(refusal)
        case .success(.signedIn(let key, let owes)):
            let session = BegunSession(key: key, owesSecondFactor: owes)
            return .success(.json(BegunSession.shape.json(session), status: .created))
        case .success(.wrong): return .success(ProblemDocument.unauthorized("Login and passphrase do not fit."))
        case .success(.paused(let until)):
            let wait = visit.programmes.clock().seconds(until: until)
            return .success(
                ProblemDocument.plain("There were too many attempts with this login.", status: .tooManyRequests)
                    .retryable(after: wait))
        case .success(.busy): return .failure(.busy)
        }
    }

    private static func outcome(_ answers: Answers, _ visit: AgencyVisit) async throws -> Result<SignIn, Refusal> {
        switch input.read(answers, visit.agency) {
        case .failure(let refusal): .failure(refusal)
        case .success(let attempt):
            .success(
                try await visit.programmes.signIn(
                    agency: visit.agency, login: attempt.login, passphrase: attempt.passphrase))
        }
    }

    private static func next(_ session: SessionKey, owes: Bool, _ visit: AgencyVisit) async throws -> Link {
        guard owes else { return HomeAddresses.home.link() }
        let staff = try await visit.programmes.staff(session: session)
        return staff?.hasSecondFactor == true ? SignInAddresses.secondFactor.link() : SignInAddresses.setUp.link()
    }
}

/// A session as a program is told of it.
struct BegunSession: Sendable {
    let key: SessionKey
    let owesSecondFactor: Bool

    static let shape = Shape<BegunSession>(
        Shape.Member(
            Schema.Property(
                "token", .string(maxLength: 43), about: "Goes with every call: Authorization: Bearer <token>.")
        ) { .string($0.key.token) },
        .flag(
            "owesSecondFactor", about: "Whether POST /api/v1/session/second-factor is still to come.",
            \.owesSecondFactor))
}

extension Instant {
    /// How many whole seconds it is until that moment, at least one.
    fileprivate func seconds(until later: Instant) -> Int {
        max(1, Int((later.milliseconds - milliseconds + 999) / 1000))
    }
}
