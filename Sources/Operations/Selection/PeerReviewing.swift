import Program
import Sealing
import Store

/// A peer review as it stands, without any answer.
package struct PeerReviewStanding: Sendable, Equatable {
    package let answers: Int
    package let minimum: Int
}

extension Programmes {
    /// A colleague's confidential answer, each once. It is sealed under a key of the server, in no order and with no name; that they
    /// answered is kept as a keyed mark. Nothing of it enters the audit chain.
    package func reviewPeer(
        _ ratings: [String: Rating], in id: String, of application: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { [keys] doing in
            let (transaction, policy) = (doing.transaction, doing.policy)
            guard let application = try transaction.application(application, agency: doing.agency.id),
                let name = RandomId(text: application.id), let step = policy.selection.step(id)
            else { return .nothing }
            let at = try transaction.at(application, by: doing.staff, with: keys)
            guard at.mayCome(under: policy) else { return .nothing }
            if let refusal = try transaction.whyStopped(application, in: doing.agency, on: doing.staff.today) {
                return .refused(refusal)
            }
            switch policy.decide(.rate, in: id, of: application, by: at.actor, at.circumstances) {
            case nil: return .nothing
            case .failure(let refusal): return .refused(refusal)
            case .success: break
            }
            guard let answer = PeerAnswer(ratings, of: step) else {
                return .refused(
                    Refusal("Rate each of them once.", field: "ratings", basis: step.basis))
            }
            guard let sealed = try keys.seal(peerAnswer: answer.bytes, application: name) else {
                return .refused(Refusal("This is too long.", field: "ratings"))
            }
            let mark = keys.peerAnswerMark(of: doing.staff.account, application: name)
            guard try transaction.insert(peerAnswered: mark, application: application.id) else { return .nothing }
            try transaction.insert(peerAnswer: sealed, id: RandomId().text, application: application.id)
            return .done(.peerAnswer)
        }
    }

    /// Ends a peer review: from then on the answers are shown together, and which was whose is gone for good.
    package func endPeerReview(
        in id: String, of application: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { [keys] doing in
            let (transaction, policy) = (doing.transaction, doing.policy)
            guard let application = try transaction.application(application, agency: doing.agency.id),
                let name = RandomId(text: application.id), let step = policy.selection.step(id)
            else { return .nothing }
            let at = try transaction.at(application, by: doing.staff, with: keys)
            guard at.mayCome(under: policy) else { return .nothing }
            let answers = try transaction.peerAnswers(application: application.id)
            switch policy.decide(
                .endPeerReview(answers: answers.count), in: id, of: application, by: at.actor, at.circumstances)
            {
            case nil: return .nothing
            case .failure(let refusal): return .refused(refusal)
            case .success(let change):
                let opened = try answers.compactMap {
                    PeerAnswer(bytes: try keys.open(peerAnswer: $0.sealed, application: name))
                }
                for (item, ratings) in PeerAnswer.together(opened).sorted(by: { $0.key < $1.key }) {
                    for (rating, count) in ratings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                        try transaction.insert(
                            rating, of: item, answers: count, step: step.id, application: application.id)
                    }
                }
                try transaction.deletePeerAnswers(application: application.id)
                try carryOut(
                    change, on: application, in: doing.agency, by: doing.staff.account, at: doing.now, transaction)
                return .done(.entry(.applicationStepTaken, on: application.id, under: step.basis.clauses))
            }
        }
    }
}
