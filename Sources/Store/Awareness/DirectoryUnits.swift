import Program

extension Transaction {
    /// Every unit that somebody of the directory works in, in no order.
    package func directoryUnits(agency: String) throws -> [DirectoryUnit] {
        try rows("SELECT DISTINCT unit, division FROM person WHERE agency = \(agency) AND ended_on IS NULL").map {
            DirectoryUnit(name: try $0.text("unit"), division: try $0.text("division"))
        }
    }
}
