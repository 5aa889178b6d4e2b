import HTTPTypes
import Operations
import Program

enum CardAddresses {
    static let card = FixedAddress("card")
    static let cardInterface = FixedAddress("api/v1/card")
}

extension Routes {
    static let card: [Route] = [
        .staff(.get, CardAddresses.card, for: .holding(.takeRequests)) { visit in
            try await CardActs.page(visit)
        },
        .staff(.post, CardAddresses.card, for: .holding(.takeRequests)) { visit in
            switch try await visit.programmes.show(CardForm(visit.form), by: visit.staff) {
            case .success: return .see(CardAddresses.card.link(query: ("saved", "yes")))
            case .failure(let refusal): return try await CardActs.page(visit, card: refusal)
            }
        },
    ]

    static let cardInterface: [Route] = [
        .api(.get, CardAddresses.cardInterface, for: .holding(.takeRequests), CardJSON.read) { call in
            .success(.json(CardJSON.choices(try await call.programmes.cardChoices(of: call.staff))))
        },
        .api(.put, CardAddresses.cardInterface, for: .holding(.takeRequests), CardJSON.show) { call in
            try await call.programmes.show(CardForm(call.body), by: call.staff).map { .done }
        },
    ]
}

extension CardForm {
    fileprivate init(_ sent: FormAnswers) {
        self.init()
        name = sent["name"]
        let shown = sent.values["shown"] ?? []
        showsUnit = shown.contains("unit")
        showsRank = shown.contains("rank")
        showsShift = shown.contains("shift")
        languages = sent.values["languages"] ?? []
        experience = sent["experience"]
        words = sent["words"].replacing("\r\n", with: "\n")
        phone = sent["phone"]
        phoneUse = sent["phoneUse"]
    }

    fileprivate init(_ json: JSON) {
        self.init()
        name = json.text("name")
        showsUnit = json["showsUnit"] == true
        showsRank = json["showsRank"] == true
        showsShift = json["showsShift"] == true
        languages = json["languages"]?.array?.compactMap(\.string) ?? []
        experience = json.text("experience")
        words = json.text("words")
        phone = json.text("phone")
        phoneUse = json.text("phoneUse")
    }
}
