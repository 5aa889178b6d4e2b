extension PolicyPack {
    /// What comes with the rules of committees: members see their committee and vote, and whoever convenes one fills its seats.
    var conferredByCommittees: [ConferredPower] {
        let committees = governance.committees
        return [
            ConferredPower(.sitOnCommittee, on: committees.map(\.memberRole)),
            ConferredPower(.conveneCommittee, on: committees.map(convener)),
        ]
    }
}
