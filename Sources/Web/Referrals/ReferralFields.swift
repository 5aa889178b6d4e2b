import HTML
import Operations
import Program

/// An entry of the directory as somebody says it.
struct SentReferral: Sendable {
    let provider: ReferralProvider
    let verifiedOn: Day
    let checkBy: Day?
}

/// What the directory asks of a provider.
enum ReferralFields {
    static let input = Input<SentReferral>(
        category, name, goodFor, identifiedBy, phone, web, place, hours, languages, cost, isForFamilies, isConfidential,
        licenceKind, licenceNumber, licenceJurisdiction, licenceUntil, verifiedOn, checkBy, make: sent)

    @Sendable
    private static func sent(
        _ category: String, _ name: String, _ goodFor: String, _ identifiedBy: Body, _ phone: String, _ web: String,
        _ place: String, _ hours: String, _ languages: String, _ cost: String, _ isForFamilies: Bool,
        _ isConfidential: Bool, _ licenceKind: String, _ licenceNumber: String, _ licenceJurisdiction: String,
        _ licenceUntil: Day?, _ verifiedOn: Day, _ checkBy: Day?
    ) throws(Refusal) -> SentReferral {
        let hasLicence = ![licenceKind, licenceNumber, licenceJurisdiction].allSatisfy(\.isEmpty)
        if hasLicence, licenceUntil == nil {
            throw Refusal("A licence has its last day.", field: "licenceUntil")
        }
        let licence = licenceUntil.map { until in
            ProviderLicence(kind: licenceKind, number: licenceNumber, jurisdiction: licenceJurisdiction, until: until)
        }
        return SentReferral(
            provider: ReferralProvider(
                category: category, name: name, goodFor: goodFor, licence: licence, identifiedBy: identifiedBy,
                languages: languages, cost: cost, hours: hours, phone: phone, web: web, place: place,
                isForFamilies: isForFamilies, isConfidential: isConfidential), verifiedOn: verifiedOn, checkBy: checkBy)
    }

    // A program may name a refused category, and is told why by the rule; a page offers none.
    static let category = Field<String>.choice(
        "category", "Kind of help", FieldWords(clauses: { $0.referrals.clauses })
    ) { pack in
        pack.referrals.categories.map { FieldOption($0.id, $0.label) }
            + pack.referrals.refused.map { FieldOption($0.id, $0.label) }
    }
    private static let name = Field<String>.text("name", "Who it is", longest: ReferralProvider.longestName)
    private static let goodFor = Field<String>.words(
        "goodFor", "What they are good for", longest: ReferralProvider.longestWords, rows: 2,
        FieldWords(hint: "In plain words, as you would say it to a colleague."))
    static let identifiedBy = Field<String>.choice(
        "identifiedBy", "Identified by",
        FieldWords(hint: "People see this.", clauses: { $0.referrals.identifiedBy.basis.clauses })
    ) { pack in
        pack.referrals.identifiedBy.value.map { FieldOption($0.word, pack.words(for: $0).capitalisedFirst) }
    }.map { (word: String) throws(Refusal) -> Body in
        guard let body = Body(word: word) else { throw Refusal("Identified by: choose one.", field: "identifiedBy") }
        return body
    }
    private static let phone = Field<String>.text(
        "phone", "Number", longest: ReferralProvider.longestPhone, FieldWords(mayBeEmpty: true))
    private static let web = Field<String>.text(
        "web", "Page", longest: ReferralProvider.longestWeb,
        FieldWords(hint: "Beginning with https://", mayBeEmpty: true))
    private static let place = Field<String>.text(
        "place", "Where", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let hours = Field<String>.text(
        "hours", "Hours", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let languages = Field<String>.text(
        "languages", "Languages", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let cost = Field<String>.text(
        "cost", "What it costs", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let isForFamilies = Field<Bool>.tick("isForFamilies", "Families may use it")
    private static let isConfidential = Field<Bool>.tick(
        "isConfidential", "They tell the agency nothing of who came")
    private static let licenceKind = Field<String>.text(
        "licenceKind", "Licence", longest: ReferralProvider.longestDetail,
        FieldWords(
            hint: "Of a licensed professional, such as Licensed clinical social worker.", mayBeEmpty: true,
            citesOnPage: false, clauses: licensing))
    private static let licenceNumber = Field<String>.text(
        "licenceNumber", "Its number", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let licenceJurisdiction = Field<String>.text(
        "licenceJurisdiction", "Where it holds", longest: ReferralProvider.longestDetail, FieldWords(mayBeEmpty: true))
    private static let licenceUntil = Field<Day?>.day(maybe: "licenceUntil", "Its last day")
    private static let verifiedOn = Field<Day>.day(
        "verifiedOn", "Looked at on", FieldWords(hint: "On this day you looked that all of it is right."))
    static let checkBy = Field<Day?>.day(
        maybe: "checkBy", "To be looked at again by", FieldWords(hint: "In half a year, where left open."))

    @Sendable private static func licensing(_ pack: PolicyPack) -> [ClauseID] {
        (pack.referrals.licensedMarked?.basis.clauses ?? []) + (pack.referrals.licenceAskedOf?.basis.clauses ?? [])
    }
}

extension ReferralEntry {
    /// As it stands in its form at first.
    var filled: Filled {
        var filled = provider.filled
        filled.first["verifiedOn"] = verifiedOn.text
        filled.first["checkBy"] = checkBy.text
        return filled
    }
}

extension ReferralProvider {
    fileprivate var filled: Filled {
        Filled(
            first: [
                "category": category, "name": name, "goodFor": goodFor, "identifiedBy": identifiedBy.word,
                "phone": phone, "web": web, "place": place, "hours": hours, "languages": languages, "cost": cost,
                "licenceKind": licence?.kind ?? "", "licenceNumber": licence?.number ?? "",
                "licenceJurisdiction": licence?.jurisdiction ?? "", "licenceUntil": licence?.until.text ?? "",
            ],
            ticked: [
                "isForFamilies": isForFamilies ? ["yes"] : [], "isConfidential": isConfidential ? ["yes"] : [],
            ])
    }
}

extension NationalHelp {
    /// As a draft: whoever takes it over says when they looked at it.
    var filled: Filled {
        Filled(
            first: [
                "name": name, "goodFor": goodFor, "phone": telephone ?? "", "web": web, "hours": hours ?? "",
                "cost": cost ?? "", "languages": languages ?? "",
            ], ticked: ["isForFamilies": forFamilies ? ["yes"] : []])
    }
}
