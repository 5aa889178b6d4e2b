import Foundation

/// What a supporter typed to be shown, before it is checked. An empty field shows nothing.
package struct CardForm: Sendable, Equatable {
    package var name = ""
    package var showsUnit = false
    package var showsRank = false
    package var showsShift = false
    package var languages: [String] = []
    package var experience = ""
    package var words = ""
    package var phone = ""
    /// What the number is for, as ``CardPhone/Use`` writes it; empty where there is none.
    package var phoneUse = ""

    package init() {}

    package static let longestName = 80
    package static let longestExperience = 200
    package static let longestWords = 400
    package static let longestPhone = 30

    /// What is to be shown, or every field that cannot be.
    package var choices: Result<CardChoices, Refusal> {
        let known = languages.compactMap(SpokenLanguage.init)
        let problems = [
            tooLong("name", "Name", name, Self.longestName),
            tooLong("experience", "Experience", experience, Self.longestExperience),
            tooLong("words", "Your own words", words, Self.longestWords),
            known.count < languages.count
                ? Refusal.Problem(field: "languages", message: "Languages: choose from the list.") : nil,
            phoneProblem,
        ].compactMap { $0 }
        guard problems.isEmpty else { return .failure(Refusal(problems)) }
        return .success(
            CardChoices(
                name: shown(name), showsUnit: showsUnit, showsRank: showsRank, showsShift: showsShift,
                languages: SpokenLanguage.allCases.filter(known.contains), experience: shown(experience),
                words: shown(words),
                phone: shown(phone).flatMap { number in
                    CardPhone.Use(rawValue: phoneUse).map { CardPhone(number: number, use: $0) }
                }))
    }

    private func shown(_ text: String) -> String? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    private func tooLong(_ field: String, _ label: String, _ text: String, _ limit: Int) -> Refusal.Problem? {
        guard let text = shown(text) else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
        guard isPlain, text.unicodeScalars.count <= limit else {
            return Refusal.Problem(field: field, message: "\(label): at most \(limit) characters of plain text.")
        }
        return nil
    }

    /// A number that can be dialled comes with what it is for, and the other way round.
    private var phoneProblem: Refusal.Problem? {
        guard let number = shown(phone) else {
            return phoneUse.isEmpty
                ? nil : Refusal.Problem(field: "phone", message: "Phone: give the number, or choose not to show one.")
        }
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }.count
        let isDialled = number.unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || " +-().".unicodeScalars.contains($0)
        }
        guard isDialled, (3...15).contains(digits), number.unicodeScalars.count <= Self.longestPhone else {
            return Refusal.Problem(field: "phone", message: "Phone: digits, such as 555-0142.")
        }
        guard CardPhone.Use(rawValue: phoneUse) != nil else {
            return Refusal.Problem(field: "phoneUse", message: "Say whether people may call, text, or both.")
        }
        return nil
    }
}
