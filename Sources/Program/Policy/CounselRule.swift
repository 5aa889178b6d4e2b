/// What the agency's counsel has looked at, and what waits for their word.
package struct CounselRule: PolicyValue {
    /// The day of counsel's last review of the policy; nothing where none is recorded.
    package let reviewedOn: Day?
    /// After how many months counsel looks at it again; nothing where the policy sets no time.
    package let reviewEvery: Rule<Months>?
    /// What to settle with counsel before the pack is put in force.
    package let questions: [CounselQuestion]
    package let basis: Basis
}

/// One question to settle with counsel.
package struct CounselQuestion: PolicyValue {
    package let id: String
    /// The question, as counsel is asked it.
    package let question: String
    /// What counsel said; nothing while it is open.
    package let answer: String?
    package let basis: Basis
}
