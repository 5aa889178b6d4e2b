/// What the agency calls things. Pages, the handbook and notices use these words.
package struct Terms: PolicyValue {
    package let programme: String
    package let team: String
    package let supporter: String
    package let supporters: String
    package let seeker: String
    package let coordinator: String
    package let contact: String
    package let statSheet: String
    package let basis: Basis
    /// Words that the source defines, for the handbook.
    package let glossary: [GlossaryEntry]
}

/// A word of the source and what it means, in our words.
package struct GlossaryEntry: PolicyValue {
    package let term: String
    package let meaning: String
    package let basis: Basis
}

/// Something the system says, in our words, wherever the policy wants it known.
package struct Statement: PolicyValue {
    package let id: String
    package let text: String
    package let to: Audience
    /// Where it is said; at least one place.
    package let places: [Place]
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
    }
}
