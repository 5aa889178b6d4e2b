/// Whether a pack says of its numbers where they come from, and of nothing that it does not have. A number under a clause that gives
/// none would be shown as the source's.
struct OriginChecks {
    let origins: ValueOrigins
    let reading: PackReading
    /// The file of the pack itself. What a parent says of a value that its child took out is no mistake.
    let file: String

    func run() {
        for place in origins.strangers where place.node?.mark.file == file {
            reading.report(
                "The rule has no such value; name one by its key, or by the way to it: act.ballot.votes.", at: place)
        }
        for number in origins.open {
            reading.reportContradiction(
                """
                Say where the number comes from. Where the policy gives it: basis: {clauses: [I-1], said: {\(number.key): "its \
                few words"}}. Where it is yours: basis: {clauses: [I-1], chosen: {\(number.key): "why"}}.
                """, at: number.place.path)
        }
    }
}
