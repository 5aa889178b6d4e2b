import Crypto
import Foundation
import Operations
import Program
import Sealing
import Store
import Synchronization
import Testing

/// The provider of an agency, which signs whatever a test wants.
private final class TestProvider: Sendable {
    static let issuer = "https://login.agency.example"
    private let key = P256.Signing.PrivateKey()
    private let said = Mutex<String?>(nil)

    /// As the operator set it.
    func provider(claim: String? = nil) -> IdentityProvider {
        IdentityProvider(
            issuer: Self.issuer, client: "peers", secret: Secret(bytes: Array("s3cret".utf8)), scopes: "openid",
            employeeNumberClaim: claim, isSafe: { $0.hasPrefix("https://") }, ask: { self.answer($0) })
    }

    /// What the next token says, as JSON.
    func say(_ claims: String) { said.withLock { $0 = claims } }

    private func answer(_ question: ProviderQuestion) -> ProviderAnswer {
        switch question.address {
        case "\(Self.issuer)/.well-known/openid-configuration":
            return .answered(
                status: 200,
                Array(
                    """
                    {"issuer": "\(Self.issuer)", "authorization_endpoint": "\(Self.issuer)/go", "token_endpoint": "\(Self.issuer)/token",
                     "jwks_uri": "\(Self.issuer)/keys"}
                    """.utf8))
        case "\(Self.issuer)/keys":
            let point = Array(key.publicKey.x963Representation.dropFirst())
            return .answered(
                status: 200,
                Array(
                    """
                    {"keys": [{"kty": "EC", "crv": "P-256", "kid": "one", "x": "\(encoded(Array(point[..<32])))",
                     "y": "\(encoded(Array(point[32...])))"}]}
                    """.utf8))
        case "\(Self.issuer)/token":
            guard question.client?.password == "s3cret", let claims = said.withLock({ $0 }),
                question.form?.contains(where: { $0.name == "code_verifier" && $0.value.count == 43 }) == true,
                let token = try? token(claims)
            else { return .answered(status: 400, Array(#"{"error": "invalid_grant"}"#.utf8)) }
            said.withLock { $0 = nil }
            return .answered(status: 200, Array(#"{"id_token": "\#(token)"}"#.utf8))
        default: return .away
        }
    }

    private func token(_ claims: String) throws -> String {
        let head = encoded(Array(#"{"alg": "ES256", "kid": "one"}"#.utf8))
        let signed = "\(head).\(encoded(Array(claims.utf8)))"
        return "\(signed).\(encoded(Array(try key.signature(for: Data(signed.utf8)).rawRepresentation)))"
    }

    private func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

/// A second factor by the agency's own sign-in: whom it lets in, and whom it does not.
@Suite struct AgencySignInTests {
    private static let back = "https://peers.example/agency-sign-in/return"
    private static let login = "c.ortiz"

    private struct Scene {
        let ground: Ground
        let provider = TestProvider()
        let programmes: Programmes

        init(_ engine: Engine, claim: String? = nil) async throws {
            ground = try await Ground(engine)
            programmes = ground.programmes.signing(inBy: [ground.agency.slug: provider.provider(claim: claim)])
            _ = try await ground.enrol(AgencySignInTests.login, roles: ["coordinator"], isEmployed: true)
        }

        /// After the passphrase.
        func half() async throws -> Staff { try await ground.staff(try await ground.signIn(AgencySignInTests.login)) }

        /// What the browser was sent off with.
        func begin(_ staff: Staff) async throws -> [String: String] {
            let address = try await programmes.beginAgencySignIn(staff, returningTo: AgencySignInTests.back).get()
            #expect(address.hasPrefix("\(TestProvider.issuer)/go?"))
            let items = URLComponents(string: address)?.queryItems ?? []
            return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        }

        func claims(
            _ begun: [String: String], subject: String = "u-17", audience: String = #""peers""#, nonce: String? = nil,
            endsIn seconds: Int64 = 300, besides: String = ""
        ) -> String {
            let ends = ground.clock.now.milliseconds / 1000 + seconds
            return """
                {"iss": "\(TestProvider.issuer)", "sub": "\(subject)", "aud": \(audience), "exp": \(ends),
                 "nonce": "\(nonce ?? begun["nonce"] ?? "")"\(besides)}
                """
        }

        func finish(
            _ staff: Staff, _ begun: [String: String], state: String? = nil
        ) async throws -> Result<FinishedAgencySignIn, Refusal> {
            try await programmes.finishAgencySignIn(
                staff, code: "c", state: state ?? begun["state"] ?? "", returnedTo: AgencySignInTests.back)
        }

        /// Links the account of somebody who has no second factor yet.
        func link() async throws {
            let (half, begun) = try await begun()
            provider.say(claims(begun))
            #expect(try await finish(half, begun).get().isLinked)
        }

        func begun() async throws -> (Staff, [String: String]) {
            let half = try await half()
            return (half, try await begin(half))
        }
    }

    @Test(arguments: engines) func theFirstTimeLinksAndTheNextShows(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.link()
        #expect(try await scene.ground.acts().last == .agencySignInLinked)
        let (half, begun) = try await scene.begun()
        #expect(half.owesSecondFactor && half.isLinked && !half.hasApp)
        #expect(begun["code_challenge_method"] == "S256" && begun["response_type"] == "code")
        scene.provider.say(scene.claims(begun))
        let finished = try await scene.finish(half, begun).get()
        #expect(!finished.isLinked)
        #expect(try await !scene.ground.staff(finished.session).owesSecondFactor)
        #expect(try await scene.ground.programmes.staff(session: half.session) == nil)
    }

    /// Each of them is refused with a reason of its own, and the session still owes the second factor.
    @Test(arguments: engines) func nobodyElseIsLetIn(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.link()
        let wrong: [(String, ([String: String]) -> String)] = [
            ("somebody else", { scene.claims($0, subject: "u-18") }),
            ("another service", { scene.claims($0, audience: #""payroll""#) }),
            ("another service", { scene.claims($0, audience: #"["peers", "payroll"]"#) }),
            ("another service", { scene.claims($0, besides: #", "azp": "payroll""#) }),
            ("another sign-in", { scene.claims($0, nonce: "other") }),
            ("too old", { scene.claims($0, endsIn: -61) }),
        ]
        for (words, claims) in wrong {
            let (half, begun) = try await scene.begun()
            scene.provider.say(claims(begun))
            let refused = try await scene.finish(half, begun)
            #expect(throws: (any Error).self) { try refused.get() }
            if case .failure(let refusal) = refused { #expect("\(refusal)".contains(words), "\(refusal)") }
            #expect(try await scene.ground.again(half).owesSecondFactor)
            // A lucky attempt in between, so that the name does not have to wait.
            let (next, again) = try await scene.begun()
            scene.provider.say(scene.claims(again))
            _ = try await scene.finish(next, again).get()
        }
    }

    @Test(arguments: engines) func aCodeWorksOnceAndAStateIsOfItsSession(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.link()
        let (half, begun) = try await scene.begun()
        let (other, elsewhere) = try await scene.begun()
        scene.provider.say(scene.claims(elsewhere))
        #expect(try await scene.finish(half, begun, state: elsewhere["state"]).isRefused)
        scene.provider.say(scene.claims(begun))
        _ = try await scene.finish(half, begun).get()
        #expect(try await scene.finish(half, begun).isRefused)
        #expect(try await scene.finish(other, elsewhere).isRefused)
        scene.provider.say(scene.claims(elsewhere))
        scene.ground.clock.move(seconds: 601)
        #expect(try await scene.finish(other, elsewhere).isRefused)
    }

    @Test(arguments: engines) func theNumberOfTheDirectoryHasToFit(_ engine: Engine) async throws {
        let scene = try await Scene(engine, claim: "employee")
        let agency = scene.ground.agency.id
        let account = try await scene.ground.database.read { try $0.account(agency: agency, login: Self.login) }
        let person = try #require(account?.person)
        let people = try await scene.ground.database.read { try $0.people(withIDs: [person], agency: agency) }
        let number = try #require(people.first?.record.employeeNumber)
        for besides in ["", #", "employee": "other""#] {
            let (half, begun) = try await scene.begun()
            scene.provider.say(scene.claims(begun, besides: besides))
            #expect(try await scene.finish(half, begun).isRefused)
            #expect(try await !scene.ground.again(half).hasSecondFactor)
        }
        let (half, begun) = try await scene.begun()
        scene.provider.say(scene.claims(begun, besides: #", "employee": "\#(number)""#))
        #expect(try await scene.finish(half, begun).get().isLinked)
    }

    /// The passphrase alone neither links a second way in nor sets an app up beside a linked one; the printed code clears both.
    @Test(arguments: engines) func aSecondFactorIsNotGoneRound(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let full = try await scene.ground.signedIn(Self.login)
        let (half, begun) = try await scene.begun()
        scene.provider.say(scene.claims(begun))
        #expect(try await scene.finish(half, begun).isRefused)
        let (again, linking) = (full, try await scene.begin(full))
        scene.provider.say(scene.claims(linking))
        let linked = try await scene.ground.staff(try await scene.finish(again, linking).get().session)
        #expect(linked.isLinked && linked.hasApp)
        let unlinked = try #require(try await scene.programmes.unlinkAgencySignIn(linked))
        #expect(unlinked.refusedFields == nil)
        #expect(try await !scene.ground.again(linked).isLinked)
    }

    @Test(arguments: engines) func whoOnlyHasItKeepsItWhileTheirRoleAsksForOne(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.link()
        let (half, begun) = try await scene.begun()
        let secret = TOTPSecret()
        #expect(
            try await scene.programmes.setSecondFactor(half, secret: secret, digits: scene.ground.digits(of: secret))
                .isRefused)
        scene.provider.say(scene.claims(begun))
        let full = try await scene.ground.staff(try await scene.finish(half, begun).get().session)
        #expect(try await scene.programmes.unlinkAgencySignIn(full)?.isRefused == true)
    }
}
