/// How long things are kept. What is not kept cannot leak.
package struct RetentionRules: PolicyValue {
    /// Days after closing until a request's keys and words are destroyed.
    package let closedRequestDays: Rule<RetentionDays>
    /// Days until an inquiry about someone else is destroyed after its outcome.
    package let inquiryDays: Rule<RetentionDays>
    /// Days after which names in an incident are destroyed.
    package let incidentNameDays: Rule<RetentionDays>
    /// Days after which an unfinished application is destroyed.
    package let applicationDays: Rule<RetentionDays>
    /// Days after the decision on an application until its papers and what was done of its steps are destroyed; at once where a pack
    /// is silent.
    package let decidedApplicationDays: Rule<RetentionDays>?
    /// Days until the salt of an audit entry's payload hash is destroyed.
    package let auditSaltDays: Rule<RetentionDays>
    /// Days after which a supporter's hours are destroyed.
    package let dutyTimeDays: Rule<RetentionDays>
}
