import Program

extension Transaction {
    /// Keeps the picture that account shows, under an id that nothing had before, in place of an earlier one.
    package func setPhoto(_ photo: CardPhoto, id: String, agency: String, account: String) throws {
        try execute(
            """
            INSERT INTO supporter_photo (id, agency, account, jpeg)
            VALUES (\(id), \(agency), \(account), \(photo.jpeg))
            ON CONFLICT (agency, account) DO UPDATE SET id = excluded.id, jpeg = excluded.jpeg
            """)
    }

    /// Takes away the picture that account showed; false where there was none.
    @discardableResult
    package func removePhoto(agency: String, account: String) throws -> Bool {
        try execute("DELETE FROM supporter_photo WHERE agency = \(agency) AND account = \(account)") == 1
    }

    /// The id of the picture that account shows.
    package func photoID(agency: String, account: String) throws -> String? {
        try row("SELECT id FROM supporter_photo WHERE agency = \(agency) AND account = \(account)")?.text("id")
    }

    /// The picture of that id, with whose card it stands on; nothing where its owner has no login any more.
    package func photo(_ id: String, agency: String) throws -> (account: String, photo: CardPhoto)? {
        try row(
            """
            SELECT photo.account, photo.jpeg FROM supporter_photo photo
            JOIN account ON account.agency = photo.agency AND account.id = photo.account
            WHERE photo.id = \(id) AND photo.agency = \(agency) AND account.passphrase IS NOT NULL
            """
        ).map { (try $0.text("account"), CardPhoto(jpeg: try $0.blob("jpeg"))) }
    }
}
