// Long lists come fifty at a time.
extension Schema.Property {
    /// Behind the question mark: where the page before ended.
    static let after = Schema.Property(
        "after", .string(maxLength: 120), required: false,
        about: "The `next` of the page before; left out for the first.")

    /// In the answer: where this page ends.
    static let next = Schema.Property(
        "next", .nullable(.words), about: "What to ask the next page with; null where there is none.")

    /// Behind the question mark: people of one area alone. A page chooses by itself what it shows first; a program says it.
    static let area = Schema.Property(
        "area", .string(maxLength: 120), required: false,
        about: "Only people whom the directory puts into this area; left out for everybody.")
}
