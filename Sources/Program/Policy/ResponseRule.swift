/// How soon requests are answered, counted in bands: never by request, and never before a quarter is over.
package struct ResponseRule: PolicyValue {
    /// How many minutes each band has at most, in ascending order; what took longer than the last has a band of its own.
    package let bands: [Minutes]
    package let basis: Basis

    package init(bands: [Minutes], basis: Basis) {
        self.bands = bands
        self.basis = basis
    }

    /// The most bands that a pack may name.
    package static let mostBands = 8
}
