/// What a supporter filled in, before it is checked against the form: the raw words of every field by its name.
///
/// Field names are `day`, the id of each question, and nothing else; a form field of several answers has several values.
package struct ContactAnswers: Sendable, Equatable {
    package let kind: String
    package let values: [String: [String]]

    package init(kind: String, values: [String: [String]]) {
        self.kind = kind
        self.values = values
    }
}
