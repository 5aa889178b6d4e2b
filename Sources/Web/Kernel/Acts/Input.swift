import HTML
import Operations
import Program

/// What an act takes, made of its fields.
struct Input<Value: Sendable>: Sendable {
    /// The names of its fields, in the order in which a page asks.
    let names: [String]
    let properties: @Sendable (PolicyPack) -> [Schema.Property]
    let html: @Sendable (Form, PolicyPack, Filled) -> HTML
    /// The value, or every problem with its field.
    let read: @Sendable (Answers, Agency) -> Result<Value, Refusal>

    init<each Part: Sendable>(
        _ fields: repeat Field<each Part>, make: @escaping @Sendable (repeat each Part) throws(Refusal) -> Value
    ) {
        let fields = (repeat each fields)
        var names: [String] = []
        for field in repeat each fields { names.append(field.name) }
        self.names = names
        properties = { pack in
            var properties: [Schema.Property] = []
            for field in repeat each fields { properties.append(field.property(pack)) }
            return properties
        }
        html = { form, pack, filled in
            var controls: [HTML] = []
            for field in repeat each fields { controls.append(field.control(form, pack, filled)) }
            return controls.joined()
        }
        read = { answers, agency in
            var problems: [Refusal.Problem] = []
            for field in repeat each fields {
                do throws(Refusal) { _ = try field.read(answers, agency) } catch { problems += error.problems }
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

extension Input where Value == Void {
    /// An act that is one button.
    static let nothing = Input(make: {})
}

extension Input {
    /// One field is all.
    init(_ field: Field<Value>) {
        self.init(field) { $0 }
    }
}
