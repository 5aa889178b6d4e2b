extension PolicyPack {
    /// What the selection gives to whom its rules name: to take part in a step, and to post openings.
    var conferredBySelection: [ConferredPower] {
        [
            ConferredPower(.takePartInSelection, on: selection.steps.flatMap(roles(in:)) + overseersOfSelection),
            ConferredPower(.postOpenings, on: posters),
        ]
    }
}
