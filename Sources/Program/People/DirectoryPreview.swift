/// What an import would do, for whoever is to say yes to it.
package struct DirectoryPreview: Sendable, Equatable {
    /// How many of each kind are named at most; all are counted.
    package static let listed = 100

    package let update: DirectoryUpdate
    package let consequences: DirectoryConsequences

    package init(update: DirectoryUpdate, consequences: DirectoryConsequences) {
        self.update = update
        self.consequences = consequences
    }

    /// Whether carrying it out changes anything.
    package var changesNothing: Bool {
        update.added.isEmpty && update.changed.isEmpty && update.ended.isEmpty
    }
}
