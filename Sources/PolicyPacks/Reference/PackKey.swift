import Program

/// One key that a pack may have, as the types of the policy say it.
package struct PackKey: Sendable, Equatable {
    /// Such as `roles[].powers`; `[]` stands for each item of a list.
    package let path: String
    package let form: PackForm
    package let isRequired: Bool
    /// The declaration it comes from, such as `Program.RoleRule` and `powers`.
    let owner: String
    let member: String
    /// The type of what is written there; of a list, of its items.
    let type: String

    /// Every key of a pack, in the order of its types. They are learnt by letting the types read themselves from nothing, so a key
    /// that is read is listed, and none else.
    package static func all() throws -> [PackKey] {
        let recorder = PackKeyRecorder()
        _ = try recorder.read(PolicyPack.self, at: "")
        return recorder.keys
    }
}

/// Watches the types of the policy as they read themselves. Each is given something harmless, and what it asks for is written down.
final class PackKeyRecorder {
    private(set) var keys: [PackKey] = []
    private let nothing = PackReading(.lenient)

    /// What a type asked for by a key reads, with the key written down before those below it.
    fileprivate func record<Value: Decodable>(_ type: Value.Type, at key: Asked, isRequired: Bool) throws -> Value {
        let position = keys.count
        keys.append(PackKey(key, form: .mapping, isRequired: isRequired, type: ""))
        let (value, form, name) = try read(type, at: key.path)
        keys[position] = PackKey(key, form: form, isRequired: isRequired, type: name)
        return value
    }

    /// Reads a type from nothing: a value of it, what may be written for it, and the name of the type that says so.
    func read<Value: Decodable>(_ type: Value.Type, at path: String) throws -> (Value, PackForm, String) {
        let name = String(reflecting: type)
        let nowhere = PackPlace(node: nil, path: path)
        if let scalar = type as? any PackScalar.Type, let value = scalar.read(nowhere, nothing) as? Value {
            return (value, scalar.form, name)
        }
        if let word = type as? any (CaseIterable & RawRepresentable<String>).Type {
            let (words, first) = self.words(of: word)
            if let value = first as? Value { return (value, .word(words), name) }
        }
        if let choice = type as? any PackChoice.Type, let value = try self.choice(choice, at: path) as? Value {
            return (value, .choice(choice.words), name)
        }
        let decoder = PackKeyDecoder(path: path, owner: name, recorder: self)
        let value = try Value(from: decoder)
        return (value, decoder.form, decoder.element ?? name)
    }

    private func words<Word: CaseIterable & RawRepresentable<String>>(of type: Word.Type) -> ([String], Word?) {
        let words = Array(type.allCases)
        return (words.map { hyphened($0.rawValue) }, words.first)
    }

    /// Lets a choice read itself once for each of its words.
    private func choice<Choice: PackChoice>(_ type: Choice.Type, at path: String) throws -> Choice {
        for word in type.words {
            let owner = String(reflecting: type)
            _ = try Choice(from: PackKeyDecoder(path: path, owner: owner, chosen: word, recorder: self))
        }
        return type.unread
    }
}

extension PackKey {
    fileprivate init(_ key: Asked, form: PackForm, isRequired: Bool, type: String) {
        self.init(
            path: key.path, form: form, isRequired: isRequired, owner: key.owner, member: key.member, type: type)
    }
}

/// A key as a type asked for it.
private struct Asked {
    let path: String
    let owner: String
    let member: String
}

/// Stands for one mapping or list that is read from nothing.
private final class PackKeyDecoder: Decoder {
    let path: String
    let owner: String
    /// The word of a choice that is read, and the case that its payload belongs to.
    let chosen: String?
    /// The case of a choice that the payload read here belongs to.
    let payloadOf: String?
    let recorder: PackKeyRecorder
    fileprivate(set) var form = PackForm.mapping
    fileprivate(set) var element: String?

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(
        path: String, owner: String, chosen: String? = nil, payloadOf: String? = nil, recorder: PackKeyRecorder
    ) {
        self.path = path
        self.owner = owner
        self.chosen = chosen
        self.payloadOf = payloadOf
        self.recorder = recorder
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(PackKeyFields<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { PackKeyItems(decoder: self) }

    /// Whatever is written as one word or number reads itself without a decoder; a number that asks for one has no range.
    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: [], debugDescription: "\(path): \(owner) is no type of the policy."))
    }

    fileprivate func asked(_ key: any CodingKey) -> Asked {
        // A payload without a label is written right under the word of its case.
        if key.stringValue == "_0" { return Asked(path: path, owner: owner, member: payloadOf ?? "_0") }
        let written = hyphened(key.stringValue)
        return Asked(
            path: path.isEmpty ? written : "\(path).\(written)", owner: owner,
            member: payloadOf ?? unhyphened(key.stringValue))
    }

    fileprivate func below(_ key: any CodingKey) -> PackKeyDecoder {
        PackKeyDecoder(
            path: asked(key).path, owner: owner, payloadOf: unhyphened(key.stringValue), recorder: recorder)
    }
}

private struct PackKeyFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: PackKeyDecoder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [decoder.chosen.flatMap { Key(stringValue: unhyphened($0)) }].compactMap(\.self) }

    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.recorder.record(type, at: decoder.asked(key), isRequired: true)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try decoder.recorder.record(type, at: decoder.asked(key), isRequired: false)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try decoder.recorder.record(type, at: decoder.asked(key), isRequired: false)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try decoder.recorder.record(type, at: decoder.asked(key), isRequired: false)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder.below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder.below(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoder.below(key) }
}

/// A list of one item.
private struct PackKeyItems: UnkeyedDecodingContainer {
    let decoder: PackKeyDecoder
    var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex == 1 }

    init(decoder: PackKeyDecoder) { self.decoder = decoder }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        currentIndex += 1
        let (value, form, name) = try decoder.recorder.read(type, at: decoder.path + "[]")
        decoder.form = .list(of: form)
        decoder.element = name
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { decoder }
}
