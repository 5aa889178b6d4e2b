import Program
import Sealing
import Store

extension Agency {
    /// Names the text of the agreement that is in force.
    var agreementHash: String { ContentHash(of: Array(policy.agreementText.content.utf8)).hex }
}

/// The agreement as somebody of the team sees it: whether they signed it, and what has changed since they last did.
package struct OwnAgreement: Sendable, Equatable {
    /// Names the text.
    package let hash: String
    /// Whether it is theirs to sign: they were selected for the team, or are of it.
    package let isAsked: Bool
    package let signature: AgreementSignature?
    /// The last text they signed before, and what is different now.
    package let earlier: AgreementSignature?
    package let changes: AgreementChanges?
    /// The last day to sign before one is inactive; nothing for whoever has signed, or does not serve yet.
    package let signBy: Day?
}

extension Programmes {
    /// The agreement for whoever is signed in.
    package func ownAgreement(of staff: Staff) async throws -> OwnAgreement {
        try await database.read { transaction in
            let (agency, hash) = (staff.agency, staff.agency.agreementHash)
            let membership = try transaction.membership(of: staff.account, agency: agency, on: staff.today)
            let signatures = try transaction.signatures(of: staff.account, agency: agency.id)
            let signature = signatures.first { $0.text == hash }
            let earlier = signature == nil ? signatures.first : nil
            let before = try earlier.flatMap { try transaction.agreementText($0.text, agency: agency.id) }
                .flatMap { AgreementText(content: $0.content) }
            let since = try transaction.agreementText(hash, agency: agency.id)?.askedFrom ?? staff.today
            return OwnAgreement(
                hash: hash, isAsked: membership != nil, signature: signature, earlier: earlier,
                changes: before.map { staff.policy.agreementText.changes(from: $0) },
                signBy: signature == nil
                    ? membership.flatMap { $0.activatedOn == nil ? nil : staff.policy.signBy($0, textSince: since) }
                    : nil)
        }
    }

    /// Signs the agreement: one's own name under the words that were shown, with the moment. Whoever was inactive for want of it serves
    /// again, where nothing else keeps them.
    package func sign(_ name: String, under text: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard
                let membership = try transaction.keptMembership(of: account, agency: agency, on: doing.staff.today)
            else { return .nothing }
            let inForce = agency.agreementHash
            if let refusal = doing.policy.maySign(name, named: doing.staff.name, shown: text, inForce: inForce) {
                return .refused(refusal)
            }
            if try transaction.signatures(of: account, agency: agency.id).contains(where: { $0.text == inForce }) {
                return .refused(Refusal("You have signed these words.", basis: doing.policy.agreement.basis))
            }
            try transaction.keepAgreementText(
                inForce, content: doing.policy.agreementText.content, from: doing.staff.today, agency: agency.id)
            try transaction.insert(
                AgreementSignature(account: account, text: inForce, name: name, at: doing.now), agency: agency.id)
            try transaction.note(.signed, in: membership, agency: agency, on: doing.staff.today, by: account)
            try end(.agreement, of: membership, doing)
            try doing.answerReminder(.agreementToSign, of: membership)
            if membership.status == .selected {
                try transaction.tell([doing.policy.administration.by], of: membership, in: agency, at: doing.now)
            }
            return .done(
                .entry(.agreementSigned, on: account, under: doing.policy.agreement.basis.clauses, details: [inForce]))
        }
    }

    /// Who has signed which text, for whoever keeps the memberships.
    package func signatures(by staff: Staff) async throws -> [SignatureStanding] {
        guard staff.powers.contains(.keepMemberships) else { return [] }
        return try await database.read { transaction in
            let inForce = staff.agency.agreementHash
            let signatures = try transaction.signatures(agency: staff.agency.id)
            let names = try transaction.accountNames(
                agency: staff.agency.id, of: Array(Set(signatures.map(\.account))))
            return signatures.map {
                SignatureStanding(signature: $0, member: names[$0.account] ?? "", isInForce: $0.text == inForce)
            }
        }
    }
}

/// A signature as whoever keeps the memberships sees it.
package struct SignatureStanding: Sendable, Equatable {
    package let signature: AgreementSignature
    package let member: String
    package let isInForce: Bool
}
