// Long lists come fifty at a time.
extension Schema.Property {
    /// Behind the question mark: where the page before ended.
    static let after = Schema.Property(
        "after", .string(maxLength: 120), required: false,
        about: "The `next` of the page before; left out for the first.")

    /// In the answer: where this page ends.
    static let next = Schema.Property(
        "next", .nullable(.words), about: "What to ask the next page with; null where there is none.")
}
