import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// Something in each register, at the addresses of whoever keeps it.
extension Grounds {
    func registerPath(_ path: String) async throws -> String {
        var path = path
        let day = try agency.agency.day(at: town.clock.now)
        let id = RandomId().text
        let owner = agency.agency.id
        if path.contains("{item}") {
            let holder = agency.members[try agency.role(with: .keepStatSheet)]?.account ?? ""
            let item = EquipmentItem(id: id, kind: "Telephone", number: id, addedOn: day)
            try await town.programmes.database.write { transaction in
                try transaction.insert(item, agency: owner)
                try transaction.lend(id, EquipmentItem.Loan(account: holder, since: day), agency: owner)
            }
            path = path.replacing("{item}", with: id)
        }
        if path.contains("{material}") {
            let material = MaterialStock(id: id, title: id, count: 1, few: 0, countedOn: day)
            try await town.programmes.database.write { try $0.insert(material, agency: owner) }
            path = path.replacing("{material}", with: id)
        }
        if path.contains("{card}") {
            let holder = agency.members[try agency.role(with: .keepStatSheet)]?.account ?? ""
            let card = IDCard(id: id, account: holder, madeOn: day, endsOn: day)
            let mark = (0..<32).map { _ in UInt8.random(in: 0...255) }
            try await town.programmes.database.write { try $0.insert(card, mark: mark, agency: owner) }
            path = path.replacing("{card}", with: id)
        }
        if path.contains("{handout}") {
            let entry = LibraryEntry(
                id: id, kind: .sleep, title: id, words: "Words.", file: .png, changedOn: day)
            let file = LibraryFile(kind: .png, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            try await town.programmes.database.write {
                try $0.keep(entry, file: file, on: day, agency: owner)
            }
            path = path.replacing("{handout}", with: path.hasSuffix("/showing") ? LibraryEntry.seeds[0].id : id)
        }
        path = path.replacing("{questionnaire}", with: "phq-9")
        if path.contains("{activity}") {
            let activity = AwarenessActivity(id: id, activity: "briefing", day: day, partner: nil, reach: .upToTen)
            try await town.programmes.database.write { try $0.insert(activity, agency: owner) }
            path = path.replacing("{activity}", with: id)
        }
        if path.contains("{referral}") {
            let provider = ReferralProvider(
                category: agency.policy.referrals.categories.first?.id ?? "", name: id, goodFor: "Talking",
                identifiedBy: agency.policy.referrals.identifiedBy.value[0], phone: "988")
            let entry = ReferralEntry(id: id, provider: provider, verifiedOn: day, checkBy: day.nextReferralCheck)
            try await town.programmes.database.write { try $0.insert(entry, agency: owner) }
            path = path.replacing("{referral}", with: id)
        }
        if path.contains("{partner}") {
            let partner = PartnerOrganisation(id: id, name: id, contact: "", listedOn: day)
            try await town.programmes.database.write { try $0.insert(partner, agency: owner) }
            path = path.replacing("{partner}", with: id)
        }
        return path
    }
}
