extension RuleReader {
    /// Every line, feature by feature. A rule that stands in none of them is read by nobody.
    package static let all: [RuleReader] =
        policy + accounts + governance + planning + consultants + attributes + requests + disclosure + notices + roster
        + callOut + incidents
        + membership
        + selection
        + training + revision + contacts + statistics + awareness + services + dutyTime + statements + guarantees
        + referrals + mutualAid + regionalTeam
}
