extension Inventory {
    static let agencies = [
        InventoryTable(
            "pack", "Every policy pack that was ever in force, kept for good so that old decisions can be read.",
            [
                ("hash", .open, "SHA-256 of the text; names exactly this version"),
                ("id", .open, "The pack's own name"),
                ("content", .open, "The whole policy as data"),
                ("archived_on", .open, "The day it was first put in force"),
            ]),
        InventoryTable(
            "agency", "Each organisation of this installation.",
            [
                ("id", .open, "Random id; every other row of the agency carries it"),
                ("slug", .open, "Its name in addresses"),
                ("name", .open, "Its name as people say it"),
                ("time_zone", .open, "In which its days and months are counted"),
                ("pack", .open, "The pack in force"),
            ]),
    ]

    static let people = [
        InventoryTable(
            "person", "The personnel directory, as the agency hands it in. It says nothing about peer support.",
            [
                ("id", .restricted, "Random id"),
                ("agency", .open, "Whose directory it is in"),
                ("employee_number", .restricted, "The agency's number for the person"),
                ("given_name", .restricted, "Name"),
                ("family_name", .restricted, "Name"),
                ("email", .restricted, "Address at work, where there is one"),
                ("phone", .restricted, "Telephone at work, where there is one"),
                ("unit", .restricted, "Unit, for keeping a supporter out of their own chain of command"),
                ("division", .restricted, "Division"),
                ("shift", .restricted, "Shift"),
                ("rank", .restricted, "Rank"),
                ("classification", .restricted, "Sworn, civilian or volunteer"),
                ("is_supervisor", .restricted, "Whether others report to the person"),
                ("supervisor", .restricted, "To whom the person reports"),
                ("hired_on", .restricted, "First day with the agency"),
                ("area", .restricted, "The coordinator's area, where the agency has them"),
                ("cost_centre", .restricted, "Who pays for duty time, where the agency says"),
                ("mou", .restricted, "The labour agreement that applies, where the agency says"),
                ("investigates", .restricted, "Whether the person's work is investigating colleagues"),
                ("retires_on", .restricted, "The day on which the person is expected to retire, where the agency says"),
                ("ended_on", .restricted, "The day from which the person is no longer with the agency"),
            ])
    ]

    static let accounts = [
        InventoryTable(
            "account", "The logins of those who work in the programme.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "Whose account it is"),
                ("person", .restricted, "The person in the directory; none for an outside professional"),
                ("login", .programme, "The name to sign in with"),
                ("name", .programme, "As colleagues know them"),
                ("enrolment_code", .key, "Derived from the one-time code of an account nobody has enrolled yet"),
                ("enrolment_ends_at", .programme, "Until when that code works"),
                ("passphrase", .key, "Salted scrypt verifier of the passphrase"),
                ("public_key", .key, "The half of the account's pair that others seal to"),
                ("wrapped_key", .key, "The private half, locked under the passphrase"),
                ("recovery_code", .key, "Derived from the printed recovery code"),
                ("recovery_key", .key, "The private half, locked under the recovery code"),
                ("recovery_for_phone", .programme, "Whether the recovery code may stand in for a lost phone"),
                ("second_factor", .key, "The authenticator's secret, sealed to the account's own key"),
                (
                    "second_factor_step", .restricted,
                    "The half minute of the last digits used, so that none work twice: when someone with a second factor last signed in"
                ),
                (
                    "provider_subject", .key,
                    "Whom of the agency's own sign-in the account is linked with, sealed to the account's own key"
                ),
            ]),
        InventoryTable(
            "holding", "The roles that accounts hold and held.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who holds it"),
                ("role", .programme, "Which role of the pack"),
                ("area", .programme, "Of which area, where the role has one"),
                ("starts_on", .programme, "The first day"),
                ("held_until", .programme, "The first day it is no longer held"),
                ("told_from", .programme, "From when on its holder is told what the office is told"),
            ]),
        InventoryTable(
            "office_proposal",
            "Offices to be given or ended that wait for a second person's yes. Answered, the row goes.",
            [
                ("id", .programme, "Random id"),
                ("agency", .open, "In which agency"),
                ("account", .programme, "Whose office it is to be, or is"),
                ("role", .programme, "Which role of the pack"),
                ("area", .programme, "Of which area, where the role has one"),
                ("starts_on", .programme, "The first day"),
                ("held_until", .programme, "The first day it is no longer held"),
                ("ends_holding", .programme, "The holding that is to end; empty where a role is to be given"),
                ("proposed_by", .programme, "Who asked for it"),
                ("proposed_on", .programme, "The day"),
            ]),
        InventoryTable(
            "import_ending",
            "Roles that a personnel file ended, so that a later file of the same people gives them back. Rows go after a month.",
            [
                ("holding", .programme, "Which role of which account"),
                ("agency", .open, "In which agency"),
                ("import", .programme, "Random id of the import"),
                ("ended_on", .programme, "The day"),
                ("held_until", .programme, "Until when it was to be held before; empty where no end was set"),
                ("vouched", .key, "The server's keyed mark that it wrote the row"),
            ]),
        InventoryTable(
            "personnel_column", "Which heading of the agency's personnel files is which column.",
            [
                ("agency", .open, "In which agency"),
                ("field", .programme, "The column; empty for a heading that is left out"),
                ("heading", .programme, "The heading; empty for a column that the files do not have"),
            ]),
        InventoryTable(
            "personnel_upload",
            "A personnel file that was sent by a browser and waits for a word. Rows go with the word, or after an hour or two.",
            [
                ("agency", .open, "In which agency"),
                ("account", .programme, "Who sent it"),
                ("sealed", .restricted, "The file, sealed to the account"),
                ("ends_at", .programme, "Until when it waits, on a full hour"),
            ]),
        InventoryTable(
            "session", "Who is signed in. Rows go when the session ends.",
            [
                ("id", .key, "Derived from what only the browser's cookie holds"),
                ("agency", .open, "In which agency"),
                ("account", .restricted, "Whose session it is"),
                ("wrapped_key", .key, "The account's private key, locked under what only the cookie holds"),
                ("owes_second_factor", .restricted, "Whether the second factor is still to come"),
                (
                    "ends_at", .restricted,
                    "The end, on a full day for a supporter or hour for others, so that it tells no time of signing in"
                ),
            ]),
        InventoryTable(
            "sign_in_pause", "Failed attempts in a row, which slow further ones. Rows go a day after.",
            [
                ("name", .key, "Keyed hash of agency and login; the key is not in the database"),
                ("failures", .restricted, "How many attempts in a row"),
                ("pause_ends_at", .restricted, "When the next attempt is looked at"),
            ]),
    ]
}
