/// Whether what a pack says of the origin of its values is about values that it has.
struct OriginChecks {
    let origins: ValueOrigins
    let reading: PackReading

    func run() {
        for place in origins.strangers {
            reading.report(
                "The rule has no such value; name one by its key, or by the way to it: act.ballot.votes.", at: place)
        }
    }
}
