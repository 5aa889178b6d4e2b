import Program

extension ReferralEntry {
    fileprivate init(_ row: Row) throws {
        let identified = try row.text("identified_by")
        guard let body = Body(word: identified) else {
            throw StoreFault.unreadable(column: "identified_by", problem: "names nobody")
        }
        let licence = try row.optionalDay("licence_until").map { until in
            ProviderLicence(
                kind: try row.text("licence_kind"), number: try row.text("licence_number"),
                jurisdiction: try row.text("licence_jurisdiction"), until: until)
        }
        self.init(
            id: try row.text("id"),
            provider: ReferralProvider(
                category: try row.text("category"), name: try row.text("name"), goodFor: try row.text("good_for"),
                licence: licence, identifiedBy: body, languages: try row.text("languages"),
                cost: try row.text("cost"), hours: try row.text("hours"), phone: try row.text("phone"),
                web: try row.text("web"), place: try row.text("place"),
                isForFamilies: try row.bool("is_for_families"), isConfidential: try row.bool("is_confidential")),
            verifiedOn: try row.day("verified_on"), checkBy: try row.day("check_by"))
    }
}

extension Transaction {
    /// The whole directory of further help. Its order is the page's to make.
    package func referrals(agency: String) throws -> [ReferralEntry] {
        try rows(
            """
            SELECT id, category, name, good_for, licence_kind, licence_number, licence_jurisdiction, licence_until,
                identified_by, languages, cost, hours, phone, web, place, is_for_families, is_confidential, verified_on,
                check_by
            FROM referral_provider WHERE agency = \(agency) ORDER BY category, name
            """
        ).map(ReferralEntry.init)
    }

    package func insert(_ entry: ReferralEntry, agency: String) throws {
        let (provider, licence) = (entry.provider, entry.provider.licence)
        try execute(
            """
            INSERT INTO referral_provider (id, agency, category, name, good_for, licence_kind, licence_number,
                licence_jurisdiction, licence_until, identified_by, languages, cost, hours, phone, web, place,
                is_for_families, is_confidential, verified_on, check_by, web_failures)
            VALUES (\(entry.id), \(agency), \(provider.category), \(provider.name), \(provider.goodFor),
                \(licence?.kind), \(licence?.number), \(licence?.jurisdiction), \(licence?.until.text),
                \(provider.identifiedBy.word), \(provider.languages), \(provider.cost), \(provider.hours),
                \(provider.phone), \(provider.web), \(provider.place), \(provider.isForFamilies ? 1 : 0),
                \(provider.isConfidential ? 1 : 0), \(entry.verifiedOn.text), \(entry.checkBy.text), 0)
            """)
    }

    /// Puts an entry in the place of the one with its id. What is known of a page that has another address now is forgotten.
    package func update(_ entry: ReferralEntry, agency: String) throws {
        let (provider, licence) = (entry.provider, entry.provider.licence)
        try execute(
            """
            UPDATE referral_provider SET category = \(provider.category), name = \(provider.name),
                good_for = \(provider.goodFor), licence_kind = \(licence?.kind), licence_number = \(licence?.number),
                licence_jurisdiction = \(licence?.jurisdiction), licence_until = \(licence?.until.text),
                identified_by = \(provider.identifiedBy.word), languages = \(provider.languages),
                cost = \(provider.cost), hours = \(provider.hours), phone = \(provider.phone), place = \(provider.place),
                web_asked_on = CASE WHEN web = \(provider.web) THEN web_asked_on ELSE NULL END,
                web_failures = CASE WHEN web = \(provider.web) THEN web_failures ELSE 0 END, web = \(provider.web),
                is_for_families = \(provider.isForFamilies ? 1 : 0),
                is_confidential = \(provider.isConfidential ? 1 : 0), verified_on = \(entry.verifiedOn.text),
                check_by = \(entry.checkBy.text)
            WHERE id = \(entry.id) AND agency = \(agency)
            """)
    }

    package func deleteReferral(_ id: String, agency: String) throws {
        try execute("DELETE FROM referral_provider WHERE id = \(id) AND agency = \(agency)")
    }

    /// What is known of the pages of an agency's providers.
    package func referralLinks(agency: String) throws -> [ReferralLink] {
        try rows(
            """
            SELECT id, web, web_asked_on, web_failures FROM referral_provider
            WHERE agency = \(agency) AND web <> '' ORDER BY id
            """
        ).map { row in
            ReferralLink(
                entry: try row.text("id"), web: try row.text("web"), askedOn: try row.optionalDay("web_asked_on"),
                failures: try row.int("web_failures"))
        }
    }

    /// Notes that a page is asked today, unless another server has noted it. False where that is so, or the page has another address now.
    package func claim(_ link: ReferralLink, agency: String, on today: Day) throws -> Bool {
        try execute(
            """
            UPDATE referral_provider SET web_asked_on = \(today.text)
            WHERE id = \(link.entry) AND agency = \(agency) AND web = \(link.web)
                AND web_asked_on IS NOT DISTINCT FROM \(link.askedOn?.text)
            """) == 1
    }

    /// Keeps what came of it.
    package func set(_ link: ReferralLink, agency: String) throws {
        try execute(
            """
            UPDATE referral_provider SET web_failures = \(link.failures)
            WHERE id = \(link.entry) AND agency = \(agency) AND web = \(link.web)
            """)
    }
}
