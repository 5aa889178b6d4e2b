/// What an import would do, for whoever is to say yes to it.
package struct DirectoryPreview: Sendable, Equatable {
    /// How many of each kind are named at most; all are counted.
    package static let listed = 100

    package let update: DirectoryUpdate
    /// The accounts of those who are ended, with what ends with them.
    package let ending: [EndingAccount]
    /// Roles that nobody will hold any more.
    package let emptied: [RoleID]
    /// Roles that earlier imports ended, of those who come back.
    package let returning: [ReturningRole]

    package init(
        update: DirectoryUpdate, ending: [EndingAccount], emptied: [RoleID], returning: [ReturningRole]
    ) {
        self.update = update
        self.ending = ending
        self.emptied = emptied
        self.returning = returning
    }

    /// Whether carrying it out changes anything.
    package var changesNothing: Bool {
        update.added.isEmpty && update.changed.isEmpty && update.ended.isEmpty
    }
}

/// The account of somebody who is ended. Which requests they have or are offered is told to nobody: those go to others.
package struct EndingAccount: Sendable, Equatable {
    /// The person in the directory.
    package let person: String
    package let login: String
    /// What they hold today or will hold.
    package let roles: [RoleID]
    /// The rotations of the call-out lists in which they have turns, by name.
    package let rotations: [String]

    package init(person: String, login: String, roles: [RoleID], rotations: [String]) {
        self.person = person
        self.login = login
        self.roles = roles
        self.rotations = rotations
    }
}
