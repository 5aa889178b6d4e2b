import HTML
import Operations
import Program

extension Field where Value == [UInt8] {
    /// A table as text: pasted on a page, or read there from a chosen file. What it says is for the act to look at.
    ///
    /// - Parameter accepting: which files the browser offers.
    static func table(
        _ name: String, _ label: String, mostBytes: Int, accepting: String = Form.tables,
        _ words: FieldWords = FieldWords()
    ) -> Field {
        Field(
            name, words, as: .string(maxLength: mostBytes),
            control: { form, look in
                form.table(
                    name, label, mostBytes: mostBytes, accepting: accepting, hint: look.hint, origin: look.origin)
            },
            read: { answers, _ throws(Refusal) in
                let text = answers.verbatim(name)
                guard !answers.areOpen(name) else {
                    throw Refusal.answer(to: label, "choose a file, or paste its text.", field: name)
                }
                guard text.utf8.count <= mostBytes else {
                    throw Refusal.answer(
                        to: label, "at most \(mostBytes / 1024) KiB. A larger file is taken in on the server.",
                        field: name)
                }
                return Array(text.utf8)
            })
    }
}
