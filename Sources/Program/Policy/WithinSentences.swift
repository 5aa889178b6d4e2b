extension String {
    /// As it stands within a sentence; an abbreviation stays as it is.
    package var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }

    /// As it begins a sentence.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
