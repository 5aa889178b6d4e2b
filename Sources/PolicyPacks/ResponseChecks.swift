import Program

extension PackChecks {
    /// Bands that are none, and counts that nobody would ever see.
    func checkResponses() {
        guard let rule = pack.responses else { return }
        let bands = rule.bands.map(\.number)
        if bands.isEmpty || bands.count > ResponseRule.mostBands {
            contradiction("One to \(ResponseRule.mostBands) bands are needed.", at: "responses.bands")
        }
        if zip(bands, bands.dropFirst()).contains(where: { $0 >= $1 }) {
            contradiction("Write the bands in ascending order, each once.", at: "responses.bands")
        }
        if pack.team.planning == nil {
            contradiction(
                "Nobody sees how soon requests are answered: say under team.planning who plans the team.",
                at: "responses")
        }
    }
}
