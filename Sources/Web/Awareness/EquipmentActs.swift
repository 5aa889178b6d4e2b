import HTML
import Operations
import Program

enum EquipmentAddresses {
    static let equipment = FixedAddress("equipment")
    static let items = FixedAddress("equipment/items")
    static let loans = FixedAddress("equipment/loans")
    static let takingBack = Address<PathID>("equipment/items/{item}/return")
    static let removal = Address<PathID>("equipment/items/{item}/removal")
    static let item = Address<PathID>("equipment/items/{item}")
    static let materials = FixedAddress("equipment/materials")
    static let counts = FixedAddress("equipment/counts")
    static let endOfMaterial = Address<PathID>("equipment/materials/{material}/removal")
    static let material = Address<PathID>("equipment/materials/{material}")
}

/// The register of what the programme lends and hands out (SAC-II.B.1).
enum EquipmentActs {
    static let routes: [Route] = lending + stock

    private static let lending: [Route] = add.routes + lend.routes + takeBack.routes + remove.routes
    private static let stock: [Route] = addMaterial.routes + count.routes + removeMaterial.routes

    static let add = Act(
        "addEquipment", "Take an item into the register.", at: EquipmentAddresses.items, for: .holding(.keepEquipment),
        where: \.keepsEquipment, taking: Input(kind, number) { (kind: $0, number: $1) }, then: .created("The item."),
        see: { _ in EquipmentAddresses.equipment.link() }, refused: EquipmentPages.again,
        perform: { visit, item in
            try await visit.programmes.addEquipment(kind: item.kind, number: item.number, by: visit.staff)
        })

    static let lend = Act(
        "lendEquipment", "Lend an item to a member.", at: EquipmentAddresses.loans, for: .holding(.keepEquipment),
        where: \.keepsEquipment, taking: Input(item, account, since) { (item: $0, account: $1, since: $2) },
        then: .done("Lent."), see: { _ in EquipmentAddresses.equipment.link() }, refused: EquipmentPages.again,
        perform: { visit, loan in
            try await visit.programmes.lendEquipment(
                loan.item, to: loan.account, since: loan.since, by: visit.staff)
        })

    static let takeBack = Act(
        "takeBackEquipment", "Take an item back. The register does not say any more who had it.",
        at: EquipmentAddresses.takingBack, for: .holding(.keepEquipment), where: \.keepsEquipment, taking: .nothing,
        then: .done("Taken back."), see: { _, _ in EquipmentAddresses.equipment.link() },
        refused: { visit, refused, _ in try await EquipmentPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.takeBackEquipment(id.text, by: visit.staff) })

    static let remove = Act(
        "removeEquipment", "Take an item out of the register: it is worn out, or lost.",
        at: EquipmentAddresses.removal, .delete, interface: EquipmentAddresses.item, for: .holding(.keepEquipment),
        where: \.keepsEquipment, taking: .nothing, then: .done("Taken out."), mayRefuse: false,
        see: { _, _ in EquipmentAddresses.equipment.link() },
        refused: { visit, refused, _ in try await EquipmentPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removeEquipment(id.text, by: visit.staff) })

    static let addMaterial = Act(
        "addMaterial", "Take something that is handed out into the register.", at: EquipmentAddresses.materials,
        for: .holding(.keepEquipment), where: \.keepsEquipment,
        taking: Input(title, pieces, few) { (title: $0, pieces: $1, few: $2) }, then: .created("The material."),
        see: { _ in EquipmentAddresses.equipment.link() }, refused: EquipmentPages.again,
        perform: { visit, material in
            try await visit.programmes.addMaterial(
                material.title, count: material.pieces, few: material.few, by: visit.staff)
        })

    static let count = Act(
        "countMaterial", "Write down how many of a material there are today.", at: EquipmentAddresses.counts,
        for: .holding(.keepEquipment), where: \.keepsEquipment,
        taking: Input(material, counted) { (material: $0, counted: $1) }, then: .done("Counted."),
        see: { _ in EquipmentAddresses.equipment.link() }, refused: EquipmentPages.again,
        perform: { visit, sent in
            try await visit.programmes.countMaterial(sent.material, sent.counted, by: visit.staff)
        })

    static let removeMaterial = Act(
        "removeMaterial", "Take a material out of the register.", at: EquipmentAddresses.endOfMaterial, .delete,
        interface: EquipmentAddresses.material, for: .holding(.keepEquipment), where: \.keepsEquipment,
        taking: .nothing, then: .done("Taken out."), mayRefuse: false,
        see: { _, _ in EquipmentAddresses.equipment.link() },
        refused: { visit, refused, _ in try await EquipmentPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removeMaterial(id.text, by: visit.staff) })

    // MARK: What they take

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.awareness.equipment?.basis.clauses ?? []
    }

    private static let kind = Field<String>.text(
        "kind", "What it is", longest: EquipmentItem.longest,
        FieldWords(hint: "Such as Telephone.", citesOnPage: false, clauses: clauses))
    private static let number = Field<String>.text(
        "number", "Its number", longest: EquipmentItem.longest, FieldWords(citesOnPage: false, clauses: clauses))
    static let item = Field<String>.found("item", "Item")
    static let account = Field<String>.found("account", "To", FieldWords(citesOnPage: false, clauses: clauses))
    private static let since = Field<Day?>.day(maybe: "since", "Since", FieldWords(hint: "Today, where left open."))
    private static let title = Field<String>.text(
        "title", "What it is", longest: MaterialStock.longest,
        FieldWords(hint: "Such as Brochure.", citesOnPage: false, clauses: clauses))
    private static let pieces = Field<Int>.number("pieces", "How many there are", MaterialStock.range)
    private static let few = Field<Int>.number("few", "Time for more from", MaterialStock.range)
    static let material = Field<String>.found("material", "Material")
    private static let counted = Field<Int>.number("counted", "How many there are today", MaterialStock.range)

    static let register = Shape<EquipmentRegister>(
        .list(
            "items",
            of: Shape<ListedItem>(
                .id("id", \.item.id), .words("kind", \.item.kind), .words("number", \.item.number),
                .id(maybe: "account", about: "Who has it.") { $0.item.loan?.account },
                .words(maybe: "holder", \.holder), .day(maybe: "since") { $0.item.loan?.since },
                .flag("isDueBack", about: "Whoever has it is of the team no more.", \.isDueBack),
                .day(maybe: "givenBackOn", \.item.givenBackOn)), \.items),
        .list(
            "materials",
            of: Shape<MaterialStock>(
                .id("id", \.id), .words("title", \.title), .count("pieces", \.count), .count("few", \.few),
                .flag("isLow", \.isLow), .day("countedOn", \.countedOn)), \.materials))
}

extension Routes {
    static let equipment: [Route] = EquipmentActs.routes + equipmentReadings

    private static let equipmentReadings: [Route] = [
        .staff(.get, EquipmentAddresses.equipment, for: .holding(.keepEquipment)) { visit in
            try await EquipmentPages.again(visit, nil)
        },
        .read(
            "listEquipment", "The register of equipment and materials: who has what, and how much there is.",
            at: EquipmentAddresses.equipment, for: .holding(.keepEquipment), where: \.keepsEquipment,
            "By kind and number.", EquipmentActs.register
        ) { visit in try await visit.programmes.equipment(for: visit.staff) },
    ]
}

extension PolicyPack {
    var keepsEquipment: Bool { awareness.equipment != nil }
}
