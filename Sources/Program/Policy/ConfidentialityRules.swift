/// What stays between supporter and seeker, where that ends, and what is said about it.
package struct ConfidentialityRules: PolicyValue {
    /// Who keeps confidence.
    package let keepers: Rule<[RoleID]>
    /// What this agency grants of privacy, confidentiality and privilege.
    package let levels: [LevelGrant]
    /// Everyone who can open a request.
    package let access: Rule<[Access]>
    package let advisement: Advisement
    package let exceptions: [DisclosureException]
    /// How soon whoever is told has to answer, and who is asked where they do not.
    package let telling: TellingRules?
    /// Bodies outside the programme that exceptions are told to. The agency sets their names and numbers itself.
    package let authorities: [AuthorityRule]?
    /// What the policy does not hold for confidential from the beginning, in its parts (KSO-DEF-3).
    package let notConfidential: [RuledItem]?
    package let group: GroupCaution?
    /// The further words that a supervisor among the supporters says and confirms.
    package let supervisoryAdmonishment: Rule<String>?
    package let seekerRights: [SeekerRight]
    package let protections: ProtectionsCard?
    package let writtenConsent: WrittenConsentRule?

    package enum Access: String, PolicyWord {
        case seeker, assignedSupporter, consultedSupporter
    }
}

/// One level of non-disclosure and how far the agency grants it.
package struct LevelGrant: PolicyValue {
    /// The level.
    package let level: Level
    /// How far the agency grants it.
    package let grant: Grant
    package let text: String
    package let basis: Basis

    package enum Level: String, PolicyWord {
        case privacy, confidentiality, privilege
    }

    package enum Grant: String, PolicyWord {
        case withExceptions, none
        /// By the agency's own word, which binds no court.
        case byTheAgency
        case byLaw
        /// Depends on the jurisdiction; the agency says so until its counsel did.
        case askCounsel
    }
}

/// The pack's words on confidentiality and its limits, given before the first contact.
package struct Advisement: PolicyValue {
    /// How it begins; the exceptions and the statements of the advisement follow.
    package let opening: String
    /// How the seeker gets it.
    package let given: Given
    /// Whether a contact entry records that it was given.
    package let recordedOnContact: Bool
    package let basis: Basis

    package enum Given: String, PolicyWord {
        case spoken, shown, spokenAndShown
    }
}

/// A case in which confidence ends. What is kept is the exception, the time, who was told and their acknowledgement.
package struct DisclosureException: PolicyValue {
    package let id: String
    /// As the advisement says it.
    package let label: String
    /// Whether it must or may be disclosed. Where the source leaves that open: `unsettled`, with no recipients; no agency is taken in
    /// before it has said, with its counsel, which it is and whom it is told (IACP-6.2).
    package let force: Force
    /// What the supporter's screen shows first.
    package let first: FirstAction?
    /// Who is told, exactly these.
    package let recipients: [Recipient]
    /// Duties that recipients have once they are told.
    package let followOn: [FollowOn]
    /// Whether the request is offered to others because this supporter must step back.
    package let replacesSupporter: Bool
    /// A procedure of the agency that is named beside it (OCP-REF).
    package let procedure: RuledItem?
    package let basis: Basis

    package enum Force: String, PolicyWord {
        case mandatory, permissive, unsettled
    }

    package enum FirstAction: String, PolicyWord {
        case crisisLines
    }
}

/// One who is told in an exception.
package struct Recipient: PolicyValue {
    /// Who is told.
    package let who: Who
    /// How soon.
    package let deadline: Deadline
    /// Whether it goes on until somebody acknowledged.
    package let escalates: Bool
    /// Whether a designee of the recipient may be told instead (OCP-II.F.3).
    package let designeeAllowed: Bool

    package enum Who: PolicyValue {
        case role(RoleID)
        case crisisReferralService
        case anotherSupporter
        /// One of the pack's authorities, by its id.
        case authority(AuthorityID)
        /// Whom the law names, such as a court or a protective service.
        case authorityNamedByLaw
        case namedInConsent
    }

    package enum Deadline: String, PolicyWord {
        case immediately, asSoonAsPossible
        /// No time is set: the disclosure is permitted and not demanded.
        case open
    }
}

/// What a recipient does next.
package struct FollowOn: PolicyValue {
    package let by: RoleID
    package let tells: RoleID
    /// What whoever tells says with it, by yes or no (SAC-VI.B.3b).
    package let asks: Question?

    package enum Question: String, PolicyWord {
        /// Whether further assistance was sought.
        case furtherAssistance
    }
}

/// The caution where several take part.
package struct GroupCaution: PolicyValue {
    package let text: String
    /// Gatherings at which it is not given.
    package let exempt: [Gathering]
    package let basis: Basis

    package enum Gathering: String, PolicyWord {
        case debriefing
    }
}

/// Something that whoever seeks support may do or refuse, or that protects them.
package struct SeekerRight: PolicyValue {
    package let id: String
    package let label: String
    /// Whose it is, where it is not everybody's who may seek support: a right of a statute is promised to nobody else.
    package let heldBy: [SeekerKind]?
    package let basis: Basis
}

extension ConfidentialityRules {
    /// What is promised to whoever is that to the agency.
    package func rights(of kind: SeekerKind) -> [SeekerRight] {
        seekerRights.filter { $0.heldBy?.contains(kind) ?? true }
    }
}

/// What supporters are protected from, printable and reachable from any request.
package struct ProtectionsCard: PolicyValue {
    package let protections: [Item]
    package let basis: Basis
    /// When they do not apply.
    package let notWhere: [RuledItem]
}

/// A seeker's written agreement to a disclosure: scoped, dated, recorded without content.
package struct WrittenConsentRule: PolicyValue {
    /// Whether the seeker may take it back.
    package let revocable: Bool
    package let basis: Basis
}
