/// The agreement's words as they are signed, sentence by sentence: the same sentences are the same text, whichever version of the pack
/// they come from.
package struct AgreementText: Sendable, Equatable {
    package let title: String
    package let sentences: [String]

    package init(title: String, sentences: [String]) {
        self.title = title
        self.sentences = sentences
    }

    /// What the text is known by: a hash is made of it.
    package var content: String { ([title] + sentences).joined(separator: "\n") }

    /// The text from its content again.
    package init?(content: String) {
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let title = lines.first else { return nil }
        self.init(title: title, sentences: Array(lines.dropFirst()))
    }

    /// What changed from an earlier text, in its own sentences.
    package func changes(from earlier: AgreementText) -> AgreementChanges {
        let (old, new) = (Set(earlier.sentences), Set(sentences))
        return AgreementChanges(
            added: sentences.filter { !old.contains($0) }, removed: earlier.sentences.filter { !new.contains($0) })
    }
}

/// Sentences that came and went.
package struct AgreementChanges: Sendable, Equatable {
    package let added: [String]
    package let removed: [String]
}

extension PolicyPack {
    /// What everybody on the team signs: the items, what belongs to them, and the parts of the policy that the agreement writes out.
    package var agreementText: AgreementText {
        let further = statements.filter { $0.places.contains(.agreement) }.map(\.text)
        let consequences = agreement.consequences.map { [$0.value] } ?? []
        let parts = agreement.includes.flatMap { agreementSentences(of: $0) }
        let sentences = agreement.items.map(\.label) + further + parts + consequences
        return AgreementText(
            title: agreement.title,
            sentences: sentences.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") })
    }

    private func agreementSentences(of part: AgreementRule.Part) -> [String] {
        switch part {
        case .exceptions: confidentiality.exceptions.map { "When confidence ends: \($0.label)" }
        case .advisement: ["What I say before we begin: \(confidentiality.advisement.opening)"]
        case .leave: leaveSentences
        case .removalGrounds:
            [removalSentence] + membership.removal.grounds.map { "A ground on which a membership may end: \($0.label)" }
        }
    }

    private var leaveSentences: [String] {
        let pause = membership.inactivity.byOwnNotice.map { own in
            let why = own.reason == .notAsked ? "Nobody asks why." : "A reason may be given and need not be."
            return
                "A member may pause. \(why)\(own.encouraged ? " It is encouraged whenever one's own life needs it." : "")"
        }
        return [pause, "A member may leave the team by their own notice."].compactMap { $0 }
    }

    /// Who ends a membership, as the policy has it.
    package var removalSentence: String {
        switch membership.removal.procedure {
        case .ballot(let committee, _):
            "The \(self.committee(committee)?.title ?? committee.text) may end a membership by a vote."
        case .approved(let by, let approver):
            "The \(title(of: by)) may end a membership, once the \(title(of: approver)) has approved it."
        case .decision(let by): "The \(title(of: by)) may end a membership."
        case .atWill(let by): "The \(title(of: by)) may end a membership at any time, without a ground."
        }
    }
}

/// A signature under one text of the agreement.
package struct AgreementSignature: Sendable, Equatable {
    package let account: String
    /// Of the text, in hexadecimal digits.
    package let text: String
    /// As its owner typed it.
    package let name: String
    package let at: Instant

    package init(account: String, text: String, name: String, at: Instant) {
        self.account = account
        self.text = text
        self.name = name
        self.at = at
    }
}

extension PolicyPack {
    /// The last day on which somebody may serve without having signed the text that is in force.
    ///
    /// - Parameters:
    ///   - day: from which the text has been asked for.
    ///   - membership: whoever was taken over from before is asked from then on.
    package func signBy(_ membership: Membership, textSince day: Day) -> Day {
        let asked = max(day, membership.origin == .takenOver ? membership.beganOn : membership.activatedOn ?? day)
        return asked.adding(days: agreement.signAgainWithinDays.value.number) ?? asked
    }

    /// What is wrong with a signature, if anything: it is one's own name under the words that were shown.
    package func maySign(_ typed: String, named name: String, shown: String, inForce text: String) -> Refusal? {
        if shown != text {
            return Refusal(
                "The words have changed since this page was shown. Read them again, please.", field: "text",
                basis: agreement.basis)
        }
        func folded(_ name: String) -> [Substring] { name.lowercased().split(whereSeparator: \.isWhitespace) }
        guard folded(typed) == folded(name) else {
            return Refusal("Sign with your own name as it stands here: \(name).", field: "name", basis: agreement.basis)
        }
        return nil
    }
}
