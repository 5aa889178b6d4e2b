/// What the agency calls things. Pages, the handbook and notices use these words.
package struct Terms: PolicyValue {
    /// The programme, such as `Peer Support Program`.
    package let programme: String
    /// All supporters together.
    package let team: String
    /// One who is active on the team.
    package let supporter: String
    /// Several of them.
    package let supporters: String
    /// Who asks for support.
    package let seeker: String
    /// Who runs the programme from day to day.
    package let coordinator: String
    /// One talk that is counted.
    package let contact: String
    /// What a supporter submits for a month.
    package let statSheet: String
    package let basis: Basis
    /// Words that the source defines, for the handbook.
    package let glossary: [GlossaryEntry]
}

/// A word of the source and what it means, in our words.
package struct GlossaryEntry: PolicyValue {
    /// The word.
    package let term: String
    /// What it means, in our words.
    package let meaning: String
    package let basis: Basis
}

/// Something the system says, in our words, wherever the policy wants it known.
package struct Statement: PolicyValue {
    package let id: String
    package let text: String
    /// Who is meant.
    package let to: Audience
    /// Where it is said; at least one place.
    package let places: [Place]
    /// The role whose telephone stands beside it, where it tells people to call.
    package let calls: RoleID?
    package let basis: Basis

    package enum Audience: String, PolicyWord {
        case everyone, seekers, supporters, supervisors
        /// Supporters who hold a supervisory rank.
        case supervisingSupporters
        case seekersUnderInvestigation
    }

    package enum Place: String, PolicyWord {
        case publicPage, requestForm, receipt, messageBox
        case advisement, offer, acceptance, contactEntry, requestPage
        case agreement, handbook, orientation
        case incidentForm, debriefingInvitation, supervisorPage
        /// Beside the crisis lines, where a page begins with them.
        case crisisLines
    }
}
