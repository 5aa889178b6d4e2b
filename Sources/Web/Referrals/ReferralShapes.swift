import Operations
import Program

/// A directory with the rules by which it is read.
struct ReadReferrals: Sendable {
    let directory: ReferralDirectory
    let pack: PolicyPack

    fileprivate var entries: [ReadReferral] {
        pack.referrals.categories.flatMap { directory.entries(of: $0.id) }.map { ReadReferral(entry: $0, of: self) }
    }

    fileprivate var everyEntry: [ReadReferral] {
        entries
            + directory.entries.filter { pack.referrals.category($0.provider.category) == nil }
            .map { ReadReferral(entry: $0, of: self) }
    }
}

struct ReadReferral: Sendable {
    let entry: ReferralEntry
    let of: ReadReferrals

    fileprivate var provider: ReferralProvider { entry.provider }
    fileprivate var isLicensed: Bool { of.pack.referrals.isMarkedLicensed(provider, on: of.directory.today) }
}

extension ReferralDirectory {
    func read(under pack: PolicyPack) -> ReadReferrals { ReadReferrals(directory: self, pack: pack) }
    func kept(under pack: PolicyPack) -> ReadReferrals { ReadReferrals(directory: self, pack: pack) }
}

enum ReferralShapes {
    private static let category = Shape<RuledItem>(
        .id("id", \.id), .words("label", \.label), .texts("clauses", each: .id) { $0.basis.clauses.map(\.text) })

    private static let refused = Shape<RefusedReferral>(
        .id("id", \.id), .words("label", \.label),
        .words(maybe: "instead", about: "Where such help is found.", \.instead),
        .texts("clauses", each: .id) { $0.basis.clauses.map(\.text) })

    private static let national = Shape<NationalHelp>(
        .id("id", \.id), .words("name", \.name), .words("goodFor", \.goodFor), .words(maybe: "phone", \.telephone),
        .words("web", \.web))

    private static let entry = Shape<ReadReferral>(
        .id("id", \.entry.id), .id("category", \.provider.category), .words("name", \.provider.name),
        .words("goodFor", \.provider.goodFor), .words("identifiedBy", \.provider.identifiedBy.word),
        .flag("isLicensed", about: "Marked as licensed, as the policy has it.", \.isLicensed),
        .words(maybe: "licence") { $0.provider.licence?.kind },
        .words(maybe: "licenceNumber") { $0.provider.licence?.number },
        .words(maybe: "licenceJurisdiction") { $0.provider.licence?.jurisdiction },
        .day(maybe: "licenceUntil") { $0.provider.licence?.until }
    ).with(details)

    private static let details = Shape<ReadReferral>(
        .words("phone", \.provider.phone), .words("web", \.provider.web), .words("place", \.provider.place),
        .words("hours", \.provider.hours), .words("languages", \.provider.languages), .words("cost", \.provider.cost),
        .flag("isForFamilies", \.provider.isForFamilies), .flag("isConfidential", \.provider.isConfidential),
        .day("verifiedOn", \.entry.verifiedOn), .day("checkBy", \.entry.checkBy),
        .flag("isPastCheck", about: "Ask first whether it is still right.") {
            $0.entry.isPastCheck(on: $0.of.directory.today)
        })

    private static let rules = Shape<ReadReferrals>(
        .list("categories", of: category, \.pack.referrals.categories),
        .list("notHere", of: refused, about: "What the directory has nobody for.", \.pack.referrals.refused))

    static let directory = Shape<ReadReferrals>(.list("entries", of: entry, \.entries)).with(rules)

    private static let keptEntry = entry.with(
        .flag("isDue", about: "It is time to look at it again.") { $0.entry.isDue(on: $0.of.directory.today) },
        .flag("isPageGone", about: "Its page was not there on two days.") {
            $0.of.directory.failing.contains($0.entry.id)
        })

    static let kept = Shape<ReadReferrals>(.list("entries", of: keptEntry, \.everyEntry)).with(rules).with(
        .list("drafts", of: national, about: "Helps of the whole country, to look at and take over.") {
            $0.pack.country.helps ?? []
        })
}
