import HTTPTypes
import Operations
import Program
import Sealing

enum SessionAddresses {
    static let sessions = Address<PathID>("api/v1/agencies/{agency}/sessions")
    static let secondFactor = FixedAddress("api/v1/session/second-factor")
    static let secondFactorRecovery = FixedAddress("api/v1/session/second-factor-recovery")
    static let session = FixedAddress("api/v1/session")
}

extension Routes {
    static let sessionInterface: [Route] = [
        .openAPI(.post, SessionAddresses.sessions, SessionEndpoints.signIn, SessionEndpoints.signIn),
        .api(
            .post, SessionAddresses.secondFactor, for: .owingSecondFactor, SessionEndpoints.proveSecondFactor
        ) { call in
            try await call.programmes.proveSecondFactor(call.staff, digits: call.text("digits")).map {
                .json(SessionEndpoints.session($0, owesSecondFactor: false), status: .created)
            }
        },
        .api(
            .post, SessionAddresses.secondFactorRecovery, for: .owingSecondFactor, SessionEndpoints.recoverSecondFactor
        ) { call in
            try await call.programmes.clearSecondFactor(call.staff, code: call.text("code")).map {
                .json(["recoveryCode": .string($0.text)], status: .created)
            }
        },
        .api(.delete, SessionAddresses.session, for: .anySession, SessionEndpoints.signOut) { call in
            try await call.programmes.signOut(call.staff)
            return .success(.done)
        },
    ]
}

enum SessionEndpoints {
    private static let session = Schema.object([
        Schema.Property("token", .string(maxLength: 43), about: "Goes with every call: Authorization: Bearer <token>."),
        Schema.Property(
            "owesSecondFactor", .boolean, about: "Whether POST /api/v1/session/second-factor is still to come."),
    ])

    static func session(_ key: SessionKey, owesSecondFactor: Bool) -> JSON {
        ["token": .string(key.token), "owesSecondFactor": .boolean(owesSecondFactor)]
    }

    static let signIn = Endpoint(
        "signIn", "Begin a session with login and passphrase.",
        body: { _ in
            .object([
                Schema.Property("login", .string(maxLength: 200)),
                Schema.Property("passphrase", .passphrase),
            ])
        },
        success: .created("The session.", session),
        others: [
            Endpoint.Problem(.unauthorized, "Login and passphrase do not fit."),
            Endpoint.Problem(.tooManyRequests, "Too many attempts with this login."),
            .busy,
        ])

    @Sendable
    static func signIn(_ visit: Visit, _ agency: Agency, _ body: JSON) async throws -> APIResult {
        let outcome = try await visit.programmes.signIn(
            agency: agency, login: body.text("login"), passphrase: body.text("passphrase"))
        switch outcome {
        case .signedIn(let key, let owes):
            return .success(.json(session(key, owesSecondFactor: owes), status: .created))
        case .wrong: return .success(ProblemDocument.unauthorized("Login and passphrase do not fit."))
        case .paused(let until):
            let wait = visit.programmes.clock().seconds(until: until)
            return .success(
                ProblemDocument.plain("There were too many attempts with this login.", status: .tooManyRequests)
                    .retryable(after: wait))
        case .busy: return .failure(.busy)
        }
    }

    static let proveSecondFactor = Endpoint(
        "proveSecondFactor", "Finish signing in with the six digits of the authenticator app.",
        body: { _ in .object([Schema.Property("digits", .string(maxLength: 20))]) },
        success: .created("The session to go on with; the one before has ended.", session))

    static let recoverSecondFactor = Endpoint(
        "clearLostSecondFactor",
        """
        Clear the second factor with the printed recovery code, when the phone is lost. Other sessions end; this one still \
        owes a second factor, to be set up on the pages.
        """,
        body: { _ in .object([Schema.Property("code", .string(maxLength: 200))]) },
        success: .created(
            "The new recovery code. It is shown this once.", .object([Schema.Property("recoveryCode", .words)])))

    static let signOut = Endpoint("signOut", "End this session.", success: .done("Ended."), mayRefuse: false)
}

extension Instant {
    /// How many whole seconds it is until that moment, at least one.
    fileprivate func seconds(until later: Instant) -> Int {
        max(1, Int((later.milliseconds - milliseconds + 999) / 1000))
    }
}
