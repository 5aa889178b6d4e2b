import Program

/// A supporter's choices with what the personnel directory says of them.
package struct SupporterCardRow: Sendable, Equatable {
    package let account: String
    package let choices: CardChoices
    /// The id of the picture shown.
    package let photo: String?
    /// Of the person in the directory; nothing where the account has none or the person has left.
    package let unit: String?
    package let rank: String?
    package let shift: String?

    fileprivate init(_ row: Row) throws {
        account = try row.text("account")
        choices = try CardChoices(row)
        photo = try row.optionalText("photo")
        unit = try row.optionalText("unit")
        rank = try row.optionalText("rank")
        shift = try row.optionalText("shift")
    }
}

extension CardChoices {
    fileprivate init(_ row: Row) throws {
        var phone: CardPhone?
        if let number = try row.optionalText("phone") {
            guard let use = CardPhone.Use(rawValue: try row.text("phone_use")) else {
                throw StoreFault.unreadable(column: "phone_use", problem: "is no use of a number")
            }
            phone = CardPhone(number: number, use: use)
        }
        self.init(
            name: try row.optionalText("name"), showsUnit: try row.bool("shows_unit"),
            showsRank: try row.bool("shows_rank"), showsShift: try row.bool("shows_shift"),
            languages: try row.text("languages").split(separator: ",").compactMap {
                SpokenLanguage(rawValue: String($0))
            },
            experience: try row.optionalText("experience"), words: try row.optionalText("words"), phone: phone)
    }
}

extension Transaction {
    /// What that account chose to show; nothing where it chose nothing yet.
    package func cardChoices(agency: String, account: String) throws -> CardChoices? {
        try row(
            """
            SELECT name, shows_unit, shows_rank, shows_shift, languages, experience, words, phone, phone_use
            FROM supporter_card WHERE agency = \(agency) AND account = \(account)
            """
        ).map(CardChoices.init)
    }

    /// Keeps what that account chose to show, in place of what it chose before.
    package func setCard(_ choices: CardChoices, agency: String, account: String) throws {
        let languages = choices.languages.map(\.rawValue).joined(separator: ",")
        try execute(
            """
            INSERT INTO supporter_card (agency, account, name, shows_unit, shows_rank, shows_shift, languages,
                experience, words, phone, phone_use)
            VALUES (\(agency), \(account), \(choices.name), \(choices.showsUnit), \(choices.showsRank),
                \(choices.showsShift), \(languages), \(choices.experience), \(choices.words), \(choices.phone?.number),
                \(choices.phone?.use.rawValue))
            ON CONFLICT (agency, account) DO UPDATE SET name = excluded.name, shows_unit = excluded.shows_unit,
                shows_rank = excluded.shows_rank, shows_shift = excluded.shows_shift, languages = excluded.languages,
                experience = excluded.experience, words = excluded.words, phone = excluded.phone,
                phone_use = excluded.phone_use
            """)
    }

    /// Takes away what that account showed, the picture too.
    package func removeCard(agency: String, account: String) throws {
        try removePhoto(agency: agency, account: account)
        try execute("DELETE FROM supporter_card WHERE agency = \(agency) AND account = \(account)")
    }

    /// The cards of those who have a login of their own, in no order.
    package func supporterCards(agency: String) throws -> [SupporterCardRow] {
        try rows(
            """
            SELECT card.account, card.name, card.shows_unit, card.shows_rank, card.shows_shift, card.languages,
                card.experience, card.words, card.phone, card.phone_use, photo.id AS photo, person.unit, person.rank,
                person.shift
            FROM supporter_card card
            JOIN account ON account.agency = card.agency AND account.id = card.account
            LEFT JOIN supporter_photo photo ON photo.agency = card.agency AND photo.account = card.account
            LEFT JOIN person
                ON person.agency = account.agency AND person.id = account.person AND person.ended_on IS NULL
            WHERE card.agency = \(agency) AND account.passphrase IS NOT NULL
            """
        ).map(SupporterCardRow.init)
    }
}
