import Program

/// Invented people for a demonstration: the same shape, size, seed and day always give the same people.
package enum DemonstrationPersonnel {
    /// The sizes a shape can be filled to.
    package static let sizes = 120...800

    /// Everybody of an invented agency, from the chief down. Sizes outside ``sizes`` are brought to its nearer end.
    /// - Parameter day: the day the personnel file would have been written; everybody was hired by then.
    package static func make(_ shape: PersonnelShape, size: Int, seed: UInt64, on day: Day) -> [PersonRecord] {
        let posts = PersonnelTree(shape, size: min(max(size, sizes.lowerBound), sizes.upperBound)).posts
        var biographies = PersonnelBiographies(shape: shape, seed: seed, day: day)
        return biographies.people(in: posts)
    }

    /// The same people as the personnel file an agency would hand in.
    package static func file(_ shape: PersonnelShape, size: Int, seed: UInt64, on day: Day) -> [UInt8] {
        PersonnelFileWriter.file(of: make(shape, size: size, seed: seed, on: day))
    }
}
