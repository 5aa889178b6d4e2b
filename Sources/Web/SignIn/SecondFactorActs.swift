import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What the forms of the second factor do.
enum SecondFactorActs {
    /// The digits of the authenticator finish the sign-in.
    @Sendable
    static func prove(_ visit: StaffVisit) async throws -> Answer {
        switch try await visit.programmes.proveSecondFactor(visit.staff, digits: visit.form["digits"]) {
        case .success(let session): .see(HomeAddresses.home.link()).beginning(session, at: visit.site)
        case .failure(let refusal):
            .page(SecondFactorPages.proof(visit, refusal), status: .unprocessableContent)
        }
    }

    /// The printed recovery code stands in for a lost phone.
    @Sendable
    static func recover(_ visit: StaffVisit) async throws -> Answer {
        switch try await visit.programmes.clearSecondFactor(visit.staff, code: visit.form["code"]) {
        case .success(let code): .page(SecondFactorPages.recovered(code, visit))
        case .failure(let refusal):
            .page(SecondFactorPages.recovery(visit, refusal), status: .unprocessableContent)
        }
    }

    /// The first second factor of someone whose roles ask for one.
    @Sendable
    static func setUp(_ visit: StaffVisit) async throws -> Answer {
        let offer = TOTPOffer(sentBack: visit.form["secret"])
        switch try await set(offer, visit) {
        case .success(let session): return .see(HomeAddresses.home.link()).beginning(session, at: visit.site)
        case .failure(let refusal):
            return .page(SecondFactorPages.setUp(offer, visit, refusal), status: .unprocessableContent)
        }
    }

    /// A second factor of someone fully signed in: their own wish, or in place of the one before.
    @Sendable
    static func replace(_ visit: StaffVisit) async throws -> Answer {
        let offer = TOTPOffer(sentBack: visit.form["secret"])
        switch try await set(offer, visit) {
        case .success(let session):
            return .see(AccountAddresses.account.link(after: AccountChange.secondFactorSet)).beginning(
                session, at: visit.site)
        case .failure(let refusal):
            return .page(AccountPages.secondFactor(offer, visit, refusal), status: .unprocessableContent)
        }
    }

    private static func set(_ offer: TOTPOffer, _ visit: StaffVisit) async throws -> Result<SessionKey, Refusal> {
        guard !offer.isFresh else {
            return .failure(Refusal("The key was lost on the way. Here is a new one.", field: "digits"))
        }
        return try await visit.programmes.setSecondFactor(
            visit.staff, secret: offer.secret, digits: visit.form["digits"], present: visit.form.verbatim("present"))
    }
}

/// A secret offered to an authenticator app. It goes to its owner's page and comes back with the digits, which prove that
/// the app has it; until then nothing is kept.
struct TOTPOffer: Sendable {
    let secret: TOTPSecret
    /// Made just now, and shown to nobody yet.
    let isFresh: Bool

    private init(_ secret: TOTPSecret, isFresh: Bool) {
        self.secret = secret
        self.isFresh = isFresh
    }

    init() {
        self.init(TOTPSecret(), isFresh: true)
    }

    /// The secret that a form brought back; a new one where that is none.
    init(sentBack text: String) {
        if let secret = TOTPSecret(base32: text) {
            self.init(secret, isFresh: false)
        } else {
            self.init()
        }
    }

    /// The secret in groups of four, as people type it.
    var groups: String {
        let letters = Array(secret.base32)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
    }
}
