import HTML
import Operations
import Program

/// What an act takes, made of its fields.
struct Input<Value: Sendable>: Sendable {
    /// The names of the fields of its form, in the order in which a page asks.
    let namesOnPages: [String]
    let namesForPrograms: [String]
    /// Those that take a file.
    let files: [String]
    /// Those in which people are looked for, with the page where that is.
    let searches: [String: FixedAddress]
    /// Those of its form that nobody fills in: no refusal can lead to one.
    let unseen: Set<String>
    /// Whether its form has anything to fill in.
    let isTyped: Bool
    let properties: @Sendable (PolicyPack) -> [Schema.Property]
    let html: @Sendable (Form, PolicyPack, Filled) -> HTML
    /// The value, or every problem with its field.
    let read: @Sendable (Answers, Agency) -> Result<Value, Refusal>

    @_semantics("optimize.sil.specialize.generic.never")
    init<each Part: Sendable>(
        _ fields: repeat Field<each Part>, make: @escaping @Sendable (repeat each Part) throws(Refusal) -> Value
    ) {
        let fields = (repeat each fields)
        var namesOnPages: [String] = []
        var namesForPrograms: [String] = []
        var files: [String] = []
        var searches: [String: FixedAddress] = [:]
        var unseen: Set<String> = []
        var isTyped = false
        for field in repeat each fields {
            if field.faces != .programs { namesOnPages.append(field.name) }
            if field.faces != .pages { namesForPrograms.append(field.name) }
            if field.isFile { files.append(field.name) }
            if let page = field.searchedOn { searches[field.name] = page }
            if field.isTyped { isTyped = true } else { unseen.insert(field.name) }
        }
        self.namesOnPages = namesOnPages
        self.namesForPrograms = namesForPrograms
        self.files = files
        self.searches = searches
        self.unseen = unseen
        self.isTyped = isTyped
        properties = { pack in
            var properties: [Schema.Property] = []
            for field in repeat each fields {
                if let property = field.property(pack) { properties.append(property) }
            }
            return properties
        }
        html = { form, pack, filled in
            var controls: [HTML] = []
            for field in repeat each fields {
                if !filled.without.contains(field.name) { controls.append(field.control(form, pack, filled)) }
            }
            return controls.joined()
        }
        read = { answers, agency in
            var problems: [Refusal.Problem] = []
            for field in repeat each fields {
                do throws(Refusal) {
                    if !field.takesAnything { try answers.mayBeKept(field.name) }
                    if field.property(agency.policy)?.schema.isList != true { try answers.areOne(field.name) }
                    _ = try field.read(answers, agency)
                } catch {
                    problems += error.problems(under: field.property(agency.policy)?.clauses ?? [])
                }
            }
            guard problems.isEmpty else { return .failure(Refusal(problems)) }
            do throws(Refusal) {
                return .success(try make(repeat try (each fields).read(answers, agency)))
            } catch {
                return .failure(error)
            }
        }
    }
}

extension Input {
    /// Whether a program sends a body.
    var asksPrograms: Bool { !namesForPrograms.isEmpty }
}

extension Input where Value == Void {
    /// An act that is one button.
    static let nothing = Input(make: {})
}

extension Input {
    /// One field is all.
    @_semantics("optimize.sil.specialize.generic.never")
    init(_ field: Field<Value>) {
        self.init(field) { $0 }
    }
}

extension Refusal {
    /// Each problem that names no clause and no choice, with the clauses that ask for its field.
    fileprivate func problems(under clauses: [ClauseID]) -> [Problem] {
        problems.map {
            $0.clauses.isEmpty && $0.choice == nil
                ? Problem(field: $0.field, message: $0.message, clauses: clauses) : $0
        }
    }
}
