import Program
import Sealing
import Store

/// An errand to the agency's own sign-in that came to a good end.
package struct FinishedAgencySignIn: Sendable {
    /// The session to go on with; the ones before have ended.
    package let session: SessionKey
    /// Whether the account was linked by it, and not only shown.
    package let isLinked: Bool
}

extension Programmes {
    /// How long somebody may be with the provider, in milliseconds.
    private static let longestErrand: Int64 = 600_000

    /// Where somebody is sent who wants to show the agency's own sign-in, or to link it. Nothing is kept of it.
    ///
    /// - Parameter place: where they come back; nothing where the server cannot tell its own address.
    package func beginAgencySignIn(_ staff: Staff, returningTo place: String?) async -> Result<String, Refusal> {
        guard let provider = providers[staff.agency.slug], let place else { return .failure(.noAgencySignIn) }
        let errand = ProviderErrand(of: staff.session, until: clock().milliseconds + Self.longestErrand)
        do {
            return .success(try await provider.address(for: errand, returningTo: place))
        } catch {
            return .failure(error)
        }
    }

    /// Takes up what somebody brought back from the agency's own sign-in. Whoever still owes the second factor has shown it by this,
    /// where the account is linked with whom the provider names; an account without a second factor, and that of somebody fully signed
    /// in, is linked by it.
    ///
    /// - Parameter place: where they came back.
    package func finishAgencySignIn(
        _ staff: Staff, code: String, state: String, returnedTo place: String?
    ) async throws -> Result<FinishedAgencySignIn, Refusal> {
        guard let provider = providers[staff.agency.slug], let place else { return .failure(.noAgencySignIn) }
        let now = clock()
        guard let errand = ProviderErrand(state: state, of: staff.session, now: now.milliseconds) else {
            return .failure(.notBegunHere)
        }
        let claims: ProviderClaims
        do {
            claims = try await provider.claims(for: code, of: errand, returnedTo: place, at: now)
        } catch {
            return .failure(error)
        }
        let goesByNumber = provider.employeeNumberClaim != nil
        let need = staff.owesSecondFactor ? Need.owingSecondFactor : .signedIn
        return try await withAttempt(of: staff, need, field: "code") { doing, account in
            try doing.show(claims, for: account, goingByNumber: goesByNumber)
        }
    }

    /// Unlinks the account from the agency's own sign-in.
    package func unlinkAgencySignIn(_ staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard doing.staff.isLinked else { return .done(.silent(.unchanged)) }
            let needsOne = doing.policy.needsSecondFactor(doing.staff.holdings, on: doing.staff.today)
            if let refusal = SecondFactorStatus.mayUnlink(hasApp: doing.staff.hasApp, needsOne: needsOne) {
                return .refused(refusal)
            }
            try doing.transaction.setProviderSubject(nil, account: doing.staff.account, agency: doing.agency.id)
            return .done(.entry(.agencySignInUnlinked, on: doing.staff.account))
        }
    }
}

extension Doing {
    fileprivate func show(
        _ claims: ProviderClaims, for account: AccountRow, goingByNumber: Bool
    ) throws -> Deed<FinishedAgencySignIn> {
        let linked = try account.providerSubject.map { sealed in
            let (issuer, subject) = try SealedSubject.open(sealed, with: staff.key, account: account.id)
            return LinkedSubject(issuer: issuer, subject: subject)
        }
        let isShown = staff.owesSecondFactor && linked != nil
        let tie = AgencySignInTie(
            linked: isShown ? linked : nil, goesByNumber: goingByNumber,
            employeeNumber: try account.person.flatMap {
                try transaction.people(withIDs: [$0], agency: agency.id).first?.record.employeeNumber
            })
        if let refusal = tie.refusal(of: claims) { return .refused(refusal) }
        if isShown {
            try transaction.deleteSession(id: staff.session.id)
            return .done(
                FinishedAgencySignIn(session: try beginFullSession(), isLinked: false), .silent(.session))
        }
        let factor = SecondFactorStatus(isSet: account.hasSecondFactor)
        if let refusal = factor.mayBeLinked(owingIt: staff.owesSecondFactor) { return .refused(refusal) }
        let sealed = try SealedSubject.seal(
            issuer: claims.issuer, subject: claims.subject, to: staff.key.publicKey, account: account.id)
        try transaction.setProviderSubject(sealed, account: account.id, agency: agency.id)
        try transaction.deleteSessions(of: account.id, agency: agency.id)
        return .done(
            FinishedAgencySignIn(session: try beginFullSession(), isLinked: true),
            .entry(.agencySignInLinked, on: account.id))
    }
}
